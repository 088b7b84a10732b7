import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { NotDone } from '../../../ui/not-done';
import { type PastMerge, useMergesInto, useUndoMerge } from '../api';
import classes from './rights.module.css';

interface MergesProps {
  readonly memberId: string;
  readonly onOpenMember: (memberId: string) => void;
}

/** Records that went into this one, each with its way back while there is one. */
export function Merges({ memberId, onOpenMember }: MergesProps) {
  const { t } = useTranslation('rights');
  return (
    <Awaited of={useMergesInto(memberId)} isEmpty={(merges) => merges.length === 0} empty={null}>
      {(merges) => (
        <section className={classes.section}>
          <h3>{t('merges.title')}</h3>
          {merges.map((merge) => (
            <Merge key={merge.mergeId} merge={merge} onUndone={onOpenMember} />
          ))}
        </section>
      )}
    </Awaited>
  );
}

function Merge({ merge, onUndone }: { readonly merge: PastMerge; readonly onUndone: (id: string) => void }) {
  const { t } = useTranslation('rights');
  const format = useFormat();
  const undo = useUndoMerge();
  const [sure, setSure] = useState(false);
  const press = async () => {
    if (!sure) return setSure(true);
    setSure(false);
    const end = await undo.run({ mergeId: merge.mergeId });
    if (end.state === 'done') onUndone(end.value.memberId);
  };
  const { at, staffName, memberNo, name, until } = merge;
  return (
    <div className={classes.merge}>
      <p>{t('merges.one', { memberNo, name, at: format.dateTime(at), staff: staffName })}</p>
      <NotDone of={undo.now} words={(refusal) => t(`refusal.${refusal.code}`)} />
      {merge.open ? (
        <>
          <Button
            size="compact-sm"
            variant={sure ? 'filled' : 'default'}
            {...(sure ? { color: 'red' } : {})}
            loading={undo.now.state === 'busy'}
            onClick={() => void press()}
          >
            {t(sure ? 'merges.sure' : 'merges.undo')}
          </Button>
          <p className="quiet">{t('merges.until', { at: format.dateTime(until) })}</p>
        </>
      ) : (
        <p className="quiet">{t('merges.over')}</p>
      )}
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenStore } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import type { ImportGroups, ImportKind } from '../api';
import { keep } from '../flow';
import classes from './check-view.module.css';
import { GroupsTable, RefusedTable } from './groups-table';
import { ShowFileButton } from './show-file-button';

interface DoneViewProps {
  readonly kind: ImportKind;
  readonly groups: ImportGroups;
  readonly refusedFile: string | null;
}

/** What the import has brought, and where the refused rows are. */
export function DoneView({ kind, groups, refusedFile }: DoneViewProps) {
  const { t } = useTranslation('exchange');
  const store = useOpenStore();
  const ok = useRef<HTMLButtonElement>(null);
  useEffect(() => ok.current?.focus(), []);
  const close = () => keep(store.id, { flow: null });
  return (
    <section
      className={classes.check}
      aria-label={t('done.import')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div className={classes.columns}>
        <div role="status">
          <h3 className={classes.title}>{t('done.import')}</h3>
          <GroupsTable groups={groups} kind={kind} />
        </div>
        <div>
          <h3 className={classes.title}>{t('check.refused')}</h3>
          <RefusedTable groups={groups} />
        </div>
      </div>
      {refusedFile === null ? null : (
        <div className={classes.acts}>
          <span>{t('done.refused_file')}</span>
          <ShowFileButton path={refusedFile}>{t('done.show')}</ShowFileButton>
        </div>
      )}
      <div className={classes.acts}>
        <KeyButton cap="Enter" ref={ok} onClick={close}>
          {t('done.ok')}
        </KeyButton>
      </div>
    </section>
  );
}

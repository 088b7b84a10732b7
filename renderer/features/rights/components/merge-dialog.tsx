import { Modal } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { DigitChoice } from '../../../ui/digit-choice';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { type MergePreview, useMerge, useMergePreview } from '../api';
import { MergeTable } from './merge-table';
import classes from './rights.module.css';

interface MergeDialogProps {
  readonly oneId: string;
  readonly otherId: string;
  readonly onMerged: (memberId: string) => void;
  readonly onClose: () => void;
}

/** Two records beside what they become; Enter alone merges nothing. */
export function MergeDialog({ oneId, otherId, onMerged, onClose }: MergeDialogProps) {
  const { t } = useTranslation(['rights', 'common']);
  const [phoneOf, setPhoneOf] = useState<string | null>(null);
  const preview = useMergePreview(oneId, otherId, phoneOf);
  const merge = useMerge();
  const run = async () => {
    const end = await merge.run({ oneId, otherId, phoneOf });
    if (end.state === 'done') onMerged(end.value.memberId);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault(); // it closes the dialog, and nothing behind it
      return onClose();
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  };
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      closeOnEscape={false}
      title={t('merge.title')}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
      transitionProps={{ duration: 0 }}
      onKeyDown={press}
    >
      <div className={classes.fields}>
        <Awaited
          of={preview}
          skeleton={<Bones rows={8} height={28} />}
          isEmpty={(pair) => pair === null}
          empty={<Notice tone="danger">{t('refusal.members_not_found')}</Notice>}
        >
          {(pair) => (pair === null ? null : <Pair pair={pair} onPhone={setPhoneOf} />)}
        </Awaited>
        <NotDone
          of={merge.now}
          words={(refusal) => t(`refusal.${refusal.code}`)}
          onRetry={() => void run()}
        />
        <div className={classes.acts}>
          <NeedsPin channel="rights.merge" />
          <KeyButton cap="Esc" variant="default" onClick={onClose} data-autofocus>
            {t('merge.keep')}
          </KeyButton>
          <KeyButton cap="Ctrl+Enter" loading={merge.now.state === 'busy'} onClick={() => void run()}>
            {t('merge.do')}
          </KeyButton>
        </div>
      </div>
    </Modal>
  );
}

const MOVES = ['purchases', 'coupons', 'complaints', 'tasks', 'contacts', 'surveys'] as const;

function Pair({ pair, onPhone }: { readonly pair: MergePreview; readonly onPhone: (id: string) => void }) {
  const { t } = useTranslation('rights');
  const { into, from, moves } = pair;
  const moved = MOVES.filter((what) => moves[what] > 0).map((what) =>
    t(`merge.${what}`, { count: moves[what], rows: whole(moves[what]) }),
  );
  return (
    <>
      {pair.toldApart ? <Notice tone="mind">{t('merge.toldApart')}</Notice> : null}
      <MergeTable pair={pair} />
      {into.phone !== null && from.phone !== null && into.phone !== from.phone ? (
        <DigitChoice
          label={t('merge.phoneOf')}
          options={[
            { value: pair.intoId, word: into.phone },
            { value: pair.fromId, word: from.phone },
          ]}
          value={pair.phoneOf}
          onChange={onPhone}
        />
      ) : null}
      <p>
        {moved.length === 0 ? t('merge.movesNothing') : t('merge.moves', { what: moved.join(t('data.and')) })}
      </p>
      <p className="quiet">{t('merge.undoable')}</p>
    </>
  );
}

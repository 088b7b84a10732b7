import { Button, Modal } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { whole } from '../../../lib/format';
import { useFormat, useOpenStore } from '../../../lib/store-context';
import { FaultLine } from '../../../ui/fault-line';
import { KeyButton } from '../../../ui/key-button';
import { Notice } from '../../../ui/notice';
import { type PastImport, type UndoRefusal, useUndoImport } from '../api';
import { keep } from '../flow';
import classes from './undo-dialog.module.css';

interface UndoDialogProps {
  readonly batch: PastImport;
  readonly onClose: () => void;
}

/** Says what an undo takes away before it is done; Enter alone keeps everything. */
export function UndoDialog({ batch, onClose }: UndoDialogProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const format = useFormat();
  const store = useOpenStore();
  const undo = useUndoImport();
  const run = async () => {
    const end = await undo.run({ batchId: batch.id });
    if (end.state !== 'done') return;
    keep(store.id, { undoId: end.value.id });
    onClose();
  };
  // Another job ends; what was built on an import does not go away by asking again.
  const mayWork = undo.now.state !== 'refused' || undo.now.refusal.code === 'job_running';
  const press = (event: KeyboardEvent) => {
    if (!mayWork || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void run();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('undo.title')}
      closeButtonProps={{ 'aria-label': t('common:act.close') }}
      transitionProps={{ duration: 0 }}
      onKeyDown={press}
    >
      <div className={classes.body}>
        <p>
          {t('undo.what', {
            when: format.dateTime(batch.startedAt),
            file: batch.fileName,
            members: whole(batch.members),
            purchases: whole(batch.purchases),
          })}
        </p>
        <p className="quiet">{t('undo.how')}</p>
        {undo.now.state === 'refused' ? <Refused refusal={undo.now.refusal} /> : null}
        {undo.now.state === 'fault' ? (
          <FaultLine mishap={undo.now.mishap} onRetry={() => void run()} />
        ) : null}
        <div className={classes.acts}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('undo.keep')}
          </Button>
          {mayWork ? (
            <KeyButton
              cap="Ctrl+Enter"
              color="red"
              loading={undo.now.state === 'busy'}
              onClick={() => void run()}
            >
              {t('undo.do')}
            </KeyButton>
          ) : null}
        </div>
      </div>
    </Modal>
  );
}

function Refused({ refusal }: { readonly refusal: UndoRefusal }) {
  const { t } = useTranslation('exchange');
  switch (refusal.code) {
    case 'built_upon': {
      const { by, rows } = refusal.params;
      return (
        <Notice tone="danger">
          {t('undo.built_upon', { by: t(`undo.by_${by}`), rows: whole(rows) })}
          {by === 'later_import' ? t('undo.by_later_import_hint') : null}
        </Notice>
      );
    }
    case 'import_gone':
      return <Notice tone="danger">{t('undo.import_gone')}</Notice>;
    case 'job_running':
      return <Notice tone="danger">{t('job_running')}</Notice>;
  }
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../lib/desk';
import { useReenterStore } from '../../../lib/store-view';
import { NeedsPin } from '../../../ui/needs-pin';
import { Notice } from '../../../ui/notice';
import { type Standing, useLostByUndo, useUndoRestore } from '../api';
import { useLostWords, useMoment } from '../use-place-words';
import classes from './backups.module.css';
import { Trouble } from './trouble';

/** The last restore, which can be taken back: what was before it is still there. */
export function UndoLine({ undo }: { readonly undo: Standing['undo'] }) {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const may = useMay('backups.previewUndo');
  if (undo === null) return null;
  const words = { when: moment(undo.restoredAt), made: moment(undo.backupMadeAt) };
  return (
    <div className={classes.undo}>
      <Notice tone="good">{t('undo.what', words)}</Notice>
      {may.how === 'free' ? <TakeBack /> : null}
    </div>
  );
}

function TakeBack() {
  const { t } = useTranslation('backups');
  const lost = useLostByUndo();
  const undo = useUndoRestore();
  const reenter = useReenterStore();
  const words = useLostWords();
  const [sure, setSure] = useState(false);
  const run = async () => {
    if (!sure) return setSure(true);
    const end = await undo.run({});
    if (end.state === 'done') await reenter();
  };
  const gone = lost.data ?? [];
  return (
    <>
      {sure ? (
        <Notice tone="mind">
          {gone.length === 0 ? t('undo.loses_nothing') : t('undo.loses', { what: words(gone) })}
        </Notice>
      ) : null}
      <div className={classes.acts}>
        <Button
          variant="default"
          color={sure ? 'red' : 'gray'}
          loading={undo.now.state === 'busy'}
          onClick={() => void run()}
        >
          {t(sure ? 'undo.sure' : 'undo.do')}
        </Button>
        {sure ? (
          <Button variant="subtle" color="gray" onClick={() => setSure(false)}>
            {t('undo.keep')}
          </Button>
        ) : null}
        <NeedsPin channel="backups.undoRestore" />
      </div>
      <Trouble of={undo.now} />
    </>
  );
}

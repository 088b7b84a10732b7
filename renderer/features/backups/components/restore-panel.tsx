import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReenterStore } from '../../../lib/store-view';
import { onConfirm } from '../../../lib/typing';
import { AfterAMoment } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { type Backup, type Preview, refOf, usePreviewRestore, useRestore } from '../api';
import { lostSince, useLostWords, useMoment } from '../use-place-words';
import classes from './backups.module.css';
import { Trouble } from './trouble';

interface RestorePanelProps {
  readonly backup: Backup;
  /** It is done, or shall not be done. */
  readonly onBack: () => void;
}

/** Going back to a backup: first what it would lose, then a phrase that nobody types by mistake. */
export function RestorePanel({ backup, onBack }: RestorePanelProps) {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const { run, now } = usePreviewRestore();
  useEffect(() => void run(refOf(backup)), [run, backup]);
  return (
    <Panel title={t('restore.title', { when: moment(backup.madeAt) })} onCancel={onBack}>
      <Trouble of={now} />
      {now.state === 'busy' ? (
        <AfterAMoment>
          <Bones rows={4} height={40} />
        </AfterAMoment>
      ) : null}
      {now.state === 'done' ? <RestoreForm preview={now.value} onDone={onBack} /> : null}
    </Panel>
  );
}

interface RestoreFormProps {
  readonly preview: Preview;
  readonly onDone: () => void;
}

function RestoreForm({ preview, onDone }: RestoreFormProps) {
  const { t } = useTranslation('backups');
  const restore = useRestore();
  const reenter = useReenterStore();
  const [phrase, setPhrase] = useState('');
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  const [code, setCode] = useState('');
  const { backup, needsRecoveryCode } = preview;
  const busy = restore.now.state === 'busy';
  const run = async () => {
    const end = await restore.run({
      ...refOf(backup),
      phrase,
      recoveryCode: needsRecoveryCode ? code : null,
    });
    if (end.state !== 'done') return;
    // Before somebody signs in to it: what it would lose is lost, and the phrase would do it once more.
    onDone();
    await reenter();
  };
  const press = onConfirm(() => void run());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter in either of the fields does what the button does
    <div ref={first} className={classes.fields} onKeyDown={press}>
      <Means preview={preview} />
      {needsRecoveryCode ? (
        <TextInput
          label={t('restore.code')}
          description={t('restore.code_about')}
          value={code}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : null}
      <TextInput
        label={t('restore.phrase', { phrase: preview.phrase })}
        value={phrase}
        autoComplete="off"
        onChange={(event) => setPhrase(event.currentTarget.value)}
      />
      <Trouble of={restore.now} />
      <div className={classes.acts}>
        <KeyButton
          cap="Ctrl+Enter"
          color="red"
          loading={busy}
          disabled={phrase.trim() === ''}
          onClick={() => void run()}
        >
          {t('restore.do')}
        </KeyButton>
        <NeedsPin channel="backups.restore" />
      </div>
    </div>
  );
}

/** What it would mean, before anything is done. */
function Means({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('backups');
  const moment = useMoment();
  const words = useLostWords();
  const lost = preview.lost ?? [];
  const since = lostSince(lost);
  return (
    <>
      {preview.otherStore ? (
        <Notice tone="danger">
          {preview.storeName === null
            ? t('restore.other_store')
            : t('restore.other_store_named', { name: preview.storeName })}
        </Notice>
      ) : null}
      {since === null ? (
        <Notice tone="good">{t('restore.loses_nothing')}</Notice>
      ) : (
        <Notice tone="mind">{t('restore.loses', { what: words(lost), since: moment(since) })}</Notice>
      )}
      <p className={classes.line}>{t('restore.kept')}</p>
      <p className={classes.path} data-selectable>
        {preview.backup.path}
      </p>
    </>
  );
}

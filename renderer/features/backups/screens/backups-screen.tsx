import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../lib/desk';
import { useFunctionKeys } from '../../../lib/function-keys';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import sides from '../../../ui/two-sides.module.css';
import { type Backup, useChooseFile, useChooseSecondMedium, useMakeNow, useStanding } from '../api';
import { BackupList } from '../components/backup-list';
import { RestorePanel } from '../components/restore-panel';
import { StandingView } from '../components/standing-view';
import { Trouble } from '../components/trouble';

/** When the last backup was that can be trusted, where it lies, and how to go back to one. */
export function BackupsScreen() {
  const { t } = useTranslation('backups');
  const standing = useStanding();
  const make = useMakeNow();
  const second = useChooseSecondMedium();
  const file = useChooseFile();
  const mayRestore = useMay('backups.list').how === 'free';
  const [chosen, setChosen] = useState<Backup | null>(null);
  const left = useRef<HTMLDivElement>(null);
  const side = useRef<HTMLDivElement>(null);
  useEffect(() => left.current?.focus(), []);
  const open = (backup: Backup) => {
    flushSync(() => setChosen(backup));
    side.current?.focus();
  };
  const back = () => {
    flushSync(() => setChosen(null));
    left.current?.focus();
  };
  const choose = async () => {
    const end = await file.run({});
    if (end.state === 'done' && end.value !== null) open(end.value);
  };
  const sample = standing.data?.sample === true;
  useFunctionKeys([
    {
      key: 'F2',
      word: t('do.make'),
      run: () => void make.run({}),
      disabled: sample || make.now.state === 'busy' || standing.data?.running === 'making',
    },
    { key: 'F3', word: t('do.second'), run: () => void second.run({}), disabled: sample },
    { key: 'F4', word: t('do.file'), run: () => void choose(), disabled: sample || !mayRestore },
  ]);
  return (
    <section
      className={sides.both}
      aria-label={t('title')}
      data-in-front={chosen === null ? undefined : true}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) back();
      }}
    >
      <div className={sides.left} ref={left} tabIndex={-1}>
        <Awaited of={standing} skeleton={<Bones rows={5} height={56} />}>
          {(view) => <StandingView standing={view} making={make.now.state === 'busy'} />}
        </Awaited>
        <Trouble of={make.now} />
        <Trouble of={second.now} />
        <Trouble of={file.now} />
      </div>
      <div className={sides.right} ref={side} tabIndex={-1}>
        {chosen === null ? (
          <BackupList onOpen={open} />
        ) : (
          <RestorePanel key={chosen.id} backup={chosen} onBack={back} />
        )}
      </div>
    </section>
  );
}

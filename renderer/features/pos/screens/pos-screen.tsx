import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../lib/desk';
import { useFunctionKeys } from '../../../lib/function-keys';
import { useFormat, useOpenStore } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { OnlyFor } from '../../../ui/only-for';
import sides from '../../../ui/two-sides.module.css';
import {
  type PosState,
  type UnclaimedReceipt,
  useChooseFolder,
  usePause,
  usePosState,
  usePreviewFile,
} from '../api';
import { Files } from '../components/files';
import classes from '../components/pos.module.css';
import { SetUpView } from '../components/set-up-view';
import { Standing } from '../components/standing';
import { Trouble } from '../components/trouble';
import { Waiting } from '../components/waiting';
import { keep, useAt, VIEWS } from '../pos-state';
import { draftOf, newDraft } from '../set-up';

interface PosScreenProps {
  /** To the counter with this receipt in hand. */
  readonly onGive: (receipt: UnclaimedReceipt) => void;
  /** What of this PC belongs to the till as well. */
  readonly children?: ReactNode;
}

/** Sales from the shop's till: the folder that is watched, what came of its files, receipts that wait for a member. */
export function PosScreen({ onGive, children }: PosScreenProps) {
  const { setUp } = useAt(useOpenStore().id);
  const state = usePosState();
  if (setUp !== null) return <SetUpView setUp={setUp} />;
  return (
    <Awaited of={state} skeleton={<Bones rows={6} height={56} />}>
      {(found) => (
        <AtDesk state={found} onGive={onGive}>
          {children}
        </AtDesk>
      )}
    </Awaited>
  );
}

function AtDesk({ state, onGive, children }: PosScreenProps & { readonly state: PosState }) {
  const { t } = useTranslation('pos');
  const store = useOpenStore();
  const format = useFormat();
  const { view } = useAt(store.id);
  const chooseFolder = useChooseFolder();
  const preview = usePreviewFile();
  const pause = usePause();
  const maySetUp = useMay('pos.setSource').how !== 'never';
  const mayPause = useMay('pos.pause').how !== 'never';
  const left = useRef<HTMLDivElement>(null);
  useEffect(() => left.current?.focus(), []);
  const { source } = state;
  const draft = source === null ? newDraft(t('firstName'), format.today) : draftOf(source);

  const choose = async () => {
    const end = await chooseFolder.run({});
    if (end.state === 'done' && end.value !== null)
      keep(store.id, { setUp: { preview: end.value, draft: { ...draft, reading: null } } });
  };
  const change = async () => {
    const { pattern, reading, from } = draft;
    const end = await preview.run({ folderId: null, pattern, name: null, reading, from });
    if (end.state === 'done') keep(store.id, { setUp: { preview: end.value, draft } });
  };
  const turn = () => void pause.run({ paused: source?.paused !== true });
  const isSample = state.health === 'sample';
  const keys = [
    { key: 'F2', word: t('do.folder'), run: () => void choose(), disabled: !maySetUp || isSample },
    { key: 'F3', word: t('do.change'), run: () => void change(), disabled: !maySetUp || source === null },
    {
      key: 'F12',
      word: t(source?.paused === true ? 'do.goOn' : 'do.pause'),
      run: turn,
      disabled: !mayPause || source === null,
    },
  ];
  useFunctionKeys(keys);
  return (
    <section className={sides.both} aria-label={t('posTitle')}>
      <div className={sides.left} ref={left} tabIndex={-1}>
        {source === null ? <Teach isSample={isSample} /> : <Standing state={state} source={source} />}
        <OnlyFor channel="pos.pause" what={t('setUp.title')}>
          <div className={classes.acts}>
            {keys
              .filter(({ disabled }) => !disabled)
              .map(({ key, word, run }, place) => (
                <KeyButton
                  key={key}
                  cap={key}
                  variant={place === 0 && source === null ? 'filled' : 'default'}
                  onClick={run}
                >
                  {word}
                </KeyButton>
              ))}
            <NeedsPin channel="pos.setSource" />
          </div>
        </OnlyFor>
        <Trouble of={chooseFolder.now} />
        <Trouble of={preview.now} />
        <Trouble of={pause.now} />
        {children}
      </div>
      {source === null ? null : (
        <div className={sides.right}>
          <SegmentedControl
            aria-label={t('viewLabel')}
            data={VIEWS.map((each) => ({
              value: each,
              label:
                each === 'waiting' && state.unclaimed > 0
                  ? t('view.waitingCount', { n: state.unclaimed })
                  : t(`view.${each}`),
            }))}
            value={view}
            onChange={(next) => keep(store.id, { view: next })}
          />
          {view === 'waiting' ? (
            <Waiting onGive={onGive} />
          ) : (
            <OnlyFor channel="pos.files" what={t('view.files')}>
              <Files />
            </OnlyFor>
          )}
        </div>
      )}
    </section>
  );
}

/** What this is for, where no folder is watched yet. */
function Teach({ isSample }: { readonly isSample: boolean }) {
  const { t } = useTranslation('pos');
  return (
    <div className={classes.standing}>
      <h2 className={classes.big}>{t('teach.title')}</h2>
      <p className={classes.line}>{t(isSample ? 'teach.sample' : 'teach.about')}</p>
    </div>
  );
}

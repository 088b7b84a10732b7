import { SegmentedControl } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFunctionKeys } from '../../../lib/function-keys';
import { useFollowJobs, useRunningJob } from '../../../lib/jobs';
import { useOpenStore } from '../../../lib/store-context';
import { useBroughtUp } from '../../../lib/use-brought-up';
import { Awaited } from '../../../ui/awaited';
import { Bones } from '../../../ui/bones';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { OnlyFor } from '../../../ui/only-for';
import sides from '../../../ui/two-sides.module.css';
import {
  type PacketView,
  type SendAsked,
  type SetUpView,
  type Standing,
  useReadRules,
  useSaveSheet,
  useSend,
  useStanding,
  useTakeAck,
} from '../api';
import classes from '../components/head-office.module.css';
import { Outbox } from '../components/outbox';
import { RulePackets } from '../components/rule-packets';
import { SendEnd } from '../components/send-end';
import { SetUp } from '../components/set-up';
import { SettingsView, settingsOf } from '../components/settings-view';
import { SheetView } from '../components/sheet-view';
import { StandingView } from '../components/standing-view';
import { Trouble } from '../components/trouble';
import { keep, useAt, VIEWS, type View } from '../head-office-state';
import type { RuleWords } from '../rule-words';

interface HeadOfficeScreenProps {
  readonly ruleWords: RuleWords;
}

/** The periodic report: what is due, the one key that makes and copies it, and what head office answers. */
export function HeadOfficeScreen({ ruleWords }: HeadOfficeScreenProps) {
  useFollowJobs();
  const standing = useStanding();
  return (
    <Awaited of={standing} skeleton={<Bones rows={5} height={56} />}>
      {(found) =>
        found.setUp === null ? <SetUp /> : <Desk standing={found} setUp={found.setUp} ruleWords={ruleWords} />
      }
    </Awaited>
  );
}

interface DeskProps extends HeadOfficeScreenProps {
  readonly standing: Standing;
  readonly setUp: SetUpView;
}

/** Another card may be taken at any time; meanwhile the desk and its keys are gone. */
function Desk(props: DeskProps) {
  const [otherCard, setOtherCard] = useState(false);
  return otherCard ? (
    <SetUp settings={settingsOf(props.setUp)} onDone={() => setOtherCard(false)} />
  ) : (
    <AtDesk {...props} onOtherCard={() => setOtherCard(true)} />
  );
}

interface AtDeskProps extends DeskProps {
  readonly onOtherCard: () => void;
}

function AtDesk({ standing, setUp, ruleWords, onOtherCard }: AtDeskProps) {
  const { t } = useTranslation('headOffice');
  const store = useOpenStore();
  const { view, jobId } = useAt(store.id);
  const { data: running } = useRunningJob();
  const send = useSend();
  const ack = useTakeAck();
  const rules = useReadRules();
  const save = useSaveSheet();
  const left = useRef<HTMLDivElement>(null);
  const right = useBroughtUp(view);
  useEffect(() => left.current?.focus(), []);
  const busy = running !== null && running !== undefined;
  const show = (next: View) => keep(store.id, { view: next });
  const go = async (asked: SendAsked) => {
    const end = await send.run(asked);
    if (end.state === 'done' && end.value !== null) keep(store.id, { jobId: end.value.id });
  };
  const again = ({ id }: PacketView) => void go({ make: 'none', to: 'last', again: [id] });
  const take = async () => {
    const end = await rules.run({});
    if (end.state === 'done' && end.value !== null) show('rules');
  };
  useFunctionKeys([
    { key: 'F2', word: t('do.send'), run: () => void go({ make: 'due', to: 'last' }), disabled: busy },
    { key: 'F3', word: t('do.elsewhere'), run: () => void go({ make: 'due', to: 'choose' }), disabled: busy },
    { key: 'F4', word: t('do.ack'), run: () => void ack.run({}) },
    { key: 'F6', word: t('do.rules'), run: () => void take() },
    ...(view === 'sheet'
      ? [
          { key: 'F10', word: t('sheet.print'), run: () => window.print() },
          { key: 'F9', word: t('sheet.save'), run: () => void save.run({}) },
        ]
      : []),
  ]);
  return (
    <section className={sides.both} aria-label={t('title')}>
      <div className={sides.left} ref={left} tabIndex={-1}>
        <StandingView standing={standing} setUp={setUp} />
        <div className={classes.acts}>
          <KeyButton cap="F2" disabled={busy} onClick={() => void go({ make: 'due', to: 'last' })}>
            {t('do.send')}
          </KeyButton>
          <KeyButton
            cap="F3"
            variant="default"
            disabled={busy}
            onClick={() => void go({ make: 'due', to: 'choose' })}
          >
            {t('do.elsewhere')}
          </KeyButton>
          <NeedsPin channel="headOffice.send" />
        </div>
        <SendEnd jobId={jobId} />
        <Trouble of={send.now} />
        <Trouble of={ack.now} />
        <Trouble of={rules.now} />
      </div>
      <div className={sides.right} ref={right}>
        <SegmentedControl
          aria-label={t('view.label')}
          data={VIEWS.map((each) => ({
            value: each,
            label:
              each === 'rules' && standing.rulesWaiting > 0
                ? t('view.rules_waiting', { count: standing.rulesWaiting })
                : t(`view.${each}`),
          }))}
          value={view}
          onChange={(next) => show(next)}
        />
        <OnlyFor channel="headOffice.packets" what={t(`view.${view}`)}>
          {view === 'outbox' ? <Outbox onAgain={again} /> : null}
          {view === 'rules' ? <RulePackets ruleWords={ruleWords} /> : null}
          {view === 'sheet' ? <SheetView save={save} /> : null}
          {view === 'settings' ? <SettingsView setUp={setUp} onOtherCard={onOtherCard} /> : null}
        </OnlyFor>
      </div>
    </section>
  );
}

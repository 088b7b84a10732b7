import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { Notice } from '../../../ui/notice';
import { type RulePacketView, useAcceptRules, useRefuseRules } from '../api';
import type { RuleWords } from '../rule-words';
import classes from './head-office.module.css';
import { Trouble } from './trouble';

interface RulePacketProps {
  readonly packet: RulePacketView;
  readonly ruleWords: RuleWords;
  readonly onBack: () => void;
}

/** What head office asks for, rule by rule, in the words of the settings; nothing changes until it is accepted. */
export function RulePacket({ packet, ruleWords, onBack }: RulePacketProps) {
  const { t } = useTranslation('headOffice');
  const format = useFormat();
  const { answered, changes, state } = packet;
  return (
    <section
      className={classes.detail}
      aria-label={packet.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onBack();
      }}
    >
      <h2 className={classes.title}>{t('rules.name', { n: packet.number, title: packet.title })}</h2>
      <p className={classes.line}>{packet.why}</p>
      <p className={classes.big}>{t('rules.from', { date: format.date(packet.from) })}</p>
      {state === 'waiting' && changes.length === 0 ? (
        <Notice tone="quiet">{t('rules.same')}</Notice>
      ) : (
        <dl className={`${classes.changes} numbers`}>
          {changes.map(({ path, before, after }) => (
            <div key={path}>
              <dt>{ruleWords.labelOf(path, after === '' ? before : after)}</dt>
              <dd>
                <s>{before === '' ? t('rules.none') : ruleWords.wordsOf(path, before)}</s>
                {' → '}
                <strong>{after === '' ? t('rules.gone') : ruleWords.wordsOf(path, after)}</strong>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {answered === null ? (
        <Answer packet={packet} onBack={onBack} />
      ) : (
        <>
          <Notice tone="quiet">
            {t(`rules.answered_${state === 'accepted' ? 'accepted' : 'refused'}`, {
              ...{ when: format.dateTime(answered.at), who: answered.staffName, reason: answered.reason },
            })}
          </Notice>
          <div>
            <KeyButton cap="Esc" variant="default" autoFocus onClick={onBack}>
              {t('packet.back')}
            </KeyButton>
          </div>
        </>
      )}
    </section>
  );
}

/** Yes with the day from which they count, or no with the reason. */
function Answer({ packet, onBack }: Omit<RulePacketProps, 'ruleWords'>) {
  const { t } = useTranslation('headOffice');
  const accept = useAcceptRules();
  const refuse = useRefuseRules();
  const [reason, setReason] = useState('');
  const busy = accept.now.state === 'busy' || refuse.now.state === 'busy';
  const give = async (yes: boolean) => {
    const end = yes
      ? await accept.run({ id: packet.id, basedOn: packet.basedOn })
      : await refuse.run({ id: packet.id, reason: reason.trim() });
    if (end.state === 'done') onBack();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key for all that stands in it; the button does the same
    <div
      className={classes.fields}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void give(true);
      }}
    >
      <div className={classes.acts}>
        <KeyButton cap="Ctrl+Enter" autoFocus loading={busy} onClick={() => void give(true)}>
          {t('rules.accept')}
        </KeyButton>
        <KeyButton cap="Esc" variant="default" onClick={onBack}>
          {t('rules.later')}
        </KeyButton>
        <NeedsPin channel="headOffice.acceptRules" />
      </div>
      <TextInput
        label={t('rules.reason')}
        maxLength={200}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || reason.trim() === '') return;
          event.preventDefault();
          void give(false);
        }}
      />
      <div className={classes.acts}>
        <KeyButton
          cap="Enter"
          variant="default"
          disabled={busy || reason.trim() === ''}
          onClick={() => void give(false)}
        >
          {t('rules.refuse')}
        </KeyButton>
        <NeedsPin channel="headOffice.refuseRules" />
      </div>
      <Trouble of={accept.now} />
      <Trouble of={refuse.now} />
    </div>
  );
}

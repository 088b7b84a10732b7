import type { MemberCard } from '@contract/members';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENT_TEXT_VERSION } from '../../../lib/consent-text';
import { useFormat } from '../../../lib/store-context';
import { Awaited } from '../../../ui/awaited';
import { FaultLine } from '../../../ui/fault-line';
import { useConsents, useRecordConsent } from '../api';
import classes from './consent-section.module.css';
import { ConsentSlip } from './consent-slip';

interface ConsentSectionProps {
  readonly memberId: string;
  readonly given: MemberCard['consent'];
  readonly who: { readonly name: string; readonly phone: string };
}

/** What the member agreed to, and how to withdraw: open, withdraw, confirm (S28). */
export function ConsentSection({ memberId, given, who }: ConsentSectionProps) {
  const { t } = useTranslation('members');
  const [onPaper, setOnPaper] = useState(false);
  const by = onPaper ? 'paper' : 'counter';
  return (
    <section className={classes.section} aria-label={t('consent.title')}>
      <h3 className={classes.title}>{t('consent.title')}</h3>
      <Purpose memberId={memberId} purpose="personal_data" given={given.personalData} by={by} />
      <Purpose memberId={memberId} purpose="marketing" given={given.marketing} by={by} />
      <ConsentSlip who={who} choices={given} onPaper={() => setOnPaper(true)} />
      <History memberId={memberId} />
    </section>
  );
}

interface PurposeProps {
  readonly memberId: string;
  readonly purpose: 'personal_data' | 'marketing';
  readonly given: boolean;
  /** How consent that is recorded now was given: by word, or on the slip that was printed here. */
  readonly by: 'counter' | 'paper';
}

function Purpose({ memberId, purpose, given, by }: PurposeProps) {
  const { t } = useTranslation('members');
  const record = useRecordConsent();
  const [sure, setSure] = useState(false);
  const action = given ? 'withdrawn' : 'given';
  const press = async () => {
    // Withdrawing is asked twice; giving is what the member has just said.
    if (given && !sure) return setSure(true);
    setSure(false);
    const channel = given ? 'counter' : by;
    await record.run({ memberId, purpose, action, textVersion: CONSENT_TEXT_VERSION, channel });
  };
  return (
    <div className={classes.purpose}>
      <span>{t(purpose === 'marketing' ? 'fact.marketing' : 'fact.personalData')}</span>
      <span className={given ? undefined : 'quiet'}>{t(given ? 'consent.given' : 'consent.notGiven')}</span>
      <Button
        variant="default"
        size="compact-sm"
        {...(sure ? { color: 'red', variant: 'filled' } : {})}
        onClick={() => void press()}
        loading={record.now.state === 'busy'}
      >
        {t(given ? (sure ? 'consent.sure' : 'consent.withdraw') : 'consent.give')}
      </Button>
      {record.now.state === 'fault' ? <FaultLine mishap={record.now.mishap} /> : null}
    </div>
  );
}

function History({ memberId }: { readonly memberId: string }) {
  const { t } = useTranslation('members');
  const format = useFormat();
  return (
    <Awaited of={useConsents(memberId)} isEmpty={(rows) => rows.length === 0} empty={null}>
      {(rows) => (
        <ul className={classes.history}>
          {rows.map((row) => (
            <li key={`${row.at}-${row.purpose}`}>
              {format.dateTime(row.at)} ·{' '}
              {t(row.purpose === 'marketing' ? 'fact.marketing' : 'fact.personalData')} ·{' '}
              {t(row.action === 'given' ? 'consent.given' : 'consent.withdrawn')} · {row.staffName} ·{' '}
              {t(`consent.channel.${row.channel}` as 'consent.channel.counter', {
                defaultValue: row.channel,
              })}
              {row.textVersion === '' ? null : ` · ${t('consent.version', { version: row.textVersion })}`}
            </li>
          ))}
        </ul>
      )}
    </Awaited>
  );
}

import type { TierStanding } from '@contract/loyalty-shapes';
import { TIERS, type Tier } from '@domain/tiers/tier';
import { isBusinessDate } from '@domain/units';
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import { onConfirm } from '../../../lib/typing';
import { DigitChoice } from '../../../ui/digit-choice';
import { KeyButton } from '../../../ui/key-button';
import { NeedsPin } from '../../../ui/needs-pin';
import { NotDone } from '../../../ui/not-done';
import { Notice } from '../../../ui/notice';
import { Panel } from '../../../ui/panel';
import { TierMark } from '../../../ui/tier-mark';
import { useRules, useSetTier } from '../api';
import { type Effect, effectOf } from '../by-hand';
import { StandingLine } from './standing-line';
import classes from './tier-panel.module.css';

interface TierPanelProps {
  readonly memberId: string;
  readonly standing: TierStanding;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

type Mode = 'joins' | 'fixed';

/** A level by hand: which, for how long, and why; what it will come to stands there before it is set. */
export function TierPanel({ memberId, standing, onDone, onCancel }: TierPanelProps) {
  const { t } = useTranslation(['tiers', 'common']);
  const format = useFormat();
  const set = useSetTier();
  const rules = useRules();
  const [tier, setTier] = useState<Tier>(standing.tier);
  const [mode, setMode] = useState<Mode>('joins');
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const modeField = useRef<HTMLInputElement>(null);
  const reasonField = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  const until = isBusinessDate(day) ? day : null;
  const typed = { tier, joinsAutomatic: mode === 'joins', until };
  const effect =
    rules.data === undefined ? null : effectOf(typed, standing, format.today, rules.data.rules.tiers);

  const confirm = async () => {
    setAsked(true);
    if (reason.trim() === '') return reasonField.current?.focus();
    const end = await set.run({ memberId, ...typed, reason });
    if (end.state === 'done') onDone();
  };
  const press = onConfirm(() => void confirm());

  return (
    <form className={classes.form} onKeyDown={press} onSubmit={(event) => event.preventDefault()}>
      <Panel
        title={t('hand.title')}
        onCancel={onCancel}
        foot={
          <div className={classes.foot}>
            <NotDone
              of={set.now}
              words={(refusal) => t(`refusal.${refusal.code}`)}
              onRetry={() => void confirm()}
            />
            {effect === null ? null : <Notice tone="quiet">{effectWords(effect)}</Notice>}
            <KeyButton cap="Ctrl+Enter" onClick={() => void confirm()} loading={set.now.state === 'busy'}>
              {t('hand.do')}
            </KeyButton>
          </div>
        }
      >
        <div className={classes.fields}>
          <p className={classes.now}>
            {t('hand.now')} <TierMark tier={standing.tier} />
          </p>
          <StandingLine standing={standing} />
          <NeedsPin channel="tiers.setByHand" />
          <DigitChoice
            label={t('hand.tier')}
            options={TIERS.map((value) => ({ value, word: t(`common:tier.${value}`) }))}
            value={tier}
            onChange={setTier}
            onSettled={() => modeField.current?.focus()}
            focusRef={first}
          />
          <DigitChoice
            label={t('hand.mode')}
            stacked
            options={[
              { value: 'joins', word: t('hand.joins'), more: t('hand.joinsMore') },
              { value: 'fixed', word: t('hand.fixed'), more: t('hand.fixedMore') },
            ]}
            value={mode}
            onChange={setMode}
            onSettled={() => reasonField.current?.focus()}
            focusRef={modeField}
          />
          <TextInput
            type="date"
            label={t('hand.until')}
            description={t(mode === 'joins' ? 'hand.untilJoins' : 'hand.untilFixed')}
            min={format.today}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
            error={until !== null && until < format.today ? t('refusal.until_in_past') : null}
          />
          <TextInput
            ref={reasonField}
            label={t('hand.reason')}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={asked && reason.trim() === '' ? t('refusal.reason_needed') : null}
          />
        </div>
      </Panel>
    </form>
  );

  function effectWords(effect: Effect): string {
    const name = { tier: t(`common:tier.${effect.tier}`) };
    return 'until' in effect
      ? t(`effect.${effect.kind}`, { ...name, date: format.date(effect.until) })
      : t(`effect.${effect.kind}`, name);
  }
}

import { useTranslation } from 'react-i18next';
import { money, whole } from '../../../lib/format';
import { DigitChoice } from '../../../ui/digit-choice';
import type { Shortfall } from '../api';
import type { RefundDraft } from '../use-refund-draft';
import classes from './refund.module.css';

interface ShortfallChoiceProps {
  readonly ways: NonNullable<RefundDraft['ways']>;
  readonly value: Shortfall;
  readonly onChange: (value: Shortfall) => void;
}

const WAYS: readonly Shortfall[] = ['debt', 'reduce_refund', 'write_off'];

/** The points to take back are already spent: one of three ways, their numbers side by side, never silently. */
export function ShortfallChoice({ ways, value, onChange }: ShortfallChoiceProps) {
  const { t } = useTranslation('purchases');
  const missing = ways.debt?.possible === true ? ways.debt.effect.shortfall : 0;
  return (
    <div className={classes.shortfall}>
      <DigitChoice
        label={t('shortfall.title', { points: whole(missing) })}
        stacked
        options={WAYS.map((way) => ({ value: way, word: t(`shortfall.${way}`), more: consequence(way) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );

  function consequence(way: Shortfall) {
    const answer = ways[way];
    if (answer === undefined) return '—';
    if (!answer.possible) return t('shortfall.notPossible');
    return (
      <span className={classes.way}>
        <span>{t('shortfall.money', { money: money(answer.effect.moneyBack) })}</span>
        <span>{t('shortfall.after', { points: whole(answer.effect.balanceAfter) })}</span>
      </span>
    );
  }
}

import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { UNIT_OF } from '../../../lib/segment-numbers';
import type { Telling } from '../../../lib/segment-words';
import type { Typed } from '../draft';
import { readNumber } from '../numbers';
import classes from './condition.module.css';

type TypedNumber = Typed & { readonly kind: 'number' };

interface NumberRangeProps {
  readonly typed: TypedNumber;
  readonly month: Telling['month'];
  readonly wrong: boolean;
  readonly onChange: (typed: TypedNumber) => void;
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** From and to, both included, either may stay open; months by their name. */
export function NumberRange({ typed, month, wrong, onChange }: NumberRangeProps) {
  const { t } = useTranslation('segments');
  const unit = UNIT_OF[typed.fact];
  if (unit === 'month') {
    const data = MONTHS.map((each) => ({ value: String(each), label: month(each) }));
    return (
      <div className={classes.range}>
        <NativeSelect
          aria-label={t('builder.from')}
          value={typed.from}
          data={data}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...typed, from: value, to: String(Math.max(Number(value), Number(typed.to))) })
          }
        />
        <span>{t('builder.to')}</span>
        <NativeSelect
          aria-label={t('builder.to')}
          value={typed.to}
          data={data.slice(Number(typed.from) - 1)}
          onChange={({ currentTarget: { value } }) => onChange({ ...typed, to: value })}
        />
      </div>
    );
  }
  const isNone = (side: 'from' | 'to') => readNumber(typed.fact, typed[side]) === undefined;
  // One that is no number is marked alone; otherwise it is both that make no sense together.
  const isMarked = (side: 'from' | 'to') => wrong && (isNone(side) || !(isNone('from') || isNone('to')));
  const field = (side: 'from' | 'to') => (
    <TextInput
      className={unit === 'money' ? classes.amount : classes.number}
      classNames={{ input: 'numbers' }}
      aria-label={t(`builder.${side}`)}
      placeholder={t(`builder.${side === 'from' ? 'noLeast' : 'noMost'}`)}
      inputMode={unit === 'money' ? 'decimal' : 'numeric'}
      autoComplete="off"
      maxLength={12}
      error={isMarked(side)}
      value={typed[side]}
      onChange={({ currentTarget: { value } }) => onChange({ ...typed, [side]: value })}
    />
  );
  return (
    <div className={classes.range}>
      {field('from')}
      <span>{t('builder.to')}</span>
      {field('to')}
      <span className="quiet">{t(`counted.${unit}`)}</span>
    </div>
  );
}

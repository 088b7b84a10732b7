import type { Period } from '@domain/complaints/statistics';
import { isBusinessDate } from '@domain/units';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { choosePeriod, chooseSpan, SPANS, type Span } from '../../statistics-state';
import classes from './statistics.module.css';

interface PeriodChoiceProps {
  readonly span: Span;
  readonly period: Period;
}

/** Which days the figures are about; whoever changes a day has days of their own. */
export function PeriodChoice({ span, period }: PeriodChoiceProps) {
  const { t } = useTranslation('complaints');
  const day = (of: 'from' | 'to') => (
    <TextInput
      type="date"
      size="xs"
      label={t(`statistics.${of}`)}
      value={period[of]}
      onChange={({ currentTarget: { value } }) => {
        if (isBusinessDate(value)) choosePeriod(ordered({ ...period, [of]: value }, of));
      }}
    />
  );
  return (
    <div className={classes.period}>
      <SegmentedControl<Span>
        aria-label={t('statistics.period')}
        size="xs"
        data={SPANS.map((value) => ({ value, label: t(`statistics.span.${value}`) }))}
        value={span}
        onChange={(next) => (next === 'own' ? choosePeriod(period) : chooseSpan(next))}
        transitionDuration={0}
      />
      {day('from')}
      {day('to')}
    </div>
  );
}

/** A first day behind the last one pushes it, and the other way round: there is always a day in between. */
const ordered = ({ from, to }: Period, changed: 'from' | 'to'): Period =>
  from <= to ? { from, to } : changed === 'from' ? { from, to: from } : { from: to, to };

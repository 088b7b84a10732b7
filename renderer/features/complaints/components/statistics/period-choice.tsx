import type { Period } from '@domain/calendar/period';
import { isBusinessDate } from '@domain/units';
import { SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
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
      <Day of="from" period={period} />
      <Day of="to" period={period} />
    </div>
  );
}

/** While a year is typed it is 0002 and 0020 for a moment; nobody asks for centuries of months. */
const EARLIEST = '2000-01-01';

interface DayProps {
  readonly of: 'from' | 'to';
  readonly period: Period;
}

function Day({ of, period }: DayProps) {
  const { t } = useTranslation('complaints');
  /** What is being typed and is no day yet; the day itself once one has left the field. */
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextInput
      type="date"
      size="xs"
      label={t(`statistics.${of}`)}
      value={draft ?? period[of]}
      onBlur={() => setDraft(null)}
      onChange={({ currentTarget: { value } }) => {
        setDraft(value);
        if (isBusinessDate(value) && value >= EARLIEST) choosePeriod(ordered({ ...period, [of]: value }, of));
      }}
    />
  );
}

/** A first day behind the last one pushes it, and the other way round: there is always a day in between. */
const ordered = ({ from, to }: Period, changed: 'from' | 'to'): Period =>
  from <= to ? { from, to } : changed === 'from' ? { from, to: from } : { from: to, to };

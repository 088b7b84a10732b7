import type { Period } from '@domain/calendar/period';
import { type BusinessDate, isBusinessDate } from '@domain/units';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodOf, SPANS, type Span } from '../lib/periods';
import { useFormat } from '../lib/store-context';
import classes from './period-choice.module.css';

/** A span that moves on with the days, or two days of one's own. */
export type ChosenPeriod = { readonly span: Span } | ({ readonly span: 'own' } & Period);

interface PeriodChoiceProps {
  readonly chosen: ChosenPeriod;
  readonly onChoose: (chosen: ChosenPeriod) => void;
}

/** The days of what was chosen, seen from today. */
export function usePeriod(chosen: ChosenPeriod): Period {
  const { today } = useFormat();
  return chosen.span === 'own' ? { from: chosen.from, to: chosen.to } : periodOf(chosen.span, today);
}

/** Which business days a screen speaks of. */
export function PeriodChoice({ chosen, onChoose }: PeriodChoiceProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const period = usePeriod(chosen);
  return (
    <div className={classes.choice}>
      <NativeSelect
        aria-label={t('period.label')}
        size="xs"
        data={[...SPANS, 'own' as const].map((span) => ({ value: span, label: t(`period.${span}`) }))}
        value={chosen.span}
        onChange={(event) => {
          const span = SPANS.find((each) => each === event.currentTarget.value);
          onChoose(span === undefined ? { span: 'own', ...period } : { span });
        }}
      />
      {chosen.span === 'own' ? (
        (['from', 'to'] as const).map((end) => (
          <Day
            key={end}
            label={t(`period.${end}`)}
            day={period[end]}
            onDay={(day) => onChoose({ span: 'own', ...ordered({ ...period, [end]: day }, end) })}
          />
        ))
      ) : (
        <span className={classes.dates}>
          {format.date(period.from)} – {format.date(period.to)}
        </span>
      )}
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly day: BusinessDate;
  readonly onDay: (day: BusinessDate) => void;
}

/** While a year is typed it is 0002 and 0020 for a moment; nobody asks for centuries of months. */
const EARLIEST = '2000-01-01';

function Day({ label, day, onDay }: DayProps) {
  /** What is being typed and is no day yet; the day itself once one has left the field. */
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <TextInput
      type="date"
      size="xs"
      aria-label={label}
      value={draft ?? day}
      onBlur={() => setDraft(null)}
      onChange={({ currentTarget: { value } }) => {
        setDraft(value);
        if (isBusinessDate(value) && value >= EARLIEST) onDay(value);
      }}
    />
  );
}

/** A first day behind the last one pushes it, and the other way round: there is always a day in between. */
const ordered = ({ from, to }: Period, changed: keyof Period): Period =>
  from <= to ? { from, to } : changed === 'from' ? { from, to: from } : { from: to, to };

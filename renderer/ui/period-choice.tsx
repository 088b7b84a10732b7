import type { Period } from '@domain/calendar/period';
import { isBusinessDate } from '@domain/units';
import { NativeSelect, TextInput } from '@mantine/core';
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
  const put = (part: Partial<Record<keyof Period, string>>) => {
    const { from, to } = { ...period, ...part };
    // Half a date is no date yet, and an end before its beginning no period: what stood there stays.
    if (isBusinessDate(from) && isBusinessDate(to) && from <= to) onChoose({ span: 'own', from, to });
  };
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
          <TextInput
            key={end}
            type="date"
            size="xs"
            aria-label={t(`period.${end}`)}
            defaultValue={period[end]}
            onChange={(event) => put({ [end]: event.currentTarget.value })}
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

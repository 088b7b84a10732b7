import { addDays, addMonths } from '@domain/calendar/business-day';
import type { Period } from '@domain/calendar/period';
import type { BusinessDate } from '@domain/units';
import { create } from 'zustand';

/** The spans that are asked for most, and one of one's own. */
export const SPANS = ['days30', 'months3', 'months12', 'own'] as const;
export type Span = (typeof SPANS)[number];

interface StatisticsView {
  readonly span: Span;
  /** The days of one's own choice, once there was one. */
  readonly own: Period | null;
  /** The figures behind the charts, in their place. */
  readonly asTable: boolean;
}

/** What one looked at is still there after a look at the board. */
export const useStatisticsView = create<StatisticsView>(() => ({
  span: 'months3',
  own: null,
  asTable: false,
}));

const put = useStatisticsView.setState;

export const turnTable = (): void => put(({ asTable }) => ({ asTable: !asTable }));
export const chooseSpan = (span: Span): void => put({ span });
export const choosePeriod = (own: Period): void => put({ span: 'own', own });

/** Its days, both included; up to today unless one's own were chosen. */
export function periodOf({ span, own }: Pick<StatisticsView, 'span' | 'own'>, today: BusinessDate): Period {
  switch (span) {
    case 'days30':
      return { from: addDays(today, -29), to: today };
    case 'months3':
      return { from: addDays(addMonths(today, -3), 1), to: today };
    case 'months12':
      return { from: addDays(addMonths(today, -12), 1), to: today };
    case 'own':
      return own ?? { from: addDays(today, -29), to: today };
  }
}

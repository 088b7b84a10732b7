import { addDays } from '../calendar/business-day';
import type { Period } from '../calendar/period';
import { type BusinessDate, type Fen, fen, type Points } from '../units';
import { stepsOf } from './compared';

/** What was sold or went back on a day at the hands of one seller; null for bills that were imported. */
export interface Takings {
  readonly day: BusinessDate;
  readonly staffId: string | null;
  readonly bills: number;
  readonly taken: Fen;
  readonly refunds: number;
  readonly refunded: Fen;
}

/** What no day or seller adds up to: people count once, however often they came. */
export interface Counts {
  readonly buyers: number;
  readonly newMembers: number;
  readonly pointsGiven: Points;
  readonly pointsUsed: Points;
}

/** Money and bills of any part of the takings. */
export interface Sum {
  readonly money: Fen;
  readonly bills: number;
}

export interface Figures extends Sum, Counts {
  readonly taken: Fen;
  readonly refunded: Fen;
  readonly refunds: number;
  readonly averageTicket: Fen | null;
}

/**
 * What a stretch of days came to. A refund counts on its own day, as the till does: a day that is over
 * never changes. The average ticket is that of the bills as they were paid, before anything went back.
 */
export function figuresOf(takings: readonly Takings[], counts: Counts): Figures {
  const add = (column: 'bills' | 'taken' | 'refunds' | 'refunded') =>
    takings.reduce((sum, row) => sum + row[column], 0);
  const [bills, taken, refunded] = [add('bills'), add('taken'), add('refunded')];
  return {
    ...counts,
    money: fen(taken - refunded),
    taken: fen(taken),
    refunded: fen(refunded),
    bills,
    refunds: add('refunds'),
    averageTicket: bills === 0 ? null : fen(Math.round(taken / bills)),
  };
}

const NOTHING: Sum = { money: fen(0), bills: 0 };

const withTakings = (sum: Sum, { taken, refunded, bills }: Takings): Sum => ({
  money: fen(sum.money + taken - refunded),
  bills: sum.bills + bills,
});

function sumsBy(takings: readonly Takings[], keyOf: (row: Takings) => string): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const row of takings) {
    const key = keyOf(row);
    sums.set(key, withTakings(sums.get(key) ?? NOTHING, row));
  }
  return sums;
}

export interface Step extends Sum {
  /** A day, or a month `YYYY-MM`. */
  readonly at: string;
}

/** Day by day or month by month; those without a bill are there, too. */
export function seriesOf(takings: readonly Takings[], period: Period, by: 'day' | 'month'): Step[] {
  const sums = sumsBy(takings, ({ day }) => (by === 'day' ? day : day.slice(0, 7)));
  return stepsOf(period, by).map((at) => ({ at, ...(sums.get(at) ?? NOTHING) }));
}

/** The steps of a period, each beside the one in the same place of what it is compared with. */
export const besideBefore = (now: readonly Step[], before: readonly Step[]) =>
  now.map((step, place) => ({ ...step, before: before[place] ?? null }));

/** By seller, the most money first; a refund counts against who sold the bill. */
export function bySeller(takings: readonly Takings[]): (Sum & { readonly staffId: string | null })[] {
  const sums = sumsBy(takings, ({ staffId }) => staffId ?? '');
  return [...sums]
    .map(([id, sum]) => ({ staffId: id === '' ? null : id, ...sum }))
    .toSorted(
      (a, b) =>
        b.money - a.money || b.bills - a.bills || (a.staffId ?? '').localeCompare(b.staffId ?? '', 'en'),
    );
}

/** The same weekday a week before: a Monday is not held against a Sunday. */
export const weekBefore = (day: BusinessDate): BusinessDate => addDays(day, -7);

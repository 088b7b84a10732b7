import { worthOf } from '../purchases/redemption';
import type { PointsRules } from '../settings/shop-rules';
import { type BusinessDate, type Fen, fen, type Points, points } from '../units';

/** What lies in living lots that lapse together; null = never. */
export interface OpenPoints {
  readonly lastDay: BusinessDate | null;
  readonly points: Points;
}

export interface Owed {
  readonly points: Points;
  readonly worth: Fen;
}

export interface LapseMonth extends Owed {
  /** `YYYY-MM`. */
  readonly month: string;
}

export interface LapsePlan extends Owed {
  /** From this month to the last one in which something lapses, empty months included. */
  readonly months: LapseMonth[];
  /** What lapses after the months that are listed. */
  readonly later: Owed;
  readonly never: Owed;
}

/** Three years of months are listed; a date such as 9999-12-31 from another system must not make a hundred thousand. */
export const MOST_MONTHS = 36;

/**
 * What the shop owes in points, by the month in which it lapses, at the rate at which points are
 * redeemed. Each part is worth what it adds to the parts before it, so that all parts together are
 * worth exactly the whole. Source: rules "Points" (the owner sees the liability).
 */
export function lapsePlan(
  open: readonly OpenPoints[],
  today: BusinessDate,
  rules: Pick<PointsRules, 'redeem'>,
): LapsePlan {
  let counted = points(0);
  const next = (more: number): Owed => {
    const before = worthOf(counted, rules);
    counted = points(counted + more);
    return { points: points(more), worth: fen(worthOf(counted, rules) - before) };
  };
  const { byMonth, later, never } = sorted(open, monthIndex(today));
  const months = byMonth.map((sum, at) => ({ month: monthName(monthIndex(today) + at), ...next(sum) }));
  const parts = { months, later: next(later), never: next(never) };
  return { points: counted, worth: worthOf(counted, rules), ...parts };
}

function sorted(open: readonly OpenPoints[], first: number) {
  const byMonth: number[] = [];
  let later = 0;
  let never = 0;
  for (const lots of open) {
    const at = lots.lastDay === null ? null : monthIndex(lots.lastDay) - first;
    if (at === null) never += lots.points;
    else if (at >= MOST_MONTHS) later += lots.points;
    else {
      while (byMonth.length <= at) byMonth.push(0);
      byMonth[at] = (byMonth[at] ?? 0) + lots.points;
    }
  }
  return { byMonth, later, never };
}

const monthIndex = (date: BusinessDate): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const monthName = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

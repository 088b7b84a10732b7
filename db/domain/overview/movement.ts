import { addMonths, dayNumber, endOfMonthAfter } from '../calendar/business-day';
import type { Period } from '../calendar/period';
import { billsUpTo, type Histories, membersOf } from '../insights/history';
import { type PercentWithin, percentWithin } from '../surveys/percent';
import { type BusinessDate, businessDate, type Fen, fen } from '../units';

/** How customers moved in a period: who was there, who came, who went. */
export interface Movement {
  /** Bought within the dormant days before the first day. */
  readonly atStart: number;
  readonly fresh: number;
  /** Had been silent for the dormant days, and bought again. */
  readonly back: number;
  /** Silent for the dormant days at the end; had not been before the start, or bought in between. */
  readonly lost: number;
  readonly atEnd: number;
  readonly bought: number;
  /** Of them, those who had bought before the first day. */
  readonly returning: number;
  readonly freshMoney: Fen;
  readonly returningMoney: Fen;
  /** Of those at the start, who are customers at the end, too (S21). */
  readonly retention: PercentWithin | null;
}

/**
 * How customers moved in a period (S23, S98). On any day somebody is a customer whose last purchase is fewer
 * than `dormantDays` ago, which is where class D begins (S04); so whoever was there, is new or came back is
 * either there at the end or lost: `atStart + fresh + back - lost = atEnd`.
 */
export function movementIn(histories: Histories, period: Period, dormantDays: number): Movement {
  const days = { first: dayNumber(period.from), last: dayNumber(period.to), dormantDays };
  const counts = { atStart: 0, fresh: 0, back: 0, lost: 0, atEnd: 0, bought: 0, kept: 0 };
  const money = { fresh: 0, returning: 0 };
  for (let i = 0; i < membersOf(histories); i++) {
    const one = movesOf(histories, i, days);
    counts.atStart += Number(one.wasHere);
    counts.atEnd += Number(one.isHere);
    counts.kept += Number(one.wasHere && one.isHere);
    counts.bought += Number(one.bought);
    counts.fresh += Number(one.bought && one.isNew);
    counts.back += Number(one.bought && !one.isNew && !one.wasHere);
    counts.lost += Number((one.wasHere || one.bought) && !one.isHere);
    money[one.isNew ? 'fresh' : 'returning'] += one.fen;
  }
  const { kept, ...shown } = counts;
  return {
    ...shown,
    returning: counts.bought - counts.fresh,
    freshMoney: fen(money.fresh),
    returningMoney: fen(money.returning),
    retention: percentWithin(kept, counts.atStart),
  };
}

interface Days {
  readonly first: number;
  readonly last: number;
  readonly dormantDays: number;
}

/** One member before the period, in it, and at its end. */
function movesOf(histories: Histories, i: number, { first, last, dormantDays }: Days) {
  const { start, day, fen: paid } = histories;
  const begin = start[i] ?? 0;
  const before = billsUpTo(histories, i, first - 1);
  const end = billsUpTo(histories, i, last);
  /** A customer of that day, of whose bills up to it `bill` is the next one. */
  const here = (bill: number, on: number) => bill > begin && on - (day[bill - 1] ?? 0) < dormantDays;
  let money = 0;
  for (let bill = before; bill < end; bill++) money += paid[bill] ?? 0;
  return {
    wasHere: here(before, first - 1),
    isHere: here(end, last),
    bought: end > before,
    isNew: before === begin,
    fen: money,
  };
}

const MONTHS_SHOWN = 12;

/** The months up to that of a day, oldest first; the last one ends with the day. */
export function monthsUpTo(day: BusinessDate): (Period & { readonly month: string })[] {
  return Array.from({ length: MONTHS_SHOWN }, (_, place) => {
    const month = addMonths(day, place + 1 - MONTHS_SHOWN).slice(0, 7);
    const from = businessDate(`${month}-01`);
    const to = endOfMonthAfter(from, 0);
    return { month, from, to: to > day ? day : to };
  });
}

import { type Fen, fen } from '../units';
import type { ForecastFinding, MonthForetold } from './findings';
import type { Histories } from './history';
import { daysOfMonth, firstDayOf, monthIndexOfDay, monthName } from './months';
import { COVER_PERCENT, foretell } from './trend';

/** Whole months below which there is no forecast. */
const MONTHS_NEEDED = 6;
/** From two whole years on a month of the year has a level of its own. */
const SEASON_FROM = 24;
/** What lies further back was another shop. */
const LOOKED_BACK = 36;
/** Months of the back-test. */
const TESTED = 12;
/** A store that opened later in its first month did not have a whole one. */
const OPENED_BY = 3;
/**
 * A month before all others with fewer than one bill in so many of the busiest one is not when the store opened, but
 * holds a bill or two whose year was typed wrongly: two years of nothing after it would turn every forecast round.
 */
const STRAYED = 100;

/** Totals of a month; `at` is its number, twelve a year. */
interface Month {
  readonly at: number;
  readonly bills: number;
  readonly money: Fen;
}
type Of = (month: Month) => number;
const BILLS: Of = ({ bills }) => bills;
const MONEY: Of = ({ money }) => money;

/**
 * The store's purchases and money of this and of the next month by regression (S20): a straight trend over
 * the whole months of the last three years, from two years on with a level for each month of the year. What
 * is foretold is a day's worth, times the days of the month, so that February is not taken for a decline.
 * The month of `asOf` (days since 1970-01-01) is not over and teaches nothing.
 */
export function forecastOf(histories: Histories, asOf: number): ForecastFinding {
  const { whole, running } = monthsUpTo(histories, asOf);
  if (whole.length < MONTHS_NEEDED) return { enough: false, months: whole.length, needed: MONTHS_NEEDED };
  const of = (at: number): MonthForetold => ({
    month: monthName(at),
    bills: within(whole, BILLS, at),
    money: asMoney(within(whole, MONEY, at)),
  });
  const backTest = backTested(whole);
  return {
    enough: true,
    ...of(running.at + 1),
    current: { ...of(running.at), billsSoFar: running.bills, moneySoFar: running.money },
    coverPercent: COVER_PERCENT,
    bySeason: whole.length >= SEASON_FROM,
    backTest,
    error: { bills: errorOf(backTest, 'bills', 'foretold'), money: errorOf(backTest, 'money', 'foretold') },
    naiveError: { bills: errorOf(backTest, 'bills', 'naive'), money: errorOf(backTest, 'money', 'naive') },
    months: whole.map(({ at, bills, money }) => ({ month: monthName(at), bills, money })),
  };
}

/** The whole months before that of `asOf`, oldest first, those without a bill among them; and that one so far. */
function monthsUpTo(histories: Histories, asOf: number): { whole: Month[]; running: Month } {
  const months = lastMonths(histories, monthIndexOfDay(asOf), asOf);
  const running = months.pop();
  if (running === undefined) throw new Error('the month of a day is one of the last');
  return { whole: months.slice(firstWhole(histories, [...months, running])), running };
}

/** As many months as are looked back on, and the running one, whatever was bought in them. */
function lastMonths({ day: days, fen: paid }: Histories, runningAt: number, asOf: number): Month[] {
  const first = runningAt - LOOKED_BACK;
  const bills = new Int32Array(LOOKED_BACK + 1);
  const money = new Float64Array(LOOKED_BACK + 1);
  const start = firstDayOf(first);
  const placeOf = placesByDay(start, asOf, first);
  for (let i = 0; i < days.length; i++) {
    const place = placeOf[(days[i] ?? 0) - start];
    if (place === undefined) continue;
    bills[place] = (bills[place] ?? 0) + 1;
    money[place] = (money[place] ?? 0) + (paid[i] ?? 0);
  }
  return Array.from(bills, (count, place) => ({
    at: first + place,
    bills: count,
    money: fen(money[place] ?? 0),
  }));
}

/** The place of the first month that the store was there for as a whole; what lies before it is strayed. */
function firstWhole({ day: days }: Histories, months: readonly Month[]): number {
  const busiest = months.reduce((most, { bills }) => Math.max(most, bills), 0);
  const opened = months.findIndex(({ bills }) => bills > 0 && bills * STRAYED >= busiest);
  const month = months[opened];
  if (month === undefined) return months.length;
  const first = firstDayOf(month.at);
  let before = false;
  let openedOn = first + daysOfMonth(month.at);
  for (const day of days) {
    if (day < first) before ||= opened === 0;
    else if (day < openedOn) openedOn = day;
  }
  return opened + (!before && openedOn - first >= OPENED_BY ? 1 : 0);
}

/** To which month each day from `start` to `asOf` belongs, 0 up. */
function placesByDay(start: number, asOf: number, firstMonth: number): Uint16Array {
  const places = new Uint16Array(asOf - start + 1);
  let month = firstMonth;
  let ends = start + daysOfMonth(month);
  for (let day = start; day <= asOf; day++) {
    if (day === ends) {
      month += 1;
      ends += daysOfMonth(month);
    }
    places[day - start] = month - firstMonth;
  }
  return places;
}

interface Range {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/** Nothing below zero is foretold: nobody pays less than nothing. */
function within(months: readonly Month[], of: Of, at: number): Range {
  const seasonal = months.length >= SEASON_FROM;
  const group = (month: number) => (seasonal ? month % 12 : 0);
  const points = months.map((month) => ({
    at: month.at,
    group: group(month.at),
    value: of(month) / daysOfMonth(month.at),
  }));
  const foretold = foretell(points, at, group(at));
  if (foretold === null) throw new Error('a month of the year that two whole years do not hold');
  const { expected, halfWidth } = foretold;
  const ofMonth = (value: number) => Math.max(0, Math.round(value * daysOfMonth(at)));
  const half = halfWidth ?? 0;
  return { expected: ofMonth(expected), low: ofMonth(expected - half), high: ofMonth(expected + half) };
}

const asMoney = ({ expected, low, high }: Range): MonthForetold['money'] => ({
  expected: fen(expected),
  low: fen(low),
  high: fen(high),
});

type BackTest = Extract<ForecastFinding, { enough: true }>['backTest'];

/** Each of the last months as it would have been foretold at its beginning, from those before it alone. */
function backTested(whole: readonly Month[]): BackTest {
  const from = Math.max(MONTHS_NEEDED, whole.length - TESTED);
  return whole.slice(from).map((real, index) => {
    const before = whole.slice(0, from + index);
    const last = before.at(-1) ?? real;
    const told = (of: Of) => ({
      foretold: within(before, of, real.at).expected,
      real: of(real),
      naive: of(last),
    });
    return { month: monthName(real.at), bills: told(BILLS), money: told(MONEY) };
  });
}

/** What was foretold wrongly, in per mille of what came. */
function errorOf(test: BackTest, what: 'bills' | 'money', by: 'foretold' | 'naive'): number | null {
  let wrong = 0;
  let real = 0;
  for (const month of test) {
    wrong += Math.abs(month[what][by] - month[what].real);
    real += month[what].real;
  }
  return real === 0 ? null : Math.round((wrong / real) * 1000);
}

import { dateOfDay, dayNumber } from '../calendar/business-day';
import type { InsightRules } from '../settings/shop-rules';
import { windowFrom } from '../tiers/window';
import { boughtBetween } from './bought';
import type { Histories } from './history';
import { ascendingAboveNought, limitReachedBy, percentOf } from './ranks';
import { VALUES } from './words';

/** The first day of the months that end with `day`: that many calendar months back, that day itself left out. */
export const monthsBack = (day: number, months: number): number =>
  dayNumber(windowFrom(dateOfDay(day), months));

const YEAR_MONTHS = 12;

/** Bills and fen of the 12 months that end with `day`. */
export interface YearOf {
  readonly yearBills: Int32Array;
  readonly yearFen: Float64Array;
}
export function yearUpTo(histories: Histories, day: number): YearOf {
  const { bills, money } = boughtBetween(histories, monthsBack(day, YEAR_MONTHS), day);
  return { yearBills: bills, yearFen: money };
}

const HIGH = VALUES.indexOf('high');
const MIDDLE = VALUES.indexOf('middle');
const LOW = VALUES.indexOf('low');

/**
 * Everybody's value by the money of 12 months (S08), as places in `VALUES`: of those who paid money in them the
 * best 20 % are high, the next 30 % middle. Equal money is equal value; equals across a border belong to the
 * level below, so that there are never more of high value than asked for. Who paid nothing is low.
 */
export function valuesOf(
  { yearFen }: Pick<YearOf, 'yearFen'>,
  { highPercent, middlePercent }: InsightRules['value'],
): Uint8Array {
  const paid = ascendingAboveNought(yearFen);
  const high = limitReachedBy(paid, percentOf(paid.length, highPercent));
  const middle = limitReachedBy(paid, percentOf(paid.length, highPercent + middlePercent));
  const values = new Uint8Array(yearFen.length);
  for (let i = 0; i < values.length; i++) {
    const money = yearFen[i] ?? 0;
    values[i] = money <= 0 || money < middle ? LOW : money < high ? MIDDLE : HIGH;
  }
  return values;
}

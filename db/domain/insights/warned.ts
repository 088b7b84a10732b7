import { missedAfter, SILENT_AT_LEAST } from '../care/usual-gap';
import { billsUpTo, type Histories } from './history';
import { type Judged, NONE } from './judged';
import { ascendingAboveNought, limitReachedBy, percentOf } from './ranks';
import { VALUES } from './words';

/** Per mille: below it somebody is more likely to stay away than to come again. */
const LEAVING_BELOW = 500;

const HIGH = VALUES.indexOf('high');

export interface WarnedRules {
  /** The best so many per cent by expected money are valuable, as by the money of 12 months (S08). */
  readonly highPercent: number;
  readonly dormantDays: number;
}

/**
 * Who is valuable and likely to leave, while a call still comes in time (S18). Valuable = of high value, of a level
 * above regular, or among the best fifth by what they are expected to bring. Likely to leave = P(alive) below one
 * half, and silent for two weeks and longer than usual; without a model, missed by their own habit (`missedFrom`).
 * In time = bought within the dormant days: later it is winning back. The reason is in the numbers themselves:
 * usually every so many days, silent for so many, so likely to come again.
 */
export function warnedOf(
  histories: Histories,
  asOf: number,
  { value, usualGap, alive, expectedFen }: Pick<Judged, 'value' | 'usualGap' | 'alive' | 'expectedFen'>,
  aboveRegular: Uint8Array,
  { highPercent, dormantDays }: WarnedRules,
): Uint8Array {
  const expected = ascendingAboveNought(expectedFen);
  const top = limitReachedBy(expected, percentOf(expected.length, highPercent));
  const warned = new Uint8Array(value.length);
  for (let i = 0; i < warned.length; i++) {
    const money = expectedFen[i] ?? NONE;
    if (value[i] !== HIGH && aboveRegular[i] !== 1 && !(money > 0 && money >= top)) continue;
    const end = billsUpTo(histories, i, asOf);
    if (end === (histories.start[i] ?? 0)) continue;
    const silent = asOf - (histories.day[end - 1] ?? asOf);
    if (silent < dormantDays && isLeaving(silent, usualGap[i] ?? NONE, alive[i] ?? NONE)) warned[i] = 1;
  }
  return warned;
}

function isLeaving(silent: number, usualGap: number, alive: number): boolean {
  if (silent < SILENT_AT_LEAST || silent <= usualGap) return false;
  if (alive !== NONE) return alive < LEAVING_BELOW;
  return usualGap !== NONE && silent >= missedAfter(usualGap);
}

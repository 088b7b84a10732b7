import { dateOfDay } from '../calendar/business-day';
import type { InsightRules } from '../settings/shop-rules';
import type { ExclusionsFinding } from './findings';
import { billsUpTo, type Histories, membersOf } from './history';
import { NONE } from './judged';

export interface ExcludedRules extends Pick<InsightRules, 'excludedAfterDays'> {
  readonly dormantDays: number;
}

/**
 * The day from which on somebody is excluded (S05), `NONE` for who is not: silent for the dormant days (class D),
 * offered something in that silence, and silent for 30 days more after the offer. `offeredOn` holds the day of the
 * last offer to win a silent member back, `NONE` without one; one before their last purchase was answered by it.
 */
export function excludedSince(
  histories: Histories,
  asOf: number,
  offeredOn: Int32Array,
  { dormantDays, excludedAfterDays }: ExcludedRules,
): Int32Array {
  const since = new Int32Array(membersOf(histories)).fill(NONE);
  for (let i = 0; i < since.length; i++) {
    const offered = offeredOn[i] ?? NONE;
    if (offered === NONE) continue;
    const end = billsUpTo(histories, i, asOf);
    const bought = end > (histories.start[i] ?? 0);
    const last = (bought ? histories.day[end - 1] : histories.joined[i]) ?? asOf;
    if (bought && last >= offered) continue;
    const day = Math.max(offered + excludedAfterDays, last + dormantDays);
    if (day <= asOf) since[i] = day;
  }
  return since;
}

/** How many of the excluded became so in the month of `asOf`, up to that day. */
export function exclusionsOf(since: Int32Array, asOf: number): ExclusionsFinding {
  const today = dateOfDay(asOf);
  const lastOfMonthBefore = asOf - Number(today.slice(8));
  return { month: today.slice(0, 7), members: since.filter((day) => day > lastOfMonthBefore).length };
}

/** New members wanted in a month: each one excluded in it is replaced by a new one (S05). */
export const signUpTarget = (
  { signUpTarget: usual }: Pick<InsightRules, 'signUpTarget'>,
  excluded: number,
): number => usual + excluded;

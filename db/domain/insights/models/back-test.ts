import { dateOfDay } from '../../calendar/business-day';
import type { BackTest } from '../findings';
import { billsUpTo, type Histories, membersOf } from '../history';
import { YEAR_DAYS } from './lifetime-value';
import { aliveByGroup, purchasesWithin } from './purchase-forecast';
import { buyersOf, firstDayOf, grouped, NEVER, purchasesUpTo } from './purchase-history';
import { fitPurchases } from './purchase-model';

/** So many days are held out, or a third of the store's time where that is longer. */
const HELD_OUT_AT_LEAST = 91;
const HELD_OUT_PART = 1 / 3;
/** As far as is foretold. A bill with a year that was typed wrongly makes a store old, and would leave too few to fit. */
const HELD_OUT_AT_MOST = YEAR_DAYS;
/** Purchases of the first part are told apart up to here: 0, 1, … 6 and more. */
const FREQUENCIES = 6;

/**
 * The model fitted to the first two thirds of the store's time foretells the last third (three months at least, a
 * year at most), member by member, beside the simple rule "as many as in the same number of days before" (S16, S17). Null
 * where the first part would be shorter than the rest, has fewer than `minRepeatBuyers`, or has no best fit.
 */
export function backTest(
  histories: Histories,
  asOf: number,
  minRepeatBuyers: number,
  unitDays: number,
): BackTest | null {
  const first = firstDayOf(histories, asOf);
  const third = Math.floor((asOf - first) * HELD_OUT_PART);
  const held = Math.min(HELD_OUT_AT_MOST, Math.max(HELD_OUT_AT_LEAST, third));
  const upTo = asOf - held;
  if (upTo - first < held) return null;
  return heldOut(histories, { upTo, asOf, minRepeatBuyers, unitDays });
}

/** What the purchases after `upTo`, up to and on `asOf`, look like from `upTo`. */
export function heldOut(
  histories: Histories,
  test: {
    readonly upTo: number;
    readonly asOf: number;
    readonly minRepeatBuyers: number;
    readonly unitDays: number;
  },
): BackTest | null {
  const { upTo, asOf } = test;
  const known = purchasesUpTo(histories, upTo);
  const { buyers, repeatBuyers } = buyersOf(known);
  if (repeatBuyers < test.minRepeatBuyers) return null;
  const groups = grouped(known);
  const fit = fitPurchases(groups, test.unitDays);
  if (!fit.fitted) return null;

  const days = asOf - upTo;
  const within = Float64Array.from(groups.repeats, (x, pace) =>
    purchasesWithin(fit.model, x, groups.ageDays[pace] ?? 0, days),
  );
  const alive = aliveByGroup(fit.model, groups);
  const frequencies = Array.from({ length: FREQUENCIES + 1 }, () => ({ members: 0, foretold: 0, real: 0 }));
  const sum = { foretold: 0, real: 0, error: 0, naive: 0 };
  for (let i = 0; i < membersOf(histories); i++) {
    const group = groups.groupOf[i] ?? NEVER;
    if (group === NEVER) continue;
    const foretold = (alive[group] ?? 0) * (within[groups.paceOf[group] ?? 0] ?? 0);
    const real = purchaseDays(histories, i, upTo, asOf);
    sum.foretold += foretold;
    sum.real += real;
    sum.error += Math.abs(foretold - real);
    sum.naive += Math.abs(purchaseDays(histories, i, upTo - days, upTo) - real);
    const row = frequencies[Math.min(FREQUENCIES, known.repeats[i] ?? 0)];
    if (row === undefined) continue;
    row.members += 1;
    row.foretold += foretold;
    row.real += real;
  }
  return {
    fittedUpTo: dateOfDay(upTo),
    until: dateOfDay(asOf),
    buyers,
    foretold: sum.foretold,
    real: sum.real,
    meanError: sum.error / buyers,
    naiveError: sum.naive / buyers,
    byFrequency: frequencies.map(({ members, foretold, real }, purchases) => ({
      purchases,
      members,
      foretold: members === 0 ? 0 : foretold / members,
      real: members === 0 ? 0 : real / members,
    })),
  };
}

/** Repeat purchases after `after`, up to and on `upTo`: days with a bill other than the very first. */
function purchaseDays(histories: Histories, i: number, after: number, upTo: number): number {
  const { start, day: days } = histories;
  const end = billsUpTo(histories, i, upTo);
  let before = days[start[i] ?? 0] ?? 0;
  let count = 0;
  for (let at = billsUpTo(histories, i, after); at < end; at++) {
    const day = days[at] ?? 0;
    if (day !== before) count++;
    before = day;
  }
  return count;
}

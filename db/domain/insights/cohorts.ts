import { dateOfDay, dayNumber, endOfMonthAfter } from '../calendar/business-day';
import { businessDate } from '../units';
import type { CohortsFinding } from './findings';
import { billsUpTo, type Histories, membersOf } from './history';

/** Cohorts that are shown: those of the last so many months that are over. */
const COHORT_MONTHS = 12;

/**
 * Of those who first bought in a month, how many bought in that month, the next, the one after it … A month that is
 * not over is neither a cohort nor looked at, for it would only seem as if people stayed away.
 */
export function cohortsOf(histories: Histories, asOf: number): CohortsFinding {
  const months = monthsOver(asOf);
  const first = months[0];
  if (!first) return { cohorts: [] };
  const last = (months.at(-1) ?? first).lastDay;
  // The month of each day from the first cohort's beginning on.
  const monthOf = new Uint8Array(last - first.firstDay + 1);
  months.forEach(({ firstDay, lastDay }, month) => {
    monthOf.fill(month, firstDay - first.firstDay, lastDay - first.firstDay + 1);
  });
  const active = months.map((_, cohort) => new Int32Array(months.length - cohort));
  for (let i = 0; i < membersOf(histories); i++) {
    const begin = histories.start[i] ?? 0;
    const end = billsUpTo(histories, i, last);
    const began = histories.day[begin] ?? 0;
    if (end === begin || began < first.firstDay) continue;
    const cohort = monthOf[began - first.firstDay] ?? 0;
    const counts = active[cohort];
    let seen = -1;
    for (let at = begin; counts && at < end; at++) {
      const month = monthOf[(histories.day[at] ?? 0) - first.firstDay] ?? 0;
      if (month !== seen) counts[month - cohort] = (counts[month - cohort] ?? 0) + 1;
      seen = month;
    }
  }
  return {
    cohorts: months.flatMap(({ month }, cohort) => {
      const counts = active[cohort] ?? new Int32Array();
      return counts[0] ? [{ month, members: counts[0], active: [...counts] }] : [];
    }),
  };
}

/** The last calendar months that were over on `asOf`, oldest first. */
function monthsOver(asOf: number) {
  const today = dateOfDay(asOf);
  const ended = dayNumber(endOfMonthAfter(today, 0)) === asOf ? 0 : -1;
  return Array.from({ length: COHORT_MONTHS }, (_, back) => {
    const lastDate = endOfMonthAfter(today, ended - (COHORT_MONTHS - 1 - back));
    const month = lastDate.slice(0, 7);
    return { month, firstDay: dayNumber(businessDate(`${month}-01`)), lastDay: dayNumber(lastDate) };
  });
}

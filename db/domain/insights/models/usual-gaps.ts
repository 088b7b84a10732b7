import { HABIT_VISITS, usualOf } from '../../care/usual-gap';
import { billsUpTo, type Histories, membersOf } from '../history';
import { NONE } from '../judged';

/**
 * The usual gap of every member in days, as of a day: the rule of `usualGap` over distinct days with a bill,
 * `NONE` below four of them. Columns in the order of `Histories.n`.
 */
export function usualGaps(histories: Histories, asOf: number): Int32Array {
  const members = membersOf(histories);
  const { start, day: days } = histories;
  const usual = new Int32Array(members).fill(NONE);
  let gaps = new Int32Array(64);
  for (let i = 0; i < members; i++) {
    const from = start[i] ?? 0;
    const end = billsUpTo(histories, i, asOf);
    if (end - from < HABIT_VISITS) continue;
    if (end - from > gaps.length) gaps = new Int32Array(2 * (end - from));
    let count = 0;
    for (let at = from + 1; at < end; at++) {
      const gap = (days[at] ?? 0) - (days[at - 1] ?? 0);
      if (gap > 0) gaps[count++] = gap;
    }
    if (count + 1 >= HABIT_VISITS) usual[i] = usualOf(gaps.subarray(0, count).sort()) ?? NONE;
  }
  return usual;
}

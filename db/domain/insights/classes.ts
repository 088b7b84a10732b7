import type { InsightRules } from '../settings/shop-rules';
import { billsUpTo, type Histories, membersOf } from './history';
import { NONE_8 } from './judged';
import { CLASSES } from './words';

/** What parts the classes: A and B by the rules of insight, D by the days after which care counts as dormant (S04). */
export interface ClassRules extends Pick<InsightRules, 'classA' | 'classBDays'> {
  readonly dormantDays: number;
}

const A = CLASSES.indexOf('A');
const B = CLASSES.indexOf('B');
const C = CLASSES.indexOf('C');
const D = CLASSES.indexOf('D');

/**
 * Everybody's class on a day (S01-S04), as places in `CLASSES`. Windows are counted back from the day, which is
 * their last one: a window of 30 days holds the day itself and the 29 before it. The classes are asked in their
 * order, so every member has exactly one. Who never bought is C from joining on, since A and B need a purchase,
 * and D once the dormant days are over.
 */
export function classesOn(histories: Histories, day: number, rules: ClassRules): Uint8Array {
  const { start, day: days, joined } = histories;
  const { classA, classBDays, dormantDays } = rules;
  const classes = new Uint8Array(membersOf(histories));
  for (let i = 0; i < classes.length; i++) {
    const first = start[i] ?? 0;
    const end = billsUpTo(histories, i, day);
    const nth = end - classA.purchases;
    const silent = day - ((end > first ? days[end - 1] : joined[i]) ?? day);
    if (nth >= first && day - (days[nth] ?? 0) < classA.days) classes[i] = A;
    else if (end > first && silent < classBDays) classes[i] = B;
    else classes[i] = silent < dormantDays ? C : D;
  }
  return classes;
}

const WEEK = 7;

/** The classes of a week before `day`, to see who moved (S05); `NONE_8` for who was no member then. */
export function classesAWeekBefore(histories: Histories, day: number, rules: ClassRules): Uint8Array {
  const then = day - WEEK;
  const classes = classesOn(histories, then, rules);
  for (let i = 0; i < classes.length; i++) if ((histories.joined[i] ?? 0) > then) classes[i] = NONE_8;
  return classes;
}

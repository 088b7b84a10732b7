import { classesOn } from '@domain/insights/classes';
import type { Histories } from '@domain/insights/history';
import { NONE } from '@domain/insights/judged';
import { stagesOf } from '@domain/insights/stage';
import { valuesOf } from '@domain/insights/value';
import { CLASSES, type CustomerClass, STAGES, VALUES, type ValueLevel } from '@domain/insights/words';
import type { ShopRules } from '@domain/settings/shop-rules';

/** Who the examples of segments and value are about; all of it is reckoned by the rules of a run. */
export const EXAMPLE_GAP = 7;
export const EXAMPLE_BUYERS = 100;

const VISITS = 60;
const LAST_VISIT = VISITS * EXAMPLE_GAP;
const DAYS_LOOKED_AT = 400;

/** One customer who came every week, the last time on day `LAST_VISIT`. */
const WEEKLY: Histories = {
  n: Int32Array.of(1),
  joined: Int32Array.of(0),
  start: Int32Array.of(0, VISITS),
  day: Int32Array.from({ length: VISITS }, (_, visit) => (visit + 1) * EXAMPLE_GAP),
  fen: new Float64Array(VISITS).fill(100_00),
};

/** The classes of a weekly customer who stays away from now on, each with the day of silence on which it begins. */
export function classesOfSilence({ insights, care }: ShopRules): { class: CustomerClass; day: number }[] {
  const rules = { ...insights, dormantDays: care.dormantDays };
  const turns: { class: CustomerClass; day: number }[] = [];
  for (let day = 0; day <= DAYS_LOOKED_AT; day += 1) {
    const name = CLASSES[classesOn(WEEKLY, LAST_VISIT + day, rules)[0] ?? 0] ?? 'A';
    if (turns.at(-1)?.class !== name) turns.push({ class: name, day });
  }
  return turns;
}

/** From which day of silence on a weekly customer is lost (S25). */
export function lostAfter({ insights, care }: ShopRules): number {
  const rules = { ...insights, dormantDays: care.dormantDays };
  const known = {
    class: Uint8Array.of(CLASSES.indexOf('B')),
    usualGap: Int32Array.of(EXAMPLE_GAP),
    alive: Int32Array.of(NONE),
  };
  const isLost = (day: number) => STAGES[stagesOf(WEEKLY, LAST_VISIT + day, known, rules)[0] ?? 0] === 'lost';
  let day = 0;
  while (day < DAYS_LOOKED_AT && !isLost(day)) day += 1;
  return day;
}

/** How many of 100 buyers are of each value (S08). */
export function valuesOfHundred({ insights }: ShopRules): Readonly<Record<ValueLevel, number>> {
  const yearFen = Float64Array.from({ length: EXAMPLE_BUYERS }, (_, buyer) => (buyer + 1) * 100);
  const values = valuesOf({ yearFen }, insights.value);
  const countOf = (value: ValueLevel) => values.filter((place) => VALUES[place] === value).length;
  return { high: countOf('high'), middle: countOf('middle'), low: countOf('low') };
}

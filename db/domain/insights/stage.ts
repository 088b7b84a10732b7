import { SILENT_AT_LEAST } from '../care/usual-gap';
import type { InsightRules } from '../settings/shop-rules';
import { billsUpTo, type Histories, membersOf } from './history';
import { type Judged, NONE } from './judged';
import { CLASSES, STAGES } from './words';

const ATTRACT = STAGES.indexOf('attract');
const CONVERT = STAGES.indexOf('convert');
const RETAIN = STAGES.indexOf('retain');
const DEVELOP = STAGES.indexOf('develop');
const LOST = STAGES.indexOf('lost');
const A = CLASSES.indexOf('A');

export interface StageRules extends Pick<InsightRules, 'lost' | 'growthPercent'> {
  readonly dormantDays: number;
}

/**
 * Everybody's stage of life with the shop (S25), as places in `STAGES`, asked in this order: attract = has not
 * bought; lost = P(alive) below the limit, or silent for longer than so many times their own usual gap; develop =
 * class A, or spends a quarter more than in the period before; convert = bought once; retain = the rest, who
 * bought again. Nobody is lost before two weeks of silence, however often they come (as in care, S18). Who shows
 * no habit yet (below four visits) is measured by the dormant days in place of a usual gap, so that somebody who
 * came once, years ago, is not to be converted for ever. The period is as long as the dormant days, and growth
 * is told of those alone who were customers all through the one before.
 */
export function stagesOf(
  histories: Histories,
  asOf: number,
  { class: classes, usualGap, alive }: Pick<Judged, 'class' | 'usualGap' | 'alive'>,
  rules: StageRules,
): Uint8Array {
  const stages = new Uint8Array(membersOf(histories));
  for (let i = 0; i < stages.length; i++) {
    const first = histories.start[i] ?? 0;
    const end = billsUpTo(histories, i, asOf);
    const silent = asOf - (histories.day[end - 1] ?? asOf);
    if (end === first) stages[i] = ATTRACT;
    else if (isLost(silent, usualGap[i] ?? NONE, alive[i] ?? NONE, rules)) stages[i] = LOST;
    else if (classes[i] === A || grows(histories, first, end, asOf, rules)) stages[i] = DEVELOP;
    else stages[i] = end - first === 1 ? CONVERT : RETAIN;
  }
  return stages;
}

function isLost(silent: number, usualGap: number, alive: number, { lost, dormantDays }: StageRules): boolean {
  if (silent < SILENT_AT_LEAST) return false;
  if (alive !== NONE && alive < lost.alivePercent * 10) return true;
  return silent > lost.usualGaps * (usualGap === NONE ? dormantDays : usualGap);
}

/** Whether the money of the last dormant days is so many per cent above that of as many days before them. */
function grows(
  { day, fen }: Histories,
  first: number,
  end: number,
  asOf: number,
  { dormantDays, growthPercent }: StageRules,
): boolean {
  const since = asOf - dormantDays;
  const before = since - dormantDays;
  if ((day[first] ?? asOf) > before + 1) return false;
  let lately = 0;
  let earlier = 0;
  for (let at = end - 1; at >= first && (day[at] ?? 0) > before; at--) {
    if ((day[at] ?? 0) > since) lately += fen[at] ?? 0;
    else earlier += fen[at] ?? 0;
  }
  return earlier > 0 && lately * 100 >= earlier * (100 + growthPercent);
}

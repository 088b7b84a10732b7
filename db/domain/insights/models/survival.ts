import type { SurvivalFinding } from '../findings';
import { billsUpTo, type Histories, membersOf } from '../history';
import { firstDayOf } from './purchase-history';

/** How many gaps ended, and how many were last seen open, after so many days; place = days, from 1 on. */
export interface GapCounts {
  readonly ended: Float64Array;
  readonly open: Float64Array;
}

export interface SurvivalPoint {
  readonly day: number;
  /** Share still waiting after that day, 0 to 1, with its 95 % interval. */
  readonly waiting: number;
  readonly low: number;
  readonly high: number;
  /** Gaps that lasted until that day at least. */
  readonly atRisk: number;
}

/**
 * The gaps between the days with a bill, of all members up to and on `asOf`. The one after the last bill is
 * still open: nobody knows yet when it ends. Open since the as-of day itself it says nothing and is not counted.
 */
export function gapCounts(histories: Histories, asOf: number): GapCounts {
  const { start, day: days } = histories;
  const members = membersOf(histories);
  const longest = asOf - firstDayOf(histories, asOf);
  const ended = new Float64Array(longest + 1);
  const open = new Float64Array(longest + 1);
  for (let i = 0; i < members; i++) {
    const from = start[i] ?? 0;
    const end = billsUpTo(histories, i, asOf);
    if (from === end) continue;
    for (let at = from + 1; at < end; at++) {
      const gap = (days[at] ?? 0) - (days[at - 1] ?? 0);
      if (gap > 0) ended[gap] = (ended[gap] ?? 0) + 1;
    }
    const since = asOf - (days[end - 1] ?? asOf);
    if (since > 0) open[since] = (open[since] ?? 0) + 1;
  }
  return { ended, open };
}

/** The 97.5 % point of the normal distribution. */
const NORMAL_95 = 1.959963984540054;

/**
 * Kaplan and Meier (1958), Journal of the American Statistical Association 53: a point for each day on which a gap
 * ended. The interval is Greenwood's on the scale of log(-log), which keeps it between 0 and 1 (Kalbfleisch and
 * Prentice); it takes gaps for independent, so it is a little narrow where few members bring most of them.
 */
export function kaplanMeier({ ended, open }: GapCounts): SurvivalPoint[] {
  let atRisk = 0;
  for (let day = 1; day < ended.length; day++) atRisk += (ended[day] ?? 0) + (open[day] ?? 0);
  const curve: SurvivalPoint[] = [];
  let waiting = 1;
  let spread = 0; // Greenwood's sum
  for (let day = 1; day < ended.length; day++) {
    const came = ended[day] ?? 0;
    if (came > 0) {
      waiting *= 1 - came / atRisk;
      spread += came / (atRisk * (atRisk - came));
      curve.push({ day, waiting, ...intervalOf(waiting, spread), atRisk });
    }
    atRisk -= came + (open[day] ?? 0);
  }
  return curve;
}

function intervalOf(waiting: number, spread: number): { readonly low: number; readonly high: number } {
  if (waiting <= 0) return { low: 0, high: 0 };
  const width = (NORMAL_95 * Math.sqrt(spread)) / Math.abs(Math.log(waiting));
  return { low: waiting ** Math.exp(width), high: waiting ** Math.exp(-width) };
}

/** Days after which half have come again; null where fewer than half ever do. */
export const medianOf = (curve: readonly SurvivalPoint[]): number | null =>
  curve.find(({ waiting }) => waiting <= 0.5)?.day ?? null;

/** Every day of the first two months, then every week of the first year, then every fourth. */
const isDrawn = (day: number): boolean => day <= 60 || (day <= 364 ? day % 7 === 0 : day % 28 === 0);

/** How long customers take to come again, as it is shown (S19): shares in per mille, on days that make a curve. */
export function survivalFinding(
  counts: GapCounts,
  repeatBuyers: number,
  minRepeatBuyers: number,
): SurvivalFinding {
  const gaps = counts.ended.reduce((sum, count) => sum + count, 0);
  if (repeatBuyers < minRepeatBuyers || gaps === 0) {
    return { enough: false, repeatBuyers, needed: minRepeatBuyers };
  }
  const curve = kaplanMeier(counts);
  const last = curve.at(-1)?.day ?? 0;
  const perMille = (share: number) => Math.round(share * 1000);
  const drawn: SurvivalPoint[] = [];
  let reached = 0;
  for (let day = 1; day <= last; day++) {
    while ((curve[reached + 1]?.day ?? last + 1) <= day) reached++;
    const point = curve[reached];
    if (point !== undefined && point.day <= day && (isDrawn(day) || day === last))
      drawn.push({ ...point, day });
  }
  return {
    enough: true,
    gaps,
    censored: counts.open.reduce((sum, count) => sum + count, 0),
    curve: drawn.map((point) => ({
      day: point.day,
      waiting: perMille(point.waiting),
      low: perMille(point.low),
      high: perMille(point.high),
      atRisk: point.atRisk,
    })),
    medianDays: medianOf(curve),
  };
}

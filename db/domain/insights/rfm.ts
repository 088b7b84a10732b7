import { dateOfDay } from '../calendar/business-day';
import type { InsightRules } from '../settings/shop-rules';
import { fen } from '../units';
import type { Bought } from './bought';
import type { RfmFinding } from './findings';
import { type Judged, NONE_8 } from './judged';
import { limitReachedBy, percentOf } from './ranks';
import { monthsBack } from './value';
import { RFM_GROUPS } from './words';

export type RfmColumns = Pick<Judged, 'recencyScore' | 'frequencyScore' | 'moneyScore' | 'rfmGroup'>;
type Limits = readonly [number, number, number, number];

/**
 * Recency, frequency and money of the window in five bands each, the eight groups, and the cut-offs (S14).
 * Bands hold a fifth of the buyers each, as far as equals allow: whoever equals another is in the same band, the
 * lowest that any of them could have, so that one-time buyers do not score 4 where most buy once. With the
 * owner's thresholds a band is reached by its limit alone. An axis counts as above the mean from the mean on.
 * `bought` is what lies in the window of the rules. A band that nobody can reach has a limit beyond everybody's, of
 * days below 0.
 */
export function scoreRfm(
  bought: Bought,
  asOf: number,
  { windowMonths, thresholds }: InsightRules['rfm'],
): { readonly columns: RfmColumns; readonly finding: RfmFinding } {
  const { recency, bills, money } = buyersOf(bought);
  const mean = { recencyDays: meanOf(recency), bills: meanOf(bills), money: meanOf(money) };
  // Fewer days are better: the fifths of what is left of the window are those of recency, turned round.
  const limits = {
    recencyDays: thresholds?.recencyDays ?? turned(fifths(recency.map((days) => -days))),
    bills: thresholds?.bills ?? fifths(bills),
    money: thresholds?.money ?? fifths(money),
  };
  const columns = emptyColumns(bought.recency.length);
  const members = new Int32Array(RFM_GROUPS.length);
  const spent = new Float64Array(RFM_GROUPS.length);
  const reached = {
    recency: Float64Array.from(limits.recencyDays, (days) => -days),
    bills: Float64Array.from(limits.bills),
    money: Float64Array.from(limits.money),
  };
  for (let i = 0; i < columns.rfmGroup.length; i++) {
    const days = bought.recency[i] ?? -1;
    if (days < 0) continue;
    const count = bought.bills[i] ?? 0;
    const paid = bought.money[i] ?? 0;
    columns.recencyScore[i] = bandOf(-days, reached.recency);
    columns.frequencyScore[i] = bandOf(count, reached.bills);
    columns.moneyScore[i] = bandOf(paid, reached.money);
    // The places of RFM_GROUPS: important before general, recent before long ago, often before seldom.
    const place =
      (paid >= mean.money ? 0 : 4) + (days <= mean.recencyDays ? 0 : 2) + (count >= mean.bills ? 0 : 1);
    columns.rfmGroup[i] = place;
    members[place] = (members[place] ?? 0) + 1;
    spent[place] = (spent[place] ?? 0) + paid;
  }
  return {
    columns,
    finding: {
      from: dateOfDay(monthsBack(asOf, windowMonths)),
      to: dateOfDay(asOf),
      members: recency.length,
      ...limits,
      byThreshold: thresholds !== null,
      mean,
      groups: RFM_GROUPS.map((group, place) => ({
        group,
        members: members[place] ?? 0,
        money: fen(spent[place] ?? 0),
      })),
    },
  };
}

/** The same of those alone who bought anything in the window. */
function buyersOf(bought: Bought): Bought {
  const members = bought.recency.length;
  const all = {
    recency: new Int32Array(members),
    bills: new Int32Array(members),
    money: new Float64Array(members),
  };
  let count = 0;
  for (let i = 0; i < members; i++) {
    const days = bought.recency[i] ?? -1;
    if (days < 0) continue;
    all.recency[count] = days;
    all.bills[count] = bought.bills[i] ?? 0;
    all.money[count] = bought.money[i] ?? 0;
    count += 1;
  }
  return {
    recency: all.recency.subarray(0, count),
    bills: all.bills.subarray(0, count),
    money: all.money.subarray(0, count),
  };
}

const emptyColumns = (members: number): RfmColumns => ({
  recencyScore: new Uint8Array(members).fill(NONE_8),
  frequencyScore: new Uint8Array(members).fill(NONE_8),
  moneyScore: new Uint8Array(members).fill(NONE_8),
  rfmGroup: new Uint8Array(members).fill(NONE_8),
});

/** The limits of bands 2 to 5: those that four, three, two, one fifth of the buyers reach. Sorts what it is given. */
function fifths(values: Float64Array | Int32Array): Limits {
  const ascending = values.sort();
  const reachedBy = (percent: number) => limitReachedBy(ascending, percentOf(ascending.length, percent));
  return [reachedBy(80), reachedBy(60), reachedBy(40), reachedBy(20)];
}

const turned = ([two, three, four, five]: Limits): Limits =>
  // From nought, for the opposite of 0 is −0.
  [0 - two, 0 - three, 0 - four, 0 - five];

/** 1, and one more for each limit that is reached; limits go up, so the first one not reached ends it. */
function bandOf(value: number, limits: Float64Array): number {
  let reached = 0;
  while (reached < limits.length && value >= (limits[reached] ?? 0)) reached++;
  return reached + 1;
}

function meanOf(values: Float64Array | Int32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return values.length === 0 ? 0 : sum / values.length;
}

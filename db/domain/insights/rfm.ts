import { dateOfDay } from '../calendar/business-day';
import type { InsightRules } from '../settings/shop-rules';
import { fen } from '../units';
import { boughtBetween } from './bought';
import type { RfmFinding } from './findings';
import { type Histories, membersOf } from './history';
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
 */
export function scoreRfm(
  histories: Histories,
  asOf: number,
  { windowMonths, thresholds }: InsightRules['rfm'],
): { readonly columns: RfmColumns; readonly finding: RfmFinding } {
  const from = monthsBack(asOf, windowMonths);
  const bought = boughtBetween(histories, from, asOf);
  const buyers = bought.recency.filter((days) => days >= 0);
  const bills = bought.bills.filter((count) => count > 0);
  const money = bought.money.filter((_, i) => (bought.bills[i] ?? 0) > 0);
  const mean = { recencyDays: meanOf(buyers), bills: meanOf(bills), money: meanOf(money) };
  // Fewer days are better: the fifths of what is left of the window are those of recency, turned round.
  const limits = {
    recencyDays: thresholds?.recencyDays ?? turned(fifths(buyers.map((days) => -days).sort())),
    bills: thresholds?.bills ?? fifths(bills.sort()),
    money: thresholds?.money ?? fifths(money.sort()),
  };
  const columns = emptyColumns(membersOf(histories));
  const groups = RFM_GROUPS.map((group) => ({ group, members: 0, money: 0 }));
  for (let i = 0; i < columns.rfmGroup.length; i++) {
    const recency = bought.recency[i] ?? -1;
    if (recency < 0) continue;
    const count = bought.bills[i] ?? 0;
    const paid = bought.money[i] ?? 0;
    columns.recencyScore[i] = bandAtMost(recency, limits.recencyDays);
    columns.frequencyScore[i] = bandAtLeast(count, limits.bills);
    columns.moneyScore[i] = bandAtLeast(paid, limits.money);
    // The places of RFM_GROUPS: important before general, recent before long ago, often before seldom.
    const place =
      (paid >= mean.money ? 0 : 4) + (recency <= mean.recencyDays ? 0 : 2) + (count >= mean.bills ? 0 : 1);
    columns.rfmGroup[i] = place;
    const group = groups[place];
    if (group) {
      group.members += 1;
      group.money += paid;
    }
  }
  return {
    columns,
    finding: {
      from: dateOfDay(from),
      to: dateOfDay(asOf),
      members: buyers.length,
      ...limits,
      byThreshold: thresholds !== null,
      mean,
      groups: groups.map(({ group, members, money: paid }) => ({ group, members, money: fen(paid) })),
    },
  };
}

const emptyColumns = (members: number): RfmColumns => ({
  recencyScore: new Uint8Array(members).fill(NONE_8),
  frequencyScore: new Uint8Array(members).fill(NONE_8),
  moneyScore: new Uint8Array(members).fill(NONE_8),
  rfmGroup: new Uint8Array(members).fill(NONE_8),
});

/** The limits of bands 2 to 5: those that four, three, two, one fifth of the buyers reach. */
function fifths(ascending: Float64Array | Int32Array): Limits {
  const reachedBy = (percent: number) => limitReachedBy(ascending, percentOf(ascending.length, percent));
  return [reachedBy(80), reachedBy(60), reachedBy(40), reachedBy(20)];
}

const turned = ([two, three, four, five]: Limits): Limits => [-two, -three, -four, -five];

const bandAtLeast = (value: number, [two, three, four, five]: Limits): number =>
  value >= five ? 5 : value >= four ? 4 : value >= three ? 3 : value >= two ? 2 : 1;

const bandAtMost = (value: number, [two, three, four, five]: Limits): number =>
  value <= five ? 5 : value <= four ? 4 : value <= three ? 3 : value <= two ? 2 : 1;

function meanOf(values: Float64Array | Int32Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return values.length === 0 ? 0 : sum / values.length;
}

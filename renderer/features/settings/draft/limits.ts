import type { RfmThresholds } from '@domain/settings/shop-rules';
import { fen } from '@domain/units';
import { type Kind, whole, yuan } from './kinds';
import type { Reading } from './reading';

/** The three axes of RFM, in the order of its name. */
export const RFM_AXES = ['recencyDays', 'bills', 'money'] as const;
export type RfmAxis = (typeof RFM_AXES)[number];

/** The owner's limits of bands 2 to 5 as they are typed. */
export type LimitsDraft = Readonly<Record<RfmAxis, readonly string[]>>;

/** Where the limit of a band stands: `at` 0 is that of band 2. */
export const limitPath = (axis: RfmAxis, at: number): string => `insights.rfm.thresholds.${axis}.${at}`;

const MOST = 1_000_000;
const KINDS: Readonly<Record<RfmAxis, Kind<number>>> = {
  recencyDays: whole(0, MOST),
  bills: whole(0, MOST),
  money: yuan,
};

type Limits = Readonly<Record<RfmAxis, readonly number[]>>;

/** Limits as they would be typed. */
export const draftOfLimits = (limits: Limits): LimitsDraft => ({
  recencyDays: limits.recencyDays.map(KINDS.recencyDays.show),
  bills: limits.bills.map(KINDS.bills.show),
  money: limits.money.map(KINDS.money.show),
});

/** Null while something of it cannot be read. */
export function readLimits(draft: LimitsDraft, reading: Reading): RfmThresholds | null {
  const four = (axis: RfmAxis) => {
    const [two, three, four, five] = draft[axis].map((text, at) =>
      reading.field(limitPath(axis, at), KINDS[axis], text),
    );
    return reading.whole({ two, three, four, five });
  };
  const [recency, bills, money] = RFM_AXES.map(four);
  if (!recency || !bills || !money) return null;
  return {
    recencyDays: [recency.two, recency.three, recency.four, recency.five],
    bills: [bills.two, bills.three, bills.four, bills.five],
    money: [fen(money.two), fen(money.three), fen(money.four), fen(money.five)],
  };
}

import type { CouponTemplate } from '@domain/coupons/coupon';
import type { ShopRules } from '@domain/settings/shop-rules';
import type { Tier } from '@domain/tiers/tier';
import type { Asked, Purchase, Story } from './story';

/** Everything that comes out of a refund. Money in yuan; what a case does not name stays as in `NOTHING`. */
export interface Outcome {
  readonly money: number;
  readonly takenBack: number;
  /** Earned points that had lapsed unused. */
  readonly lapsed: number;
  readonly shortfall: number;
  readonly debt: number;
  readonly writtenOff: number;
  /** Kept from the money for points that were spent already. */
  readonly reduced: number;
  /** Spent points that came back; of these, `points until last day` in a lot made anew. */
  readonly restored: number;
  readonly revived: string | null;
  readonly coupons: {
    readonly restored?: readonly string[];
    readonly lapsed?: readonly string[];
    readonly revoked?: readonly string[];
    readonly kept?: readonly string[];
  };
  /** `from > to` when an upgrade is taken back. */
  readonly tier: string | null;
  /** Afterwards: the level, its last protected day, the balance and the lots it lies in. */
  readonly level: Tier;
  readonly until: string | null;
  readonly balance: number;
  readonly lots: readonly string[];
}

export const NOTHING: Outcome = {
  money: 0,
  takenBack: 0,
  lapsed: 0,
  shortfall: 0,
  debt: 0,
  writtenOff: 0,
  reduced: 0,
  restored: 0,
  revived: null,
  coupons: {},
  tier: null,
  level: 'regular',
  until: null,
  balance: 0,
  lots: [],
};

export type Step = (story: Story) => unknown;

export interface RefundCase {
  readonly name: string;
  readonly rules?: Partial<ShopRules>;
  readonly member?: { readonly bornToday?: boolean; readonly sentByFriend?: boolean };
  /** Coupons that the shop brings by itself. */
  readonly brings?: readonly CouponTemplate[];
  readonly history: readonly Step[];
  readonly refund: Asked | { readonly undo: string };
  readonly gives: Partial<Outcome> | { readonly refused: string };
}

export const buy =
  (bill: string, ofYuan: number, more: Omit<Purchase, 'yuan'> = {}): Step =>
  (story) =>
    story.buy(bill, { yuan: ofYuan, ...more });
export const back =
  (of: string, ofYuan: number): Step =>
  async (story) => {
    const { refunded } = await story.refund({ of, yuan: ofYuan });
    if (!refunded.ok) throw new Error(`refund refused: ${refunded.refusal.code}`);
  };
export const days =
  (count: number): Step =>
  (story) =>
    story.shop.clock.advanceDays(count);
export const spend =
  (count: number): Step =>
  (story) =>
    story.adjust(-count);
export const opening =
  (count: number, lastsDays: number): Step =>
  (story) =>
    story.opening(count, lastsDays);
export const coupon =
  (name: string): Step =>
  (story) =>
    story.giveCoupon(name);

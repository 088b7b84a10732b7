import type { Coupon, CouponTerms } from '../coupons/coupon';
import type { Rate } from '../settings/shop-rules';
import type { Tier } from '../tiers/tier';
import type { Fen, Points } from '../units';

/** What the till rings up, at list price. */
export interface Bill {
  /** Before any discount. */
  readonly gross: Fen;
  /** Its lines, or none; given ones add up to `gross`. */
  readonly items: readonly BillItem[];
  /** Of a bill without lines: the part at a special price, on which a tier has no discount. */
  readonly specialPrice: Fen;
}

export interface BillItem {
  readonly amount: Fen;
  /** False for lines that earn no points (tobacco, top-ups). */
  readonly earns: boolean;
  /** False for goods at a special price: a tier's discount passes them by. */
  readonly fullPrice: boolean;
}

/** The member as far as a price is concerned. */
export interface Buyer {
  readonly id: string;
  readonly tier: Tier;
  /** Usable points, negative when owing. */
  readonly usable: number;
  readonly birthday: { readonly month: number; readonly day: number } | null;
}

/**
 * One step of the price, in the order in which it is reckoned: gross, tier or member day, percent
 * coupons, amount coupons, gifts, total, points, due. `amount` is signed: the steps from gross to
 * total add up to the total, those from total to due to what is paid. Kept with the sale, so that a
 * price can be explained years later.
 */
export type BillStep =
  | { readonly kind: 'gross'; readonly amount: Fen }
  /** `base` is the full-price part that the percent is taken of. */
  | {
      readonly kind: 'tier';
      readonly amount: Fen;
      readonly tier: Tier;
      readonly percentOff: number;
      readonly base: Fen;
    }
  | { readonly kind: 'member_day'; readonly amount: Fen; readonly percentOff: number; readonly base: Fen }
  | {
      readonly kind: 'coupon';
      readonly amount: Fen;
      readonly couponId: string;
      readonly name: string;
      readonly terms: CouponTerms;
      /** What was left of the bill when its turn came. */
      readonly base: Fen;
    }
  | { readonly kind: 'total'; readonly amount: Fen }
  | { readonly kind: 'points'; readonly amount: Fen; readonly points: Points }
  | { readonly kind: 'due'; readonly amount: Fen };

/** How the points of a bill come about: base x rate x tier x the day's best event, floored once. */
export interface Earning {
  readonly base: Fen;
  readonly rate: { readonly points: Points; readonly perFen: Fen };
  readonly tier: { readonly tier: Tier; readonly multiplier: Rate };
  readonly event: {
    readonly kind: 'birthday' | 'campaign';
    readonly name: string;
    readonly multiplier: Rate;
  } | null;
  readonly points: Points;
}

/** What a sale keeps to explain itself by. */
export interface BillAccount {
  readonly steps: readonly BillStep[];
  readonly earning: Earning;
  /** The discount that was due as well but less good, and so does not count (S48); null = none. */
  readonly passedOver: {
    readonly kind: 'tier' | 'member_day';
    readonly amount: Fen;
    readonly percentOff: number;
  } | null;
}

/** A coupon as the bill needs it. */
export type ChosenCoupon = Pick<
  Coupon,
  'id' | 'memberId' | 'name' | 'terms' | 'stacks' | 'firstDay' | 'lastDay' | 'blackout' | 'state'
>;

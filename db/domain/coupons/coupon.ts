import type { BusinessDate, Fen } from '../units';

/** What makes a coupon come into being (S44, S49, S50, S52, S80). */
export const TRIGGERS = [
  'first_purchase',
  'birthday',
  'anniversary',
  'win_back',
  'referral',
  'apology',
  'campaign',
  'by_hand',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

/**
 * What a coupon is worth on a bill. A threshold is judged on the bill before any discount, so that a
 * better tier never costs a coupon.
 */
export type CouponTerms =
  | { readonly kind: 'amount'; readonly off: Fen; readonly threshold: Fen }
  | {
      readonly kind: 'percent';
      /** 1-99; 15 = 85 折. */
      readonly percentOff: number;
      /** The most it takes off; null = no cap. */
      readonly cap: Fen | null;
      readonly threshold: Fen;
    }
  /** A practical item, never points (S44); `cost` is what it costs the shop. */
  | { readonly kind: 'gift'; readonly item: string; readonly cost: Fen; readonly threshold: Fen };

export interface DateSpan {
  readonly from: BusinessDate;
  /** Included. */
  readonly to: BusinessDate;
}

export type Validity =
  /** So many days from the day of issue, that day included. */
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'range'; readonly from: BusinessDate; readonly to: BusinessDate };

/** The rule by which coupons of one kind are issued. Part of the shop's rules, so it is versioned with them. */
export interface CouponTemplate {
  /** Stable over all versions of the rules; never shown. */
  readonly id: string;
  readonly name: string;
  readonly trigger: Exclude<Trigger, 'birthday'>;
  /** An inactive one issues nothing more; what it has issued stays valid. */
  readonly active: boolean;
  readonly terms: CouponTerms;
  /** May lie on a bill with others that say the same. */
  readonly stacks: boolean;
  readonly validity: Validity;
  /** Days on which its coupons cannot be used. */
  readonly blackout: readonly DateSpan[];
}

/** One customer's copy, with the terms as they were when it was issued. */
export interface Coupon {
  readonly id: string;
  /** As printed: see `code.ts`. */
  readonly code: string;
  readonly memberId: string;
  readonly name: string;
  readonly trigger: Trigger;
  readonly terms: CouponTerms;
  readonly stacks: boolean;
  readonly firstDay: BusinessDate;
  readonly lastDay: BusinessDate;
  readonly blackout: readonly DateSpan[];
  /** As written; whether it can be used today is `stateOn`'s answer. */
  readonly state: 'issued' | 'used' | 'revoked';
  /** The sale that made it come into being; null when none did. */
  readonly issuedBySale: string | null;
  /** The sale it was used on; null when unused, or handed over without one. */
  readonly usedOnSale: string | null;
}

/** How a coupon stands today, in the order in which it is told. */
export const COUPON_STATES = ['usable', 'not_yet', 'blackout', 'used', 'lapsed', 'revoked'] as const;
export type CouponState = (typeof COUPON_STATES)[number];

import { type Fen, fen, type Points, points } from '../units';

/** An exact rate: `up` for every `per`. Rates are integer pairs, never floats. */
export interface Rate {
  readonly up: number;
  readonly per: number;
}

/** Everything about points that a shop may set. Sources: design rules "Points"; S40, S45. */
export interface PointsRules {
  /** Points per amount of the earning base; 1 point per 100 fen. */
  readonly earn: { readonly points: Points; readonly perFen: Fen };
  /** Months after the month of earning at whose end a lot lapses; 0 = never. */
  readonly expiryMonths: number;
  /** What redeemed points are worth: 100 points = 100 fen. */
  readonly redeem: { readonly points: Points; readonly worthFen: Fen };
  readonly redeemMinimum: Points;
  readonly redeemStep: Points;
  /** Largest share of a bill that points may pay, in percent 0-100. */
  readonly redeemMaxPercent: number;
  /** Days that a lapsed lot lives again when a refund brings it back. */
  readonly restoredLotDays: number;
  /** Points that one member of staff may adjust by hand in a day. */
  readonly adjustDailyLimit: Points;
}

/** Response and resolution clocks of a complaint (S68-S70). */
export interface ComplaintRules {
  readonly responseHours: number;
  readonly resolutionHours: number;
}

export interface ShopRules {
  readonly points: PointsRules;
  readonly complaints: ComplaintRules;
}

export const DEFAULT_RULES: ShopRules = {
  points: {
    earn: { points: points(1), perFen: fen(100) },
    expiryMonths: 12,
    redeem: { points: points(100), worthFen: fen(100) },
    redeemMinimum: points(100),
    redeemStep: points(100),
    redeemMaxPercent: 50,
    restoredLotDays: 30,
    adjustDailyLimit: points(1000),
  },
  complaints: { responseHours: 24, resolutionHours: 168 },
};

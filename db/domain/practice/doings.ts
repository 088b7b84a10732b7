import type { ContactChannel } from '../care/task';
import type { ComplaintObject } from '../complaints/reasons';
import type { Trigger } from '../coupons/coupon';
import type { ShopRules } from '../settings/shop-rules';
import type { Tier } from '../tiers/tier';
import type { BusinessDate, Fen, Instant, Points } from '../units';

/** Somebody of the practice store whom an exercise is about. */
export interface Who {
  readonly id: string;
  readonly name: string;
  /** The last four digits of their phone. */
  readonly tail: string;
}

/** Whom and what the exercises are about: looked up once, when the practice store is made. */
export interface Cast {
  readonly zhangSan: Who;
  readonly zhangMin: Who;
  readonly liJing: Who;
  readonly liuFang: Who;
  /** Has a coupon for an amount that holds today. */
  readonly couponHolder: Who;
  /** Zhang Min's last bill, and half of it: what she brings back. */
  readonly bill: { readonly purchaseId: string; readonly half: Fen };
}

export interface SignedUp {
  readonly memberId: string;
  readonly phone: string | null;
  readonly marketing: boolean;
  readonly at: Instant;
}

export interface Tagged {
  readonly memberId: string;
  readonly tag: string;
  readonly at: Instant;
}

/** A sale that stands: one that was undone at once is no doing. */
export interface Sold {
  readonly memberId: string;
  /** At list price. */
  readonly gross: Fen;
  /** What level or member day took off. */
  readonly levelDiscount: Fen;
  readonly total: Fen;
  readonly couponIds: readonly string[];
  readonly redeemed: Points;
  /** The member's usable points just before it. */
  readonly usableBefore: number;
  readonly receiptNo: string | null;
  readonly at: Instant;
}

export interface Refunded {
  readonly purchaseId: string;
  readonly amount: Fen;
  readonly at: Instant;
}

/** A coupon that was handed over: a gift, without a bill. */
export interface HandedOver {
  readonly memberId: string;
  readonly trigger: Trigger;
  readonly at: Instant;
}

/** A complaint as it stands now, corrections included. */
export interface Complained {
  readonly memberId: string | null;
  readonly object: ComplaintObject;
  readonly reason: string;
  readonly receivedAt: Instant;
  readonly responseDueAt: Instant;
  readonly firstRespondedAt: Instant | null;
  /** What was given for it in all, and when for the last time; null = nothing. */
  readonly given: { readonly worth: Fen; readonly at: Instant } | null;
  readonly resolvedAt: Instant | null;
  readonly closedAt: Instant | null;
}

/** A contact that the shop began. */
export interface Contacted {
  readonly channel: ContactChannel;
  readonly at: Instant;
  /** When its outcome was kept; null = not yet. */
  readonly outcomeAt: Instant | null;
}

export interface Answered {
  readonly memberId: string | null;
  readonly satisfaction: number | null;
  readonly recommend: number | null;
  readonly at: Instant;
}

export interface DayClosed {
  readonly date: BusinessDate;
  readonly at: Instant;
}

/** Everything that was really done in the practice store; what is judged. */
export interface Doings {
  readonly signedUp: readonly SignedUp[];
  readonly tagged: readonly Tagged[];
  readonly sold: readonly Sold[];
  readonly refunded: readonly Refunded[];
  readonly handedOver: readonly HandedOver[];
  readonly complained: readonly Complained[];
  readonly contacted: readonly Contacted[];
  readonly answered: readonly Answered[];
  readonly closed: readonly DayClosed[];
}

/** What doings are held against. */
export interface Stage {
  readonly cast: Cast;
  readonly rules: ShopRules;
  readonly today: BusinessDate;
  readonly tiers: ReadonlyMap<string, Tier>;
  /** When the trainee said that they had read what is only read; null = not yet. */
  readonly readAt: Instant | null;
}

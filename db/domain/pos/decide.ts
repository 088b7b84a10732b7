import type { BusinessDate, Fen, Instant } from '../units';
import type { PosReason, WaitingReason } from './outcome';

/** What the store knows of a receipt that a till's file names. */
export interface KnownReceipt {
  readonly id: string;
  readonly told: Fen;
  readonly back: Fen;
  readonly state: 'waiting' | 'booked' | 'by_hand' | 'dismissed';
  readonly why: WaitingReason | null;
  readonly fileId: string;
}

/** A bill that bears the number on that day. */
export interface Holder {
  readonly purchaseId: string;
  /** After discounts, before points; and what was paid in money after them. */
  readonly total: Fen;
  readonly paid: Fen;
}

/** Whom the numbers of a receipt name. */
export type FoundBuyer =
  | { readonly kind: 'one'; readonly memberId: string }
  | { readonly kind: 'none'; readonly why: 'no_member' | 'member_unknown' | 'member_ambiguous' };

/** What becomes of a receipt. */
export type ReceiptDecision =
  | { readonly kind: 'post'; readonly memberId: string }
  | { readonly kind: 'wait'; readonly why: WaitingReason; readonly maybe: string | null }
  /** The counter was first: the same bill, recorded by hand. */
  | { readonly kind: 'by_hand'; readonly purchaseId: string }
  /** Settled before. */
  | { readonly kind: 'already' }
  | { readonly kind: 'still_waiting' }
  | { readonly kind: 'passed' }
  | { readonly kind: 'refused'; readonly why: PosReason; readonly booked: Fen | null };

/** A till's clock may be ahead of ours. */
const AHEAD_MS = 10 * 60_000;

/** A receipt with its moment in the store's own time. */
export interface TimedAmount {
  readonly amount: Fen;
  readonly at: Instant;
  readonly day: BusinessDate;
}

/** Why a row is of no account at all, whatever the store knows: of before the start, of nothing, or not yet. */
export function passedBy(
  { amount, at, day }: TimedAmount,
  { from, now, today }: { readonly from: BusinessDate; readonly now: Instant; readonly today: BusinessDate },
): { readonly kind: 'passed' } | { readonly kind: 'refused'; readonly why: PosReason } | undefined {
  if (day > today || at > now + AHEAD_MS) return { kind: 'refused', why: 'date_in_future' };
  return day < from || amount === 0 ? { kind: 'passed' } : undefined;
}

/**
 * What becomes of a receipt that was paid: booked once, whatever was recorded by hand, read before, or is
 * read again. What the till says of it may never change.
 */
export function decideReceipt(asked: {
  readonly amount: Fen;
  readonly known: KnownReceipt | null;
  readonly holder: Holder | null;
  readonly buyer: FoundBuyer;
  /** A bill of that member, day and amount, recorded by hand without a number. */
  readonly lookalike: string | null;
}): ReceiptDecision {
  const { amount, known, holder, buyer, lookalike } = asked;
  if (known !== null && known.told !== amount) return differs(known.told);
  if (known !== null && known.state !== 'waiting') return { kind: 'already' };
  if (holder !== null)
    return amount === holder.paid || amount === holder.total
      ? { kind: 'by_hand', purchaseId: holder.purchaseId }
      : differs(holder.paid);
  if (known?.why === 'maybe_by_hand' || known?.back === amount) return { kind: 'still_waiting' };
  if (buyer.kind === 'one')
    return lookalike === null
      ? { kind: 'post', memberId: buyer.memberId }
      : { kind: 'wait', why: 'maybe_by_hand', maybe: lookalike };
  return known === null ? { kind: 'wait', why: buyer.why, maybe: null } : { kind: 'still_waiting' };
}

const differs = (booked: Fen): ReceiptDecision => ({ kind: 'refused', why: 'amount_differs', booked });

/** A receipt that a refund row may mean. */
export type RefundTarget =
  | { readonly kind: 'bill'; readonly purchaseId: string; readonly byHand: Fen }
  | { readonly kind: 'waiting'; readonly id: string; readonly left: Fen };

/** What becomes of a refund row; whether the bill still has so much is `decideRefund`'s to say. */
export type RefundDecision =
  | { readonly kind: 'refund'; readonly purchaseId: string }
  | { readonly kind: 'take_off'; readonly id: string }
  /** It was refunded by hand before the file came. */
  | { readonly kind: 'by_hand'; readonly purchaseId: string }
  | { readonly kind: 'refused'; readonly why: PosReason; readonly booked: Fen | null };

/**
 * A refund is of the receipt whose number it bears: of the same day, or else of the only one of the weeks
 * before. One that was given by hand meanwhile is this one when the amounts are the same, and a question
 * for a person when they are not.
 */
export function decideTillRefund(back: Fen, targets: readonly RefundTarget[]): RefundDecision {
  const [target, another] = targets;
  if (target === undefined) return { kind: 'refused', why: 'refund_of_unknown', booked: null };
  if (another !== undefined) return { kind: 'refused', why: 'refund_ambiguous', booked: null };
  if (target.kind === 'waiting')
    return back > target.left
      ? { kind: 'refused', why: 'refund_above_rest', booked: target.left }
      : { kind: 'take_off', id: target.id };
  const { purchaseId, byHand } = target;
  if (byHand === 0) return { kind: 'refund', purchaseId };
  return byHand === back
    ? { kind: 'by_hand', purchaseId }
    : { kind: 'refused', why: 'amount_differs', booked: byHand };
}

/** So many days a receipt may be given to a member: as long as a customer keeps the paper. */
export const CLAIM_DAYS = 30;
/** So many days back a refund looks for its receipt. */
export const REFUND_DAYS = 90;

import type { CouponView } from '@contract/loyalty-shapes';
import type { UnclaimedReceipt } from '@contract/pos';
import type { KeptSale, ReceiptBill } from '@contract/purchases';
import { create } from 'zustand';
import type { CareForm } from '../../features/care/components/care-panel';
import type { RecordedSale } from '../../features/purchases/components/sale-panel';
import { BLANK_SALE, hasPrice, type TypedSale, withCoupon } from '../../features/purchases/sale-form';
import type { RightsView } from '../../features/rights/components/rights-panel';
import type { LowAnswer } from '../../features/surveys/survey-draft';
import type { Attempt } from '../../lib/use-command';

/** What the right column is doing. A sale is what there is to do unless something else was asked for. */
export type Act =
  | { readonly kind: 'sale' }
  | { readonly kind: 'signUp'; readonly name: string; readonly phone: string }
  | { readonly kind: 'points' }
  | { readonly kind: 'coupons'; readonly giving: boolean }
  | { readonly kind: 'tier' }
  /** What is known and planned for the member, or something that is added to it. */
  | { readonly kind: 'care'; readonly form: CareForm | null }
  /** `from` is the low answer that it follows. */
  | { readonly kind: 'complaint'; readonly from: LowAnswer | null }
  /** `low` is the answer just kept, where it asks for a complaint. */
  | { readonly kind: 'survey'; readonly purchaseId: string | null; readonly low: LowAnswer | null }
  | { readonly kind: 'bill'; readonly purchaseId: string }
  /** Bills of several days that have one receipt number. */
  | { readonly kind: 'receipt'; readonly receiptNo: string }
  | { readonly kind: 'refund'; readonly purchaseId: string | null }
  /** The slip of a sale: of the one just made, or of a bill that was opened again. */
  | { readonly kind: 'slip'; readonly purchaseId: string }
  | { readonly kind: 'edit' }
  /** A receipt of the till that is theirs; null while it is still looked for. */
  | { readonly kind: 'claim'; readonly receipt: UnclaimedReceipt | null }
  /** What the member may ask of the shop about their own data. */
  | { readonly kind: 'rights'; readonly view: RightsView }
  /** Who changed this member, and why. */
  | { readonly kind: 'trail' };

/** What was shown to the box and cannot be taken; the sentence stays until the next key. */
export type BoxRefusal =
  /** The code itself is gone. */
  | { readonly kind: 'payment_code' }
  | { readonly kind: 'coupon'; readonly coupon: CouponView }
  /** The bill of today that has this receipt number already. */
  | { readonly kind: 'receipt_taken'; readonly bill: ReceiptBill };

export interface Counter {
  readonly text: string;
  readonly refused: BoxRefusal | null;
  /** Enter that waits for the answer to this text. */
  readonly wanted: string | null;
  /** A code that is being looked up: what it is decides where it goes. */
  readonly scanned: string | null;
  readonly memberId: string | null;
  /** A coupon of that member was scanned or typed: as soon as it is read it lies on the bill. */
  readonly couponCode: string | null;
  readonly act: Act;
  /** The sale as far as it is typed: a look at the points does not lose it. */
  readonly typed: TypedSale;
  /** Under which request it was last sent. */
  readonly attempt: Attempt | null;
  /** The sale just made, as long as nothing else has begun. */
  readonly recorded: RecordedSale | null;
  readonly amountAsked: number;
}

const SALE: Act = { kind: 'sale' };
const FRESH: Counter = {
  text: '',
  refused: null,
  wanted: null,
  scanned: null,
  memberId: null,
  couponCode: null,
  act: SALE,
  typed: BLANK_SALE,
  attempt: null,
  recorded: null,
  amountAsked: 0,
};

/** What is on the counter survives a look at another screen. */
export const useCounter = create<Counter>(() => FRESH);

const put = useCounter.setState;

export const lookupBox = () => document.querySelector<HTMLInputElement>('[data-lookup-box]');
export const focusBox = (): void => lookupBox()?.focus();

/** Whoever types on does not wait for a scan any more. */
export const setText = (text: string): void => put({ text, refused: null, wanted: null, scanned: null });
/** The code is not kept anywhere: not in the box, not in the state. */
export const refuseCode = (): void =>
  put({ text: '', refused: { kind: 'payment_code' }, wanted: null, scanned: null });
export const want = (text: string): void => put({ text, refused: null, wanted: text });
export const unwant = (): void => put({ wanted: null });
export const takeScan = (code: string): void => put({ text: '', refused: null, wanted: null, scanned: code });
/** Several fit, or nobody: it stands in the box as if it had been typed. */
export function showScan(code: string): void {
  put({ text: code, scanned: null });
  focusBox();
}

export function openMember(memberId: string): void {
  put(({ memberId: before, act }) => ({
    ...FRESH,
    memberId,
    // A receipt in hand is brought along to whom it is for.
    act: before === null && act.kind === 'claim' ? act : SALE,
  }));
  focusBox();
}
/** A receipt that waits, in hand while its member is looked up. */
export const holdReceipt = (receipt: UnclaimedReceipt): void =>
  put({ ...FRESH, act: { kind: 'claim', receipt } });
export const begin = (act: Act): void => put({ act, recorded: null, text: '', refused: null, wanted: null });

/** A bill by its receipt number: with its member, and to be given back where that was asked for. */
export function openBill({ memberId, purchaseId }: ReceiptBill): void {
  put(({ act }) => ({
    ...FRESH,
    memberId,
    act: { kind: act.kind === 'refund' ? 'refund' : 'bill', purchaseId },
  }));
  focusBox();
}

export const showReceipt = (receiptNo: string): void => {
  begin({ kind: 'receipt', receiptNo });
  put({ scanned: null });
};

/** A member is open, and their sale is not made yet. */
export const saleInHand = ({
  memberId,
  act,
  recorded,
}: Pick<Counter, 'memberId' | 'act' | 'recorded'>): boolean =>
  memberId !== null && act.kind === 'sale' && recorded === null;

/** The receipt of the sale in hand; where there is no amount yet, it is asked for. */
export function layReceipt(receiptNo: string): void {
  put(({ typed }) => ({ typed: { ...typed, receiptNo }, text: '', scanned: null }));
  if (!hasPrice(useCounter.getState().typed)) askAmount();
}

export const refuseReceipt = (bill: ReceiptBill): void =>
  put({ text: '', scanned: null, refused: { kind: 'receipt_taken', bill } });

/** A coupon by its code: its owner's card opens, and what is typed for them already stays. */
export function bringCoupon(memberId: string, couponCode: string): void {
  put((counter) => ({
    ...(counter.memberId === memberId ? { text: '', refused: null, wanted: null } : { ...FRESH, memberId }),
    scanned: null,
    couponCode,
  }));
  focusBox();
}

/** The coupon goes onto the bill, and the amount is asked for. */
export function layCoupon(coupon: CouponView): void {
  put(({ typed }) => ({ typed: withCoupon(typed, coupon), couponCode: null }));
  askAmount();
}

/** It is read, but of no use today: the box says why, its owner's coupons stand beside. */
export function refuseCoupon(coupon: CouponView | null): void {
  begin({ kind: 'coupons', giving: false });
  put({ couponCode: null, refused: coupon === null ? null : { kind: 'coupon', coupon } });
}

export const type = (typed: TypedSale): void => put({ typed });
export const attempted = (attempt: Attempt): void => put({ attempt });

/** Goes on where a page before this one was left: with the sale as it was typed, or with its result. */
export function takeUp({ memberId, typed, attempt }: KeptSale, recorded: RecordedSale | null): void {
  if (recorded === null) put({ ...FRESH, memberId, typed, attempt, amountAsked: 1 });
  else put({ ...FRESH, memberId, recorded });
}

/** To the slip of a sale; the sale just made stays where it was, to come back to. */
export const showSlip = (purchaseId: string): void => put({ act: { kind: 'slip', purchaseId } });

/** Asks the customer how it was: about the sale just made, or the bill that is open. */
export const askCustomer = (): void => {
  const { act, recorded } = useCounter.getState();
  const purchaseId = act.kind === 'bill' ? act.purchaseId : (recorded?.purchaseId ?? null);
  begin({ kind: 'survey', purchaseId, low: null });
};

/** The customer has answered: back to the box, unless a complaint is called for. */
export function heard(low: LowAnswer | null): void {
  put(({ act }) => (act.kind === 'survey' ? { act: { ...act, low } } : {}));
  if (low === null) focusBox();
}

/** To the amount, from wherever one is. */
export const askAmount = (): void =>
  put(({ amountAsked }) => ({
    act: SALE,
    recorded: null,
    text: '',
    refused: null,
    wanted: null,
    amountAsked: amountAsked + 1,
  }));

export function record(recorded: RecordedSale): void {
  put({ recorded, typed: BLANK_SALE, attempt: null, act: SALE, amountAsked: 0 });
  focusBox();
}

/** An act is over: back to the box, the member stays open. */
export function finish(): void {
  put({ act: SALE });
  focusBox();
}

function before(act: Act, justRecorded: boolean): Act {
  if (act.kind === 'refund' && act.purchaseId !== null) return { kind: 'refund', purchaseId: null };
  if (act.kind === 'coupons' && act.giving) return { kind: 'coupons', giving: false };
  if (act.kind === 'care' && act.form !== null) return { kind: 'care', form: null };
  if (act.kind === 'rights' && act.view !== 'menu') return { kind: 'rights', view: 'menu' };
  if (act.kind === 'slip' && !justRecorded) return { kind: 'bill', purchaseId: act.purchaseId };
  return SALE;
}

/** One step back from a panel. */
export function back(): void {
  put(({ act, recorded }) => ({ act: before(act, recorded !== null) }));
  if (useCounter.getState().act.kind === 'sale') focusBox();
}

/** One step back from the box: its text, then the act, then the member. False when there is nothing to go back from. */
export function escapeBox(): boolean {
  const { text, refused, act, memberId } = useCounter.getState();
  if (text !== '' || refused !== null) setText('');
  else if (act.kind !== 'sale') back();
  else if (memberId !== null) put(FRESH);
  else return false;
  return true;
}

/** Whoever was open is gone for good. */
export function leaveMember(): void {
  put(FRESH);
  focusBox();
}

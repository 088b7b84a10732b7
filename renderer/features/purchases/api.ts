import type { KeptSale, RefundEffect } from '@contract/purchases';
import { readCouponCode } from '@domain/coupons/code';
import { fen } from '@domain/units';
import { useQueryClient } from '@tanstack/react-query';
import { act, ask } from '../../lib/client';
import type { Answered } from '../../lib/rooms';
import { isTouched } from '../../lib/scopes';
import { type KeptAttempt, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Shortfall = 'debt' | 'reduce_refund' | 'write_off';
export type { RefundEffect };
/** One bill with its lines, its account and its refunds. */
export type Bill = NonNullable<Answered<'purchases', 'detail'>>;

export const usePurchases = (memberId: string, limit: number) =>
  useRead('purchases', 'ofMember', { memberId, offset: 0, limit }, { keepLast: true });
export const usePurchase = (purchaseId: string | null) =>
  useRead('purchases', 'detail', { purchaseId: purchaseId ?? '' }, { enabled: purchaseId !== null });
/** The longest receipt number there is. */
const LONGEST_RECEIPT = 40;
/** A coupon is never a receipt number, not even one that was never issued. */
export const mayBeReceipt = (text: string): boolean =>
  /\d/.test(text) && text.length <= LONGEST_RECEIPT && readCouponCode(text).readAs !== 'coupon';
/** Bills with this receipt number; null, or what cannot be one, asks nothing. */
export const useReceipt = (receiptNo: string | null) =>
  useRead(
    'purchases',
    'ofReceipt',
    { receiptNo: receiptNo ?? '' },
    { enabled: receiptNo !== null && mayBeReceipt(receiptNo), forgetAfter: 5_000 },
  );
/** What a refund would do; null asks nothing. */
export const useRefundPreview = (purchaseId: string, amount: number | null, shortfall: Shortfall) =>
  useRead(
    'purchases',
    'previewRefund',
    { purchaseId, amount: fen(amount ?? 0), shortfall },
    { enabled: amount !== null, keepLast: true, forgetAfter: 5_000 },
  );
export const useRules = () => useRead('settings', 'rules', {});

/** Reads again what a price is made of: main has reckoned from something that the page did not know. */
export function useRereadPrice(): () => void {
  const answers = useQueryClient();
  return () =>
    void answers.invalidateQueries({
      predicate: (query) => isTouched(query.queryKey, ['settings', 'members', 'coupons']),
    });
}

export const useRecordSale = (kept: KeptAttempt) => useCommand('purchases', 'record', kept);

/** Main keeps what is typed, in case the page crashes over it; that it could not is no reason to stop anybody. */
export const keepSale = (kept: KeptSale | null): void =>
  void act('purchases', 'keepTyped', { kept }).catch(() => undefined);
/** What a page before this one had typed, and whether its sale was made after all. */
export const saleInHand = () => ask('purchases', 'typed', {});
export const useRefund = () => useCommand('purchases', 'refund');
export const useUndoSale = () => useCommand('purchases', 'undo');

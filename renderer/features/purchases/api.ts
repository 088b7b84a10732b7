import type { RefundEffect } from '@contract/purchases';
import { fen } from '@domain/units';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Shortfall = 'debt' | 'reduce_refund' | 'write_off';
export type { RefundEffect };

export const usePurchases = (memberId: string, limit: number) =>
  useRead('purchases', 'ofMember', { memberId, offset: 0, limit }, { keepLast: true });
export const usePurchase = (purchaseId: string | null) =>
  useRead('purchases', 'detail', { purchaseId: purchaseId ?? '' }, { enabled: purchaseId !== null });
export const useRefundPreview = (purchaseId: string, amount: number | null, shortfall: Shortfall) =>
  useRead(
    'purchases',
    'previewRefund',
    { purchaseId, amount: fen(amount ?? 0), shortfall },
    { enabled: amount !== null && amount > 0, keepLast: true, forgetAfter: 5_000 },
  );
export const useRules = () => useRead('settings', 'rules', {});

export const useRecordSale = () => useCommand('purchases', 'record');
export const useRefund = () => useCommand('purchases', 'refund');
export const useUndoSale = () => useCommand('purchases', 'undo');

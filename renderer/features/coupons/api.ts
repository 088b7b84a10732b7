import type { SegmentRule } from '@domain/segments/segment';
import type { Answered } from '../../lib/rooms';
import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export const useCouponsOf = (memberId: string) => useRead('coupons', 'ofMember', { memberId });
export const useCouponWhy = (couponId: string) => useRead('coupons', 'why', { couponId });
/** What a code is; null asks nothing. */
export const useCouponByCode = (code: string | null) =>
  useRead('coupons', 'byCode', { code: code ?? '' }, { enabled: code !== null, forgetAfter: 5_000 });
export const useHandTemplates = () => useRead('coupons', 'handTemplates', {});

export const useGiveCoupon = () => useCommand('coupons', 'giveByHand');
export const useHandOver = () => useCommand('coupons', 'handOver');
export const useWithdraw = () => useCommand('coupons', 'withdraw');

export type BatchPreview = Answered<'coupons', 'previewBatch'>;
export type Batch = Answered<'coupons', 'batches'>[number];
export const usePreviewBatch = (templateId: string | null, rule: SegmentRule) =>
  useRead(
    'coupons',
    'previewBatch',
    { templateId: templateId ?? '', rule },
    { keepLast: true, enabled: templateId !== null, forgetAfter: 5_000 },
  );
/** Groups of members that the shop has named. */
export const useSegments = () => useRead('segments', 'list', {});
export const useStartBatch = () => useCommand('coupons', 'startBatch');
export const useBatches = () => useRead('coupons', 'batches', {});
export const useResumeBatches = () => useAct('coupons', 'resumeBatches');
export const useRules = () => useRead('settings', 'rules', {});

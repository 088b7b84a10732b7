import type { CouponView } from '@contract/loyalty-shapes';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/store-context';
import type { RefusalFor, Settled } from '../../../lib/use-command';
import { FaultLine } from '../../../ui/fault-line';
import { Notice } from '../../../ui/notice';
import { notUsableWords } from '../words';

interface StepEndProps {
  readonly coupon: CouponView;
  readonly now: Settled<unknown, RefusalFor<'coupons', 'handOver'> | RefusalFor<'coupons', 'withdraw'>>;
  readonly onRetry: () => void;
}

/** Why handing over or withdrawing did not happen; that it did is seen at the coupon itself. */
export function StepEnd({ coupon, now, onRetry }: StepEndProps) {
  const { t } = useTranslation(['coupons', 'common']);
  const format = useFormat();
  if (now.state === 'fault') return <FaultLine mishap={now.mishap} onRetry={onRetry} />;
  if (now.state !== 'refused') return null;
  const { refusal } = now;
  return (
    <Notice tone="danger">
      {refusal.code === 'coupon_not_usable'
        ? notUsableWords(coupon, refusal.params.state, t, format)
        : t(`refusal.${refusal.code}`)}
    </Notice>
  );
}

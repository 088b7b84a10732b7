import { useEffect } from 'react';
import { useCouponByCode } from '../../features/coupons/api';
import { layCoupon, refuseCoupon, useCounter } from './counter-state';

/** A coupon that was brought by its code goes onto its owner's bill, or the box says why it cannot. */
export function useBroughtCoupon(): void {
  const code = useCounter((counter) => counter.couponCode);
  const { data, isError } = useCouponByCode(code);
  useEffect(() => {
    if (code === null) return;
    if (isError) refuseCoupon(null);
    else if (data?.found === true) {
      if (data.coupon.stateToday === 'usable') layCoupon(data.coupon);
      else refuseCoupon(data.coupon);
    } else if (data?.found === false) refuseCoupon(null);
  }, [code, data, isError]);
}

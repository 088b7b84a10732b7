import { useEffect } from 'react';
import { useLookup } from '../../features/members/api';
import { mayBeReceipt, useReceipt } from '../../features/purchases/api';
import { useFormat } from '../../lib/store-context';
import {
  bringCoupon,
  layReceipt,
  openBill,
  openMember,
  refuseReceipt,
  showReceipt,
  showScan,
  useCounter,
} from './counter-state';
import { meaningOf } from './scanned';

const NONE = [] as const;

/** A scanned code is looked up everywhere at once; what it is decides what opens. */
export function useScanned(): void {
  const code = useCounter((counter) => counter.scanned);
  const { today } = useFormat();
  const lookup = useLookup(code ?? '');
  const receipt = useReceipt(code);
  const rows = lookup.data?.rows;
  const bills = code !== null && mayBeReceipt(code) ? receipt.data : NONE;
  const failed = lookup.isError || receipt.isError;

  useEffect(() => {
    if (code === null) return;
    if (failed) return showScan(code); // the box then says what went wrong
    if (rows === undefined || bills === undefined) return;
    const scanned = meaningOf({ code, rows, bills, counter: useCounter.getState(), today });
    switch (scanned.is) {
      case 'member':
        return openMember(scanned.memberId);
      case 'coupon':
        return bringCoupon(scanned.memberId, code);
      case 'taken':
        return refuseReceipt(scanned.bill);
      case 'bill':
        return openBill(scanned.bill);
      case 'bills':
        return showReceipt(code);
      case 'receipt':
        return layReceipt(code);
      case 'text':
        return showScan(code);
    }
  }, [code, rows, bills, failed, today]);
}

import { isPaymentCode } from '@domain/members/payment-code';
import { useNavigate } from '@tanstack/react-router';
import { sayOfScan } from '../../lib/scan-notice';
import { useScanner } from '../../lib/scanner';
import { refuseCode, takeScan } from '../counter/counter-state';

/** The longest text that is looked up; no card, coupon or receipt number is longer. */
const LONGEST = 64;

/** Asked of the page, so that it holds for every dialog there is or will be. */
const isUnderDialog = (): boolean => document.querySelector('[aria-modal="true"]') !== null;

/** A card, a coupon or a receipt may be scanned on any screen: the counter finds out what it is. */
export function useScansAtCounter(): void {
  const navigate = useNavigate();
  useScanner((code) => {
    // What was begun in a dialog is ended first: nothing moves underneath it.
    if (isUnderDialog()) return sayOfScan('after_this');
    if (isPaymentCode(code)) refuseCode();
    else if (code.length > LONGEST) return sayOfScan('too_long');
    else takeScan(code);
    void navigate({ to: '/counter' });
  });
}

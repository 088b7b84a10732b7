import { readCouponCode } from '@domain/coupons/code';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useDisplayKey } from '../../features/display/use-display-key';
import { isPaymentCode } from '../../features/members/reading';
import { SampleBanner } from '../../features/settings/components/sample-banner';
import { UnsavedRules } from '../../features/settings/components/unsaved-rules';
import { DiskBanner } from '../../features/support/components/disk-banner';
import { useScanner } from '../../lib/scanner';
import { useToldComplaint } from '../complaints/use-told-complaint';
import { focusBox, refuseCode, want } from '../counter/counter-state';
import { useSaleInHand } from '../counter/use-sale-in-hand';
import { Help } from '../help/help';
import { Tour } from '../tour/tour';
import { FunctionKeyBar } from './function-key-bar';
import { Rail } from './rail';
import classes from './shell.module.css';
import { useSummoned } from './use-summoned';

/** The frame of every screen: the rail, the screen, and the keys at the bottom. */
export function Shell() {
  useScansAtCounter();
  useSaleInHand();
  useDisplayKey();
  useToldComplaint();
  useSummoned();
  return (
    <div className={classes.shell}>
      <Rail />
      <div className={classes.body}>
        <SampleBanner />
        <DiskBanner />
        <UnsavedRules />
        <main className={classes.screen}>
          <Suspense fallback={null}>
            <Outlet />
          </Suspense>
        </main>
        <Tour />
        <FunctionKeyBar />
      </div>
      <Help />
    </div>
  );
}

/** A card or a coupon may be scanned on any screen: the counter opens whom it names. */
function useScansAtCounter(): void {
  const navigate = useNavigate();
  useScanner((code) => {
    focusBox(); // first: what the scan opens may want the focus for itself
    if (isPaymentCode(code)) refuseCode();
    else want(code, 'scan');
    void navigate({ to: '/counter' });
  }, isNoText);
}

/** Codes that no field may keep, not even one that takes scans: a coupon is never a receipt number. */
const isNoText = (code: string): boolean => isPaymentCode(code) || readCouponCode(code).readAs === 'coupon';

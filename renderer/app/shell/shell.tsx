import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useDisplayKey } from '../../features/display/use-display-key';
import { PracticeFrame } from '../../features/practice/components/practice-frame';
import { SampleBanner } from '../../features/settings/components/sample-banner';
import { UnsavedRules } from '../../features/settings/components/unsaved-rules';
import { DiskBanner } from '../../features/support/components/disk-banner';
import { useToldComplaint } from '../complaints/use-told-complaint';
import { useSaleInHand } from '../counter/use-sale-in-hand';
import { Help } from '../help/help';
import { Tour } from '../tour/tour';
import { FunctionKeyBar } from './function-key-bar';
import { Rail } from './rail';
import { ScanNotice } from './scan-notice';
import classes from './shell.module.css';
import { useFocusKept } from './use-focus-kept';
import { useScansAtCounter } from './use-scans';
import { useSummoned } from './use-summoned';
import { useZoomKeys } from './use-zoom-keys';

/** The frame of every screen: the rail, the screen, and the keys at the bottom. */
export function Shell() {
  useScansAtCounter();
  useSaleInHand();
  useDisplayKey();
  useZoomKeys();
  useToldComplaint();
  useSummoned();
  useFocusKept();
  return (
    <div className={classes.shell}>
      <Rail />
      <div className={classes.body}>
        <SampleBanner />
        <PracticeFrame />
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
      <ScanNotice />
    </div>
  );
}

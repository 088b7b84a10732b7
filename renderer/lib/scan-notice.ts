import { create } from 'zustand';

/** Why a scan came to nothing; the code itself is kept nowhere. */
export type ScanNotice =
  /** Something lies over the shop that has to be ended first. */
  | 'after_this'
  /** Longer than the field that it was meant for. */
  | 'too_long';

export const useScanNotice = create<{ readonly said: ScanNotice | null }>(() => ({ said: null }));

export const sayOfScan = (said: ScanNotice): void => useScanNotice.setState({ said });
export const forgetScanNotice = (): void => useScanNotice.setState({ said: null });

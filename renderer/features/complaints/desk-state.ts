import { create } from 'zustand';

/** The parts of the complaint desk, in their order on the screen. */
export const TABS = ['board', 'archive', 'statistics', 'practice'] as const;
export type Tab = (typeof TABS)[number];

interface Desk {
  readonly tab: Tab;
  /** The complaint in front; null = the first of the board. */
  readonly picked: string | null;
  /** Where the picked one was opened from: Esc leads back there. */
  readonly from: Tab;
  /** It was asked for from elsewhere, and the board has not turned to it yet. */
  readonly asked: boolean;
}

const FRESH: Desk = { tab: 'board', picked: null, from: 'board', asked: false };

/** What one was at is still there after a look at the counter. */
export const useDesk = create<Desk>(() => FRESH);

const put = useDesk.setState;

export const showTab = (tab: Tab): void => put({ tab });
export const pick = (complaintId: string | null): void => put({ picked: complaintId, from: 'board' });

/** From the archive, from a member's red bar, from a notification: this complaint, in front. */
export const openComplaint = (complaintId: string, from: Desk['from'] = 'board'): void =>
  put({ tab: 'board', picked: complaintId, from, asked: true });
/** The board has turned to it. */
export const turned = (): void => put({ asked: false });

/** Back to where the picked complaint was opened from. */
export const leaveComplaint = (): void => put(({ from }) => ({ tab: from, from: 'board' }));

import type { Answered } from '../../lib/rooms';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

/** Rows of one page; above 200 a list would have to be virtual. */
export const PAGE = 200;

export type Which = 'open' | 'closed' | 'all';
export type ComplaintDetail = NonNullable<Answered<'complaints', 'detail'>>;

export const useComplaints = (which: Which, text: string, offset: number) =>
  useRead('complaints', 'list', { which, text, offset, limit: PAGE }, { keepLast: true });

const NOBODY = '00000000-0000-7000-8000-000000000000';

export const useComplaint = (complaintId: string | null) =>
  useRead(
    'complaints',
    'detail',
    { complaintId: complaintId ?? NOBODY },
    { keepLast: true, enabled: complaintId !== null },
  );

/** The hours of both clocks, for the due times shown before saving. */
export const useClockRules = () => useRead('settings', 'rules', {}).data?.rules.complaints;

export const useLogComplaint = () => useCommand('complaints', 'log');

/** Every step that a complaint can take, each an own command. */
export function useSteps() {
  return {
    respond: useCommand('complaints', 'respond'),
    resolve: useCommand('complaints', 'resolve'),
    close: useCommand('complaints', 'close'),
    reopen: useCommand('complaints', 'reopen'),
    note: useCommand('complaints', 'addNote'),
  };
}

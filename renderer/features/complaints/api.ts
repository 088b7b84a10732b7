import type { ComplaintFilters } from '@contract/complaints';
import type { Period } from '@domain/calendar/period';
import type { Answered } from '../../lib/rooms';
import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

/** More open complaints than these are for the archive; above 200 rows a list would have to be virtual. */
const BOARD_ROWS = 200;

export type ComplaintDetail = NonNullable<Answered<'complaints', 'detail'>>;
export type Bill = Answered<'complaints', 'billsOf'>[number];
export type ComplaintStatistics = Answered<'complaints', 'statistics'>;
export type FoundComplaint = Answered<'complaints', 'list'>['rows'][number];
export type Logged = Answered<'complaints', 'log'>;

/** No filter at all: every complaint of the store. */
export const UNFILTERED: ComplaintFilters = {
  which: 'all',
  text: '',
  object: null,
  reasonGroup: null,
  reason: null,
  severity: null,
  aboutStaffId: null,
  from: null,
  to: null,
  lateOnly: false,
};

/** Everything that is not closed, what is due first on top. */
export const useBoard = () =>
  useRead('complaints', 'list', { ...UNFILTERED, which: 'open', offset: 0, limit: BOARD_ROWS });

export const useComplaintCounts = () => useRead('complaints', 'counts', {});

const NOBODY = '00000000-0000-7000-8000-000000000000';

export const useComplaint = (complaintId: string | null) =>
  useRead(
    'complaints',
    'detail',
    { complaintId: complaintId ?? NOBODY },
    { keepLast: true, enabled: complaintId !== null },
  );

/** The hours of both clocks and the reasons that are offered, with the hours of the store. */
export const useRules = () => useRead('settings', 'rules', {}).data?.rules;

export const useBills = (memberId: string | null) =>
  useRead('complaints', 'billsOf', { memberId: memberId ?? NOBODY }, { enabled: memberId !== null });

export const useStaff = () => useRead('staff', 'list', {});

/** Who is calling: the same box as at the counter asks. */
export const useCallers = (text: string) =>
  useRead('members', 'lookup', { text }, { keepLast: true, enabled: text !== '' });

export const useCompensationChoices = (complaintId: string) =>
  useRead('complaints', 'compensationChoices', { complaintId });

/** Pictures are large: one that is no longer on screen is forgotten at once. */
export const usePhoto = (photoId: string) => useRead('complaints', 'photo', { photoId }, { forgetAfter: 0 });

export const useLogComplaint = () => useCommand('complaints', 'log');
export const useAddPhoto = () => useCommand('complaints', 'addPhoto');
export const useCompensate = () => useCommand('complaints', 'compensate');
export const useClose = () => useCommand('complaints', 'close');
export const useEscalate = () => useCommand('complaints', 'escalate');
export const useCorrect = () => useCommand('complaints', 'correct');
export const useRecordSatisfaction = () => useCommand('complaints', 'recordSatisfaction');

/** The steps that need no more than a text. */
export function useTextSteps() {
  return {
    respond: useCommand('complaints', 'respond'),
    resolve: useCommand('complaints', 'resolve'),
    reopen: useCommand('complaints', 'reopen'),
    note: useCommand('complaints', 'addNote'),
    pause: useCommand('complaints', 'pause'),
    resume: useCommand('complaints', 'resume'),
  };
}

/** Writes what the filters show as CSV. */
export const useExportArchive = () => useAct('complaints', 'exportArchive');

export const useStatistics = (period: Period) =>
  useRead('complaints', 'statistics', period, { keepLast: true });

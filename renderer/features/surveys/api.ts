import type { Period } from '@domain/calendar/period';
import type { Answered } from '../../lib/rooms';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Results = Answered<'surveys', 'results'>;
export type RankedStaff = Answered<'surveys', 'ranking'>[number];
export type ServiceChange = Answered<'surveys', 'changes'>[number];
export type AnswerView = Answered<'surveys', 'answers'>['rows'][number];

export const useStanding = (memberId: string | null) =>
  useRead('surveys', 'standing', { memberId: memberId ?? '' }, { enabled: memberId !== null });
export const useResults = (period: Period) => useRead('surveys', 'results', period, { keepLast: true });
export const useRanking = (period: Period) => useRead('surveys', 'ranking', period, { keepLast: true });
export const useChanges = () => useRead('surveys', 'changes', {});
export const useAnswers = (asked: Period & { lowOnly: boolean; offset: number; limit: number }) =>
  useRead('surveys', 'answers', asked, { keepLast: true });

export const useRules = () => useRead('settings', 'rules', {});
export const useStaff = () => useRead('staff', 'list', {});

export const useRecordAnswer = () => useCommand('surveys', 'record');
export const useLinkComplaint = () => useCommand('surveys', 'linkComplaint');
export const useAddStaffNote = () => useCommand('surveys', 'addStaffNote');
export const useAddChange = () => useCommand('surveys', 'addChange');

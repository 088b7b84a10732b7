import type { TaskKind } from '@domain/care/task';
import type { BusinessDate } from '@domain/units';
import type { Answered } from '../../lib/rooms';
import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

/** Rows of one page; above 200 a list would have to be virtual. */
export const PAGE = 200;

export type Which = 'today' | 'held' | 'done';
export type Task = NonNullable<Answered<'care', 'task'>>;
export type { ContactView as Contact } from '@contract/care';
export type OfMember = Answered<'care', 'ofMember'>;
export type MadeList = Answered<'care', 'lists'>[number];
export type Results = Answered<'care', 'results'>;

const NOBODY = '00000000-0000-7000-8000-000000000000';

export const useTasks = (which: Which, kinds: TaskKind[], offset: number) =>
  useRead('care', 'tasks', { which, kinds, offset, limit: PAGE }, { keepLast: true });
export const useCounts = () => useRead('care', 'counts', {});
export const useTask = (taskId: string | null) =>
  useRead('care', 'task', { taskId: taskId ?? NOBODY }, { enabled: taskId !== null });

export const useContact = () => useCommand('care', 'contact');
export const useRecordOutcome = () => useCommand('care', 'recordOutcome');
export const usePutOff = () => useCommand('care', 'putOff');
export const useDrop = () => useCommand('care', 'drop');
export const useAssign = () => useCommand('care', 'assign');
export const useSetCause = () => useCommand('care', 'setCause');
export const useGiveCoupon = () => useCommand('care', 'giveWinBackCoupon');

/** What may be given today, and the allowance it is given from. */
export const useAllowance = () => useRead('coupons', 'handTemplates', {});
export const useStaff = () => useRead('staff', 'list', {});
export const useRules = () => useRead('settings', 'rules', {});

export const useCareOf = (memberId: string) => useRead('care', 'ofMember', { memberId });
export const usePlans = (memberId: string) => useRead('care', 'plans', { memberId });
export const useRecordTouch = () => useCommand('care', 'recordTouch');
export const useAddTask = () => useCommand('care', 'addTask');
export const useAddPlan = () => useCommand('care', 'addPlan');
export const useEndPlan = () => useCommand('care', 'endPlan');

export type ListChannel = MadeList['channel'];
export const useListPreview = (channel: ListChannel, kinds: TaskKind[]) =>
  useRead('care', 'previewList', { channel, kinds }, { keepLast: true });
export const useMakeList = () => useCommand('care', 'makeList');
export const useLists = () => useRead('care', 'lists', {});
export const useSaveList = () => useAct('care', 'saveList');
export const useGiveBackList = () => useCommand('care', 'giveBackList');
export const useGroupText = () => useRead('care', 'groupText', {});

export const useResults = (from: BusinessDate, to: BusinessDate) =>
  useRead('care', 'results', { from, to }, { keepLast: true });

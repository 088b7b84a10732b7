import type { Answered } from '../../lib/rooms';
import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Colleague = Answered<'staff', 'people'>['people'][number];

export const usePeople = () => useRead('staff', 'people', {});
/** Whom one's own card may be: found as at the counter. */
export const useFoundMembers = (text: string) =>
  useRead('members', 'lookup', { text }, { enabled: text.trim() !== '', keepLast: true, forgetAfter: 5_000 });

export const useSignIn = () => useAct('staff', 'signIn');
export const useTryAs = () => useAct('staff', 'tryAs');
export const useResetByRecoveryCode = () => useAct('staff', 'resetByRecoveryCode');

export const useAddStaff = () => useAct('staff', 'add');
export const useChangeStaff = () => useCommand('staff', 'change');
export const useSetRole = () => useCommand('staff', 'setRole');
export const useDeactivate = () => useCommand('staff', 'deactivate');
export const useReactivate = () => useCommand('staff', 'reactivate');
export const useSetOwnPin = () => useAct('staff', 'setOwnPin');
export const useGivePin = () => useAct('staff', 'givePin');
export const useUnblock = () => useCommand('staff', 'unblock');
export const useNewRecoveryCode = () => useAct('staff', 'newRecoveryCode');

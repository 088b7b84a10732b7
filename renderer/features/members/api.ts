import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

/** Only ever the answer to this very text: an Enter must not open whom an earlier text had found. */
export const useLookup = (text: string) =>
  useRead('members', 'lookup', { text }, { enabled: text !== '', forgetAfter: 5_000 });

export const useRecentMembers = () => useRead('members', 'recent', {});
export const useMemberCard = (memberId: string | null) =>
  useRead('members', 'card', { memberId: memberId ?? '' }, { enabled: memberId !== null });
export const useStaff = () => useRead('staff', 'list', {});
export const useConsents = (memberId: string) => useRead('members', 'consents', { memberId });

export const useProfile = (memberId: string) => useRead('members', 'profile', { memberId });

export const useSignUp = () => useCommand('members', 'signUp');
export const useChangeMember = () => useCommand('members', 'change');
export const useRecordConsent = () => useCommand('members', 'recordConsent');
export const useSetProfile = () => useCommand('members', 'setProfile');
export const useSetAdviser = () => useCommand('members', 'setAdviser');

/** Asked anew each time: a printer may have been plugged in since. */
export const usePrinters = () => useRead('slips', 'printers', {}, { forgetAfter: 0 });
export const useSlipChoice = () => useRead('slips', 'choice', {}, { keepLast: true });
export const useChooseSlip = () => useAct('slips', 'choose');

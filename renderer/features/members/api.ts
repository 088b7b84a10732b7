import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

/** The last answer stays while the next is on its way; answers to single keystrokes are soon forgotten. */
export const useLookup = (text: string) =>
  useRead('members', 'lookup', { text }, { enabled: text !== '', keepLast: true, forgetAfter: 5_000 });

export const useRecentMembers = () => useRead('members', 'recent', {});
export const useMemberCard = (memberId: string | null) =>
  useRead('members', 'card', { memberId: memberId ?? '' }, { enabled: memberId !== null });
export const useConsents = (memberId: string) => useRead('members', 'consents', { memberId });

export const useSignUp = () => useCommand('members', 'signUp');
export const useChangeMember = () => useCommand('members', 'change');
export const useRecordConsent = () => useCommand('members', 'recordConsent');

import type { Answered } from '../../lib/rooms';
import { useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type RulesInUse = Answered<'settings', 'rules'>;
export type ListedMember = Answered<'members', 'list'>['rows'][number];
export type HistoryRow = Answered<'settings', 'ruleHistory'>[number];

export const useShopRules = () => useRead('settings', 'rules', {});
export const useRuleHistory = () => useRead('settings', 'ruleHistory', {});
export const useChangeRules = () => useCommand('settings', 'changeRules');
/** Whom a script can be tried on: the last customers. */
export const useLatestMembers = () =>
  useRead('members', 'list', { order: 'last_visit', offset: 0, limit: 20 });
/** The limits of RFM as the last run had them; null before the first one. */
export const useRfmCutOffs = () => useRead('insights', 'rfm', {});
export type RfmCutOffs = NonNullable<Answered<'insights', 'rfm'>>;
/** A script as it would read for them. */
export const useFilled = (memberId: string, text: string) =>
  useRead('care', 'fillScript', { memberId, taskId: null, text }, { keepLast: true, forgetAfter: 5_000 });
export const useRenameStore = () => useCommand('settings', 'renameStore');
export const useCreateStore = () => useAct('settings', 'createStore');
export const useOpenSample = () => useAct('settings', 'openSample');
export const useLeaveSample = () => useAct('settings', 'leaveSample');
export const useRetryStore = () => useAct('settings', 'retryStore');
export const useShowStoreFolder = () => useAct('settings', 'showStoreFolder');
export const useQuit = () => useAct('settings', 'quit');

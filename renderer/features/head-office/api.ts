import type { HeadOfficeSettings, PacketView, RulePacketView } from '@contract/head-office';
import type { Answered, AskedWith } from '../../lib/rooms';
import { type RefusalFor, useAct, useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type { HeadOfficeSettings, PacketView, RulePacketView };
export type Standing = Answered<'headOffice', 'standing'>;
export type SetUpView = NonNullable<Standing['setUp']>;
export type Card = NonNullable<Answered<'headOffice', 'readCard'>>;
export type Sheet = NonNullable<Answered<'headOffice', 'sheet'>>;
export type SendAsked = AskedWith<'headOffice', 'send'>;
/** Everything that an act of this room may refuse. */
export type Refused = RefusalFor<
  'headOffice',
  | 'readCard'
  | 'setUp'
  | 'change'
  | 'stop'
  | 'saveSheet'
  | 'send'
  | 'takeAck'
  | 'readRules'
  | 'acceptRules'
  | 'refuseRules'
>;

/** Time goes by and drives come and go without telling: read anew each time it is shown. */
export const useStanding = () => useRead('headOffice', 'standing', {});
export const usePackets = () => useRead('headOffice', 'packets', {});
export const useRulePackets = () => useRead('headOffice', 'rulePackets', {});
export const useSheet = () => useRead('headOffice', 'sheet', {});

export const useReadCard = () => useAct('headOffice', 'readCard');
export const useSetUp = () => useCommand('headOffice', 'setUp');
export const useChange = () => useCommand('headOffice', 'change');
export const useStop = () => useCommand('headOffice', 'stop');
export const useSaveSheet = () => useAct('headOffice', 'saveSheet');
export const useSend = () => useAct('headOffice', 'send');
export const useTakeAck = () => useAct('headOffice', 'takeAck');
export const useShowOutbox = () => useAct('headOffice', 'showOutbox');
export const useReadRules = () => useAct('headOffice', 'readRules');
export const useAcceptRules = () => useCommand('headOffice', 'acceptRules');
export const useRefuseRules = () => useCommand('headOffice', 'refuseRules');

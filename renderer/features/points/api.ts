import type { Answered } from '../../lib/rooms';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type OpenLot = Answered<'points', 'lots'>[number];
export type LotWhy = NonNullable<Answered<'points', 'whyLot'>>;
export type BalanceWhy = NonNullable<Answered<'points', 'whyBalance'>>;
export type Liability = Answered<'points', 'liability'>;

export const useLots = (memberId: string) => useRead('points', 'lots', { memberId });
export const useEntries = (memberId: string, limit: number) =>
  useRead('points', 'entries', { memberId, offset: 0, limit }, { keepLast: true });
export const useWhyBalance = (memberId: string) => useRead('points', 'whyBalance', { memberId });
export const useWhyLot = (lotId: string) => useRead('points', 'whyLot', { lotId });
export const useLiability = () => useRead('points', 'liability', {}, { keepLast: true });
export const useRules = () => useRead('settings', 'rules', {});
export const useAdjust = () => useCommand('points', 'adjust');

import type { Answered } from '../../lib/rooms';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

/** Why a level is what it is. */
export type Why = NonNullable<Answered<'tiers', 'why'>>;

export const useTierWhy = (memberId: string) => useRead('tiers', 'why', { memberId });
export const useRules = () => useRead('settings', 'rules', {});

export const useSetTier = () => useCommand('tiers', 'setByHand');

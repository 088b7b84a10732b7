import type { Tier } from '@domain/tiers/tier';
import type { Answered } from '../../lib/rooms';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Which = 'coming' | 'past';
export type ShopEvent = Answered<'invitations', 'events'>[number];
export type Guest = Answered<'invitations', 'guests'>[number];

export const useEvents = (which: Which) => useRead('invitations', 'events', { which }, { keepLast: true });
export const useGuests = (eventId: string) => useRead('invitations', 'guests', { eventId });
export const usePreview = (eventId: string, tiers: Tier[]) =>
  useRead(
    'invitations',
    'previewInvitation',
    { eventId, tiers },
    { keepLast: true, enabled: tiers.length > 0 },
  );

export const usePlanEvent = () => useCommand('invitations', 'planEvent');
export const useCancelEvent = () => useCommand('invitations', 'cancelEvent');
export const useInvite = () => useCommand('invitations', 'invite');
export const useSetGuest = () => useCommand('invitations', 'setGuest');

/** Members as the counter's box finds them. */
export const useLookup = (text: string) =>
  useRead('members', 'lookup', { text }, { enabled: text !== '', forgetAfter: 5_000 });

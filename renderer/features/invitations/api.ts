import { EVERYBODY, type SegmentRule } from '@domain/segments/segment';
import type { Answered } from '../../lib/rooms';
import { useCommand } from '../../lib/use-command';
import { useRead } from '../../lib/use-read';

export type Which = 'coming' | 'past';
export type ShopEvent = Answered<'invitations', 'events'>[number];
export type Guest = Answered<'invitations', 'guests'>[number];

export const useEvents = (which: Which) => useRead('invitations', 'events', { which }, { keepLast: true });
export const useGuests = (eventId: string) => useRead('invitations', 'guests', { eventId });
/** Null asks nothing. */
export const usePreview = (eventId: string, rule: SegmentRule | null) =>
  useRead(
    'invitations',
    'previewInvitation',
    { eventId, rule: rule ?? EVERYBODY },
    { keepLast: true, enabled: rule !== null },
  );
/** Groups of members that the shop has named. */
export const useSegments = () => useRead('segments', 'list', {});

export const usePlanEvent = () => useCommand('invitations', 'planEvent');
export const useCancelEvent = () => useCommand('invitations', 'cancelEvent');
export const useInvite = () => useCommand('invitations', 'invite');
export const useSetGuest = () => useCommand('invitations', 'setGuest');

/** Members as the counter's box finds them. */
export const useLookup = (text: string) =>
  useRead('members', 'lookup', { text }, { enabled: text !== '', forgetAfter: 5_000 });

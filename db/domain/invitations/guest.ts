import { type NoParams, type Refusal, refuse } from '../refusal';
import type { BusinessDate } from '../units';
import type { GuestState } from './event';

/** What of an event its guests depend on. */
export interface EventTerms {
  readonly heldOn: BusinessDate;
  /** Most guests; null = as many as come. */
  readonly places: number | null;
  readonly cancelled: boolean;
}

export type EventOver = Refusal<'event_over', NoParams>;
export type GuestRefusal =
  | Refusal<'event_gone', NoParams>
  | Refusal<'event_full', { places: number }>
  | Refusal<'not_yet', NoParams>;

/** Whether guests can still be asked, and the event be called off: until its day is over. */
export const refusedEvent = (event: EventTerms, today: BusinessDate): EventOver | undefined =>
  event.cancelled || event.heldOn < today ? refuse('event_over') : undefined;

/**
 * What a guest has answered, or whether they came. Nobody is promised a place beyond the last; who stands
 * there on the day is there, whatever was promised. Who came and who did not is known from the day on. Source: S47.
 */
export function refusedGuest(
  event: EventTerms,
  {
    state,
    before,
    taken,
  }: {
    readonly state: GuestState;
    /** Undefined for somebody who was not asked. */
    readonly before: GuestState | undefined;
    /** Places that are promised or taken. */
    readonly taken: number;
  },
  today: BusinessDate,
): GuestRefusal | undefined {
  if (event.cancelled) return refuse('event_gone');
  if (isSeen(state) && today < event.heldOn) return refuse('not_yet');
  const hasPlace = before !== undefined && takesPlace(before);
  const full = event.places !== null && taken - (hasPlace ? 1 : 0) >= event.places;
  return state === 'coming' && full ? refuse('event_full', { places: event.places ?? 0 }) : undefined;
}

/** Known by having looked, on the day. */
const isSeen = (state: GuestState): boolean => state === 'attended' || state === 'absent';

/** A place is kept for those who said they come, and taken by those who did. */
export const takesPlace = (state: GuestState): boolean => state === 'coming' || state === 'attended';

/** An answer ends the call that was to get it. */
export const isAnswer = (state: GuestState): boolean => state !== 'invited';

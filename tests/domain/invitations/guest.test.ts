import { GUEST_STATES, type GuestState } from '@domain/invitations/event';
import { type EventTerms, refusedEvent, refusedGuest } from '@domain/invitations/guest';
import { businessDate } from '@domain/units';
import { describe, expect, test } from 'vitest';

const DAY = businessDate('2026-06-01');
const BEFORE = businessDate('2026-05-31');
const AFTER = businessDate('2026-06-02');
const event = (rest: Partial<EventTerms> = {}): EventTerms => ({
  heldOn: DAY,
  places: 2,
  cancelled: false,
  ...rest,
});
const asked = (state: GuestState, taken = 0, before: GuestState | undefined = 'invited') => ({
  state,
  before,
  taken,
});

describe('an event of the shop (S47)', () => {
  test('guests are asked until its day is over, and not to one that is called off', () => {
    expect(refusedEvent(event(), BEFORE)).toBeUndefined();
    expect(refusedEvent(event(), DAY)).toBeUndefined();
    expect(refusedEvent(event(), AFTER)?.code).toBe('event_over');
    expect(refusedEvent(event({ cancelled: true }), BEFORE)?.code).toBe('event_over');
  });

  test('S47 who came and who did not is known from the day on', () => {
    for (const state of ['attended', 'absent'] as const) {
      expect(refusedGuest(event(), asked(state), BEFORE)?.code).toBe('not_yet');
      expect(refusedGuest(event(), asked(state), DAY)).toBeUndefined();
      expect(refusedGuest(event(), asked(state), AFTER)).toBeUndefined();
    }
  });

  test('nobody is promised a place beyond the last', () => {
    expect(refusedGuest(event(), asked('coming', 1), BEFORE)).toBeUndefined();
    expect(refusedGuest(event(), asked('coming', 2), BEFORE)).toEqual({
      code: 'event_full',
      params: { places: 2 },
    });
    expect(refusedGuest(event({ places: null }), asked('coming', 5000), BEFORE)).toBeUndefined();
  });

  test('who has a place keeps it, though the last one is taken', () => {
    expect(refusedGuest(event(), asked('coming', 2, 'coming'), BEFORE)).toBeUndefined();
    expect(refusedGuest(event(), asked('coming', 2, 'attended'), DAY)).toBeUndefined();
  });

  test('who stands there on the day is there, whatever was promised', () => {
    expect(refusedGuest(event(), asked('attended', 2, undefined), DAY)).toBeUndefined();
  });

  test('an event that is called off has no guests', () => {
    for (const state of GUEST_STATES)
      expect(refusedGuest(event({ cancelled: true }), asked(state), DAY)?.code).toBe('event_gone');
  });
});

/** What the shop invites to (S47, S53). */
export const EVENT_KINDS = [
  'tasting',
  'workshop',
  'test_drive',
  'maintenance_day',
  'member_day',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** A guest: asked, answered, and seen or not seen on the day. */
export const GUEST_STATES = ['invited', 'coming', 'declined', 'attended', 'absent'] as const;
export type GuestState = (typeof GUEST_STATES)[number];

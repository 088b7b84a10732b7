import type { Generated } from 'kysely';
import type { EventKind, GuestState } from '../domain/invitations/event';

export interface ShopEventTable {
  id: string;
  name: string;
  kind: EventKind;
  held_on: string;
  starts_at: number | null;
  place: Generated<string>;
  places: number | null;
  note: Generated<string>;
  state: Generated<'planned' | 'cancelled'>;
  made_at: number;
  staff_id: string;
}

export interface EventGuestTable {
  event_id: string;
  member_id: string;
  state: GuestState;
  changed_at: number;
  staff_id: string;
}

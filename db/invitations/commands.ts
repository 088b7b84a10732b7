import type { EventKind, GuestState } from '../domain/invitations/event';
import type { BusinessDate } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { prepared } from '../prepared';
import type { Tx } from '../schema';

export interface NewEvent {
  readonly name: string;
  readonly kind: EventKind;
  readonly heldOn: BusinessDate;
  /** Minutes after midnight; null = all day. */
  readonly startsAt: number | null;
  readonly place: string;
  readonly places: number | null;
  readonly note: string;
}

export async function insertEvent(tx: Tx, { heldOn, startsAt, ...event }: NewEvent, stamp: Stamp) {
  const id = stamp.newId();
  await tx
    .insertInto('shop_event')
    .values({
      id,
      ...event,
      held_on: heldOn,
      starts_at: startsAt,
      made_at: stamp.now,
      staff_id: stamp.staffId,
    })
    .execute();
  return id;
}

export async function cancelEvent(tx: Tx, eventId: string): Promise<void> {
  await tx.updateTable('shop_event').set({ state: 'cancelled' }).where('id', '=', eventId).execute();
}

/** What a guest has said, or whether they came; a guest who was not asked becomes one. */
export function putGuests(
  tx: Tx,
  eventId: string,
  memberIds: readonly string[],
  state: GuestState,
  stamp: Stamp,
): void {
  const put = prepared(
    tx,
    `insert into event_guest (event_id, member_id, state, changed_at, staff_id) values (?, ?, ?, ?, ?)
     on conflict (event_id, member_id) do update
       set state = excluded.state, changed_at = excluded.changed_at, staff_id = excluded.staff_id`,
  );
  for (const memberId of memberIds) put.run(eventId, memberId, state, stamp.now, stamp.staffId);
}

import { GUEST_STATES, type GuestState } from '../domain/invitations/event';
import { type EventTerms, takesPlace } from '../domain/invitations/guest';
import { maskPhone } from '../domain/members/phone';
import { type BusinessDate, businessDate } from '../domain/units';
import type { Reader } from '../schema';

/** Those to come, the next one first; those that are past, the last one first. */
export async function eventList(db: Reader, which: 'coming' | 'past', today: BusinessDate) {
  const found = db.selectFrom('shop_event').selectAll();
  const rows = await (which === 'coming'
    ? found.where('held_on', '>=', today).orderBy('held_on').orderBy('starts_at').orderBy('id')
    : found.where('held_on', '<', today).orderBy('held_on', 'desc').orderBy('id', 'desc').limit(PAST_SHOWN)
  ).execute();
  const counts = await guestCounts(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    heldOn: businessDate(row.held_on),
    startsAt: row.starts_at,
    place: row.place,
    places: row.places,
    note: row.note,
    state: row.state,
    guests: counts(row.id),
  }));
}

/** Two years of a shop that invites every week. */
const PAST_SHOWN = 100;

async function guestCounts(
  db: Reader,
  eventIds: readonly string[],
): Promise<(eventId: string) => Record<GuestState, number>> {
  const rows = await db
    .selectFrom('event_guest')
    .select(['event_id', 'state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('event_id', 'in', eventIds)
    .groupBy(['event_id', 'state'])
    .execute();
  const count = (eventId: string, state: GuestState) =>
    rows.find((row) => row.event_id === eventId && row.state === state)?.count ?? 0;
  return (eventId) => ({
    invited: count(eventId, 'invited'),
    coming: count(eventId, 'coming'),
    declined: count(eventId, 'declined'),
    attended: count(eventId, 'attended'),
    absent: count(eventId, 'absent'),
  });
}

/** Who was asked to an event: who comes first, then who has not answered, by name. */
export async function guestsOf(db: Reader, eventId: string) {
  const rows = await db
    .selectFrom('event_guest as guest')
    .innerJoin('member', 'member.id', 'guest.member_id')
    .select(['member.id', 'member.name', 'member.member_no', 'member.phone', 'member.tier', 'guest.state'])
    .where('guest.event_id', '=', eventId)
    .where('member.state', '=', 'active')
    .execute();
  const place = (state: GuestState) => SHOWN.indexOf(state);
  return rows
    .map((row) => ({
      memberId: row.id,
      name: row.name,
      memberNo: row.member_no,
      phoneMasked: maskPhone(row.phone),
      tier: row.tier,
      state: row.state,
    }))
    .sort((a, b) => place(a.state) - place(b.state) || a.memberNo.localeCompare(b.memberNo));
}

const SHOWN: readonly GuestState[] = ['coming', 'invited', 'attended', 'absent', 'declined'];

export async function eventTerms(db: Reader, eventId: string): Promise<EventTerms | undefined> {
  const row = await db
    .selectFrom('shop_event')
    .select(['held_on', 'places', 'state'])
    .where('id', '=', eventId)
    .executeTakeFirst();
  return (
    row && { heldOn: businessDate(row.held_on), places: row.places, cancelled: row.state === 'cancelled' }
  );
}

/** How many places are promised or taken, and what this guest has said so far. */
export async function guestStanding(
  db: Reader,
  eventId: string,
  memberId: string,
): Promise<{ readonly taken: number; readonly before: GuestState | undefined }> {
  const { taken } = await db
    .selectFrom('event_guest')
    .select((eb) => eb.fn.countAll<number>().as('taken'))
    .where('event_id', '=', eventId)
    .where('state', 'in', GUEST_STATES.filter(takesPlace))
    .executeTakeFirstOrThrow();
  const guest = await db
    .selectFrom('event_guest')
    .select('state')
    .where('event_id', '=', eventId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return { taken, before: guest?.state };
}

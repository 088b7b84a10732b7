import { sql } from 'kysely';
import { hasDied } from '../care/win-back';
import { agreed } from '../coupons/segment';
import type { Tier } from '../domain/tiers/tier';
import type { Reader } from '../schema';

/** Whom an invitation is for: everybody of these levels, and these members besides. */
export interface Invited {
  readonly tiers: readonly Tier[];
  readonly memberIds: readonly string[];
}

/** Living members who have not been asked to this event. */
function notAsked(db: Reader, eventId: string, { tiers, memberIds }: Invited) {
  return db
    .selectFrom('member as m')
    .where('m.state', '=', 'active')
    .where((eb) => eb.or([eb('m.tier', 'in', tiers), eb('m.id', 'in', memberIds)]))
    .where('m.id', 'not in', (eb) =>
      eb.selectFrom('event_guest').select('member_id').where('event_id', '=', eventId),
    )
    .where(sql<boolean>`not ${sql.raw(hasDied('m'))}`);
}

/** How many it would reach, and how many have not agreed to be invited: an invitation is an offer (S28). */
export async function invitableCount(
  db: Reader,
  eventId: string,
  invited: Invited,
): Promise<{ readonly members: number; readonly withoutConsent: number }> {
  return await notAsked(db, eventId, invited)
    .select([
      sql<number>`coalesce(sum(${agreed}), 0)`.as('members'),
      sql<number>`coalesce(sum(not ${agreed}), 0)`.as('withoutConsent'),
    ])
    .executeTakeFirstOrThrow();
}

/** Those whom it reaches. */
export async function invitable(db: Reader, eventId: string, invited: Invited): Promise<string[]> {
  const rows = await notAsked(db, eventId, invited).where(agreed).select('m.id').orderBy('m.n').execute();
  return rows.map(({ id }) => id);
}

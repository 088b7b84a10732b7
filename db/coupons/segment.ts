import { sql } from 'kysely';
import { addDays } from '../domain/calendar/business-day';
import type { Tier } from '../domain/tiers/tier';
import type { BusinessDate } from '../domain/units';
import type { Reader } from '../schema';

/** Whom a campaign is for; what is null or empty does not narrow it. */
export interface Segment {
  readonly tiers: readonly Tier[];
  /** Bought within so many days up to today. */
  readonly boughtWithinDays: number | null;
  /** Has bought, but not for so many days. */
  readonly silentForDays: number | null;
  readonly birthdayMonth: number | null;
  readonly minVisits: number | null;
  readonly tag: string | null;
  /** Only those whose last word on marketing is yes (S28). */
  readonly marketingOnly: boolean;
}

const NAMED = 5;

/** Whether the last word of member `m` on marketing is yes. */
export const agreed = sql<boolean>`coalesce((select action = 'given' from consent_entry
  where member_id = m.id and purpose = 'marketing' order by seq desc limit 1), 0)`;

/** The members of a segment, all of them active: only they have a lookup row. */
export function membersIn(db: Reader, segment: Segment, today: BusinessDate) {
  const { tiers, boughtWithinDays, silentForDays, birthdayMonth, minVisits, tag } = segment;
  let members = db.selectFrom('member_lookup as l').innerJoin('member as m', 'm.n', 'l.n');
  if (tiers.length > 0) members = members.where('l.tier', 'in', tiers);
  if (boughtWithinDays !== null)
    members = members.where('l.last_visit', '>=', addDays(today, -boughtWithinDays));
  if (silentForDays !== null) members = members.where('l.last_visit', '<=', addDays(today, -silentForDays));
  if (birthdayMonth !== null) members = members.where('m.birth_month', '=', birthdayMonth);
  if (minVisits !== null) members = members.where('l.visits', '>=', minVisits);
  if (tag !== null)
    members = members.where('m.id', 'in', (eb) =>
      eb.selectFrom('member_tag').select('member_id').where('tag', '=', tag),
    );
  return segment.marketingOnly ? members.where(agreed) : members;
}

/** How many there are, how many of them may be written to, and the names of the first few. */
export async function segmentSize(
  db: Reader,
  segment: Segment,
  today: BusinessDate,
): Promise<{ readonly members: number; readonly reachable: number; readonly names: string[] }> {
  const all = membersIn(db, segment, today);
  const { members, reachable } = await all
    .select([sql<number>`count(*)`.as('members'), sql<number>`coalesce(sum(${agreed}), 0)`.as('reachable')])
    .executeTakeFirstOrThrow();
  const first = await all
    .select('l.name')
    .where('l.name', '<>', '')
    .orderBy('l.score', 'desc')
    .orderBy('l.n', 'desc')
    .limit(NAMED)
    .execute();
  return { members, reachable, names: first.map(({ name }) => name) };
}

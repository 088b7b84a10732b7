import { sql } from 'kysely';
import { mergeRecords, type Record, stricter } from '../domain/rights/merge';
import type { Tier } from '../domain/tiers/tier';
import { rankOf } from '../domain/tiers/tier';
import { type BusinessDate, instant, points } from '../domain/units';
import { usablePoints } from '../points/queries';
import type { Reader } from '../schema';
import { tierOnDemand } from '../tiers/queries';
import { type Pair, sidesOf } from './merge';
import { UNDER } from './queries';
import { knownRecord } from './records';
import { UNDO_MS } from './undo-merge';

/** What goes and what stays when a member is erased; null for one who is gone. */
export async function erasePreview(db: Reader, memberId: string, today: BusinessDate) {
  const known = await knownRecord(db, memberId);
  if (known === undefined) return null;
  const [before = '', after = ''] = UNDER.split('+?');
  const mine = sql<string>`(${sql.raw(before)}${memberId}${sql.raw(after)})`;
  const count = (what: string) => sql<number>`(select count(*) from ${sql.raw(what)} in ${mine})`;
  const row = await db
    .selectFrom('member as m')
    .select([
      'm.created_at',
      count('purchase where member_id').as('purchases'),
      count("coupon where state = 'issued' and member_id").as('openCoupons'),
      count("complaint where state <> 'closed' and member_id").as('openComplaints'),
      count('complaint_photo p join complaint c on c.id = p.complaint_id where c.member_id').as('photos'),
      count("care_task where state = 'open' and member_id").as('openTasks'),
      count('member where id').as('records'),
    ])
    .where('m.id', '=', memberId)
    .executeTakeFirstOrThrow();
  const { usable } = await usablePoints(db, memberId, today);
  const exports = await db
    .selectFrom('export_run')
    .select(['folder', 'made_at'])
    .where('made_at', '>=', row.created_at)
    .orderBy('made_at', 'desc')
    .execute();
  const { created_at: _joined, records, ...counts } = row;
  return {
    memberNo: known.memberNo,
    ...counts,
    points: points(Math.max(0, usable)),
    merged: records - 1,
    exports: exports.map(({ folder, made_at }) => ({ folder, at: instant(made_at) })),
  };
}

/** What a merge would make of the two, reckoned by the rules by which it is done. */
export async function mergePreview(db: Reader, pair: Pair, today: BusinessDate) {
  if (pair.oneId === pair.otherId) return null;
  const sides = sidesOf(await knownRecord(db, pair.oneId), await knownRecord(db, pair.otherId), pair.phoneOf);
  if (sides === undefined) return null;
  const { into, from, phoneOf } = sides;
  const [older, newer] = [await standingOf(db, into.id, today), await standingOf(db, from.id, today)];
  const merged = mergeRecords(into.record, from.record, phoneOf);
  const word = stricter(older.word, newer.word);
  const both = {
    tier: rankOf(newer.tier) > rankOf(older.tier) ? newer.tier : older.tier,
    points: points(older.points + newer.points),
    word,
  };
  const names = await namesOf(db, [into.record, from.record]);
  const shown = (memberNo: string, record: Record, standing: Standing) =>
    shownRecord(memberNo, record, standing, names);
  return {
    intoId: into.id,
    fromId: from.id,
    phoneOf: phoneOf === 'into' ? into.id : from.id,
    into: shown(into.memberNo, into.record, older),
    from: shown(from.memberNo, from.record, newer),
    merged: shown(into.memberNo, merged, both),
    moves: await movesOf(db, from.id),
    toldApart: await areToldApart(db, into.id, from.id),
  };
}

interface Standing {
  readonly tier: Tier;
  readonly points: number;
  readonly word: 'given' | 'withdrawn' | null;
}

async function standingOf(db: Reader, memberId: string, today: BusinessDate): Promise<Standing> {
  const account = await tierOnDemand(db, memberId, today);
  const last = await db
    .selectFrom('consent_entry')
    .select('action')
    .where('member_id', '=', memberId)
    .where('purpose', '=', 'marketing')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { usable } = await usablePoints(db, memberId, today);
  return { tier: account?.standing.tier ?? 'regular', points: usable, word: last?.action ?? null };
}

/** Referrers and advisers by their ids. */
async function namesOf(db: Reader, records: readonly Record[]): Promise<ReadonlyMap<string, string>> {
  const ids = records.flatMap(({ referrerId, adviserId }) => [referrerId ?? '', adviserId ?? '']);
  const members = await db.selectFrom('member').select(['id', 'name']).where('id', 'in', ids).execute();
  const staff = await db.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map([...members, ...staff].map(({ id, name }) => [id, name]));
}

function shownRecord(
  memberNo: string,
  record: Record,
  standing: Standing,
  names: ReadonlyMap<string, string>,
) {
  const { phoneShared: _shared, referrerId, adviserId, tags, needs, interests, ...fields } = record;
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  return {
    memberNo,
    ...fields,
    ...{ tags: [...tags], needs: [...needs], interests: [...interests] },
    ...{ referrerName: nameOf(referrerId), adviserName: nameOf(adviserId) },
    ...{ tier: standing.tier, points: points(standing.points), marketing: standing.word === 'given' },
  };
}

async function movesOf(db: Reader, memberId: string) {
  const count = (table: string) =>
    sql<number>`(select count(*) from ${sql.raw(table)} where member_id = ${memberId})`;
  return await db
    .selectFrom('store')
    .select([
      count('purchase').as('purchases'),
      count('coupon').as('coupons'),
      count('complaint').as('complaints'),
      count('care_task').as('tasks'),
      count('care_contact').as('contacts'),
      count('survey_answer').as('surveys'),
    ])
    .executeTakeFirstOrThrow();
}

async function areToldApart(db: Reader, oneId: string, otherId: string): Promise<boolean> {
  const row = await db
    .selectFrom('told_apart')
    .select('at')
    .where('one_id', 'in', [oneId, otherId])
    .where('other_id', 'in', [oneId, otherId])
    .executeTakeFirst();
  return row !== undefined;
}

/** Records that are merged into a member, newest first, with whether the 30 days are over. */
export async function mergesInto(db: Reader, memberId: string, now: number) {
  const rows = await db
    .selectFrom('member_merge as g')
    .innerJoin('member as m', 'm.id', 'g.from_id')
    .innerJoin('staff as s', 's.id', 'g.staff_id')
    .select(['g.id', 'm.member_no', 'm.name', 'g.at', 's.name as staff_name'])
    .where('g.into_id', '=', memberId)
    .where('g.undone_at', 'is', null)
    .orderBy('g.at', 'desc')
    .execute();
  return rows.map((row) => ({
    mergeId: row.id,
    memberNo: row.member_no,
    name: row.name,
    at: instant(row.at),
    staffName: row.staff_name,
    until: instant(row.at + UNDO_MS),
    open: row.at >= now - UNDO_MS,
  }));
}

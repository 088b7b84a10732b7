import { type RawBuilder, sql } from 'kysely';
import type { Subject, SubjectKind } from '../domain/audit/entry';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import type { Reader } from '../schema';
import type { AuditHead } from './append';
import { readBody } from './body';
import { labelsOf } from './labels';

export interface TrailAsked {
  readonly subject: { readonly kind: SubjectKind; readonly id: string } | null;
  readonly staffId: string | null;
  readonly act: string | null;
  readonly from: BusinessDate | null;
  readonly to: BusinessDate | null;
  /** Only what is older than this entry. */
  readonly before: number | null;
  readonly limit: number;
}

interface Person {
  readonly id: string;
  readonly name: string;
}

export interface AuditRow {
  readonly seq: number;
  readonly at: Instant;
  readonly businessDate: BusinessDate;
  readonly staff: Person | null;
  readonly approver: Person | null;
  readonly act: string;
  readonly subjects: (Subject & { readonly label: string | null })[];
  readonly why: string;
  readonly hasChange: boolean;
  readonly afterClose: boolean;
}

/** A page of the trail, newest first. */
export async function trailPage(
  db: Reader,
  asked: TrailAsked,
): Promise<{ rows: AuditRow[]; next: number | null }> {
  const conditions = await conditionsOf(db, asked);
  if (conditions === null) return { rows: [], next: null };
  const wanted = await db
    .selectFrom(sql<{ seq: number }>`(${numbersOf(asked, conditions)})`.as('found'))
    .select('seq')
    .execute();
  const numbers = wanted.slice(0, asked.limit).map(({ seq }) => seq);
  return {
    rows: await rowsOf(db, numbers),
    next: wanted.length > asked.limit ? (numbers.at(-1) ?? null) : null,
  };
}

/** One row for each of these numbers that there is, newest first. */
export async function rowsOf(db: Reader, numbers: readonly number[]): Promise<AuditRow[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('audit_entry as e')
    .leftJoin('staff as s', 's.id', 'e.staff_id')
    .leftJoin('staff as a', 'a.id', 'e.approver_id')
    .select(['e.seq', 'e.at', 'e.business_date', 'e.staff_id', 'e.approver_id', 'e.act', 'e.body'])
    .select(['s.name as staffName', 'a.name as approverName'])
    .select(sql<number>`${AFTER_CLOSE}`.as('afterClose'))
    .where('e.seq', 'in', [...numbers])
    .orderBy('e.seq', 'desc')
    .execute();
  const read = rows.map((row) => ({ row, body: readBody(row.body) }));
  const labels = await labelsOf(
    db,
    read.flatMap(({ body }) => body.about),
  );
  return read.map(({ row, body }) => ({
    seq: row.seq,
    at: instant(row.at),
    businessDate: businessDate(row.business_date),
    staff: personOf(row.staff_id, row.staffName),
    approver: personOf(row.approver_id, row.approverName),
    act: row.act,
    subjects: body.about.map((subject) => ({ ...subject, label: labels(subject) })),
    why: body.notes.find(({ why }) => why !== undefined)?.why ?? '',
    hasChange: body.notes.some(({ before, after }) => before !== undefined || after !== undefined),
    afterClose: row.afterClose === 1,
  }));
}

/** Its day had been closed before: a close is itself no edit of its day. */
const AFTER_CLOSE = sql`(e.act <> 'days.close' and exists (select 1 from day_close c
  where c.business_date = e.business_date and c.audit_seq < e.seq))`;

const personOf = (id: string | null, name: string | null): Person | null =>
  id === null ? null : { id, name: name ?? '' };

/** The entries between which the days lie; the trail is in the order of its numbers, days nearly so. */
async function conditionsOf(db: Reader, asked: TrailAsked): Promise<RawBuilder<unknown>[] | null> {
  const conditions: RawBuilder<unknown>[] = [];
  if (asked.before !== null) conditions.push(sql`e.seq < ${asked.before}`);
  if (asked.staffId !== null) conditions.push(sql`e.staff_id = ${asked.staffId}`);
  if (asked.act !== null) conditions.push(sql`e.act = ${asked.act}`);
  if (asked.from === null && asked.to === null) return conditions;
  const span = await numbersBetween(db, asked.from ?? FIRST_DAY, asked.to ?? LAST_DAY);
  if (span === null) return null;
  const [from, to] = [asked.from ?? FIRST_DAY, asked.to ?? LAST_DAY];
  conditions.push(sql`e.seq between ${span.first} and ${span.last}`);
  conditions.push(sql`e.business_date between ${from} and ${to}`);
  return conditions;
}

const FIRST_DAY = businessDate('0001-01-01');
const LAST_DAY = businessDate('9999-12-31');

/** Walks the days, not the entries: of each day one seek for its first number, one for its last. */
async function numbersBetween(
  db: Reader,
  from: BusinessDate,
  to: BusinessDate,
): Promise<{ first: number; last: number } | null> {
  const span = sql<{ first: number | null; last: number | null }>`(
    with recursive day (d) as (
      select min(business_date) from audit_entry where business_date >= ${from}
      union all
      select (select min(business_date) from audit_entry where business_date > d) from day where d <= ${to}
    )
    select min((select min(seq) from audit_entry where business_date = d)) as first,
      max((select max(seq) from audit_entry where business_date = d)) as last
    from day where d <= ${to})`;
  const { first, last } = await db.selectFrom(span.as('span')).selectAll().executeTakeFirstOrThrow();
  return first === null || last === null ? null : { first, last };
}

/** By the narrowest index: what it is about, else the act (which knows the person, too), else the person. */
function numbersOf(
  { subject, act, staffId, limit }: TrailAsked,
  conditions: readonly RawBuilder<unknown>[],
): RawBuilder<{ seq: number }> {
  const where = conditions.length === 0 ? sql`1` : sql.join([...conditions], sql` and `);
  if (subject !== null)
    return sql`select e.seq from audit_subject w cross join audit_entry e on e.seq = w.seq
      where w.kind = ${subject.kind} and w.id = ${subject.id} and ${where} order by w.seq desc limit ${limit + 1}`;
  const by =
    act !== null
      ? 'indexed by audit_entry_act'
      : staffId !== null
        ? 'indexed by audit_entry_staff'
        : 'not indexed';
  return sql`select e.seq from audit_entry e ${sql.raw(by)} where ${where} order by e.seq desc limit ${limit + 1}`;
}

/** Every act that occurs, one seek each. */
export async function actsIn(db: Reader): Promise<string[]> {
  const acts = sql<{ act: string }>`(
    with recursive one (act) as (
      select min(act) from audit_entry
      union all
      select (select min(act) from audit_entry where act > one.act) from one where one.act is not null
    )
    select act from one where act is not null)`;
  const rows = await db.selectFrom(acts.as('acts')).select('act').execute();
  return rows.map(({ act }) => act);
}

/** The end of the trail; null while it is empty. */
export async function trailHead(db: Reader): Promise<AuditHead | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, at: instant(row.at) };
}

export async function hashAt(db: Reader, seq: number): Promise<string | null> {
  const row = await db.selectFrom('audit_entry').select('hash').where('seq', '=', seq).executeTakeFirst();
  return row?.hash ?? null;
}

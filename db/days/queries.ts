import { sql } from 'kysely';
import type { DayFigures } from '../domain/days/figures';
import { type BusinessDate, businessDate, type Fen, type Instant, instant } from '../domain/units';
import type { Reader } from '../schema';

export interface CloseRow {
  readonly id: string;
  readonly date: BusinessDate;
  readonly round: number;
  readonly closedAt: Instant;
  readonly staffName: string;
  readonly sales: number;
  readonly net: Fen;
  readonly auditSeq: number;
  readonly auditHash: string;
}

interface Stored {
  readonly id: string;
  readonly business_date: string;
  readonly round: number;
  readonly figures: string;
  readonly audit_seq: number;
  readonly audit_hash: string;
  readonly closed_at: number;
  readonly staffName: string;
}

/** Figures as they were sealed; they are written by `sealDay` alone. */
export const figuresIn = (text: string): DayFigures => JSON.parse(text) as DayFigures;

function closeFrom(row: Stored): CloseRow {
  const { sales, net } = figuresIn(row.figures);
  return {
    id: row.id,
    date: businessDate(row.business_date),
    round: row.round,
    closedAt: instant(row.closed_at),
    staffName: row.staffName,
    sales: sales.count,
    net,
    auditSeq: row.audit_seq,
    auditHash: row.audit_hash,
  };
}

const closes = (db: Reader) =>
  db
    .selectFrom('day_close as c')
    .innerJoin('staff as s', 's.id', 'c.staff_id')
    .select(['c.id', 'c.business_date', 'c.round', 'c.figures', 'c.audit_seq', 'c.audit_hash', 'c.closed_at'])
    .select('s.name as staffName');

/** The closes of one day, newest first. */
export async function closesOf(db: Reader, date: BusinessDate): Promise<CloseRow[]> {
  const rows = await closes(db).where('c.business_date', '=', date).orderBy('c.round', 'desc').execute();
  return rows.map(closeFrom);
}

/** All closes, newest day first, the last round of it first. */
export async function closesPage(db: Reader, { offset, limit }: { offset: number; limit: number }) {
  const { total } = await db
    .selectFrom('day_close')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await closes(db)
    .orderBy('c.business_date', 'desc')
    .orderBy('c.round', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { total, rows: rows.map(closeFrom) };
}

/** One close with what it sealed; undefined when there is none. */
export async function closeById(db: Reader, closeId: string) {
  const row = await closes(db).where('c.id', '=', closeId).executeTakeFirst();
  return row === undefined ? undefined : { ...closeFrom(row), figures: figuresIn(row.figures) };
}

/** The close before this place of the trail, whatever its day; paper hangs on paper. */
export async function closeBefore(db: Reader, auditSeq: number | null): Promise<CloseRow | null> {
  let asked = closes(db).orderBy('c.audit_seq', 'desc').limit(1);
  if (auditSeq !== null) asked = asked.where('c.audit_seq', '<', auditSeq);
  const row = await asked.executeTakeFirst();
  return row === undefined ? null : closeFrom(row);
}

const OPEN_DAYS = 10;
/** Older days that nobody closed are let rest. */
const LOOKED_BACK = 60;

/** Business days with sales at the counter before `today` that nobody has closed, newest first. */
export async function openDays(db: Reader, today: BusinessDate): Promise<BusinessDate[]> {
  const days = sql<{ day: string }>`(
    with recursive back (day, n) as (
      select (select max(business_date) from purchase where business_date < ${today}), 1
      union all
      select (select max(business_date) from purchase where business_date < back.day), n + 1
        from back where back.day is not null and n < ${LOOKED_BACK}
    )
    select day from back where day is not null
      and not exists (select 1 from day_close c where c.business_date = day)
      and exists (select 1 from purchase p where p.business_date = day and p.import_id is null)
    limit ${OPEN_DAYS})`;
  const rows = await db.selectFrom(days.as('days')).select('day').execute();
  return rows.map(({ day }) => businessDate(day));
}

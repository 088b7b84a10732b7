import { sql } from 'kysely';
import { type BusinessDate, businessDate } from '../domain/units';
import type { Reader } from '../schema';
import { HIT_COLUMNS, type HitRow, hitFrom, type LookupHit } from './mapping';

/** The counter's left column shows so many. */
const RECENT = 20;

export type ListOrder = 'last_visit' | 'joined' | 'points' | 'visits';
/** Each order has its index, with `n` behind it. */
const COLUMN_OF = {
  last_visit: 'last_visit',
  joined: 'joined_on',
  points: 'points',
  visits: 'visits',
} as const satisfies Record<ListOrder, string>;

const hitColumns = sql.raw(HIT_COLUMNS);

/** Today's customers, the last one first; imported bills are no visits of today. */
export async function recentMembers(db: Reader, today: BusinessDate): Promise<LookupHit[]> {
  const recent = sql<HitRow & { last: number }>`(
    select ${hitColumns}, seen.last
    from (
      select member_id, max(seq) as last from purchase
      where business_date = ${today} and import_id is null
      group by member_id order by last desc limit ${RECENT}
    ) seen
    join member m on m.id = seen.member_id
    join member_lookup l on l.n = m.n
    join (select ${today} as today) asked
  )`;
  const rows = await db.selectFrom(recent.as('recent')).selectAll().orderBy('last', 'desc').execute();
  return rows.map((row) => hitFrom(row, 'recent'));
}

/** A page of all members, the largest or latest first, then the newest member. */
export async function memberPage(
  db: Reader,
  asked: { readonly order: ListOrder; readonly offset: number; readonly limit: number },
  today: BusinessDate,
): Promise<{ total: number; rows: (LookupHit & { joinedOn: BusinessDate })[] }> {
  const column = sql.raw(COLUMN_OF[asked.order]);
  const page = sql<HitRow & { joined_on: string; place: number }>`(
    select ${hitColumns}, l.joined_on, page.place
    from (
      select n, row_number() over (order by ${column} desc, n desc) as place from (
        select n, ${column} from member_lookup order by ${column} desc, n desc limit ${asked.limit} offset ${asked.offset}
      )
    ) page
    join member_lookup l on l.n = page.n
    join member m on m.n = page.n
    join (select ${today} as today) asked
  )`;
  const rows = await db.selectFrom(page.as('page')).selectAll().orderBy('place').execute();
  const { total } = await db
    .selectFrom('member_lookup')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    total,
    rows: rows.map((row) => ({ ...hitFrom(row, 'recent'), joinedOn: businessDate(row.joined_on) })),
  };
}

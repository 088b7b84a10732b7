import { sql } from 'kysely';
import { type LapsePlan, lapsePlan, type OpenPoints } from '../domain/points/liability';
import { type BusinessDate, type Points, points } from '../domain/units';
import { dateOrNull } from '../nullable';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';

export interface Liability extends LapsePlan {
  readonly asOf: BusinessDate;
  /** Members who hold something. */
  readonly members: number;
  /** What members owe the shop, after points that were spent had to be taken back. */
  readonly owedToShop: Points;
}

/**
 * All points that the shop owes on a day: the living lots of everybody, lapsed ones left out, swept or
 * not. `points` less `owedToShop` is the sum of all balances. Reads every open lot once: at a million
 * of them it is too long for main's own thread (see `LongReads`).
 */
export async function liabilityOn(db: Reader, today: BusinessDate): Promise<Liability> {
  const { rules } = await currentRules(db, today);
  const plan = lapsePlan(await openByLastDay(db, today), today, rules.points);
  return { asOf: today, members: await holders(db, today), owedToShop: await owedByAll(db), ...plan };
}

/** Literals, so that the partial indexes on open lots apply; grouped by the day itself, so that the index is the order. */
const LIVING = sql<boolean>`remaining > 0`;

async function openByLastDay(db: Reader, today: BusinessDate): Promise<OpenPoints[]> {
  const rows = await db
    .selectFrom('points_lot')
    .select(['last_day', sql<number>`sum(remaining)`.as('open')])
    .where(LIVING)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', today)]))
    .groupBy('last_day')
    .execute();
  return rows.map(({ last_day, open }) => ({
    lastDay: dateOrNull(last_day),
    points: points(open),
  }));
}

async function holders(db: Reader, today: BusinessDate): Promise<number> {
  const row = await db
    .selectFrom('points_lot')
    .select(sql<number>`count(distinct member_id)`.as('members'))
    .where(LIVING)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', today)]))
    .executeTakeFirstOrThrow();
  return row.members;
}

async function owedByAll(db: Reader): Promise<Points> {
  const row = await db
    .selectFrom('points_debt')
    .select(sql<number>`coalesce(sum(owed), 0)`.as('owed'))
    .executeTakeFirstOrThrow();
  return points(row.owed);
}

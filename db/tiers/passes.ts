import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import type { Stamp } from '../points/stamp';
import type { Reader, Tx } from '../schema';

interface LastPass {
  readonly on: BusinessDate;
  readonly at: Instant;
  readonly ruleVersion: number;
}

/** The last daily pass that came to its end; null before the first. */
export async function lastPass(db: Reader): Promise<LastPass | null> {
  const row = await db
    .selectFrom('daily_pass')
    .select(['business_date', 'finished_at', 'rule_version'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { business_date, finished_at, rule_version } = row;
  return { on: businessDate(business_date), at: instant(finished_at), ruleVersion: rule_version };
}

/** True while today's pass has not run under today's rules, or an import has ended since. */
export async function passDue(db: Reader, today: BusinessDate, ruleVersion: number): Promise<boolean> {
  const last = await lastPass(db);
  if (last === null || last.on !== today || last.ruleVersion !== ruleVersion) return true;
  return await importEndedSince(db, last.at);
}

async function importEndedSince(db: Reader, at: Instant): Promise<boolean> {
  const ended = await db
    .selectFrom('import_batch')
    .select('id')
    .where('finished_at', '>', at)
    .limit(1)
    .executeTakeFirst();
  return ended !== undefined;
}

export interface PassCounts {
  members: number;
  tierChanges: number;
  /** Members to whom coupons were issued. */
  coupons: number;
  /** Care tasks made, those left out by lot among them. */
  tasks: number;
}

/** Written when everything of the pass is: a second start on the same day finds it here. */
export async function recordPass(tx: Tx, counts: PassCounts, stamp: Stamp): Promise<void> {
  await tx
    .insertInto('daily_pass')
    .values({
      business_date: stamp.today,
      rule_version: stamp.ruleVersion,
      finished_at: stamp.now,
      members: counts.members,
      tier_changes: counts.tierChanges,
      coupons: counts.coupons,
      tasks: counts.tasks,
    })
    .execute();
}

import { nextPlanDay } from '../domain/care/plan';
import { type BusinessDate, businessDate } from '../domain/units';
import type { Stamp } from '../points/stamp';
import type { Reader, Tx } from '../schema';

/** A member's plans with the next day each is due, running ones first. */
export async function plansOf(db: Reader, memberId: string, today: BusinessDate) {
  const rows = await db
    .selectFrom('care_plan')
    .select(['id', 'what', 'every_months', 'first_on', 'ended_at'])
    .where('member_id', '=', memberId)
    .execute();
  const plans = rows.map((row) => {
    const plan = { everyMonths: row.every_months, firstOn: businessDate(row.first_on) };
    const ended = row.ended_at !== null;
    const nextOn = ended ? null : nextPlanDay(plan, today);
    return { id: row.id, what: row.what, everyMonths: row.every_months, nextOn, ended };
  });
  return plans.sort((a, b) => (a.nextOn ?? LAST).localeCompare(b.nextOn ?? LAST) || a.id.localeCompare(b.id));
}

/** Sorts behind every day that there is. */
const LAST = '9999-12-31';

export interface NewPlan {
  readonly memberId: string;
  readonly what: string;
  readonly everyMonths: number;
  readonly firstOn: BusinessDate;
}

export async function insertPlan(tx: Tx, plan: NewPlan, stamp: Stamp): Promise<string> {
  const id = stamp.newId();
  await tx
    .insertInto('care_plan')
    .values({
      id,
      member_id: plan.memberId,
      what: plan.what,
      every_months: plan.everyMonths,
      first_on: plan.firstOn,
      ended_at: null,
      made_at: stamp.now,
      staff_id: stamp.staffId,
    })
    .execute();
  return id;
}

/** False when there is no such plan that still runs. */
export async function endPlan(tx: Tx, planId: string, { now }: Pick<Stamp, 'now'>): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_plan')
    .set({ ended_at: now })
    .where('id', '=', planId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

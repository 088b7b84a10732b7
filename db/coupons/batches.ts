import { sql } from 'kysely';
import type { CouponTemplate } from '../domain/coupons/coupon';
import type { CouponDraft } from '../domain/coupons/issue';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { prepared } from '../prepared';
import type { Reader, Tx } from '../schema';
import { rulesFrom } from '../settings/queries';
import { issueCoupons } from './commands';
import { membersIn, type Segment } from './segment';

const LISTED = 50;

export interface NewBatch {
  readonly id: string;
  readonly template: CouponTemplate;
  readonly segment: Segment;
  readonly validity: Pick<CouponDraft, 'firstDay' | 'lastDay'>;
  readonly members: number;
}

/** Fixes whom a batch is for; it is issued in slices afterwards, also over a restart. */
export async function insertBatch(tx: Tx, batch: NewBatch, stamp: Stamp): Promise<void> {
  await tx
    .insertInto('coupon_batch')
    .values({
      id: batch.id,
      template_id: batch.template.id,
      segment: JSON.stringify(batch.segment),
      rule_version: stamp.ruleVersion,
      state: 'running',
      members: batch.members,
      first_day: batch.validity.firstDay,
      last_day: batch.validity.lastDay,
      business_date: stamp.today,
      started_at: stamp.now,
      staff_id: stamp.staffId,
    })
    .execute();
  await tx
    .insertInto('coupon_batch_member')
    .columns(['batch_id', 'member_id'])
    .expression(membersIn(tx, batch.segment, stamp.today).select([sql.val(batch.id).as('batch_id'), 'm.id']))
    .execute();
}

/** A batch that is not done, with the terms it was confirmed with. */
export interface RunningBatch {
  readonly id: string;
  readonly draft: CouponDraft;
  readonly ruleVersion: number;
  readonly staffId: string;
}

/** The batch that was started first of those that are not done. */
export async function runningBatch(db: Reader): Promise<RunningBatch | null> {
  const row = await db
    .selectFrom('coupon_batch as b')
    .innerJoin('rule_version as r', 'r.version', 'b.rule_version')
    .select(['b.id', 'b.template_id', 'b.first_day', 'b.last_day', 'b.rule_version', 'b.staff_id', 'r.rules'])
    .where(sql<boolean>`b.state = 'running'`)
    .orderBy('b.started_at')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const template = templateIn(row.rules, row.template_id);
  const { trigger, name, terms, stacks, blackout } = template;
  const draft = {
    templateId: template.id,
    occasion: row.id,
    ...{ trigger, name, terms, stacks, blackout },
    firstDay: businessDate(row.first_day),
    lastDay: businessDate(row.last_day),
    reason: '',
  };
  return { id: row.id, draft, ruleVersion: row.rule_version, staffId: row.staff_id };
}

/**
 * Issues the next `most` coupons of a batch to members after `after`; answers whom it reached, and the
 * last of them. Who left meanwhile is passed by; who has the coupon already, too.
 */
export function issueSlice(
  tx: Tx,
  batch: RunningBatch,
  { after, most }: { readonly after: string; readonly most: number },
  stamp: Stamp,
): { readonly issued: string[]; readonly last: string | null } {
  const members = prepared<{ id: string; active: number }>(
    tx,
    `select m.id, m.state = 'active' as active from coupon_batch_member b join member m on m.id = b.member_id
     where b.batch_id = ? and b.member_id > ? order by b.member_id limit ?`,
  ).all(batch.id, after, most);
  const coupons = members
    .filter(({ active }) => active === 1)
    .map(({ id: memberId }) => ({ memberId, draft: batch.draft, batchId: batch.id }));
  const issued = issueCoupons(tx, coupons, stamp).map(({ memberId }) => memberId);
  return { issued, last: members.at(-1)?.id ?? null };
}

export async function endBatch(tx: Tx, batchId: string): Promise<void> {
  await tx.updateTable('coupon_batch').set({ state: 'done' }).where('id', '=', batchId).execute();
}

export interface BatchRow {
  readonly id: string;
  readonly name: string;
  readonly state: 'running' | 'done';
  readonly members: number;
  readonly issued: number;
  readonly used: number;
  readonly firstDay: BusinessDate;
  readonly lastDay: BusinessDate;
  readonly startedAt: Instant;
}

/** The last batches, newest first, with what has become of their coupons. */
export async function lastBatches(db: Reader): Promise<BatchRow[]> {
  const count = sql<number>`count(*)`;
  const rows = await db
    .selectFrom('coupon_batch as b')
    .innerJoin('rule_version as r', 'r.version', 'b.rule_version')
    .selectAll('b')
    .select('r.rules')
    .select((eb) => {
      const coupons = eb.selectFrom('coupon').select(count.as('count')).whereRef('batch_id', '=', 'b.id');
      return [
        coupons.$asScalar().$notNull().as('issued'),
        coupons.where('state', '=', 'used').$asScalar().$notNull().as('used'),
      ];
    })
    .orderBy('b.started_at', 'desc')
    .limit(LISTED)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: templateIn(row.rules, row.template_id).name,
    state: row.state,
    members: row.members,
    issued: row.issued,
    used: row.used,
    firstDay: businessDate(row.first_day),
    lastDay: businessDate(row.last_day),
    startedAt: instant(row.started_at),
  }));
}

/** Rules are kept as they were, so the template of a batch is always there. */
function templateIn(rules: string, templateId: string): CouponTemplate {
  const template = rulesFrom(rules).coupons.templates.find(({ id }) => id === templateId);
  if (template === undefined) throw new Error('a batch names a template of its own rules');
  return template;
}

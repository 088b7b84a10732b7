import { setImmediate as nextTurn } from 'node:timers/promises';
import { sql } from 'kysely';
import type { CouponTemplate } from '../domain/coupons/coupon';
import type { CouponDraft } from '../domain/coupons/issue';
import type { SegmentRule } from '../domain/segments/segment';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import type { Stamp } from '../points/stamp';
import { prepared } from '../prepared';
import type { Reader, Tx } from '../schema';
import { type Choice, choiceFrom, choiceJson } from '../segments/choice';
import { rulesFrom } from '../settings/queries';
import { issueCoupons } from './commands';

const LISTED = 50;

export interface NewBatch {
  readonly id: string;
  readonly template: CouponTemplate;
  readonly choice: Choice;
  readonly validity: Pick<CouponDraft, 'firstDay' | 'lastDay'>;
  /** `member.n` of everybody it is for. */
  readonly members: Int32Array;
}

/** Keeps whom a batch is for; it is issued in slices afterwards, also over a restart. */
export async function insertBatch(tx: Tx, batch: NewBatch, stamp: Stamp): Promise<void> {
  await tx
    .insertInto('coupon_batch')
    .values({
      id: batch.id,
      template_id: batch.template.id,
      segment: choiceJson(batch.choice),
      rule_version: stamp.ruleVersion,
      state: 'running',
      members: batch.members.length,
      first_day: batch.validity.firstDay,
      last_day: batch.validity.lastDay,
      business_date: stamp.today,
      started_at: stamp.now,
      staff_id: stamp.staffId,
    })
    .execute();
  const into = prepared(tx, MEMBERS_OF_BATCH);
  for (let from = 0; from < batch.members.length; from += FIXED_AT_ONCE) {
    into.run(batch.id, JSON.stringify([...batch.members.subarray(from, from + FIXED_AT_ONCE)]));
    await nextTurn();
  }
}

const MEMBERS_OF_BATCH = `insert into coupon_batch_member (batch_id, member_id)
  select ?, m.id from json_each(?) listed cross join member m on m.n = listed.value`;
/** A few milliseconds of main; the counter's reads are served in between. */
const FIXED_AT_ONCE = 1000;

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
  readonly rule: SegmentRule;
  readonly segment: { readonly id: string; readonly name: string } | null;
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
  const names = await segmentNames(db);
  return rows.map((row) => ({
    id: row.id,
    name: templateIn(row.rules, row.template_id).name,
    ...whomOf(choiceFrom(row.segment), names),
    state: row.state,
    members: row.members,
    issued: row.issued,
    used: row.used,
    firstDay: businessDate(row.first_day),
    lastDay: businessDate(row.last_day),
    startedAt: instant(row.started_at),
  }));
}

/** All there ever were: of those put away, too, a campaign tells the name. */
async function segmentNames(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('segment').select(['id', 'name']).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function whomOf({ rule, segmentId: id }: Choice, names: ReadonlyMap<string, string>) {
  const name = id === null ? undefined : names.get(id);
  return { rule, segment: id === null || name === undefined ? null : { id, name } };
}

/** Rules are kept as they were, so the template of a batch is always there. */
function templateIn(rules: string, templateId: string): CouponTemplate {
  const template = rulesFrom(rules).coupons.templates.find(({ id }) => id === templateId);
  if (template === undefined) throw new Error('a batch names a template of its own rules');
  return template;
}

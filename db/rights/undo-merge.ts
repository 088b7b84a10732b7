import { indexComplaintsOf } from '../complaints/search';
import { type NoParams, type Refusal, refuse } from '../domain/refusal';
import { UNDO_DAYS, unmergedRecord } from '../domain/rights/merge';
import { takingsOn } from '../domain/tiers/window';
import { DAY_MS } from '../domain/units';
import { historiesAnew } from '../insights/history';
import type { Stamp } from '../points/stamp';
import { prepared } from '../prepared';
import { readIn } from '../reading';
import type { Tx } from '../schema';
import { accountReading } from '../tiers/accounts';
import { appendTierChanges } from '../tiers/commands';
import { evenOutPoints } from './even-out-points';
import { keptOf, type MergeRow, mergedRecordOf } from './kept';
import { holdToTheStricter, settleDebt } from './merge';
import { movedRows, moveRowsBack } from './moved';
import { type KnownRecord, knownRecord, writeRecord } from './records';

export const UNDO_MS = UNDO_DAYS * DAY_MS;

type Code = 'merge_gone' | 'too_late' | 'merged_on' | 'points_used' | 'bills_refunded' | 'busy';
export type UndoRefusal =
  | Refusal<Code, NoParams>
  | Refusal<'phone_taken' | 'card_taken', { memberId: string; name: string }>;

export interface Undone {
  readonly intoId: string;
  readonly fromId: string;
}

/**
 * Takes a merge apart within 30 days: every row that it moved goes back, fields that nobody has changed since
 * are what they were. What was recorded since stays with the surviving record, but for what hangs on a row that
 * goes back; points of the one that were spent by the other are paid by the other (`evenOut`).
 */
export async function undoMerge(tx: Tx, mergeId: string, stamp: Stamp): Promise<Undone | UndoRefusal> {
  const merge = prepared<MergeRow>(tx, 'select * from member_merge where id = ? and undone_at is null').get(
    mergeId,
  );
  const into = merge && (await knownRecord(tx, merge.into_id));
  const from = merge && (await knownRecord(tx, merge.from_id, 'void'));
  if (merge === undefined || from === undefined) return refuse('merge_gone');
  if (merge.at < stamp.now - UNDO_MS) return refuse('too_late');
  if (into === undefined) return refuse(isMergedOn(tx, merge.into_id) ? 'merged_on' : 'merge_gone');
  if (refundedSince(tx, merge)) return refuse('bills_refunded');
  if (!(await evenOutPoints(tx, merge, stamp))) return refuse('points_used');

  takeAlong(tx, merge);
  moveRowsBack(tx, { mergeId, from: merge.from_id, into: merge.into_id });
  await restoreRecord(tx, merge, into, stamp);
  const taken = whoHas(tx, from);
  if (taken !== undefined) return taken;
  const kept = keptOf(merge);
  prepared(tx, "update member set state = 'active', updated_at = ? where id = ?").run(
    kept.fromUpdatedAt,
    from.id,
  );
  if (!historiesAnew(tx, [into.id, from.id])) return refuse('busy');
  await settleDebt(tx, into.id, stamp);
  restoreLevel(tx, merge, stamp);
  if (lastWordIsOfMerge(tx, merge)) await holdToTheStricter(tx, into.id, kept.marketing, stamp);
  for (const id of [into.id, from.id]) indexComplaintsOf(tx, id);
  prepared(tx, 'update member_merge set undone_at = ?, undone_by = ? where id = ?').run(
    stamp.now,
    stamp.staffId,
    mergeId,
  );
  return { intoId: into.id, fromId: from.id };
}

const isMergedOn = (tx: Tx, memberId: string): boolean =>
  prepared(tx, 'select 1 from member_merge where from_id = ? and undone_at is null').get(memberId) !==
  undefined;

/** A refund belongs to its bill, and its points to both records by now. */
const refundedSince = (tx: Tx, { id }: MergeRow): boolean =>
  prepared(
    tx,
    `select 1 from refund where purchase_id in ${movedRows('purchase')} and id not in ${movedRows('refund')} limit 1`,
  ).get({ merge: id }) !== undefined;

/** What was said since about a bill or a task that goes back goes with it. */
const ALONG: readonly { readonly table: string; readonly where: string }[] = [
  { table: 'care_contact', where: `task_id in ${movedRows('care_task')}` },
  {
    table: 'survey_answer',
    where: `purchase_id in ${movedRows('purchase')} or task_id in ${movedRows('care_task')}`,
  },
  { table: 'complaint', where: `purchase_id in ${movedRows('purchase')}` },
];

function takeAlong(tx: Tx, { id, into_id }: MergeRow): void {
  for (const { table, where } of ALONG) {
    prepared(
      tx,
      `insert into member_merge_row (merge_id, place, key)
       select @merge, '${table}', id from ${table} where member_id = @into and (${where}) on conflict do nothing`,
    ).run({ merge: id, into: into_id });
  }
}

/** Untouched since, the record is as if nothing had been: also for whoever asks whether somebody has worked on it. */
async function restoreRecord(tx: Tx, merge: MergeRow, into: KnownRecord, stamp: Stamp): Promise<void> {
  const kept = keptOf(merge);
  const back = unmergedRecord(into.record, mergedRecordOf(merge), kept.record);
  await writeRecord(tx, into.id, back, into.record, stamp);
  if (into.updatedAt === merge.at)
    prepared(tx, 'update member set updated_at = ? where id = ?').run(kept.updatedAt, into.id);
}

/** Somebody else has been given the phone or the card since. */
function whoHas(tx: Tx, { record: { phone, phoneShared, cardNo } }: KnownRecord) {
  const others = "select id, name from member where state = 'active' and";
  const byPhone = prepared<{ id: string; name: string }>(
    tx,
    `${others} phone = ? and phone_shared = 0 and ? = 0`,
  ).get(phone, phoneShared ? 1 : 0);
  if (byPhone !== undefined) return refuse('phone_taken', { memberId: byPhone.id, name: byPhone.name });
  const byCard = prepared<{ id: string; name: string }>(tx, `${others} card_no = ?`).get(cardNo);
  return byCard && refuse('card_taken', { memberId: byCard.id, name: byCard.name });
}

/** The level before, unless something else has changed it since. */
function restoreLevel(tx: Tx, merge: MergeRow, stamp: Stamp): void {
  const account = readIn(tx, accountReading(merge.into_id, stamp.today));
  const since = prepared(tx, 'select 1 from tier_change where member_id = ? and seq > ? and at <> ? limit 1');
  if (account === null || since.get(merge.into_id, merge.tier_seq, merge.at) !== undefined) return;
  const { standing: before, bills, today: on, rules } = account;
  const { standing: after } = keptOf(merge);
  if (before.tier === after.tier) return;
  const { version: ruleVersion, tiers } = rules.on(on);
  const takings = takingsOn(bills, on, tiers);
  const back = { kind: 'taken_back', on, before, after, takings, ruleVersion, reason: '' } as const;
  appendTierChanges(tx, merge.into_id, [back], {}, stamp);
}

/** The merge had to hold to the stricter word, and nobody has said anything since. */
function lastWordIsOfMerge(tx: Tx, { into_id, at }: MergeRow): boolean {
  const last = prepared<{ channel: string; at: number }>(
    tx,
    `select channel, at from consent_entry where member_id = ? and purpose = 'marketing' order by seq desc limit 1`,
  ).get(into_id);
  return last?.channel === 'merge' && last.at === at;
}

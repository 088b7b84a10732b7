import { indexComplaintsOf } from '../complaints/search';
import { decideSettle } from '../domain/points/earn';
import { type NoParams, type Refusal, refuse } from '../domain/refusal';
import { likelyPhone, type MarketingWord, mergeRecords, stricter } from '../domain/rights/merge';
import { decideUp } from '../domain/tiers/judge';
import type { TierChange } from '../domain/tiers/standing';
import { rankOf } from '../domain/tiers/tier';
import { takingsOn } from '../domain/tiers/window';
import { historiesAnew } from '../insights/history';
import { appendConsent } from '../members/commands';
import { appendEntries } from '../points/commands';
import { accountIn } from '../points/queries';
import type { Stamp } from '../points/stamp';
import { insertRows, prepared } from '../prepared';
import { readIn } from '../reading';
import type { Tx } from '../schema';
import { accountReading } from '../tiers/accounts';
import { appendTierChanges, settleTier } from '../tiers/commands';
import type { Kept } from './kept';
import { moveRows } from './moved';
import { type KnownRecord, knownRecord, writeRecord } from './records';

export interface Pair {
  readonly oneId: string;
  readonly otherId: string;
  /** Whose phone is kept; null = the likelier one. */
  readonly phoneOf: string | null;
}

/** The two records with their parts told: the older one stays, the newer one goes into it. */
export interface Sides {
  readonly into: KnownRecord;
  readonly from: KnownRecord;
  readonly phoneOf: 'into' | 'from';
}

/** Undefined where one of them is gone. The older record is the one with the lower number. */
export function sidesOf(
  one: KnownRecord | undefined,
  other: KnownRecord | undefined,
  phoneOf: string | null,
): Sides | undefined {
  if (one === undefined || other === undefined) return undefined;
  const [into, from] = one.n < other.n ? [one, other] : [other, one];
  if (phoneOf === null) return { into, from, phoneOf: likelyPhone(from.record) };
  return { into, from, phoneOf: phoneOf === from.id ? 'from' : 'into' };
}

export interface Merged {
  readonly mergeId: string;
  readonly intoId: string;
  readonly fromId: string;
}

/**
 * Makes one record of two of the same person (rules "Lookup and member record"): everything of the newer one goes
 * over to the older one, which keeps its number; the newer one stays behind as a void record under its old card and
 * number, which lead to the survivor. Rows that are moved are remembered, so that it can be undone.
 */
export async function mergeMembers(
  tx: Tx,
  pair: Pair,
  stamp: Stamp,
): Promise<Merged | Refusal<'same_member' | 'members_not_found' | 'busy', NoParams>> {
  if (pair.oneId === pair.otherId) return refuse('same_member');
  const sides = sidesOf(await knownRecord(tx, pair.oneId), await knownRecord(tx, pair.otherId), pair.phoneOf);
  if (sides === undefined) return refuse('members_not_found');
  const { into, from } = sides;
  const merged = { mergeId: stamp.newId(), intoId: into.id, fromId: from.id };
  const older = settleTier(tx, into.id, stamp);
  const newer = readIn(tx, accountReading(from.id, stamp.today));
  if (older === null || newer === null) return refuse('members_not_found');
  const words = { into: marketingOf(tx, into.id), from: marketingOf(tx, from.id) };

  const record = mergeRecords(into.record, from.record, sides.phoneOf);
  // Whom the newer one had brought may be the survivor: nobody has brought themselves.
  const referrerId =
    record.referrerId === from.id || record.referrerId === into.id ? null : record.referrerId;
  const after = { ...record, referrerId };
  const kept: Kept = {
    ...{ record: into.record, updatedAt: into.updatedAt, fromUpdatedAt: from.updatedAt },
    ...{ marketing: words.into, standing: older.standing },
  };
  insertRows(tx, 'member_merge', [
    {
      id: merged.mergeId,
      from_id: from.id,
      into_id: into.id,
      at: stamp.now,
      staff_id: stamp.staffId,
      before: JSON.stringify(kept),
      after: JSON.stringify(after),
      points_seq: lastSeq(tx, 'points_move'),
      tier_seq: lastSeq(tx, 'tier_change'),
      undone_at: null,
      undone_by: null,
    },
  ]);
  prepared(tx, "update member set state = 'void', updated_at = ? where id = ?").run(stamp.now, from.id);
  await writeRecord(tx, into.id, after, into.record, stamp);
  moveRows(tx, { mergeId: merged.mergeId, from: from.id, into: into.id });
  if (!historiesAnew(tx, [into.id, from.id])) return refuse('busy');
  await settleDebt(tx, into.id, stamp);
  judgeTogether(tx, into.id, { standing: newer.standing, memberNo: from.memberNo }, stamp);
  await holdToTheStricter(tx, into.id, stricter(words.into, words.from), stamp);
  for (const id of [into.id, from.id]) indexComplaintsOf(tx, id);
  return merged;
}

/** Nobody both owes and holds points: what one record owed is paid from what the other holds. */
export async function settleDebt(tx: Tx, memberId: string, stamp: Stamp): Promise<void> {
  const account = accountIn(tx, memberId);
  if (account !== null) await appendEntries(tx, decideSettle(account.holdings), { memberId }, stamp);
}

/** The better level of the two, and a better one still where the bills together reach it. */
function judgeTogether(
  tx: Tx,
  memberId: string,
  newer: { readonly standing: TierChange['after']; readonly memberNo: string },
  stamp: Stamp,
): void {
  const account = readIn(tx, accountReading(memberId, stamp.today));
  if (account === null) return;
  const { standing, bills, today, rules } = account;
  const { version, tiers } = rules.on(today);
  const better = rankOf(newer.standing.tier) > rankOf(standing.tier) ? newer.standing : standing;
  const brought: TierChange = {
    ...{
      kind: 'by_hand',
      on: today,
      before: standing,
      after: better,
      takings: takingsOn(bills, today, tiers),
    },
    ...{ ruleVersion: version, reason: `+ ${newer.memberNo}` },
  };
  const up = decideUp(better, bills, today, { version, tiers });
  const changes = [...(better === standing ? [] : [brought]), ...(up === null ? [] : [up])];
  appendTierChanges(tx, memberId, changes, {}, stamp);
}

const MARKETING = `select action from consent_entry where member_id = ? and purpose = 'marketing' order by seq desc limit 1`;

const marketingOf = (tx: Tx, memberId: string): MarketingWord =>
  prepared<{ action: 'given' | 'withdrawn' }>(tx, MARKETING).get(memberId)?.action ?? null;

/** Entries of both stand in one ledger now, and the last one may be the laxer word. */
export async function holdToTheStricter(
  tx: Tx,
  memberId: string,
  word: MarketingWord,
  stamp: Stamp,
): Promise<void> {
  if (word === null || word === marketingOf(tx, memberId)) return;
  const entry = { id: stamp.newId(), memberId, purpose: 'marketing', action: word } as const;
  await appendConsent(tx, [{ ...entry, textVersion: '', channel: 'merge' }], stamp);
}

const lastSeq = (tx: Tx, table: 'points_move' | 'tier_change'): number =>
  prepared<{ seq: number | null }>(tx, `select max(seq) as seq from ${table}`).get()?.seq ?? 0;

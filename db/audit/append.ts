import { randomBytes } from 'node:crypto';
import { canonical, sha256 } from '../canonical';
import type { AuditDraft, AuditNote, Subject } from '../domain/audit/entry';
import type { Instant } from '../domain/units';
import { insertRows, prepared } from '../prepared';
import type { Tx } from '../schema';

/** The end of the trail; whoever knows it finds any rewrite of what came before. */
export interface AuditHead {
  readonly seq: number;
  readonly at: Instant;
  readonly hash: string;
}

/** What the first entry seals: there is nothing before it. */
export const FIRST_HASH = '0'.repeat(64);

/** What is hashed of an entry: all of its columns but the hash itself. */
export interface SealedColumns {
  readonly seq: number;
  readonly at: number;
  readonly business_date: string;
  readonly staff_id: string | null;
  readonly approver_id: string | null;
  readonly act: string;
  readonly request_id: string | null;
  readonly body: string;
  readonly personal_digest: string | null;
  readonly previous_hash: string;
}

export const hashOf = (entry: SealedColumns): string => sha256(canonical(entry));

/** The digest under which a person's own words stand in the chain; without its salt nobody can guess them back. */
export const personalDigest = (kept: {
  readonly member_id: string;
  readonly salt: string;
  readonly body: string;
}): string => sha256(canonical(kept));

/** The last entry; undefined in an empty trail. */
export const headIn = (tx: Tx): AuditHead | undefined =>
  prepared<AuditHead>(tx, 'select seq, at, hash from audit_entry order by seq desc limit 1').get();

/** Seals one act as the next entry of the trail, in the transaction of the act itself. Answers its number. */
export function appendAudit(tx: Tx, draft: AuditDraft): number {
  const last = headIn(tx);
  const seq = (last?.seq ?? 0) + 1;
  const personal = personalOf(draft.notes);
  const entry = {
    seq,
    at: draft.at,
    business_date: draft.businessDate,
    staff_id: draft.staffId,
    approver_id: draft.approverId,
    act: draft.act,
    request_id: draft.requestId,
    body: canonical(bodyOf(draft)),
    personal_digest: personal === null ? null : personalDigest(personal),
    previous_hash: last?.hash ?? FIRST_HASH,
  };
  insertRows(tx, 'audit_entry', [{ ...entry, hash: hashOf(entry) }]);
  insertRows(
    tx,
    'audit_subject',
    subjectsOf(draft).map(({ kind, id }) => ({ kind, id, seq })),
  );
  if (personal !== null) insertRows(tx, 'audit_personal', [{ seq, ...personal }]);
  return seq;
}

function bodyOf(draft: AuditDraft) {
  return {
    about: subjectsOf(draft).map(({ kind, id }) => ({ kind, id })),
    notes: draft.notes.map(({ why, before, after }) => ({ why, before, after })),
  };
}

/** Each subject once, in the order in which it was named. */
function subjectsOf({ subjects, notes }: AuditDraft): Subject[] {
  const all = [...notes.flatMap(({ about }) => (about === undefined ? [] : [about])), ...subjects];
  return [...new Map(all.map((subject) => [`${subject.kind} ${subject.id}`, subject])).values()];
}

/** One act changes one person at most; a merge speaks of ids only. */
function personalOf(notes: readonly AuditNote[]) {
  const personal = notes.find((note) => note.personal !== undefined)?.personal;
  if (personal === undefined) return null;
  const { memberId, before, after } = personal;
  return {
    member_id: memberId,
    salt: randomBytes(16).toString('hex'),
    body: canonical({ before, after }),
  };
}

import type SQLite from 'better-sqlite3';
import { canonical, sha256 } from '../canonical';
import type { Finding, FindingKind } from '../domain/audit/finding';
import type { Reader } from '../schema';
import { FIRST_HASH, hashOf, personalDigest, type SealedColumns } from './append';
import { readBody } from './body';
import type { KnownHead } from './head-file';

/** So many findings are told one by one; of more only how many there are. */
const TOLD = 100;
/** The note of a close says of which figures it was (`days.close`). */
const CLOSE_ACT = 'days.close';

export interface Verified {
  readonly entries: number;
  readonly findings: readonly Finding[];
  readonly found: number;
}

interface Entry extends SealedColumns {
  readonly hash: string;
}

interface Listed {
  readonly seq: number;
  readonly kind: string;
  readonly id: string;
}
interface Kept {
  readonly seq: number;
  readonly member_id: string;
  readonly salt: string;
  readonly body: string;
}

const ENTRIES = `select seq, at, business_date, staff_id, approver_id, act, request_id, body, personal_digest,
  previous_hash, hash from audit_entry order by seq`;
const SUBJECTS = 'select seq, kind, id from audit_subject order by seq';
const PERSONAL = 'select seq, member_id, salt, body from audit_personal order by seq';
/** Where what was personal may be gone: the entry is about somebody who is erased. */
const MAY_BE_GONE = `select 1 from audit_subject s join member m on m.id = s.id
  where s.seq = ? and s.kind = 'member' and m.state = 'erased'`;
const CLOSES = 'select id, audit_seq, audit_hash, figures from day_close order by audit_seq';

/**
 * Reads the whole trail in its order and makes every seal again. Any single change of what is stored is
 * found: of an entry, of what it is listed under, of what is kept apart, of a day close. `known` is an
 * entry that was there once; an end that was cut off behind the last known one is not found by anybody.
 */
export async function verifyTrail(
  _db: Reader,
  { known }: { readonly known: KnownHead | null },
  raw: SQLite.Database,
): Promise<Verified> {
  const told = new Findings();
  const subjects = bySeq<Listed>(raw, SUBJECTS);
  const personal = bySeq<Kept>(raw, PERSONAL);
  const mayBeGone = raw.prepare(MAY_BE_GONE);
  const seals = new Map<string, string>();
  let last: Pick<Entry, 'seq' | 'hash'> = { seq: 0, hash: FIRST_HASH };
  let entries = 0;
  for (const entry of raw.prepare<[], Entry>(ENTRIES).iterate()) {
    const { seq } = entry;
    entries += 1;
    for (const kind of wrongIn(entry, last)) told.add(kind, seq);
    if (!sameSubjects(entry.body, subjects.of(seq))) told.add('subjects_changed', seq);
    const [kept] = personal.of(seq);
    if (kept !== undefined && digestOf(kept) !== entry.personal_digest) told.add('personal_changed', seq);
    if (kept === undefined && entry.personal_digest !== null && mayBeGone.get(seq) === undefined)
      told.add('personal_missing', seq);
    if (entry.act === CLOSE_ACT) for (const [id, seal] of sealsIn(entry.body)) seals.set(id, seal);
    last = entry;
  }
  for (const seq of subjects.left()) told.add('subjects_changed', seq);
  for (const seq of personal.left()) told.add('personal_changed', seq);
  checkCloses(raw, seals, told);
  if (known !== null) checkHead(raw, known, 'head_differs', told);
  return { entries, ...told.all() };
}

/** What is wrong with an entry by itself, and with its place behind the one before it. */
function* wrongIn(entry: Entry, last: Pick<Entry, 'seq' | 'hash'>): Generator<FindingKind> {
  const { hash, ...sealed } = entry;
  if (entry.seq !== last.seq + 1) yield 'missing';
  else if (entry.previous_hash !== last.hash) yield 'broken';
  if (hashOf(sealed) !== hash) yield 'changed';
}

class Findings {
  private readonly findings: Finding[] = [];
  private found = 0;

  add(kind: FindingKind, seq: number): void {
    this.found += 1;
    if (this.findings.length < TOLD) this.findings.push({ kind, seq });
  }

  all(): Pick<Verified, 'findings' | 'found'> {
    return { findings: this.findings, found: this.found };
  }
}

/** Rows in the order of their entries, walked beside them: of a million entries no list is made. */
function bySeq<Row extends { readonly seq: number }>(raw: SQLite.Database, sql: string) {
  const rows = raw.prepare<[], Row>(sql).iterate();
  const strays: number[] = [];
  let next = rows.next();
  const take = (upTo: number): Row[] => {
    const taken: Row[] = [];
    while (next.done !== true && next.value.seq <= upTo) {
      taken.push(next.value);
      next = rows.next();
    }
    return taken;
  };
  return {
    of: (seq: number): Row[] => {
      const taken = take(seq);
      strays.push(...taken.filter((row) => row.seq < seq).map((row) => row.seq));
      return taken.filter((row) => row.seq === seq);
    },
    /** Of entries that are not there. */
    left: (): number[] => [...strays, ...take(Number.MAX_SAFE_INTEGER).map((row) => row.seq)],
  };
}

const digestOf = ({ member_id, salt, body }: Kept): string => personalDigest({ member_id, salt, body });

const spelled = (subjects: readonly { readonly kind: string; readonly id: string }[]): string =>
  canonical(subjects.map(({ kind, id }) => `${kind} ${id}`).sort());

function sameSubjects(body: string, listed: readonly { kind: string; id: string }[]): boolean {
  return spelled(readBody(body).about) === spelled(listed);
}

/** Which close an entry sealed, and the digest of its figures. */
function sealsIn(body: string): [string, string][] {
  return readBody(body).notes.flatMap(({ after }): [string, string][] => {
    const sealed = typeof after === 'object' && after !== null && 'close' in after ? after : {};
    const { close, figures } = { close: null, figures: null, ...sealed };
    return typeof close === 'string' && typeof figures === 'string' ? [[close, figures]] : [];
  });
}

/** A close seals the trail up to its entry, and an entry of the trail seals the close. */
function checkCloses(raw: SQLite.Database, seals: ReadonlyMap<string, string>, told: Findings): void {
  const left = new Map(seals);
  for (const close of raw.prepare<[], CloseRow>(CLOSES).all()) {
    checkHead(raw, { seq: close.audit_seq, hash: close.audit_hash }, 'close_differs', told);
    if (seals.get(close.id) !== sha256(close.figures)) told.add('close_changed', close.audit_seq + 1);
    left.delete(close.id);
  }
  const sealedAt = raw.prepare<[string], number>(
    `select seq from audit_subject where kind = 'day' and id = ? order by seq desc limit 1`,
  );
  for (const id of left.keys()) told.add('close_changed', sealedAt.pluck().get(id) ?? 1);
}

interface CloseRow {
  readonly id: string;
  readonly audit_seq: number;
  readonly audit_hash: string;
  readonly figures: string;
}

function checkHead(raw: SQLite.Database, known: KnownHead, otherwise: FindingKind, told: Findings): void {
  const hash = raw.prepare('select hash from audit_entry where seq = ?').pluck().get(known.seq);
  if (hash === undefined) told.add('end_missing', known.seq);
  else if (hash !== known.hash) told.add(otherwise, known.seq);
}

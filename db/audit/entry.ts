import type { Plain } from '../domain/audit/entry';
import type { Reader } from '../schema';
import { hashOf } from './append';
import { readBody } from './body';
import { type AuditRow, rowsOf } from './queries';

type Personal =
  | { readonly state: 'none' }
  | { readonly state: 'erased' }
  | { readonly state: 'kept'; readonly before: Plain; readonly after: Plain };

export interface WholeEntry extends AuditRow {
  readonly notes: {
    readonly why: string | null;
    readonly before: Plain;
    readonly after: Plain;
  }[];
  readonly personal: Personal;
  readonly previousHash: string;
  readonly hash: string;
  readonly intact: boolean;
}

/** One entry with everything it says; null when there is none of this number. */
export async function wholeEntry(db: Reader, seq: number): Promise<WholeEntry | null> {
  const [row] = await rowsOf(db, [seq]);
  const stored = await db.selectFrom('audit_entry').selectAll().where('seq', '=', seq).executeTakeFirst();
  if (row === undefined || stored === undefined) return null;
  const { hash, ...sealed } = stored;
  return {
    ...row,
    notes: readBody(stored.body).notes.map(({ why = null, before = null, after = null }) => ({
      ...{ why, before, after },
    })),
    personal: stored.personal_digest === null ? { state: 'none' } : await personalOf(db, seq),
    previousHash: stored.previous_hash,
    hash,
    intact: hashOf(sealed) === hash,
  };
}

async function personalOf(db: Reader, seq: number): Promise<Personal> {
  const row = await db.selectFrom('audit_personal').select('body').where('seq', '=', seq).executeTakeFirst();
  if (row === undefined) return { state: 'erased' };
  const { before = null, after = null } = JSON.parse(row.body) as { before?: Plain; after?: Plain }; // sealed by appendAudit
  return { state: 'kept', before, after };
}

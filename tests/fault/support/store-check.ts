import { verifyTrail } from '@db/audit/verify';
import type { OpenedStore } from '@db/open';
import type SQLite from 'better-sqlite3';
import { brokenLaws } from '../../e2e/support/books';
import type { Ack } from './till-work';

/** What an acknowledged act has written besides its outcome: exactly one row of this table, with the id of the answer. */
const WRITTEN: Readonly<Record<string, { readonly table: string; readonly key: string }>> = {
  'purchases.record': { table: 'purchase', key: 'purchaseId' },
  'purchases.refund': { table: 'refund', key: 'refundId' },
  'purchases.undo': { table: 'refund', key: 'refundId' },
  'members.signUp': { table: 'member', key: 'memberId' },
};

/** Acknowledged, and not there exactly once, or answered differently; one sentence each. */
export function lost(raw: SQLite.Database, acks: readonly Ack[]): string[] {
  const outcome = raw
    .prepare<[string], string>('select outcome from command_outcome where request_id = ?')
    .pluck();
  const counts = new Map(
    Object.values(WRITTEN).map(({ table }) => [
      table,
      raw.prepare(`select count(*) from ${table} where id = ?`).pluck(),
    ]),
  );
  return acks.flatMap(({ requestId, channel, value }) => {
    const kept = outcome.get(requestId);
    if (kept === undefined) return [`${channel} ${requestId} was acknowledged and is lost`];
    if (kept !== JSON.stringify(value)) return [`${channel} ${requestId} is kept with another answer`];
    const written = WRITTEN[channel];
    if (written === undefined) return [];
    const id = (value as Record<string, unknown>)[written.key]; // an object, by its contract
    const rows = counts.get(written.table)?.get(id);
    return rows === 1 ? [] : [`${channel} ${requestId} has ${String(rows)} rows`];
  });
}

/** Every law of the books and of the audit trail that the store breaks. */
export async function broken({ raw, db }: Pick<OpenedStore, 'raw' | 'db'>): Promise<string[]> {
  const laws = brokenLaws({
    // The caller names the columns it has asked for.
    all: <Row>(sql: string, ...parameters: readonly unknown[]) =>
      raw.prepare(sql).all(...parameters) as Row[],
  });
  const trail = await verifyTrail(db, { known: null }, raw);
  // Each command writes one entry in its own transaction: one without the other is a torn act.
  const torn = raw
    .prepare<[], string>(
      `select request_id from command_outcome where request_id not in
         (select request_id from audit_entry where request_id is not null)
       union select request_id from audit_entry where request_id is not null
         and request_id not in (select request_id from command_outcome)`,
    )
    .pluck()
    .all();
  return [
    ...Object.entries(laws).map(([law, rows]) => `${law}: ${JSON.stringify(rows.slice(0, 3))}`),
    ...trail.findings.map(({ kind, seq }) => `audit trail: ${kind} at ${seq}`),
    ...torn.map((requestId) => `${requestId} stands in one of outcome and trail only`),
  ];
}

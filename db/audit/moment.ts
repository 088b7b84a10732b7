import type SQLite from 'better-sqlite3';
import { clockState } from '../domain/audit/clock';
import { type BusinessDate, type Instant, instant } from '../domain/units';
import { prepared } from '../prepared';
import type { Tx } from '../schema';
import { appendAudit, headIn } from './append';

/** How the trail calls a clock that was set back. */
const STEP_ACT = 'clock.back';

/** Asked with every call, so each store prepares it once. */
const statements = new WeakMap<SQLite.Database, SQLite.Statement<[], number>>();

/** When the last entry was written; null in an empty trail. */
export function lastMoment(raw: SQLite.Database): Instant | null {
  let statement = statements.get(raw);
  if (statement === undefined) {
    statement = raw.prepare<[], number>('select at from audit_entry order by seq desc limit 1').pluck();
    statements.set(raw, statement);
  }
  const at = statement.get();
  return at === undefined ? null : instant(at);
}

/** Tells a step back of the clock, once for each: while it catches up, every entry has the same moment. */
export function tellStepBack(tx: Tx, { pc, today }: { pc: Instant; today: BusinessDate }): void {
  const head = headIn(tx);
  if (head === undefined || clockState(pc, head.at) === 'right') return;
  const told = prepared<{ at: number }>(
    tx,
    'select at from audit_entry where act = ? order by seq desc limit 1',
  ).get(STEP_ACT);
  if (told?.at === head.at) return;
  appendAudit(tx, {
    ...{ at: head.at, businessDate: today, staffId: null, approverId: null },
    ...{ act: STEP_ACT, requestId: null, subjects: [], notes: [{ before: head.at, after: pc }] },
  });
}

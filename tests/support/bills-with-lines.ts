import type SQLite from 'better-sqlite3';
import { insertBills } from './member-rows';

/** So many bills of one yuan by these members in turn, each with one line of a product of its own: bare rows. */
export function insertBillsWithLines(raw: SQLite.Database, memberIds: readonly string[], size: number): void {
  const bills = insertBills(
    raw,
    Array.from({ length: size }, (_, at) => ({
      ...{ memberId: memberIds[at % memberIds.length] ?? '', on: '2026-05-01', fen: 100 },
    })),
  );
  const line = raw.prepare(
    'insert into purchase_line (purchase_id, line_no, product, quantity_milli, amount_fen) values (?, 1, ?, 1000, 100)',
  );
  raw.transaction(() => {
    for (const [at, bill] of bills.entries()) line.run(bill, `品${at}`);
  })();
}

import type SQLite from 'better-sqlite3';
import type { EntryDraft, Holdings, Lot } from '../domain/points/ledger';
import { NOTHING_HELD } from '../domain/points/ledger';
import { businessDate, points } from '../domain/units';
import { ledgerRows } from '../points/mapping';
import type { About, Stamp } from '../points/stamp';

/** Appends decided entries by prepared statements: an import writes hundreds of thousands of them. */
export class LedgerWriter {
  private readonly entry: SQLite.Statement<unknown[]>;
  private readonly lot: SQLite.Statement<unknown[]>;
  private readonly move: SQLite.Statement<unknown[]>;
  private readonly owed: SQLite.Statement<[string], { owed: number }>;
  private readonly lots: SQLite.Statement<
    [string],
    { id: string; earned_on: string; last_day: string | null; remaining: number }
  >;

  /** `importId` marks entries as brought by an import; null for those that undo it. */
  constructor(
    raw: SQLite.Database,
    private readonly stamp: Stamp,
    private readonly importId: string | null,
  ) {
    this.entry = raw.prepare(
      `insert into points_entry (id, member_id, kind, points, purchase_id, refund_id, reverses_id, reason,
         rule_version, at, business_date, staff_id, import_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.lot = raw.prepare(
      'insert into points_lot (id, member_id, entry_id, points, earned_on, last_day, revives_id) values (?, ?, ?, ?, ?, ?, ?)',
    );
    this.move = raw.prepare(
      'insert into points_move (entry_id, member_id, lot_id, points) values (?, ?, ?, ?)',
    );
    this.owed = raw.prepare('select owed from points_debt where member_id = +? and owed > 0');
    this.lots = raw.prepare(
      'select id, earned_on, last_day, remaining from points_lot where member_id = +? and remaining > 0',
    );
  }

  /** What a member holds, when they owe something; a new lot then settles it. Otherwise it does not matter. */
  holdingsOfDebtor(memberId: string): Holdings {
    const debt = this.owed.get(memberId);
    return debt === undefined
      ? NOTHING_HELD
      : { lots: this.lots.all(memberId).map(lotFrom), owed: points(debt.owed) };
  }

  append(drafts: readonly EntryDraft[], about: About): void {
    const { entries, lots, moves } = ledgerRows([{ about, drafts }], this.stamp);
    for (const row of entries) {
      this.entry.run(
        row.id,
        row.member_id,
        row.kind,
        row.points,
        row.purchase_id,
        row.refund_id,
        row.reverses_id,
        row.reason,
        row.rule_version,
        row.at,
        row.business_date,
        row.staff_id,
        this.importId,
      );
    }
    for (const row of lots) {
      this.lot.run(
        row.id,
        row.member_id,
        row.entry_id,
        row.points,
        row.earned_on,
        row.last_day,
        row.revives_id,
      );
    }
    for (const row of moves) this.move.run(row.entry_id, row.member_id, row.lot_id, row.points);
  }
}

const lotFrom = (row: {
  id: string;
  earned_on: string;
  last_day: string | null;
  remaining: number;
}): Lot => ({
  id: row.id,
  earnedOn: businessDate(row.earned_on),
  lastDay: row.last_day === null ? null : businessDate(row.last_day),
  remaining: points(row.remaining),
});

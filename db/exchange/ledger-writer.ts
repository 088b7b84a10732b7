import type SQLite from 'better-sqlite3';
import type { EntryDraft, Holdings, Lot } from '../domain/points/ledger';
import { NOTHING_HELD } from '../domain/points/ledger';
import { businessDate, points } from '../domain/units';
import { ledgerRows } from '../points/mapping';
import type { About, Stamp } from '../points/stamp';
import { BulkInsert } from './bulk-insert';

const ENTRY = [
  ...['id', 'member_id', 'kind', 'points', 'purchase_id', 'refund_id', 'reverses_id', 'reason'],
  ...['rule_version', 'at', 'business_date', 'staff_id', 'import_id'],
];
const LOT = ['id', 'member_id', 'entry_id', 'points', 'earned_on', 'last_day', 'revives_id'];
const MOVE = ['entry_id', 'member_id', 'lot_id', 'points'];

/** Appends decided entries, many at once: an import writes hundreds of thousands of them. They are there after `flush`. */
export class LedgerWriter {
  private readonly entry: BulkInsert;
  private readonly lot: BulkInsert;
  private readonly move: BulkInsert;
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
    this.entry = new BulkInsert(raw, 'points_entry', ENTRY);
    this.lot = new BulkInsert(raw, 'points_lot', LOT);
    this.move = new BulkInsert(raw, 'points_move', MOVE);
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
    for (const row of entries)
      this.entry.add(
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
    for (const row of lots)
      this.lot.add(
        row.id,
        row.member_id,
        row.entry_id,
        row.points,
        row.earned_on,
        row.last_day,
        row.revives_id,
      );
    for (const row of moves) this.move.add(row.entry_id, row.member_id, row.lot_id, row.points);
  }

  flush(): void {
    this.entry.flush();
    this.lot.flush();
    this.move.flush();
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

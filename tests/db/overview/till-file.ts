import { idOf } from '../../support/member-rows';
import type { StoreFile } from '../../support/store-file';

export const OWNER = '0190a5d0-0000-7000-8000-000000000002';

/** A further member of staff. */
export function aSeller(store: StoreFile, count: number): string {
  const id = idOf(40, count);
  store.raw
    .prepare("insert into staff (id, name, role, created_at) values (?, ?, 'cashier', ?)")
    .run(id, `店员${count}`, count);
  return id;
}

interface Sold {
  readonly on: string;
  readonly fen: number;
  /** Noon UTC unless told. */
  readonly time?: string;
  readonly by?: string;
  readonly imported?: boolean;
  /** Of the price so much was paid with points. */
  readonly pointsWorth?: number;
}

let made = 0;

/** A bill as a bare row; answers its id. */
export function sold(store: StoreFile, memberId: string, bill: Sold): string {
  made += 1;
  const id = idOf(42, made);
  const { on, fen, time = '12:00', by = OWNER, imported = false, pointsWorth = 0 } = bill;
  if (imported)
    store.raw
      .prepare(
        `insert or ignore into import_batch (id, kind, file_name, file_sha256, reading, state, staff_id, started_at)
         values ('old', 'purchases', 'a.csv', '0', '{}', 'done', ?, 0)`,
      )
      .run(OWNER);
  const paid = fen - pointsWorth;
  store.raw
    .prepare(
      `insert into purchase (id, member_id, total_fen, points_worth_fen, paid_fen, earning_base_fen, rule_version, bought_at,
         business_date, staff_id, import_id, recorded_at) values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, 0)`,
    )
    .run(
      ...[id, memberId, fen, pointsWorth, paid, paid, Date.parse(`${on}T${time}:00Z`), on, by],
      imported ? 'old' : null,
    );
  return id;
}

interface Back {
  readonly on: string;
  readonly fen: number;
  readonly time?: string;
  readonly kind?: 'part' | 'all' | 'undo' | 'import_undo';
  /** Of it so much was kept back for points that were spent. */
  readonly reducedBy?: number;
}

let wentBack = 0;

/** Money of a bill goes back on a day, at somebody else's hands than the seller's. */
export function refunded(store: StoreFile, purchaseId: string, back: Back): void {
  wentBack += 1;
  const { on, fen, time = '12:00', kind = 'part', reducedBy = 0 } = back;
  store.raw
    .prepare(
      `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reduced_by_fen, reason, refunded_at,
         business_date, staff_id)
       select ?, id, member_id, ?, ?, ?, ?, '', ?, ?, ? from purchase where id = ?`,
    )
    .run(
      ...[idOf(43, wentBack), kind, fen, fen - reducedBy, reducedBy, Date.parse(`${on}T${time}:00Z`), on],
      ...[OWNER, purchaseId],
    );
}

let entries = 0;

/** A row of the points ledger, without its moves. */
export function pointsEntry(
  store: StoreFile,
  memberId: string,
  entry: { kind: string; points: number; on: string; reverses?: string; by?: string },
): string {
  entries += 1;
  const id = idOf(44, entries);
  store.raw
    .prepare(
      `insert into points_entry (id, member_id, kind, points, reverses_id, rule_version, at, business_date, staff_id)
       values (?, ?, ?, ?, ?, 1, ?, ?, ?)`,
    )
    .run(
      ...[id, memberId, entry.kind, entry.points, entry.reverses ?? null],
      ...[Date.parse(`${entry.on}T12:00:00Z`), entry.on, entry.by ?? OWNER],
    );
  return id;
}

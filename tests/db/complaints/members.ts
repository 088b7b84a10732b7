import type { StoreFile } from '../../support/store-file';

const OWNER = '0190a5d0-0000-7000-8000-000000000002';

let serial = 0;

/** A member's row and nothing else: complaints need no more than somebody to belong to. */
export function memberRow(store: StoreFile, name: string): string {
  serial += 1;
  const id = `0190a5d0-0000-7000-8001-${String(serial).padStart(12, '0')}`;
  store.raw
    .prepare(
      `insert into member (id, member_no, name, source, joined_on, created_at, updated_at, staff_id)
       values (?, ?, ?, 'walk_in', '2026-05-18', 0, 0, ?)`,
    )
    .run(id, `M${serial}`, name, OWNER);
  return id;
}

/** A bill of `member`, with the least that the table asks for. */
export function purchaseRow(store: StoreFile, memberId: string): string {
  serial += 1;
  const id = `0190a5d0-0000-7000-8002-${String(serial).padStart(12, '0')}`;
  store.raw
    .prepare(
      `insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, rule_version, bought_at,
         business_date, staff_id, recorded_at)
       values (?, ?, 16800, 16800, 16800, 1, 0, '2026-05-18', ?, 0)`,
    )
    .run(id, memberId, OWNER);
  return id;
}

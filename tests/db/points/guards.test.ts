import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { aMember, earn, LEDGER_DAY, stampOn } from './ledger-file';

/** Rules "Points", fixed laws, as the file itself guards them: whoever writes, whatever the code forgot. */
let store: StoreFile;
let zhang: string;
beforeEach(async () => {
  store = aStoreFile();
  zhang = await aMember(store);
  await earn(store, zhang, 100);
});
afterEach(() => store.close());

const write =
  (sql: string, ...values: unknown[]) =>
  () =>
    store.raw.prepare(sql).run(...values);
const move = (lotId: string | null, count: number, memberId = zhang) =>
  write(
    `insert into points_move (entry_id, member_id, lot_id, points)
       values ((select id from points_entry limit 1), ?, ?, ?)`,
    memberId,
    lotId,
    count,
  );
const theLot = () => String(store.raw.prepare('select id from points_lot').pluck().get());

describe.each(['points_entry', 'points_move'])('%s', (table) => {
  test.each([
    ['changed', `update ${table} set points = points + 1`],
    ['deleted', `delete from ${table}`],
    ['replaced', `insert or replace into ${table} select * from ${table}`],
  ])('is append-only: no row is ever %s', (_how, sql) => {
    expect(write(sql)).toThrow(`${table} is append-only`);
  });
});

describe.each([
  ['purchase', 'total_fen = total_fen + 1'],
  ['purchase_line', 'amount_fen = amount_fen + 1'],
  ['refund', 'refunded_at = refunded_at + 1'],
])('%s', (table, change) => {
  beforeEach(() => {
    write(`insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, rule_version, bought_at,
      business_date, staff_id, recorded_at) select 'p', id, 100, 100, 100, 1, 1, '2026-05-18', staff_id, 1 from member`)();
    write(
      "insert into purchase_line (purchase_id, line_no, product, quantity_milli, amount_fen) values ('p', 1, '茶', 1000, 100)",
    )();
    write(`insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at,
      business_date, staff_id) select 'r', 'p', id, 'part', 10, 10, '', 1, '2026-05-18', staff_id from member`)();
  });

  test.each([
    ['changed', `update ${table} set ${change}`],
    ['deleted', `delete from ${table}`],
    ['replaced', `insert or replace into ${table} select * from ${table}`],
  ])('is append-only: no row is ever %s', (_how, sql) => {
    expect(write(sql)).toThrow(`${table} is append-only`);
  });
});

describe('a lot', () => {
  it('is never overdrawn, nor filled above what it was', () => {
    expect(move(theLot(), -101)).toThrow('CHECK constraint failed');
    expect(move(theLot(), 1)).toThrow('CHECK constraint failed');
    expect(move(theLot(), -100)).not.toThrow();
    expect(move(theLot(), -1)).toThrow('CHECK constraint failed');
  });

  it('belongs to one member', async () => {
    const li = await aMember(store);
    expect(move(theLot(), -1, li)).toThrow('a move needs a lot of the same member');
  });

  test.each([
    [
      'its remainder is written by hand',
      'update points_lot set remaining = remaining - 1',
      'a lot follows its moves',
    ],
    ['it is made larger', 'update points_lot set points = points + 1', 'lots are never changed'],
    ['its last day is moved', "update points_lot set last_day = '2099-12-31'", 'lots are never changed'],
    ['it is deleted', 'delete from points_lot', 'lots are never deleted'],
    ['it is replaced', 'insert or replace into points_lot select * from points_lot', ''],
  ])('aborts when %s', (_what, sql, message) => {
    expect(write(sql)).toThrow(message);
  });
});

describe('a debt', () => {
  it('grows by a move away from the member and is settled by one back, never further', () => {
    expect(move(null, -40)).not.toThrow();
    expect(move(null, 41)).toThrow('CHECK constraint failed');
    expect(move(null, 40)).not.toThrow();
  });

  test.each([
    ['forgiven by hand', 'update points_debt set owed = 0', 'a debt follows its moves'],
    ['deleted', 'delete from points_debt', 'debts are settled, never deleted'],
    ['replaced', 'insert or replace into points_debt select member_id, 0 from points_debt', ''],
  ])('is never %s', (_what, sql, message) => {
    move(null, -40)();
    expect(write(sql)).toThrow(message);
  });
});

describe('an entry', () => {
  const insert = (kind: string, count: number, reverses: string | null) =>
    write(
      `insert into points_entry (id, member_id, kind, points, reverses_id, rule_version, at, business_date, staff_id)
        values (?, ?, ?, ?, ?, 1, 1, ?, (select id from staff))`,
      stampOn(LEDGER_DAY).newId(),
      zhang,
      kind,
      count,
      reverses,
      LEDGER_DAY,
    );

  it('is reversed once', () => {
    const earned = String(store.raw.prepare('select id from points_entry').pluck().get());
    expect(insert('reverse', -100, earned)).not.toThrow();
    expect(insert('reverse', -100, earned)).toThrow('UNIQUE constraint failed');
  });

  test.each([
    ['redeem', 5],
    ['expire', 5],
    ['clawback', 5],
    ['earn', -5],
    ['restore', -5],
    ['write_off', -5],
    ['settle', 5],
    ['adjust', 0],
    ['gift', 5],
  ])('of kind %s cannot be of %d points', (kind, count) => {
    expect(insert(kind, count, null)).toThrow('CHECK constraint failed');
  });

  it('that reverses names what it reverses', () => {
    expect(insert('reverse', -5, null)).toThrow('CHECK constraint failed');
  });
});

test('a refund keeps its reason until the person is erased', () => {
  write(`insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, rule_version, bought_at,
    business_date, staff_id, recorded_at) select 'p', id, 100, 100, 100, 1, 1, '2026-05-18', staff_id, 1 from member`)();
  write(`insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at,
    business_date, staff_id) select 'r', 'p', id, 'part', 10, 10, '', 1, '2026-05-18', staff_id from member`)();
  expect(write("update refund set reason = 'x'")).toThrow('words go with the person only');
});

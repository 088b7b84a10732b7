import { loadHistories } from '@db/insights/histories';
import { catchUp, markOf, rowsBehind } from '@db/insights/history';
import { rebuildHistories } from '@db/insights/rebuild';
import { rebuildLookup } from '@db/members/lookup-rows';
import { connect } from '@db/open';
import { Turn } from '@db/turn';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asPlain, eventful, plainHistories } from '../../support/bill-events';
import { chances, idOf, insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');
let store: StoreFile;
let members: string[];

beforeEach(() => {
  store = aStoreFile();
  store.raw.pragma('synchronous = off'); // nothing here is about power cuts
  members = insertMembers(
    store.raw,
    Array.from({ length: 40 }, (_, at) => ({ name: `会员${at}`, joinedOn: '2025-03-01' })),
  );
  rebuildLookup(store.raw, TODAY);
});
afterEach(() => store.close());

const follow = (most = 100) => {
  while (catchUp(store.raw, most) > 0);
};
const loaded = () => asPlain(loadHistories(store.raw));
const rebuild = async () => {
  const reader = connect(store.path, { readonly: true });
  try {
    await rebuildHistories(store.raw, reader, new Turn());
  } finally {
    reader.close();
  }
};
const bill = (at: number, on: string, fen: number) =>
  insertBills(store.raw, [{ memberId: members[at] ?? '', on, fen }])[0] ?? '';

let refunds = 0;
function refund(purchaseId: string, kind: string, amount: number): void {
  refunds += 1;
  store.raw
    .prepare(
      `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at, business_date, staff_id)
       select ?, id, member_id, ?, ?, ?, '', 0, '2026-05-01', staff_id from purchase where id = ?`,
    )
    .run(idOf(5, refunds), kind, amount, amount, purchaseId);
}

describe('histories of members', () => {
  it('hold every active member with the day of joining, also who never bought', () => {
    const histories = loadHistories(store.raw);
    expect([...histories.n]).toEqual(members.map((_, at) => at + 1));
    expect(histories.joined[0]).toBe(Date.parse('2025-03-01') / 86_400_000);
    expect(histories.day).toHaveLength(0);
  });

  it('hold bills in the order of their days, one that was brought in later with an older day in its place', () => {
    bill(0, '2026-05-10', 5000);
    follow();
    bill(0, '2024-02-29', 700);
    follow();
    expect(loaded().get(1)).toEqual(['2024-02-29 700', '2026-05-10 5000']);
  });

  it('keep of a bill what did not go back, whether one knew the bill before or learns both at once', () => {
    const known = bill(0, '2026-04-01', 5000);
    follow();
    const fresh = bill(1, '2026-04-01', 5000);
    refund(known, 'part', 1000);
    refund(fresh, 'part', 2000);
    refund(fresh, 'part', 500);
    follow();
    expect([loaded().get(1), loaded().get(2)]).toEqual([['2026-04-01 4000'], ['2026-04-01 2500']]);
  });

  it.each([
    ['refunded as a whole', (id: string) => refund(id, 'all', 5000)],
    ['undone', (id: string) => refund(id, 'undo', 5000)],
    ['undone with its import', (id: string) => refund(id, 'import_undo', 5000)],
    [
      'given back in parts that add up to it',
      (id: string) => {
        refund(id, 'part', 3000);
        refund(id, 'part', 2000);
      },
    ],
    [
      'gone already when its import is undone',
      (id: string) => {
        refund(id, 'part', 5000);
        refund(id, 'import_undo', 0);
      },
    ],
  ])('do not hold a bill that was %s', (_how, goes) => {
    const id = bill(0, '2026-04-01', 5000);
    bill(0, '2026-04-01', 5000);
    follow();
    goes(id);
    follow(1);
    expect(loaded().get(1)).toEqual(['2026-04-01 5000']);
    expect(loaded()).toEqual(plainHistories(store.raw));
  });

  it('leave out a member who is no longer active', () => {
    bill(0, '2026-04-01', 5000);
    eventful(store.raw, members, chances(1)).makeVoid(members[0] ?? '');
    follow();
    expect(loaded().has(1)).toBe(false);
  });

  it('tell how far behind they are, and take no more rows at once than they are allowed', () => {
    for (let at = 0; at < 5; at++) bill(at, '2026-04-01', 5000);
    expect(rowsBehind(store.raw)).toBe(5);
    expect(catchUp(store.raw, 3)).toBe(3);
    expect(rowsBehind(store.raw)).toBe(2);
    expect([catchUp(store.raw, 3), catchUp(store.raw, 3)]).toEqual([2, 0]);
  });

  it('are left alone while they are made anew, and made anew from the start where that broke off', async () => {
    bill(0, '2026-04-01', 5000);
    store.raw.exec('update history_mark set purchase_seq = -1, refund_seq = -1');
    store.raw.exec("insert into member_history values (1, 'b1,1'), (2, 'b1,1')");
    expect(catchUp(store.raw, 100)).toBe(0);
    await rebuild();
    expect(markOf(store.raw)).toEqual({ purchaseSeq: 1, refundSeq: 0 });
    expect(loaded()).toEqual(plainHistories(store.raw));
  });

  it('can be read while they are made anew: what was known before is there', () => {
    bill(0, '2026-04-01', 5000);
    bill(0, '2026-04-02', 5000);
    follow();
    const before = loadHistories(store.raw);
    store.raw.exec('update history_mark set purchase_seq = -1, refund_seq = -1');
    expect(loadHistories(store.raw)).toEqual(before);
  });

  it('refuse to go on with a log that cannot be', () => {
    bill(0, '2026-04-01', 5000);
    follow();
    store.raw.exec("update member_history set log = 'g20000,1'");
    expect(() => loadHistories(store.raw)).toThrow('a bill it does not have');
  });

  it('are the same kept up and made anew, and what the ledgers plainly say, after 50,000 random events', async () => {
    const chance = chances(5);
    const { happen, makeVoid } = eventful(store.raw, members, chance);
    for (let round = 0; round < 10; round++) {
      for (let part = 0; part < 20; part++) {
        happen(250);
        catchUp(store.raw, 1 + Math.floor(chance() * 450));
      }
      makeVoid(members[round] ?? '');
      follow(2000);
      const plain = plainHistories(store.raw);
      const kept = loadHistories(store.raw);
      expect(asPlain(kept)).toEqual(plain);
      if (round % 3 !== 0) continue;
      await rebuild();
      expect(loadHistories(store.raw)).toEqual(kept);
    }
  }, 60_000);
});

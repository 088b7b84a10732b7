import { LookupIndex } from '@db/members/lookup-index';
import { rebuildLookup, refreshLookup } from '@db/members/lookup-rows';
import { addDays } from '@domain/calendar/business-day';
import { readQuery } from '@domain/members/query';
import { type BusinessDate, businessDate } from '@domain/units';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';

let store: StoreFile;
let today: BusinessDate = businessDate('2026-05-18');
let serial = 0;
const next = () => {
  serial += 1;
  return serial;
};
beforeAll(() => {
  store = aStoreFile();
});
afterAll(() => store.close());

const staffId = () => store.raw.prepare<[], string>('select id from staff').pluck().get();
const refresh = (ids: readonly string[]) =>
  store.db.transaction().execute(async (tx) => refreshLookup(tx, ids, today));

function earn(memberId: string, points: number, lastDay: string | null): void {
  const entryId = idOf(3, next());
  store.raw
    .prepare(
      `insert into points_entry (id, member_id, kind, points, rule_version, at, business_date, staff_id)
       values (?, ?, 'earn', ?, 1, 0, ?, ?)`,
    )
    .run(entryId, memberId, points, today, staffId());
  store.raw
    .prepare(
      'insert into points_lot (id, member_id, entry_id, points, earned_on, last_day) values (?, ?, ?, ?, ?, ?)',
    )
    .run(idOf(4, serial), memberId, entryId, points, today, lastDay);
  store.raw
    .prepare('insert into points_move (entry_id, member_id, lot_id, points) values (?, ?, ?, ?)')
    .run(entryId, memberId, idOf(4, serial), points);
}

function owe(memberId: string, points: number): void {
  serial += 1;
  store.raw
    .prepare(
      `insert into points_entry (id, member_id, kind, points, rule_version, at, business_date, staff_id)
       values (?, ?, 'clawback', ?, 1, 0, ?, ?)`,
    )
    .run(idOf(3, serial), memberId, -points, today, staffId());
  store.raw
    .prepare('insert into points_move (entry_id, member_id, lot_id, points) values (?, ?, null, ?)')
    .run(idOf(3, serial), memberId, -points);
}

function refund(purchaseId: string, memberId: string, kind: 'part' | 'all' | 'undo', fen: number): void {
  serial += 1;
  store.raw
    .prepare(
      `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at, business_date, staff_id)
       values (?, ?, ?, ?, ?, ?, '', 0, ?, ?)`,
    )
    .run(idOf(5, serial), purchaseId, memberId, kind, fen, fen, today, staffId());
}

function complain(memberId: string, closed: boolean): void {
  serial += 1;
  store.raw
    .prepare(
      `insert into complaint (id, number, member_id, object, reason_group, reason, severity, channel, what, state,
         received_at, business_date, rule_version, response_due_at, resolution_due_at, first_responded_at, responded_at, resolved_at, closed_at, result, cause, measure, staff_id)
       values (?, ?, ?, 'goods', 'goods', 'goods_price', 'low', 'counter', '…', ?, 0, '2026-05-18', 1, 1, 1, ?, ?, ?, ?, '…', '…', '…', ?)`,
    )
    .run(
      idOf(6, serial),
      serial,
      memberId,
      closed ? 'closed' : 'open',
      closed ? 1 : null,
      closed ? 1 : null,
      closed ? 1 : null,
      closed ? 1 : null,
      staffId(),
    );
}

function give(memberId: string, firstDay: string, lastDay: string): void {
  serial += 1;
  store.raw
    .prepare(
      `insert into coupon (id, code, member_id, template_id, trigger, occasion, name, kind, off_fen, stacks, first_day,
         last_day, rule_version, business_date, issued_at, staff_id)
       values (?, ?, ?, 'five', 'by_hand', ?, '…', 'amount', 500, 0, ?, ?, 1, ?, 0, ?)`,
    )
    .run(
      idOf(7, serial),
      `Q${String(serial).padStart(13, '0')}`,
      memberId,
      String(serial),
      firstDay,
      lastDay,
      today,
      staffId(),
    );
}

/** All that a lookup can see, in a fixed order; points and coupons as they are shown today. */
function everything(): unknown {
  const index = store.raw.prepare('select reading, n from member_reading order by reading, n').all();
  store.raw.exec(
    'create virtual table if not exists temp.gram_list using fts5vocab(main, member_grams, instance)',
  );
  const grams = store.raw.prepare('select term, doc from temp.gram_list order by term, doc').all();
  const rows = store.raw
    .prepare(
      `select n, score, open_complaints, last_visit, visits, phone, phone_reversed, name, name_key, pinyin,
         initials, card_no, member_no, tier, joined_on from member_lookup order by n`,
    )
    .all();
  const ids = store.raw
    .prepare<[], string>('select phone from member_lookup where phone is not null order by n')
    .pluck()
    .all();
  const shown = new LookupIndex(store.raw);
  return { index, grams, rows, shown: ids.map((phone) => shown.find(readQuery(phone), today, 3)) };
}

const day = fc.integer({ min: 0, max: 900 }).map((back) => addDays(businessDate('2026-05-18'), -back));
const act = fc.oneof(
  fc.record({
    kind: fc.constant('bill' as const),
    on: day,
    fen: fc.integer({ min: 0, max: 3 }).map((x) => x * 1000),
  }),
  fc.record({
    kind: fc.constant('refund' as const),
    which: fc.constantFrom('part' as const, 'all' as const, 'undo' as const),
    fen: fc.integer({ min: 0, max: 2 }).map((x) => x * 1000),
    of: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('earn' as const),
    points: fc.integer({ min: 1, max: 500 }),
    days: fc.option(fc.integer({ min: -2, max: 40 })),
  }),
  fc.record({ kind: fc.constant('owe' as const), points: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('complain' as const), closed: fc.boolean() }),
  fc.record({
    kind: fc.constant('coupon' as const),
    begins: fc.integer({ min: -5, max: 30 }),
    lasts: fc.integer({ min: 0, max: 40 }),
  }),
  fc.record({ kind: fc.constant('use' as const), revoke: fc.boolean() }),
  fc.record({
    kind: fc.constant('rename' as const),
    name: fc.constantFrom('吕布', '曾乐', 'Tom', '', '阿依古丽·买买提'),
  }),
  fc.record({ kind: fc.constant('phone' as const), gone: fc.boolean() }),
  fc.record({ kind: fc.constant('card' as const) }),
  fc.record({ kind: fc.constant('void' as const) }),
  fc.record({ kind: fc.constant('days pass' as const), days: fc.integer({ min: 1, max: 20 }) }),
);

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

describe('the lookup row says what the base tables say', () => {
  test('whatever happens, rows kept with each act equal rows made anew', async () => {
    const members: string[] = [];
    const bills = new Map<string, string[]>();
    const step = fc.tuple(fc.nat(2), act);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const trio = insertMembers(
          store.raw,
          [0, 1, 2].map(() => ({ name: '李四', phone: `188${String(next()).padStart(8, '0')}` })),
        );
        members.push(...trio);
        await refresh(trio);
        for (const [at, what] of steps) {
          const id = trio[at] ?? '';
          carryOut(id, what, bills);
          await refresh([id, id]);
        }
        const kept = everything();
        rebuildLookup(store.raw, today);
        expect(kept).toEqual(everything());
      }),
      { numRuns: 30 },
    );
  });

  function carryOut(id: string, what: Act, bills: Map<string, string[]>): void {
    const mine = bills.get(id) ?? [];
    const change = (set: string, ...values: unknown[]) =>
      store.raw.prepare(`update member set ${set} where id = ?`).run(...values, id);
    switch (what.kind) {
      case 'bill':
        bills.set(id, [...mine, ...insertBills(store.raw, [{ memberId: id, on: what.on, fen: what.fen }])]);
        return;
      case 'refund': {
        const bill = mine[what.of];
        if (bill !== undefined) refund(bill, id, what.which, what.fen);
        return;
      }
      case 'earn':
        earn(id, what.points, what.days === null ? null : addDays(today, what.days));
        return;
      case 'owe':
        owe(id, what.points);
        return;
      case 'complain':
        complain(id, what.closed);
        return;
      case 'coupon':
        give(id, addDays(today, what.begins), addDays(today, what.begins + what.lasts));
        return;
      case 'use':
        store.raw
          .prepare("update coupon set state = ? where member_id = ? and state = 'issued'")
          .run(what.revoke ? 'revoked' : 'used', id);
        return;
      case 'rename':
        change("name = ?, external_id = coalesce(external_id, 'x' || n)", what.name);
        return;
      case 'phone':
        change(
          "phone = ?, external_id = coalesce(external_id, 'x' || n)",
          what.gone ? null : `187${String(next()).padStart(8, '0')}`,
        );
        return;
      case 'card':
        change('card_no = ?', `C${next()}`);
        return;
      case 'void':
        change("state = 'void', phone = null");
        return;
      case 'days pass':
        today = addDays(today, what.days);
    }
  }

  test('only the members of an import are made anew after it', () => {
    const raw = store.raw;
    const [other] = insertMembers(raw, [{ name: '旁人', phone: '13600000001' }]) as [string];
    rebuildLookup(raw, today);
    raw
      .prepare(
        `insert into import_batch (id, kind, file_name, file_sha256, reading, state, staff_id, started_at)
         values ('batch', 'members', 'a.csv', '', '{}', 'running', ?, 0)`,
      )
      .run(staffId());
    const [mine] = insertMembers(raw, [{ name: '来人', phone: '13600000002' }]) as [string];
    raw.prepare("update member set import_id = 'batch' where id = ?").run(mine);
    raw.prepare("update member set name = '改了' where id = ?").run(other); // and not refreshed
    rebuildLookup(raw, today, { importId: 'batch' });
    const index = new LookupIndex(raw);
    expect(index.find(readQuery('来人'), today)).toHaveLength(1);
    expect(index.find(readQuery('改了'), today)).toHaveLength(0);
    rebuildLookup(raw, today);
    expect(index.find(readQuery('改了'), today)).toHaveLength(1);
  });

  test('a lapsed lot is never shown, even before the sweep has written its expiry', async () => {
    const [id] = insertMembers(store.raw, [{ name: '过期', phone: '13600000003' }]) as [string];
    earn(id, 300, addDays(today, 5));
    earn(id, 70, addDays(today, 40));
    earn(id, 8, null);
    owe(id, 1);
    await refresh([id]);
    const index = new LookupIndex(store.raw);
    const shown = (on: BusinessDate) => index.find(readQuery('13600000003'), on)[0]?.points;
    expect(shown(today)).toBe(377);
    expect(shown(addDays(today, 5))).toBe(377);
    expect(shown(addDays(today, 6))).toBe(77);
    expect(shown(addDays(today, 41))).toBe(7);
  });

  test('coupons are counted while they can be used, as the days pass', async () => {
    const [id] = insertMembers(store.raw, [{ name: '有券', phone: '13600000005' }]) as [string];
    const index = new LookupIndex(store.raw);
    const shown = (on: BusinessDate) => index.find(readQuery('13600000005'), on)[0]?.usableCoupons;
    await refresh([id]);
    expect(shown(today)).toBe(0);
    give(id, today, addDays(today, 5));
    give(id, addDays(today, 3), addDays(today, 9));
    give(id, addDays(today, -9), addDays(today, -1));
    await refresh([id]);
    const counts = [0, 2, 3, 5, 6, 9, 10].map((days) => shown(addDays(today, days)));
    expect(counts).toEqual([1, 1, 2, 2, 1, 1, 0]);
  });

  test('a bill that went back as a whole is no visit', async () => {
    const [id] = insertMembers(store.raw, [{ name: '退货', phone: '13600000004' }]) as [string];
    const [first, second, third] = insertBills(store.raw, [
      { memberId: id, on: '2026-01-01', fen: 1000 },
      { memberId: id, on: '2026-02-01', fen: 1000 },
      { memberId: id, on: '2026-03-01', fen: 1000 },
    ]) as [string, string, string];
    const index = new LookupIndex(store.raw);
    const shown = async () => {
      await refresh([id]);
      const [hit] = index.find(readQuery('13600000004'), today);
      return [hit?.visits, hit?.lastVisitOn];
    };
    expect(await shown()).toEqual([3, '2026-03-01']);
    refund(third, id, 'undo', 1000);
    expect(await shown()).toEqual([2, '2026-02-01']);
    refund(second, id, 'part', 400);
    expect(await shown()).toEqual([2, '2026-02-01']);
    refund(second, id, 'part', 600);
    expect(await shown()).toEqual([1, '2026-01-01']);
    refund(first, id, 'all', 1000);
    expect(await shown()).toEqual([0, null]);
  });
});

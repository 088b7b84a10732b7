import { fen, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLACES, STAYS } from '../../../db/rights/moved';
import { aShop, type TestShop } from '../../support/shop';
import { agreesToOffers } from '../care/made-tasks';
import { aPerson, buys, CANARY, value } from './a-person';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const DAYS_31 = 31;
const merge = async (oneId: string, otherId: string, phoneOf: string | null = null) =>
  value(await shop.client.rights.merge(shop.request(), { oneId, otherId, phoneOf }));
const undo = (mergeId: string) => shop.client.rights.undoMerge(shop.request(), { mergeId });
const card = async (memberId: string) => {
  const found = await shop.client.members.card({ memberId });
  if (found === null) throw new Error('nobody there');
  return found;
};
const all = <Row>(sql: string, ...values: unknown[]) =>
  shop
    .raw()
    .prepare<unknown[], Row>(sql)
    .all(...values);

/** Every row that names a member, by table; what a merge writes of itself and when it was last touched are left out. */
function rowsOf(): Map<string, string[]> {
  const tables = [
    ...new Set([
      ...PLACES.map(({ table }) => table),
      'member_tag',
      'member_profile',
      'member_interest',
      'member_lookup',
    ]),
  ];
  const shown = (row: Record<string, unknown>) => JSON.stringify(row);
  return new Map(
    tables.map((table) => [table, all<Record<string, unknown>>(`select * from ${table}`).map(shown).sort()]),
  );
}

/** The laws of the ledger, of every member. */
function expectSoundLedgers(): void {
  const wrong = all(`
    select m.id from member m
    where (select coalesce(sum(points), 0) from points_entry where member_id = m.id)
       <> (select coalesce(sum(remaining), 0) from points_lot where member_id = m.id)
          - coalesce((select owed from points_debt where member_id = m.id), 0)
    union all select id from points_lot l where remaining <> (select coalesce(sum(points), 0) from points_move where lot_id = l.id)
    union all select id from points_entry e where points <> (select coalesce(sum(points), 0) from points_move where entry_id = e.id)
    union all select member_id from points_debt d where owed > 0
      and exists (select 1 from points_lot l where l.member_id = d.member_id and l.remaining > 0)`);
  expect(wrong).toEqual([]);
}

async function two(): Promise<{ older: string; newer: string }> {
  const older = await shop.member('欧阳', { phone: '13700001111', points: 300 });
  await buys(shop, older, fen(80_00));
  const { memberId: newer } = await aPerson(shop);
  return { older, newer };
}

describe('rules, Merge: two records of one person', () => {
  it('become the older one, with everything of both', async () => {
    const { older, newer } = await two();
    const [one, other] = [await card(older), await card(newer)];
    const { memberId } = await merge(newer, older);
    expect(memberId).toBe(older);
    const both = await card(older);
    expect(both).toMatchObject({
      memberNo: one.memberNo,
      name: '欧阳',
      phone: CANARY.phone,
      cardNo: CANARY.card,
      points: one.points + other.points,
      visits: one.visits + other.visits,
      spent: one.spent + other.spent,
      tags: [CANARY.tag],
      note: CANARY.note,
    });
    expect(both.openComplaints).toHaveLength(other.openComplaints.length);
    expect(await shop.client.members.card({ memberId: newer })).toBeNull();
    expectSoundLedgers();
  });

  it('leave the old card and the old number leading to who is left', async () => {
    const older = await shop.member('欧阳', { phone: '13700001111' });
    const { memberId: newer } = await aPerson(shop);
    const { memberNo } = await card(newer);
    await merge(older, newer, older);
    for (const text of [memberNo, CANARY.card]) {
      const { rows } = await shop.client.members.lookup({ text });
      expect(rows.map(({ id }) => id)).toEqual([older]);
    }
    expect((await card(older)).phone).toBe('13700001111');
  });

  it('S28 hear no offer once either of them has said no', async () => {
    const { older, newer } = await two();
    await agreesToOffers(shop, older);
    const { request } = shop;
    const no = {
      memberId: newer,
      purpose: 'marketing',
      action: 'withdrawn',
      textVersion: '2026-11',
      channel: 'phone',
    } as const;
    value(await shop.client.members.recordConsent(request(), no));
    await agreesToOffers(shop, older);
    expect((await card(older)).consent.marketing).toBe(true);
    const { mergeId } = await merge(older, newer);
    expect((await card(older)).consent.marketing).toBe(false);
    value(await undo(mergeId));
    expect((await card(older)).consent.marketing).toBe(true);
    expect((await card(newer)).consent.marketing).toBe(false);
  });

  it('have the better level of the two, or the one that their bills reach together', async () => {
    const older = await shop.member('一半');
    const newer = await shop.member('另一半');
    for (const id of [older, newer]) await buys(shop, id, fen(600_00));
    const before = [await card(older), await card(newer)].map(({ tier }) => tier);
    const { mergeId } = await merge(older, newer);
    const together = (await card(older)).tier;
    const alone = await shop.member('一个人');
    for (let bill = 0; bill < 2; bill++) await buys(shop, alone, fen(600_00));
    expect(together).toBe((await card(alone)).tier);
    value(await undo(mergeId));
    expect([await card(older), await card(newer)].map(({ tier }) => tier)).toEqual(before);
  });

  it('pay with what the one holds what the other owes', async () => {
    const { older, newer } = await two();
    const debtor = await shop.member('欠分');
    const bill = await buys(shop, debtor, fen(100_00));
    await buys(shop, debtor, fen(2_00), points(100));
    const ask = {
      purchaseId: bill.purchaseId,
      amount: fen(100_00),
      shortfall: 'debt',
      reason: '退货',
    } as const;
    value(await shop.client.purchases.refund(shop.request(), ask));
    expect((await card(debtor)).debt).toBeGreaterThan(0);
    await merge(older, debtor);
    await merge(older, newer);
    expectSoundLedgers();
  });

  it('refuse the same record twice, and one that is gone', async () => {
    const { older, newer } = await two();
    const ask = (oneId: string, otherId: string) =>
      shop.client.rights.merge(shop.request(), { oneId, otherId, phoneOf: null });
    expect(await ask(older, older)).toMatchObject({ refusal: { code: 'same_member' } });
    await merge(older, newer);
    expect(await ask(older, newer)).toMatchObject({ refusal: { code: 'members_not_found' } });
  });
});

describe('a merge that is undone', () => {
  it('is as if it had not been, row by row', async () => {
    const { older, newer } = await two();
    const before = rowsOf();
    const { mergeId } = await merge(older, newer);
    expect(rowsOf()).not.toEqual(before);
    value(await undo(mergeId));
    expect(rowsOf()).toEqual(before);
    expectSoundLedgers();
  });

  it.each([
    ['nothing', 0],
    ['a few points', 100],
    ['nearly all points', 900],
  ])('after %s were spent since leaves each with what was theirs', async (_how, spent) => {
    const { older, newer } = await two();
    const [one, other] = [await card(older), await card(newer)];
    const { mergeId } = await merge(older, newer);
    if (spent > 0) await buys(shop, older, fen(200_00), points(spent));
    const since = (await card(older)).points - one.points - other.points;
    value(await undo(mergeId));
    expectSoundLedgers();
    expect((await card(newer)).points).toBe(other.points);
    expect((await card(older)).points).toBe(one.points + since);
  });

  it('keeps what somebody has changed since', async () => {
    const { older, newer } = await two();
    const { mergeId } = await merge(older, newer, older);
    const { request } = shop;
    const now = await card(older);
    value(
      await shop.client.members.change(request(), {
        ...{
          memberId: older,
          name: '欧阳改',
          phone: now.phone ?? '',
          phoneShared: false,
          cardNo: now.cardNo ?? '',
        },
        ...{
          birthday: now.birthday,
          gender: now.gender,
          source: now.source,
          referrerId: null,
          tags: now.tags,
          note: now.note,
        },
      }),
    );
    value(await undo(mergeId));
    expect(await card(older)).toMatchObject({ name: '欧阳改', cardNo: null, tags: [], note: '' });
  });

  it('has 30 days, and its order', async () => {
    const { older, newer } = await two();
    const oldest = older;
    const third = await shop.member('又一张卡', { points: 10 });
    const first = await merge(newer, third);
    const second = await merge(oldest, newer);
    expect(await undo(first.mergeId)).toMatchObject({ refusal: { code: 'merged_on' } });
    value(await undo(second.mergeId));
    value(await undo(first.mergeId));
    expect(await undo(first.mergeId)).toMatchObject({ refusal: { code: 'merge_gone' } });
    const again = await merge(newer, third);
    shop.clock.advanceDays(DAYS_31);
    expect(await undo(again.mergeId)).toMatchObject({ refusal: { code: 'too_late' } });
    expectSoundLedgers();
  });
});

describe('the lists of what moves and what stays', () => {
  it('name every column of the schema that names a member', () => {
    const named = all<{ place: string }>(`
      select s.name || '.' || f."from" as place from sqlite_schema s join pragma_foreign_key_list(s.name) f
      where s.type = 'table' and f."table" = 'member' and f."to" = 'id'`).map(({ place }) => place);
    const listed = [...PLACES.map(({ table, column }) => `${table}.${column}`), ...Object.keys(STAYS)];
    expect(named.toSorted()).toEqual(listed.toSorted());
  });
});

import { rebuildLookup } from '@db/members/lookup-rows';
import { addDays } from '@domain/calendar/business-day';
import { RULE_OF_WARNED } from '@domain/insights/rules-of';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf, insertBills, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { INSIGHT_HERE } from '../../support/work-here';

const TODAY = businessDate('2026-05-18');
const ago = (days: number) => addDays(TODAY, -days);
let shop: TestShop;
let ids: string[];
beforeEach(async () => {
  shop = await aShop(INSIGHT_HERE);
  ids = insertMembers(
    shop.raw(),
    ['张三', '李四', '王五', '赵六', '周七'].map((name) => ({
      ...{ name, phone: null, joinedOn: ago(400) },
    })),
  );
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

const bought = (at: number, days: readonly number[], fen = 5000) =>
  insertBills(
    shop.raw(),
    days.map((back) => ({ memberId: ids[at] ?? '', on: ago(back), fen })),
  );
async function run(): Promise<void> {
  rebuildLookup(shop.raw(), TODAY);
  await shop.client.insights.run({});
  await shop.main.app.insightRuns.settled();
}
const ofMember = (at: number) => shop.client.insights.ofMember({ memberId: ids[at] ?? '' });
const every = (days: number, times: number, last: number) =>
  Array.from({ length: times }, (_, at) => last + at * days).reverse();

describe('insight of one member', () => {
  it('S13 says frequency, average ticket and money so far as of this moment, before there was any run', async () => {
    bought(0, [59, 29, 0], 6000);
    rebuildLookup(shop.raw(), TODAY);
    expect(await ofMember(0)).toEqual({
      ...{ class: 'B', memberDays: 400, visits: 3, spent: 18_000, averageTicket: 6000, visitsPerMonth: 1.5 },
      ...{ lastOn: TODAY, silentDays: 0, brought: 0, broughtBuyers: 0, run: null },
    });
  });

  it('S13 says what the last run says of them: value, stage, expectation, habit', async () => {
    bought(0, every(10, 12, 3), 9000);
    bought(1, [300]);
    await run();
    expect((await ofMember(0))?.run).toMatchObject({
      ...{ asOf: TODAY, classBefore: 'A', value: 'high', relation: 'old', usualGap: 10, warned: false },
      ...{ traits: ['loyalty', 'buying_power'], base: false, alivePerMille: null, expectedMoney: null },
      rfm: { group: 'important_value' },
    });
    expect((await ofMember(1))?.run).toMatchObject({ stage: 'lost', relation: 'lost' });
  });

  it('S01 judges the class anew with every sale, a bill that went back left out', async () => {
    const [bill] = bought(0, [20, 10, 0]);
    await run();
    expect((await ofMember(0))?.class).toBe('A');
    shop
      .raw()
      .exec(`insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at,
        business_date, staff_id) select 'r', id, member_id, 'all', 5000, 5000, '', 0, business_date, staff_id
        from purchase where id = '${bill}'`);
    expect(await ofMember(0)).toMatchObject({
      ...{ class: 'B', visits: 2, spent: 10_000, averageTicket: 5000 },
      visitsPerMonth: 5.5, // two in the 11 days up to today
    });
  });

  it('S38 counts whom they brought, and who of them has bought', async () => {
    shop.raw().exec(`update member set referrer_id = '${ids[0]}' where n in (2, 3)`);
    bought(1, [5]);
    rebuildLookup(shop.raw(), TODAY);
    expect(await ofMember(0)).toMatchObject({ brought: 2, broughtBuyers: 1, visits: 0, averageTicket: null });
  });

  it('knows nothing of who is no member', async () => {
    expect(await shop.client.insights.ofMember({ memberId: idOf(9, 9) })).toBeNull();
  });
});

describe('warnings', () => {
  const warnings = (offset = 0, limit = 10) => shop.client.insights.warnings({ offset, limit });

  it('S18 name valuable members who stay away for longer than is usual with them, with both numbers', async () => {
    bought(0, every(9, 10, 31), 9000);
    bought(1, every(9, 10, 3), 8000);
    await run();
    expect(await warnings()).toMatchObject({
      total: 1,
      rows: [{ name: '张三', usualGap: 9, silentDays: 31, lastOn: ago(31), yearMoney: 90_000, taskId: null }],
    });
  });

  it('S18 put the most valuable first, page by page', async () => {
    shop.raw().exec("update member set tier = 'loyal'");
    for (const at of [0, 1, 2, 3]) bought(at, every(9, 10, 31), 1000 * (at + 1));
    await run();
    const names = async (offset: number) => (await warnings(offset, 2)).rows.map(({ name }) => name);
    expect([await names(0), await names(2)]).toEqual([
      ['赵六', '王五'],
      ['李四', '张三'],
    ]);
  });

  it('S18 leave out whoever has come since the run, and know of an open task', async () => {
    shop.raw().exec("update member set tier = 'loyal'");
    for (const at of [0, 1]) bought(at, every(9, 10, 31));
    await run();
    bought(0, [0]);
    rebuildLookup(shop.raw(), TODAY);
    // The list behind the number leaves them out as well.
    const rule = RULE_OF_WARNED;
    const { total, rows } = await shop.client.segments.members({ rule, order: 'rank', offset: 0, limit: 10 });
    expect([total, rows.map(({ name }) => name)]).toEqual([1, ['李四']]);
    shop
      .raw()
      .exec(`insert into care_task (id, member_id, kind, occasion, content, due_on, last_day, rule_version, made_on, made_at,
        staff_id) select '${idOf(8, 1)}', '${ids[1]}', 'churn', 'x', 'service', '${TODAY}', '${TODAY}', 1, '${TODAY}', 0, id from staff`);
    expect(await warnings()).toMatchObject({ total: 1, rows: [{ name: '李四', taskId: idOf(8, 1) }] });
  });
});

import { setImmediate as nextTurn } from 'node:timers/promises';
import { contract } from '@contract/index';
import { rebuildLookup } from '@db/members/lookup-rows';
import { EVERYBODY } from '@domain/segments/segment';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../support/client';
import { crowd, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { addTemplates, bill, changeRules, give, off, sell, template } from './shop-with-coupons';

const MANY = 2000;
/** So many of them go to the till: each twice, once in either window. */
const REDEEMED = 500;
const CAMPAIGN = template('autumn', { name: '秋日券', trigger: 'campaign' });

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(HERE);
  await addTemplates(shop, CAMPAIGN);
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

function members(size: number): string[] {
  const ids = insertMembers(shop.raw(), crowd(size));
  rebuildLookup(shop.raw(), businessDate('2026-05-18'));
  shop.main.app.session.shop().lookup.reload();
  return ids;
}
const preview = () => shop.client.coupons.previewBatch({ templateId: 'autumn', rule: EVERYBODY });
const asked = async (expectedMembers: number, templateId = 'autumn') => {
  const { ruleVersion } = await preview();
  return { templateId, rule: EVERYBODY, segmentId: null, expectedMembers, ruleVersion };
};
const start = async (expectedMembers: number, templateId?: string) =>
  shop.client.coupons.startBatch(shop.request(), await asked(expectedMembers, templateId));
const count = (sql: string) => shop.raw().prepare<[], number>(`select count(*) from ${sql}`).pluck().get();
const settled = () => shop.main.app.work.settled();
const changeTemplate = (change: object) =>
  changeRules(shop, (rules) => ({
    ...rules,
    coupons: {
      ...rules.coupons,
      templates: rules.coupons.templates.map((each) =>
        each.id === 'autumn' ? { ...each, ...change } : each,
      ),
    },
  }));

describe('a campaign to a segment', () => {
  it('shows count and cost before anything is issued', async () => {
    members(20);
    expect(await preview()).toMatchObject({
      members: 20,
      reachable: 0,
      worthEach: 800,
      mostCost: 16_000,
      firstDay: '2026-05-18',
      lastDay: '2026-05-31',
    });
    expect(count('coupon')).toBe(0);
  });

  it('cannot say what a percentage without a cap costs, and says so', async () => {
    members(20);
    await changeTemplate({ terms: { kind: 'percent', percentOff: 20, cap: null, threshold: 0 } });
    expect(await preview()).toMatchObject({
      members: 20,
      worthEach: null,
      mostCost: null,
    });
  });

  it('is refused for nobody, for others than were shown, to a cashier, and from a template that is not there for it', async () => {
    expect(await start(0)).toMatchObject({ refusal: { code: 'nobody' } });
    members(3);
    expect(await start(2)).toMatchObject({ refusal: { code: 'members_changed', params: { members: 3 } } });
    expect(await start(3, 'win-back')).toMatchObject({ refusal: { code: 'template_gone' } });
    await changeTemplate({ validity: { kind: 'range', from: '2026-05-01', to: '2026-05-20' } });
    shop.clock.advanceDays(3);
    expect(await start(3)).toMatchObject({
      refusal: { code: 'template_over', params: { lastDay: '2026-05-20' } },
    });
    await shop.as('cashier');
    await expect(start(3)).rejects.toMatchObject({ denial: { code: 'approval_needed', role: 'manager' } });
    expect(count('coupon_batch')).toBe(0);
  });

  it('is refused under other rules than those that told its cost', async () => {
    members(3);
    const told = await asked(3);
    await changeTemplate({ terms: off(80_000) });
    const confirm = () => shop.client.coupons.startBatch(shop.request(), told);
    expect(await confirm()).toMatchObject({ refusal: { code: 'rules_changed' } });
    expect(count('coupon_batch')).toBe(0);
    expect(await start(3)).toMatchObject({ ok: true });
  });

  it('keeps the coupon that was confirmed, though its template is switched off and a member erased meanwhile', async () => {
    const last = members(1000).toSorted().at(-1);
    await start(1000);
    shop.raw().prepare("update member set state = 'erased' where id = ?").run(last);
    await changeTemplate({ active: false, terms: off(1) });
    await settled();
    expect(count('coupon where off_fen = 800')).toBe(999);
    expect(count(`coupon where member_id = '${last}'`)).toBe(0);
    expect(await shop.client.coupons.batches({})).toMatchObject([
      { state: 'done', members: 1000, issued: 999 },
    ]);
  });

  it('is issued once, however often it is confirmed by the same request', async () => {
    members(30);
    const request = shop.request();
    const first = await shop.client.coupons.startBatch(request, await asked(30));
    expect(await shop.client.coupons.startBatch(request, await asked(30))).toEqual(first);
    await settled();
    expect(count('coupon')).toBe(30);
    expect(await shop.client.coupons.batches({})).toMatchObject([
      { name: '秋日券', state: 'done', members: 30, issued: 30, used: 0, lastDay: '2026-05-31' },
    ]);
  });

  it('lets the counter sell between its slices', async () => {
    const [someone = ''] = members(2000);
    await start(2000);
    const { purchaseId } = await sell(shop, someone, 3000);
    const [batch] = await shop.client.coupons.batches({});
    expect(purchaseId).not.toBe('');
    expect(batch?.state).toBe('running');
    expect(batch?.issued).toBeLessThan(2000);
    await settled();
    expect(count('coupon where batch_id is not null')).toBe(2000);
  });

  it('goes on when the store is opened again, with the terms it was confirmed with, and issues none twice', async () => {
    members(1500);
    await start(1500);
    while (count('coupon') === 0) await nextTurn();
    await shop.client.settings.retryStore({}); // closed in the midst of it, and opened
    const reached = count('coupon') ?? 0;
    expect(reached).toBeGreaterThan(0);
    expect(reached).toBeLessThan(1500);
    await settled();
    expect(count('coupon')).toBe(1500);
    expect(count('(select distinct member_id from coupon)')).toBe(1500);
    expect(count("coupon_event where kind = 'issued'")).toBe(1500);
    expect(count('member_lookup where usable_coupons = 1')).toBe(1500);
    expect(await shop.client.coupons.batches({})).toMatchObject([{ state: 'done', issued: 1500 }]);
  });

  it('ends without coupons that nobody could use any more', async () => {
    members(1500);
    await start(1500);
    await shop.main.stop();
    shop.clock.advanceDays(14);
    await shop.main.start();
    await settled();
    expect(count('coupon')).toBeLessThan(1500);
    expect(await shop.client.coupons.batches({})).toMatchObject([{ state: 'done' }]);
  });
});

/** Neighbours in turn, or the second of each pair first: two windows meet at every pair. */
const inPairs = (ids: readonly string[], turned: boolean): string[] =>
  ids.map((id, index) => (turned ? (ids[index ^ 1] ?? id) : id));

describe('S52 a campaign to 2,000 members', () => {
  it('issued, then redeemed under two windows at once: every coupon is used exactly once', async ({
    annotate,
  }) => {
    const ids = members(MANY);
    const begun = performance.now();
    await start(MANY);
    await settled();
    const issuedIn = performance.now() - begun;
    const coupons = new Map(
      shop.raw().prepare<[], [string, string]>('select member_id, id from coupon').raw().all(),
    );
    expect(coupons.size).toBe(MANY);

    const windows = [shop.client, createClient(contract, shop.main.route)];
    const redeeming = performance.now();
    const sold = await Promise.all(
      windows.map(async (window, place) => {
        const outcomes = { sold: 0, coupon_used: 0 };
        for (const memberId of inPairs(ids.slice(0, REDEEMED), place === 1)) {
          const asking = bill(memberId, 3000, [coupons.get(memberId) ?? '']);
          const outcome = await window.purchases.record(shop.request(), asking);
          if (outcome.ok) outcomes.sold += 1;
          else if (outcome.refusal.code === 'coupon_used') outcomes.coupon_used += 1;
          else throw new Error(outcome.refusal.code);
        }
        return outcomes;
      }),
    );
    const redeemedIn = performance.now() - redeeming;

    const [one, two] = sold;
    expect((one?.sold ?? 0) + (two?.sold ?? 0)).toBe(REDEEMED);
    expect((one?.coupon_used ?? 0) + (two?.coupon_used ?? 0)).toBe(REDEEMED);
    expect(Math.min(one?.sold ?? 0, two?.sold ?? 0)).toBeGreaterThan(0); // they were after the same ones
    expect(count('purchase')).toBe(REDEEMED);
    expect(count('purchase where discount_fen = 800 and paid_fen = 2200')).toBe(REDEEMED);
    expect(
      count("(select distinct used_on_sale from coupon where state = 'used' and batch_id is not null)"),
    ).toBe(REDEEMED);
    expect(
      count(
        "(select coupon_id from coupon_event where kind = 'used' group by coupon_id having count(*) = 1)",
      ),
    ).toBe(REDEEMED);
    expect(count("coupon_event where kind = 'used'")).toBe(REDEEMED);
    expect(await shop.client.coupons.batches({})).toMatchObject([{ issued: MANY, used: REDEEMED }]);
    await annotate(
      `issued ${MANY} in ${Math.round(issuedIn)} ms; two windows redeemed ${one?.sold} and ${two?.sold}, ` +
        `refused ${one?.coupon_used} and ${two?.coupon_used}, in ${Math.round(redeemedIn)} ms`,
    );
  }, 300_000);

  it('of two bills at once with the same coupon one is refused, and nothing of it is written', async () => {
    const [zhang = ''] = members(1);
    await addTemplates(shop, template('hand', { terms: off(500) }));
    const { couponId } = await give(shop, zhang, 'hand');
    const both = await Promise.all(
      [1, 2].map(() => shop.client.purchases.record(shop.request(), bill(zhang, 3000, [couponId]))),
    );
    expect(both.map((outcome) => (outcome.ok ? 'sold' : outcome.refusal.code)).sort()).toEqual([
      'coupon_used',
      'sold',
    ]);
    expect(count('purchase')).toBe(1);
    expect(count('points_entry')).toBe(1);
  });
});

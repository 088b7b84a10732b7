import { DeniedError } from '@contract/calling';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { businessDate, fen, instant, points } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

/** Noon of 18 May 2026 in Shanghai, unless the clock is set. */
let shop: TestShop;
let zhang: string;
beforeEach(async () => {
  shop = await aShop();
  zhang = await shop.member('张三');
});
afterEach(() => shop.close());

const earning = (perFen: number, rules: ShopRules = DEFAULT_RULES): ShopRules => ({
  ...rules,
  points: { ...rules.points, earn: { points: points(1), perFen: fen(perFen) } },
});

async function change(rules: ShopRules, from: string | null = null) {
  const { latest } = await shop.client.settings.rules({});
  const effectiveFrom = from === null ? null : businessDate(from);
  return shop.client.settings.changeRules(shop.request(), { basedOn: latest, rules, effectiveFrom });
}

/** Points that a bill of 100 yuan earns now, and the version of the rules that its entry carries. */
async function sale() {
  const recorded = await shop.client.purchases.record(shop.request(), {
    memberId: zhang,
    gross: fen(100_00),
    receiptNo: '',
    items: [],
    redeem: points(0),
  });
  if (!recorded.ok) throw new Error(recorded.refusal.code);
  return shop
    .raw()
    .prepare(
      "select points, rule_version as version from points_entry where kind = 'earn' order by seq desc limit 1",
    )
    .get();
}
/** The store’s own row is read when it is opened. */
async function reopen(): Promise<void> {
  await shop.main.stop();
  await shop.main.start();
}
const setClock = (iso: string) => {
  shop.clock.now = instant(Date.parse(iso));
};

describe('a change of the rules', () => {
  it('holds at once, and never rewrites what was earned before', async () => {
    expect(await sale()).toEqual({ points: 100, version: 1 });
    expect(await change(earning(200))).toEqual({ ok: true, value: { version: 2 } });
    expect(await sale()).toEqual({ points: 50, version: 2 });
    expect(
      shop.raw().prepare('select points, rule_version as version from points_entry order by seq').all(),
    ).toEqual([
      { points: 100, version: 1 },
      { points: 50, version: 2 },
    ]);
    expect(shop.reported).toEqual([]);
  });

  it('planned for a day takes effect when the day begins in the store’s zone, at its hour', async () => {
    shop.raw().exec('update store set day_start_hour = 5');
    await reopen(); // a bar: the day begins at five
    await change(earning(200), '2026-05-20');
    setClock('2026-05-19T20:59:00Z'); // 04:59 on the 20th in Shanghai: still the 19th of the bar
    expect(await sale()).toEqual({ points: 100, version: 1 });
    expect(await shop.client.settings.rules({})).toMatchObject({ version: 1, planned: [{ version: 2 }] });
    setClock('2026-05-19T21:00:00Z');
    expect(await sale()).toEqual({ points: 50, version: 2 });
    expect(await shop.client.settings.rules({})).toMatchObject({ version: 2, planned: [] });
  });

  it('carries a plan along, so that its day does not undo it', async () => {
    await change(earning(200), '2026-06-01');
    const now = { ...DEFAULT_RULES, points: { ...DEFAULT_RULES.points, redeemMaxPercent: 30 } };
    expect(await change(now)).toEqual({ ok: true, value: { version: 4 } });
    const { version, rules, planned, latest } = await shop.client.settings.rules({});
    expect([version, rules.points.redeemMaxPercent, latest]).toEqual([3, 30, 4]);
    expect(planned.map((plan) => [plan.version, plan.effectiveFrom, plan.rules])).toEqual([
      [4, '2026-06-01', earning(200, now)],
    ]);
  });

  it('is refused on a day that is over, or made from rules that are no longer the newest', async () => {
    expect(await change(earning(200), '2026-05-17')).toMatchObject({
      ok: false,
      refusal: { code: 'effective_in_past' },
    });
    await change(earning(200), '2026-06-01');
    expect(
      await shop.client.settings.changeRules(shop.request(), {
        basedOn: 1,
        rules: earning(300),
        effectiveFrom: null,
      }),
    ).toMatchObject({ ok: false, refusal: { code: 'changed_meanwhile' } });
  });

  it('is refused with the rule that no bill could follow, and writes nothing', async () => {
    expect(await change(earning(0))).toMatchObject({
      ok: false,
      refusal: { code: 'invalid_rule', params: { rule: 'earn_rate', at: 'points.earn.perFen' } },
    });
    expect((await shop.client.settings.rules({})).latest).toBe(1);
  });

  it('is the owner’s', async () => {
    await shop.as('manager');
    await expect(change(earning(200))).rejects.toEqual(
      new DeniedError({ code: 'approval_needed', role: 'owner' }),
    );
  });
});

describe('the history of the rules', () => {
  it('tells newest first who changed what, when, and from when', async () => {
    await change(earning(200));
    shop.clock.advanceDays(1);
    await change(earning(300), '2026-06-01');
    expect(await shop.client.settings.ruleHistory({})).toMatchObject([
      {
        version: 3,
        state: 'planned',
        effectiveFrom: '2026-06-01',
        madeAt: shop.clock.now,
        changes: [{ path: 'points.earn.perFen', before: '200', after: '300' }],
      },
      {
        version: 2,
        state: 'in_force',
        effectiveFrom: '2026-05-18',
        changes: [{ path: 'points.earn.perFen', before: '100', after: '200' }],
      },
      { version: 1, state: 'first', changes: [] },
    ]);
  });

  it('a plan is withdrawn by the rules before it; it is no plan any more, and the history keeps it', async () => {
    await change(earning(200), '2026-06-01');
    await change(DEFAULT_RULES, '2026-06-01');
    expect((await shop.client.settings.rules({})).planned).toEqual([]);
    const history = await shop.client.settings.ruleHistory({});
    expect(history.map(({ version, state, changes }) => [version, state, changes.length])).toEqual([
      [3, 'planned', 0],
      [2, 'withdrawn', 1],
      [1, 'in_force', 0],
    ]);
    setClock('2026-06-01T04:00:00Z');
    expect(await sale()).toEqual({ points: 100, version: 3 });
  });
});

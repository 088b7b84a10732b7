import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { businessDate, instant } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { logged, MOULD } from '../complaints/logging';

const HOUR = 3_600_000;

/** Noon of Monday 18 May 2026 in Shanghai; the change holds from Wednesday. */
const WEDNESDAY = businessDate('2026-05-20');
let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});
afterEach(() => shop.close());

async function fromWednesday(rules: ShopRules) {
  return shop.client.settings.changeRules(shop.request(), { basedOn: 1, rules, effectiveFrom: WEDNESDAY });
}
const toWednesday = () => {
  shop.clock.now = instant(Date.parse('2026-05-20T04:00:00Z'));
};
/** The paths that the newest version has changed. */
const lastChanges = async () =>
  (await shop.client.settings.ruleHistory({}))[0]?.changes.map(({ path }) => path);

describe('the rules of the service desk hold from their day on', () => {
  it('S58 how often a member is contacted', async () => {
    const memberId = await shop.member('张三');
    const allowed = async () => (await shop.client.care.ofMember({ memberId })).budget.allowed;
    const { care } = DEFAULT_RULES;
    await fromWednesday({ ...DEFAULT_RULES, care: { ...care, budget: { ...care.budget, perMonth: 4 } } });
    expect(await allowed()).toBe(2);
    toWednesday();
    expect(await allowed()).toBe(4);
    expect(await lastChanges()).toEqual(['care.budget.perMonth']);
  });

  it('S72 what a complaint may be about', async () => {
    const { complaints } = DEFAULT_RULES;
    const reasons = [
      ...complaints.reasons.map((leaf) => (leaf.id === 'goods_spoiled' ? { ...leaf, active: false } : leaf)),
      { id: 'short-weight', group: 'goods' as const, name: '分量不足', active: true },
    ];
    await fromWednesday({ ...DEFAULT_RULES, complaints: { ...complaints, reasons } });
    const log = async (reason: string) => {
      const outcome = await shop.client.complaints.log(shop.request(), { ...MOULD, reason });
      return outcome.ok ? 'logged' : outcome.refusal.code;
    };
    expect([await log('goods_spoiled'), await log('short-weight')]).toEqual(['logged', 'reason_gone']);
    toWednesday();
    expect([await log('goods_spoiled'), await log('short-weight')]).toEqual(['reason_gone', 'logged']);
    expect(await lastChanges()).toEqual([
      'complaints.reasons.goods_spoiled',
      'complaints.reasons.short-weight',
    ]);
  });

  it('S69 the hours that the clocks count; a complaint of before keeps its due times', async () => {
    const before = await logged(shop);
    const [, ...week] = DEFAULT_RULES.hours.weekly;
    await fromWednesday({
      ...DEFAULT_RULES,
      complaints: { ...DEFAULT_RULES.complaints, storeHours: true },
      hours: { weekly: [null, ...week], closedDates: [businessDate('2026-05-21')] },
    });
    toWednesday();
    const noon = shop.clock.now;
    // Nine hours are left of Wednesday, Thursday is closed, twelve go on Friday, three on Saturday from 9:00.
    expect((await logged(shop)).responseDueAt).toBe(noon + 72 * HOUR);
    const kept = await shop.client.complaints.detail({ complaintId: before.complaintId });
    expect(kept?.responseDueAt).toBe(before.responseDueAt);
    expect(await lastChanges()).toEqual(['complaints.storeHours', 'hours.weekly', 'hours.closedDates']);
  });

  it('a reason that was in use is not taken away, and a script that sells where it must not is refused', async () => {
    const [, ...reasons] = DEFAULT_RULES.complaints.reasons;
    expect(
      await fromWednesday({ ...DEFAULT_RULES, complaints: { ...DEFAULT_RULES.complaints, reasons } }),
    ).toMatchObject({ refusal: { code: 'invalid_rule', params: { rule: 'reason_removed' } } });
    const scripts = DEFAULT_RULES.care.scripts.map((script) => ({ ...script, content: 'offer' as const }));
    expect(await fromWednesday({ ...DEFAULT_RULES, care: { ...DEFAULT_RULES.care, scripts } })).toMatchObject(
      {
        refusal: { params: { rule: 'script_sells', at: 'care.scripts.first-purchase.content' } },
      },
    );
    expect((await shop.client.settings.rules({})).latest).toBe(1);
  });
});

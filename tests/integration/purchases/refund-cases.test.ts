import type { RefundEffect } from '@contract/purchases';
import { afterEach, describe, expect, it } from 'vitest';
import { brokenLaws } from '../ledger/laws-in-sql';
import { COUPON_CASES } from './coupon-cases';
import { POINTS_CASES } from './points-cases';
import { NOTHING, type Outcome, type RefundCase } from './refund-case';
import { FRIEND, OWN, Story } from './story';
import { TIER_CASES } from './tier-cases';

/**
 * Worked refunds by name, each on a real main: what the screen foretells, what happens, and how the
 * member stands afterwards. Source: rules "Points", "Tiers", "Coupons", refund.
 */
let story: Story;
afterEach(async () => {
  expect(brokenLaws(story.shop.raw())).toEqual([]);
  expect(story.shop.reported).toEqual([]);
  await story.shop.close();
});

describe('a refund', () => {
  const cases = [...POINTS_CASES, ...COUPON_CASES, ...TIER_CASES];
  it.each(cases.map((told) => [told.name, told] as const))('%s', async (_name, told) => {
    await tell(told);
    const outcome = await refunded(told);
    if ('refused' in told.gives) expect(outcome).toEqual({ refused: told.gives.refused });
    else expect(outcome).toEqual({ ...NOTHING, ...told.gives });
  });
});

async function tell({ rules = {}, brings = [], member = {}, history }: RefundCase): Promise<void> {
  story = await Story.begin(rules, brings);
  const { bornToday = false, sentByFriend = false } = member;
  await story.signUp(FRIEND);
  await story.signUp(OWN, sentByFriend ? { sentBy: FRIEND } : { bornToday });
  for (const step of history) await step(story);
}

async function refunded({ refund }: RefundCase): Promise<Outcome | { refused: string }> {
  if ('undo' in refund) {
    const undone = await story.undo(refund.undo);
    return undone.ok ? outcomeOf(undone.value.effect) : { refused: undone.refusal.code };
  }
  const { foretold, refunded: done } = await story.refund(refund);
  if (!done.ok) {
    expect(foretold).toEqual({ possible: false, code: done.refusal.code });
    return { refused: done.refusal.code };
  }
  expect(foretold).toEqual({ possible: true, effect: done.value.effect });
  return outcomeOf(done.value.effect);
}

async function outcomeOf(effect: RefundEffect): Promise<Outcome> {
  const { restored, lapsed, revoked, kept } = effect.coupons;
  const { tier: level, until } = story.level();
  const states = story.couponStates();
  const stand = (coupons: RefundEffect['coupons']['kept'], state: string) => {
    for (const { id } of coupons) expect(states.get(id)).toBe(state);
    return coupons.map(({ name }) => name);
  };
  const named = {
    restored: stand(restored, 'issued'),
    lapsed: stand(lapsed, 'used'),
    revoked: stand(revoked, 'revoked'),
    kept: stand(kept, 'used'),
  };
  const { revived, tier } = effect;
  return {
    money: effect.moneyBack / 100,
    takenBack: effect.pointsTakenBack,
    lapsed: effect.pointsLapsed,
    shortfall: effect.shortfall,
    debt: effect.debt,
    writtenOff: effect.writtenOff,
    reduced: effect.reducedBy / 100,
    restored: effect.pointsRestored,
    revived: revived === null ? null : `${revived.points} until ${revived.lastDay}`,
    coupons: Object.fromEntries(Object.entries(named).filter(([, names]) => names.length > 0)),
    tier: tier === null ? null : `${tier.from} > ${tier.to}`,
    ...{ level, until, balance: effect.balanceAfter, lots: await story.lots() },
  };
}

import type { CouponTemplate } from '@domain/coupons/coupon';
import { Refusal } from '@domain/refusal';
import { decideRules, ruleProblems } from '@domain/settings/decide-rules';
import { DEFAULT_RULES, type ShopRules, STARTING_WORDS, startingRules } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';
import { rulesAt } from './rules-with';

const TODAY = businessDate('2026-11-22');
const against = { before: DEFAULT_RULES, from: TODAY };
const problemsOf = (rules: ShopRules, before = DEFAULT_RULES) =>
  ruleProblems(rules, { before, from: TODAY }).map(({ rule, at }) => `${rule} ${at}`);

const CAMPAIGN: CouponTemplate = {
  id: 'xmas',
  name: '圣诞券',
  trigger: 'campaign',
  active: true,
  terms: { kind: 'amount', off: 1000 as never, threshold: 5000 as never },
  stacks: false,
  validity: { kind: 'range', from: businessDate('2026-12-20'), to: businessDate('2026-12-31') },
  blackout: [],
};
const withTemplate = (change: object, rules = DEFAULT_RULES): ShopRules =>
  rulesAt('coupons.templates', [...rules.coupons.templates, { ...CAMPAIGN, ...change }], rules);
const span = (from: string, to: string) => ({ from: businessDate(from), to: businessDate(to) });
const event = (change: object) => ({
  name: '618',
  ...span('2026-06-18', '2026-06-20'),
  multiplier: { up: 2, per: 1 },
  ...change,
});

describe('rules that a shop may set', () => {
  it.each(['zh-CN', 'en'] as const)('those of a new shop are themselves allowed (%s)', (locale) => {
    const rules = startingRules(STARTING_WORDS[locale]);
    expect(decideRules(rules, against)).toBe(rules);
  });

  it.each([
    ['points for nothing', 'points.earn.perFen', 0, 'earn_rate'],
    ['a rate that no number holds on a large bill', 'points.earn', { points: 1001, perFen: 1 }, 'earn_rate'],
    ['points worth a fortune each', 'points.redeem', { points: 1, worthFen: 1001 }, 'redeem_rate'],
    ['worthless points', 'points.redeem.worthFen', 0, 'redeem_rate'],
    ['a step that is no whole fen', 'points.redeem', { points: 300, worthFen: 100 }, 'redeem_step'],
    ['no step', 'points.redeemStep', 0, 'redeem_step'],
    ['a minimum between two steps', 'points.redeemMinimum', 150, 'redeem_minimum'],
    ['resolved before answered', 'complaints.resolutionHours', 12, 'complaint_hours'],
    ['a level for no money', 'tiers.loyal.money', 0, 'tier_thresholds'],
    ['a level for no visit', 'tiers.loyal.visits', 0, 'tier_thresholds'],
    ['a VIP for less money than the level below', 'tiers.vip.money', 999_99, 'tier_thresholds'],
    ['a VIP for fewer visits than the level below', 'tiers.vip.visits', 11, 'tier_thresholds'],
    [
      'a level that takes points away',
      'tiers.rights.loyal.earnMultiplier',
      { up: 9, per: 10 },
      'tier_multiplier',
    ],
    [
      'more than ten times the points',
      'tiers.rights.vip.earnMultiplier',
      { up: 101, per: 10 },
      'tier_multiplier',
    ],
    ['S44 points as a birthday gift', 'tiers.rights.loyal.birthdayGift', '200积分', 'gift_is_points'],
    ['S44 the same in English', 'tiers.rights.vip.birthdayGift', '500 bonus points', 'gift_is_points'],
    ['a birthday that takes points away', 'birthday.multiplier', { up: 1, per: 2 }, 'event_multiplier'],
  ])('refuses %s', (_what, path, value, rule) => {
    const refused = decideRules(rulesAt(path, value), against);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'invalid_rule', params: { rule } });
    expect((refused as Refusal<string, { at: string }>).params.at.startsWith(path)).toBe(true);
  });

  it('says of every rule what is wrong with it, not only of the first', () => {
    const rules = rulesAt('tiers.loyal.money', 0, rulesAt('points.earn.perFen', 0));
    expect(problemsOf(rules)).toEqual(['earn_rate points.earn.perFen', 'tier_thresholds tiers.loyal.money']);
  });

  it('the same threshold for both levels, and one to ten times the points, are allowed', () => {
    expect(problemsOf(rulesAt('tiers.vip', DEFAULT_RULES.tiers.loyal))).toEqual([]);
    expect(problemsOf(rulesAt('tiers.rights.regular.earnMultiplier', { up: 1, per: 1 }))).toEqual([]);
    expect(problemsOf(rulesAt('tiers.rights.vip.earnMultiplier', { up: 10, per: 1 }))).toEqual([]);
  });

  it('S70 allows the profile "solution within 24 h"', () => {
    expect(problemsOf(rulesAt('complaints.resolutionHours', 24))).toEqual([]);
  });
});

describe('S48 the member day', () => {
  const free = rulesAt('memberDay.percentOff', 0);
  it('a percentage may wait for its days', () => expect(problemsOf(DEFAULT_RULES)).toEqual([]));
  it('no days and no percentage is no member day', () => expect(problemsOf(free)).toEqual([]));
  it.each([
    ['weekdays', [2]],
    ['monthDays', [8]],
    ['dates', ['2026-12-25']],
  ])('%s on which nothing is cheaper are refused', (list, days) => {
    expect(problemsOf(rulesAt(`memberDay.${list}`, days, free))).toEqual(['member_day memberDay.percentOff']);
  });
});

describe('events that multiply points', () => {
  const withEvents = (...events: object[]) => rulesAt('earnEvents', events);
  it('one day is a span', () =>
    expect(problemsOf(withEvents(event(span('2026-06-18', '2026-06-18'))))).toEqual([]));
  it.each([
    ['one without a name', [event({ name: ' ' })], 'event_name earnEvents.0.name'],
    ['two of one name', [event({}), event({})], 'event_name earnEvents.1.name'],
    ['one that ends before it begins', [event({ to: '2026-06-17' })], 'event_span earnEvents.0.to'],
    [
      'one that takes points away',
      [event({ multiplier: { up: 1, per: 2 } })],
      'event_multiplier earnEvents.0.multiplier',
    ],
    [
      'more than ten times the points',
      [event({ multiplier: { up: 11, per: 1 } })],
      'event_multiplier earnEvents.0.multiplier',
    ],
  ])('refuses %s', (_what, events, problem) => expect(problemsOf(withEvents(...events))).toEqual([problem]));
});

describe('coupon templates', () => {
  const amount = (off: number, threshold: number) => ({ terms: { kind: 'amount', off, threshold } });
  const percent = (more: object) => ({
    terms: { kind: 'percent', percentOff: 10, cap: null, threshold: 0, ...more },
  });
  const gift = (item: string) => ({ terms: { kind: 'gift', item, cost: 0, threshold: 0 } });

  it.each([
    ['满100减20', amount(2000, 10_000)],
    ['as much off as is asked for', amount(2000, 2000)],
    ['10 % off, at most 30 yuan', percent({ cap: 3000 })],
    ['a gift', gift('小饼干')],
  ])('S43 %s has its place here', (_what, terms) => expect(problemsOf(withTemplate(terms))).toEqual([]));

  it.each([
    ['no name', { name: ' ' }, 'template_name', 'name'],
    ['nothing off', amount(0, 0), 'template_terms', 'terms'],
    ['more off than the bill that it asks for', amount(5001, 5000), 'template_terms', 'terms'],
    ['0 percent', percent({ percentOff: 0 }), 'template_terms', 'terms'],
    ['100 percent', percent({ percentOff: 100 }), 'template_terms', 'terms'],
    ['a cap of nothing', percent({ cap: 0 }), 'template_terms', 'terms'],
    ['a gift of nothing', gift(''), 'template_terms', 'terms'],
    ['S44 points as a gift', gift('100 积分'), 'gift_is_points', 'terms'],
    ['no day', { validity: { kind: 'days', days: 0 } }, 'template_validity', 'validity'],
    [
      'a range that ends before it begins',
      { validity: { kind: 'range', ...span('2026-12-31', '2026-12-20') } },
      'template_validity',
      'validity',
    ],
    [
      'a range that is over',
      { validity: { kind: 'range', ...span('2026-11-01', '2026-11-21') } },
      'template_validity',
      'validity',
    ],
    [
      'blackout days that end before they begin',
      { blackout: [span('2026-12-25', '2026-12-24')] },
      'template_validity',
      'blackout',
    ],
    [
      'blackout days that leave no day',
      { blackout: [span('2026-12-25', '2027-01-05'), span('2026-12-01', '2026-12-24')] },
      'template_validity',
      'blackout',
    ],
  ])('refuses %s', (_what, change, rule, part) =>
    expect(problemsOf(withTemplate(change))).toEqual([`${rule} coupons.templates.xmas.${part}`]),
  );

  it('blackout days that leave one day are allowed', () =>
    expect(problemsOf(withTemplate({ blackout: [span('2026-12-20', '2026-12-30')] }))).toEqual([]));

  it('a range that has run out by itself may stay; switched on again it is refused', () => {
    const over = { validity: { kind: 'range', ...span('2026-10-01', '2026-10-31') } };
    const kept = withTemplate(over);
    expect(problemsOf(kept, kept)).toEqual([]);
    const off = withTemplate({ ...over, active: false });
    expect(problemsOf(off)).toEqual([]);
    expect(problemsOf(kept, off)).toEqual(['template_validity coupons.templates.xmas.validity']);
  });

  it('refuses the same id twice', () =>
    expect(problemsOf(withTemplate({ id: 'apology' }))).toContain(
      'template_twice coupons.templates.apology.id',
    ));

  it.each(['first_purchase', 'referral'])('S49 has at most one active coupon of %s', (trigger) => {
    expect(problemsOf(withTemplate({ trigger }))).toEqual(['trigger_twice coupons.templates.xmas.trigger']);
    expect(problemsOf(withTemplate({ trigger, active: false }))).toEqual([]);
  });

  it('several apologies to choose from are allowed', () =>
    expect(problemsOf(withTemplate({ trigger: 'apology' }))).toEqual([]));
});

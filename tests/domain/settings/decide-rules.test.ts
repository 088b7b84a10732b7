import { Refusal } from '@domain/refusal';
import { decideRules } from '@domain/settings/decide-rules';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { fen, points } from '@domain/units';
import { describe, expect, it } from 'vitest';

const withPoints = (change: Partial<ShopRules['points']>): ShopRules => ({
  ...DEFAULT_RULES,
  points: { ...DEFAULT_RULES.points, ...change },
});

describe('rules that a shop may set', () => {
  it('the defaults are themselves allowed', () => {
    expect(decideRules(DEFAULT_RULES)).toBe(DEFAULT_RULES);
  });

  it.each([
    ['points for nothing', withPoints({ earn: { points: points(1), perFen: fen(0) } }), 'earn_rate'],
    [
      'a rate that no number holds on a large bill',
      withPoints({ earn: { points: points(1001), perFen: fen(1) } }),
      'earn_rate',
    ],
    [
      'points worth a fortune each',
      withPoints({ redeem: { points: points(1), worthFen: fen(1001) } }),
      'redeem_rate',
    ],
    ['worthless points', withPoints({ redeem: { points: points(100), worthFen: fen(0) } }), 'redeem_rate'],
    [
      'a step that is no whole fen',
      withPoints({ redeem: { points: points(300), worthFen: fen(100) }, redeemStep: points(100) }),
      'redeem_step',
    ],
    ['a minimum between two steps', withPoints({ redeemMinimum: points(150) }), 'redeem_minimum'],
    [
      'resolved before answered',
      { ...DEFAULT_RULES, complaints: { responseHours: 48, resolutionHours: 24 } },
      'complaint_hours',
    ],
  ])('refuses %s', (_what, rules, rule) => {
    expect(decideRules(rules)).toEqual(new Refusal('invalid_rule', { rule }));
  });

  it('S70 allows the profile "solution within 24 h"', () => {
    const rules = { ...DEFAULT_RULES, complaints: { responseHours: 24, resolutionHours: 24 } };
    expect(decideRules(rules)).toBe(rules);
  });
});

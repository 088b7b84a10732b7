import { carriedOver } from '@domain/settings/carry-over';
import { ruleDifferences } from '@domain/settings/differences';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { another, rulesAt, rulesWith, SINGLE_PATHS } from './rules-with';

const changedAt = (paths: readonly string[]): ShopRules =>
  paths.reduce((rules, path) => rulesWith(path, another, rules), DEFAULT_RULES);
const anyChange = fc.uniqueArray(fc.constantFrom(...SINGLE_PATHS)).map(changedAt);
const [first, second, ...rest] = DEFAULT_RULES.coupons.templates;
const withTemplates = (templates: readonly unknown[]) => rulesAt('coupons.templates', templates);
const renamed = (name: string) => ({ ...first, name });

describe('a change carried over to what was planned before it', () => {
  it('becomes the change itself where nothing was planned', () => {
    fc.assert(
      fc.property(anyChange, (after) => {
        expect(carriedOver(DEFAULT_RULES, after, DEFAULT_RULES)).toEqual(after);
      }),
    );
  });

  it('leaves the plan as it is where nothing was changed', () => {
    fc.assert(
      fc.property(anyChange, (plan) => {
        expect(carriedOver(DEFAULT_RULES, DEFAULT_RULES, plan)).toEqual(plan);
      }),
    );
  });

  it('makes both hold when they are about different rules', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...SINGLE_PATHS]), fc.nat(), (paths, cut) => {
        const [mine, theirs] = [paths.slice(0, cut % 50), paths.slice(cut % 50)];
        const both = carriedOver(DEFAULT_RULES, changedAt(mine), changedAt(theirs));
        expect(both).toEqual(changedAt(paths));
      }),
    );
  });

  it('leaves to the plan what it says itself', () => {
    const now = rulesAt('points.earn.perFen', 200);
    const plan = rulesAt('points.earn.perFen', 300);
    expect(carriedOver(DEFAULT_RULES, now, plan).points.earn.perFen).toBe(300);
  });

  it('brings a new coupon into the plan, and keeps the one that the plan brings', () => {
    const fresh = { ...first, id: 'fresh' };
    const planned = { ...first, id: 'planned' };
    const both = carriedOver(
      DEFAULT_RULES,
      withTemplates([first, second, ...rest, fresh]),
      withTemplates([first, second, ...rest, planned]),
    );
    expect(both.coupons.templates.map(({ id }) => id).sort()).toEqual(
      [...DEFAULT_RULES.coupons.templates.map(({ id }) => id), 'fresh', 'planned'].sort(),
    );
  });

  it('takes a dropped coupon out of the plan, unless the plan has changed it', () => {
    const dropped = withTemplates([second, ...rest]);
    expect(ruleDifferences(carriedOver(DEFAULT_RULES, dropped, DEFAULT_RULES), dropped)).toEqual([]);
    const kept = carriedOver(DEFAULT_RULES, dropped, withTemplates([renamed('还要'), second, ...rest]));
    expect(kept.coupons.templates.find(({ id }) => id === first?.id)?.name).toBe('还要');
  });

  it('never mixes the terms of two kinds', () => {
    const percent = { kind: 'percent', percentOff: 10, cap: null, threshold: 0 };
    const now = withTemplates([
      { ...first, terms: { kind: 'amount', off: 800, threshold: 0 } },
      second,
      ...rest,
    ]);
    const plan = withTemplates([{ ...first, terms: percent }, second, ...rest]);
    expect(carriedOver(DEFAULT_RULES, now, plan).coupons.templates[0]?.terms).toEqual(percent);
  });
});

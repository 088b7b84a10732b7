import { ruleDifferences } from '@domain/settings/differences';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { another, rulesAt, rulesWith, SINGLE_PATHS } from './rules-with';

const pathsBetween = (before: ShopRules, after: ShopRules) =>
  ruleDifferences(before, after).map(({ path }) => path);
const double11 = {
  name: '双十一',
  from: businessDate('2026-11-11'),
  to: businessDate('2026-11-12'),
  multiplier: { up: 3, per: 1 },
};
const withEvent = rulesAt('earnEvents', [double11]);

describe('what one set of rules says otherwise than another', () => {
  it('nothing, when they say the same, in whatever order it was written', () => {
    const turned = JSON.parse(
      JSON.stringify(DEFAULT_RULES, (_key, part: unknown) =>
        typeof part === 'object' && part !== null && !Array.isArray(part)
          ? Object.fromEntries(Object.entries(part).reverse())
          : part,
      ),
    ) as ShopRules; // the same rules, read back
    expect(ruleDifferences(DEFAULT_RULES, turned)).toEqual([]);
  });

  it.each(SINGLE_PATHS)('%s alone, when nothing else has changed', (path) => {
    const after = rulesWith(path, another);
    expect(pathsBetween(DEFAULT_RULES, after)).toEqual([path]);
    expect(pathsBetween(after, DEFAULT_RULES)).toEqual([path]);
  });

  it('any set of changes, each under its own path', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...SINGLE_PATHS)), (paths) => {
        const after = paths.reduce((rules, path) => rulesWith(path, another, rules), DEFAULT_RULES);
        expect(pathsBetween(DEFAULT_RULES, after).sort()).toEqual([...paths].sort());
      }),
    );
  });

  it('says what was and what is', () => {
    const after = rulesAt('tiers.rights.loyal.earnMultiplier', { up: 5, per: 4 });
    expect(ruleDifferences(DEFAULT_RULES, after)).toEqual([
      { path: 'tiers.rights.loyal.earnMultiplier', before: '{"per":5,"up":6}', after: '{"per":4,"up":5}' },
    ]);
  });

  it('knows a coupon by its id, whatever its name and place', () => {
    const templates = DEFAULT_RULES.coupons.templates;
    const renamed = templates.map((one) => (one.id === 'apology' ? { ...one, name: '抱歉' } : one)).reverse();
    const [change, ...more] = ruleDifferences(DEFAULT_RULES, rulesAt('coupons.templates', renamed));
    expect([change?.path, more]).toEqual(['coupons.templates.apology', []]);
    expect(JSON.parse(change?.after ?? '')).toMatchObject({ id: 'apology', name: '抱歉' });
  });

  it('knows a coupon and an event that came or went', () => {
    const none = rulesAt('coupons.templates', []);
    const gone = ruleDifferences(DEFAULT_RULES, none);
    expect(gone.map(({ path }) => path)).toEqual(
      DEFAULT_RULES.coupons.templates.map(({ id }) => `coupons.templates.${id}`),
    );
    expect(gone.every(({ before, after }) => before !== '' && after === '')).toBe(true);
    expect(ruleDifferences(DEFAULT_RULES, withEvent)).toMatchObject([
      { path: 'earnEvents.双十一', before: '' },
    ]);
    expect(ruleDifferences(withEvent, DEFAULT_RULES)).toMatchObject([
      { path: 'earnEvents.双十一', after: '' },
    ]);
  });
});

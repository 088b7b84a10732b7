import { ruleProblems } from '@domain/settings/decide-rules';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';
import { rulesAt, rulesWith } from './rules-with';

const problemsOf = (rules: ShopRules, before = DEFAULT_RULES) =>
  ruleProblems(rules, { before, from: businessDate('2026-11-22') }).map(({ rule, at }) => `${rule} ${at}`);

/** The rules with one item of a list changed; the item is found by its id. */
const withItem = (path: string, id: string, change: object): ShopRules =>
  rulesWith(path, (list) =>
    (list as readonly { id: string }[]).map((item) => (item.id === id ? { ...item, ...change } : item)),
  );
const withMore = (path: string, item: object): ShopRules =>
  rulesWith(path, (list) => [...(list as readonly object[]), item]);

const OPEN = { opens: 540, closes: 1260 };
const week = (sunday: object | null) => [...Array.from({ length: 6 }, () => OPEN), sunday];
const NEVER = Array.from({ length: 7 }, () => null);

describe('opening hours', () => {
  it('may end in the small hours after, or have closed days', () => {
    expect(problemsOf(rulesAt('hours.weekly', week({ opens: 1080, closes: 1620 })))).toEqual([]);
    expect(problemsOf(rulesAt('hours.weekly', week(null)))).toEqual([]);
    expect(problemsOf(rulesAt('hours.weekly', NEVER))).toEqual([]);
  });

  it('are refused where a day closes before it opens', () => {
    expect(problemsOf(rulesAt('hours.weekly', week({ opens: 600, closes: 600 })))).toEqual([
      'opening_hours hours.weekly',
    ]);
  });

  it('clocks cannot count the hours of a store that never opens', () => {
    const rules = rulesAt('complaints.storeHours', true, rulesAt('hours.weekly', NEVER));
    expect(problemsOf(rules)).toEqual(['never_open hours.weekly']);
  });
});

describe('the reason tree (S72-S75)', () => {
  const own = { id: 'own-1', group: 'goods', name: '赠品缺失', active: true };

  it('takes a leaf of the owner, with a word for it', () => {
    expect(problemsOf(withMore('complaints.reasons', own))).toEqual([]);
    expect(problemsOf(withMore('complaints.reasons', { ...own, name: ' ' }))).toEqual([
      'reason_name complaints.reasons.own-1.name',
    ]);
    expect(problemsOf(withMore('complaints.reasons', { ...own, id: 'goods_price' }))).toEqual([
      'reason_twice complaints.reasons',
    ]);
  });

  it('lets a leaf be renamed or switched off, never taken away', () => {
    expect(problemsOf(withItem('complaints.reasons', 'goods_price', { name: '太贵' }))).toEqual([]);
    expect(problemsOf(withItem('complaints.reasons', 'goods_price', { active: false }))).toEqual([]);
    const less = rulesWith('complaints.reasons', (list) => (list as readonly object[]).slice(1));
    expect(problemsOf(less)).toEqual(['reason_removed complaints.reasons']);
  });

  it('keeps something to choose in each of the four groups', () => {
    const rules = rulesWith('complaints.reasons', (list) =>
      (list as readonly { group: string }[]).map((leaf) => ({ ...leaf, active: leaf.group !== 'staff' })),
    );
    expect(problemsOf(rules)).toEqual(['reason_group_empty complaints.reasons']);
  });
});

describe('care', () => {
  it('S59 the lowered budget is not the larger one', () => {
    expect(problemsOf(rulesAt('care.budget.lowered', 3))).toEqual(['care_budget care.budget.lowered']);
    expect(problemsOf(rulesAt('care.budget.lowered', 2))).toEqual([]);
  });

  it.each([
    [{ name: ' ' }, 'festival_name care.festivals.mid-autumn.name'],
    [{ day: 31 }, 'festival_day care.festivals.mid-autumn.day'],
    [{ calendar: 'solar', month: 2, day: 30 }, 'festival_day care.festivals.mid-autumn.day'],
  ])('S46 a festival that nobody can greet on: %o', (change, problem) => {
    expect(problemsOf(withItem('care.festivals', 'mid-autumn', change))).toEqual([problem]);
  });

  it('S46 29 February is a festival day, the thirtieth of a lunar month too', () => {
    const leap = { calendar: 'solar', month: 2, day: 29 };
    expect(problemsOf(withItem('care.festivals', 'mid-autumn', leap))).toEqual([]);
    expect(problemsOf(withItem('care.festivals', 'mid-autumn', { day: 30 }))).toEqual([]);
  });

  it.each([
    ['without a name', 'birthday', { name: '' }, 'script_name care.scripts.birthday.name'],
    ['without words', 'birthday', { text: ' ' }, 'script_text care.scripts.birthday.text'],
    [
      'S63 of a win-back without its cause',
      'win-back-need',
      { cause: null },
      'script_cause care.scripts.win-back-need.cause',
    ],
    [
      'with a cause where none is asked',
      'birthday',
      { cause: 'competitor' },
      'script_cause care.scripts.birthday.cause',
    ],
    [
      'S57 that sells after a first purchase',
      'first-purchase',
      { content: 'offer' },
      'script_sells care.scripts.first-purchase.content',
    ],
  ])('refuses a script %s', (_what, id, change, problem) => {
    expect(problemsOf(withItem('care.scripts', id, change))).toEqual([problem]);
  });
});

describe('surveys and time bands', () => {
  it('S88 a dimension of the owner has a word', () => {
    const own = { id: 'parking', group: 'expected', name: '停车方便', active: true };
    expect(problemsOf(withMore('surveys.dimensions', own))).toEqual([]);
    expect(problemsOf(withMore('surveys.dimensions', { ...own, name: '' }))).toEqual([
      'dimension_name surveys.dimensions.parking.name',
    ]);
  });

  it.each([
    ['ends before it begins', { from: 600, to: 500 }, 'band_span timeBands.14.to'],
    ['overlaps the one before', { from: 500 }, 'band_span timeBands.14.to'],
    ['hints at nothing', { hint: '' }, 'band_hint timeBands.14.hint'],
  ])('S94 refuses a band that %s', (_what, change, problem) => {
    expect(problemsOf(withItem('timeBands', '14', change))).toEqual([problem]);
  });
});

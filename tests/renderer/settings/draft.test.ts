import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import { rate } from '@renderer/features/settings/draft/kinds';
import { draftOf, type RulesDraft, readRules } from '@renderer/features/settings/draft/rules-draft';
import { speak } from '@renderer/lib/i18n';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';

const TODAY = businessDate('2026-11-22');
const usual = draftOf(DEFAULT_RULES, TODAY);
const read = (draft: RulesDraft, before: ShopRules = DEFAULT_RULES) => readRules(draft, before, TODAY);
const typed = (texts: Record<string, string>) => read({ ...usual, texts: { ...usual.texts, ...texts } });
const withTemplate = (change: object) =>
  read({
    ...usual,
    templates: usual.templates.map((one) => (one.id === 'apology' ? { ...one, ...change } : one)),
  });
const apologyIn = (rules: ShopRules) => rules.coupons.templates.find(({ id }) => id === 'apology');

afterEach(() => speak('zh-CN'));

describe('the rules as they are typed', () => {
  it.each(['zh-CN', 'en'] as const)('come back as they went in (%s)', (locale) => {
    speak(locale);
    expect(read(draftOf(DEFAULT_RULES, TODAY))).toEqual({ rules: DEFAULT_RULES, problems: {} });
  });

  it('come back whatever they are', () => {
    const day = fc.constantFrom('2026-12-24', '2027-01-01', '2027-02-14').map(businessDate);
    const change = fc.record({
      perFen: fc.integer({ min: 1, max: 99_999_999 }),
      percent: fc.integer({ min: 0, max: 99 }),
      hundredths: fc.integer({ min: 100, max: 1000 }),
      dates: fc.uniqueArray(day).map((days) => days.sort()),
      monthDays: fc.uniqueArray(fc.integer({ min: 1, max: 31 })).map((days) => days.sort((a, b) => a - b)),
      blackout: fc.array(
        fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
      ),
    });
    fc.assert(
      fc.property(change, ({ perFen, percent, hundredths, dates, monthDays, blackout }) => {
        const rules = structuredClone(DEFAULT_RULES) as never as Record<string, never>;
        Object.assign(rules, {
          points: { ...DEFAULT_RULES.points, earn: { points: 1, perFen } },
          memberDay: { weekdays: [1, 7], dates, monthDays, percentOff: 20 },
          earnEvents: [
            { name: '周年', from: '2026-12-01', to: '2026-12-02', multiplier: read100(hundredths) },
          ],
        });
        const shop = rules as never as ShopRules;
        Object.assign(shop.tiers.rights.loyal, {
          discountPercent: percent,
          earnMultiplier: read100(hundredths),
        });
        Object.assign(shop.coupons.templates[0] ?? {}, { blackout });
        expect(read(draftOf(shop, TODAY), shop)).toEqual({ rules: shop, problems: {} });
      }),
    );
  });

  it('rates are exact: 1.2 times is six fifths', () => {
    expect(rate.read('1.2')).toEqual({ value: { up: 6, per: 5 } });
    expect(rate.read('１．５倍')).toEqual({ value: { up: 3, per: 2 } });
    expect(rate.read('4/3')).toEqual({ value: { up: 4, per: 3 } });
    expect([rate.show({ up: 6, per: 5 }), rate.show({ up: 4, per: 3 })]).toEqual(['1.2', '4/3']);
    for (const wrong of ['', '0', '1.234', 'double']) expect(rate.read(wrong)).toEqual({ code: 'not_rate' });
  });

  it('are read as people type them: full width, with blanks and grouping', () => {
    const { problems } = typed({
      'points.adjustDailyLimit': ' １,０００ ',
      'points.earn.perFen': '１．００',
    });
    expect(problems).toEqual({});
  });

  it('say at every field what is wrong with it, and keep there what was', () => {
    const { rules, problems } = typed({
      'points.redeemMaxPercent': '101',
      'points.redeemStep': 'x',
      'points.earn.perFen': '1.005',
      'memberDay.monthDays': '32',
      'memberDay.dates': 'Christmas',
    });
    expect(problems).toEqual({
      'points.redeemMaxPercent': { code: 'out_of_range', min: 0, max: 100 },
      'points.redeemStep': { code: 'not_whole' },
      'points.earn.perFen': { code: 'not_amount' },
      'memberDay.monthDays': { code: 'not_month_days' },
      'memberDay.dates': { code: 'not_dates' },
    });
    expect(rules).toEqual(DEFAULT_RULES);
  });

  it('are refused, at the field, when no bill could follow them', () => {
    expect(typed({ 'points.redeemMinimum': '150', 'tiers.vip.money': '900' }).problems).toEqual({
      'points.redeemMinimum': { code: 'redeem_minimum' },
      'tiers.vip.money': { code: 'tier_thresholds' },
    });
  });

  it.each(['满100减20', '满 100 减 20', 'spend 100 save 20'])('S43 refuse %s as a discount', (text) => {
    expect(typed({ 'tiers.rights.loyal.discountPercent': text }).problems).toEqual({
      'tiers.rights.loyal.discountPercent': { code: 'spend_and_save' },
    });
  });

  it.each([
    ['9折', 10],
    ['正价商品 8.5 折', 15],
    ['10% off', 10],
    ['', 0],
  ])('S43 read %j as %i percent off', (text, percent) => {
    const { rules, problems } = typed({ 'tiers.rights.loyal.discountPercent': text });
    expect([rules.tiers.rights.loyal.discountPercent, problems]).toEqual([percent, {}]);
  });

  it('S44 refuse points as a birthday gift', () => {
    expect(typed({ 'tiers.rights.vip.birthdayGift': '100积分' }).problems).toEqual({
      'tiers.rights.vip.birthdayGift': { code: 'gift_is_points' },
    });
  });
});

describe('a coupon as it is typed', () => {
  it('becomes another kind, with what that needs', () => {
    const { rules, problems } = withTemplate({
      worth: 'percent',
      percentOff: '15',
      cap: '30',
      threshold: '100',
    });
    expect([apologyIn(rules)?.terms, problems]).toEqual([
      { kind: 'percent', percentOff: 15, cap: 3000, threshold: 10_000 },
      {},
    ]);
  });

  it('has no cap when none is written', () => {
    const { rules } = withTemplate({ worth: 'percent', percentOff: '15', cap: '' });
    expect(apologyIn(rules)?.terms).toMatchObject({ cap: null });
  });

  it.each([
    [{ off: '0' }, 'off', 'template_terms'],
    [{ off: 'x' }, 'off', 'not_amount'],
    [{ worth: 'percent', percentOff: '0' }, 'percentOff', 'out_of_range'],
    [{ worth: 'gift', item: '' }, 'item', 'template_terms'],
    [{ worth: 'gift', item: '50 积分' }, 'item', 'gift_is_points'],
    [{ name: '' }, 'name', 'template_name'],
    [{ validity: 'days', days: '0' }, 'days', 'out_of_range'],
    [{ validity: 'range', from: '2026-12-02', to: '2026-12-01' }, 'to', 'template_validity'],
    [{ validity: 'range', from: '', to: '2026-12-01' }, 'from', 'not_date'],
    [{ blackout: 'Christmas' }, 'blackout', 'not_spans'],
    [{ trigger: 'referral' }, 'trigger', 'trigger_twice'],
  ])('%j: says so at %s', (change, field, code) => {
    expect(Object.entries(withTemplate(change).problems)).toMatchObject([
      [`coupons.templates.apology.${field}`, { code }],
    ]);
  });
});

/** A rate of so many hundredths, in its lowest terms, as `rate` reads it. */
function read100(hundredths: number): { up: number; per: number } {
  const found = rate.read(String(hundredths / 100));
  if (!('value' in found)) throw new Error('a rate');
  return found.value;
}

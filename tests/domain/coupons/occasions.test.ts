import { addDays } from '@domain/calendar/business-day';
import { birthdayNear, type Celebrated, calendarOf } from '@domain/coupons/occasions';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import type { BusinessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day, template } from './coupons';

const { birthday: window, tiers } = DEFAULT_RULES;
const vip = tiers.rights.vip;
const calendarDrafts = (member: Celebrated, rules: ShopRules, today: BusinessDate) =>
  calendarOf(rules, today)(member);

describe('S45 a birthday is near from 3 days before to 7 after', () => {
  test.each([
    // born      today         on            in days
    [5, 18, '2026-05-14', null, 0],
    [5, 18, '2026-05-15', '2026-05-18', 3],
    [5, 18, '2026-05-18', '2026-05-18', 0],
    [5, 18, '2026-05-25', '2026-05-18', -7],
    [5, 18, '2026-05-26', null, 0],
    [1, 1, '2026-12-29', '2027-01-01', 3],
    [12, 31, '2027-01-07', '2026-12-31', -7],
    [2, 29, '2026-02-28', '2026-02-28', 0],
    [2, 29, '2028-02-26', '2028-02-29', 3],
    [2, 29, '2028-03-07', '2028-02-29', -7],
    [2, 29, '2026-03-07', '2026-02-28', -7],
    [2, 29, '2026-03-08', null, 0],
  ])('born on %d/%d, on %s: %s, in %d days', (month, dayOfMonth, today, on, inDays) => {
    const near = birthdayNear({ month, day: dayOfMonth }, window, day(today));
    expect(near).toEqual(on === null ? null : { on, inDays });
  });
});

describe('S46 the anniversary of joining: on the day and 7 days after', () => {
  const yearly = template({ id: 'years', trigger: 'anniversary' });
  const rules = { ...DEFAULT_RULES, coupons: { ...DEFAULT_RULES.coupons, templates: [yearly] } };
  test.each([
    ['2025-05-18', '2026-05-17', null],
    ['2025-05-18', '2026-05-18', '2026'],
    ['2023-05-18', '2026-05-25', '2026'],
    ['2025-05-18', '2026-05-26', null],
    ['2026-05-18', '2026-05-18', null], // today they join
    ['2025-12-31', '2027-01-03', '2026'],
    ['2024-02-29', '2025-02-28', '2025'],
    ['2024-02-29', '2028-02-29', '2028'],
    ['2024-02-29', '2028-02-28', null],
  ])('joined %s, on %s: %s', (joinedOn, today, occasion) => {
    const joined = { rights: vip, birthday: null, joinedOn: day(joinedOn) };
    const drafts = calendarDrafts(joined, rules, day(today));
    expect(drafts.map((draft) => draft.occasion)).toEqual(occasion === null ? [] : [occasion]);
  });
});

describe('what the calendar brings', () => {
  const born = { month: 1, day: 1 };
  const member = { rights: vip, birthday: born, joinedOn: day('2024-08-08') };

  it('is the gift of the tier, an item and never points (S44, S55: a cup with a name), usable to the end of the window', () => {
    expect(calendarDrafts(member, DEFAULT_RULES, day('2026-12-30'))).toEqual([
      {
        templateId: 'birthday',
        occasion: '2027',
        trigger: 'birthday',
        name: '刻名马克杯',
        terms: { kind: 'gift', item: '刻名马克杯', cost: 1500, threshold: 0 },
        stacks: true,
        firstDay: '2026-12-30',
        lastDay: '2027-01-08',
        blackout: [],
        reason: '',
      },
    ]);
  });

  it('is nothing for a tier without a gift, without a birthday, or outside the window', () => {
    const today = day('2026-12-30');
    expect(calendarDrafts({ ...member, rights: tiers.rights.regular }, DEFAULT_RULES, today)).toEqual([]);
    expect(calendarDrafts({ ...member, birthday: null }, DEFAULT_RULES, today)).toEqual([]);
    expect(calendarDrafts(member, DEFAULT_RULES, day('2026-12-28'))).toEqual([]);
  });

  it('has one occasion in each window, also across New Year, so that it is issued once a year', () => {
    const months = fc.record({
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(
        months,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (birthday, before, after) => {
          const rules = { ...DEFAULT_RULES, birthday: { ...window, daysBefore: before, daysAfter: after } };
          const issued = new Map<string, number>();
          for (let i = 0; i < 730; i++) {
            for (const { occasion } of calendarDrafts(
              { ...member, birthday },
              rules,
              addDays(day('2026-07-01'), i),
            )) {
              issued.set(occasion, (issued.get(occasion) ?? 0) + 1);
            }
          }
          const whole = [...issued.values()].filter((days) => days === before + after + 1);
          expect(whole.length).toBeGreaterThanOrEqual(1);
          expect(Math.max(...issued.values())).toBe(before + after + 1);
        },
      ),
      { numRuns: 20 },
    );
  });

  const anniversary = template({ id: 'years', trigger: 'anniversary' });
  const withAnniversary = {
    ...DEFAULT_RULES,
    coupons: { ...DEFAULT_RULES.coupons, templates: [anniversary, template()] },
  };

  it('is each active anniversary coupon, once a year', () => {
    const drafts = calendarDrafts(member, withAnniversary, day('2026-08-09'));
    expect(drafts).toMatchObject([{ templateId: 'years', occasion: '2026', lastDay: '2026-09-07' }]);
  });

  it('is nothing from an inactive template or one whose range has passed', () => {
    const over = { kind: 'range', from: day('2026-01-01'), to: day('2026-08-07') } as const;
    for (const change of [{ active: false }, { validity: over }]) {
      const coupons = { ...withAnniversary.coupons, templates: [{ ...anniversary, ...change }] };
      expect(calendarDrafts(member, { ...withAnniversary, coupons }, day('2026-08-08'))).toEqual([]);
    }
  });
});

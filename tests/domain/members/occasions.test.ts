import { addDays, addMonths } from '@domain/calendar/business-day';
import { type MemberOccasion, occasionsOf } from '@domain/members/occasions';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = businessDate;
const twice = { up: 2, per: 1 };

const told = (
  birthday: { year: number | null; month: number; day: number } | null,
  today: string,
  { joinedOn = today, rules = DEFAULT_RULES }: { joinedOn?: string; rules?: ShopRules } = {},
): MemberOccasion[] => occasionsOf({ birthday, joinedOn: day(joinedOn), tier: 'regular' }, rules, day(today));

describe('S45 a birthday is told while its window is open', () => {
  const may18 = { year: 1990, month: 5, day: 18 };
  it.each([
    // today        in days  turning  multiplied
    ['2026-05-14', null, null, null],
    ['2026-05-15', 3, 36, null],
    ['2026-05-18', 0, 36, twice],
    ['2026-05-25', -7, 36, null],
    ['2026-05-26', null, null, null],
  ])('18 May on %s', (today, inDays, years, multiplier) => {
    expect(told(may18, today)).toEqual(
      inDays === null ? [] : [{ kind: 'birthday', inDays, years, multiplier }],
    );
  });

  it.each([
    ['2026-02-28', 0, 26],
    ['2028-02-28', 1, 28],
    ['2028-02-29', 0, 28],
    ['2026-03-07', -7, 26],
  ])('born on 29 February, on %s: in %d days', (today, inDays, years) => {
    expect(told({ year: 2000, month: 2, day: 29 }, today)).toMatchObject([{ inDays, years }]);
  });

  it.each([
    ['2026-12-29', 3, 37],
    ['2027-01-08', -7, 37],
  ])(
    'born on 1 January, on %s: the years are those of the birthday, not of today',
    (today, inDays, years) => {
      expect(told({ year: 1990, month: 1, day: 1 }, today)).toMatchObject([{ inDays, years }]);
    },
  );

  it('without a year nobody says how old they are', () => {
    expect(told({ year: null, month: 5, day: 18 }, '2026-05-18')).toMatchObject([{ inDays: 0, years: null }]);
  });

  it('on a day with a better campaign the multiplier told is the one that the sale reckons with', () => {
    const today = day('2026-05-18');
    const earnEvents = [{ name: '店庆', from: today, to: today, multiplier: { up: 3, per: 1 } }];
    expect(told(may18, today, { rules: { ...DEFAULT_RULES, earnEvents } })).toMatchObject([
      { multiplier: { up: 3, per: 1 } },
    ]);
  });

  it('a shop that multiplies by one multiplies nothing', () => {
    const birthday = { ...DEFAULT_RULES.birthday, multiplier: { up: 1, per: 1 } };
    expect(told(may18, '2026-05-18', { rules: { ...DEFAULT_RULES, birthday } })).toMatchObject([
      { inDays: 0, multiplier: null },
    ]);
  });
});

describe('S46 joining is told in the same window, from the first year on', () => {
  it.each([
    ['2025-05-18', '2026-05-15', 3, 1],
    ['2025-05-18', '2026-05-18', 0, 1],
    ['2022-05-18', '2026-05-25', -7, 4],
    ['2024-02-29', '2025-02-28', 0, 1],
    ['2025-12-31', '2027-01-03', -3, 1],
    ['2025-01-02', '2026-12-30', 3, 2],
  ])('joined on %s, on %s: in %d days, %d years', (joinedOn, today, inDays, years) => {
    expect(told(null, today, { joinedOn })).toEqual([
      { kind: 'anniversary', inDays, years, multiplier: null },
    ]);
  });

  it.each([
    ['2026-05-18', '2026-05-18'],
    ['2026-05-17', '2026-05-20'],
    ['2025-05-18', '2026-05-14'],
  ])('joined on %s, on %s: nothing', (joinedOn, today) =>
    expect(told(null, today, { joinedOn })).toEqual([]),
  );
});

it('every birthday is told exactly so many days a year as its window is long', () => {
  const dates = fc.integer({ min: 0, max: 365 }).map((offset) => addDays(day('2024-01-01'), offset));
  fc.assert(
    fc.property(
      dates,
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 30 }),
      (born, before, after) => {
        const rules = {
          ...DEFAULT_RULES,
          birthday: { ...DEFAULT_RULES.birthday, daysBefore: before, daysAfter: after },
        };
        const birthday = { year: null, month: Number(born.slice(5, 7)), day: Number(born.slice(8)) };
        const start = addMonths(born, 36);
        let days = 0;
        for (let i = -60; i <= 60; i++) {
          const today = addDays(start, i);
          const [near, ...more] = told(birthday, today, { rules });
          expect(more).toEqual([]);
          if (near !== undefined) days++;
        }
        expect(days).toBe(before + after + 1);
      },
    ),
    { numRuns: 20 },
  );
});

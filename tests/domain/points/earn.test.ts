import { decideEarn, decideSettle, earnedPoints, lotLastDay } from '@domain/points/earn';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen, points } from '@domain/units';
import { describe, expect, it, test } from 'vitest';

const shop = DEFAULT_RULES.points;
const day = businessDate('2026-05-18');
const lot = (id: string, remaining: number, lastDay: string | null = null) => ({
  id,
  earnedOn: day,
  lastDay: lastDay === null ? null : businessDate(lastDay),
  remaining: points(remaining),
});

test('a tier multiplier is applied before the one floor: 99.50 yuan at 1.2 earn 119', () => {
  expect(earnedPoints(fen(9950), shop, { up: 12, per: 10 })).toBe(119);
});

test.each([
  ['2026-05-18', 12, '2027-05-31'],
  ['2026-02-28', 12, '2027-02-28'],
  ['2027-02-01', 12, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-05-18', 0, null],
])('points earned on %s lapse after %d months: last day %s', (earnedOn, expiryMonths, lastDay) => {
  expect(lotLastDay(businessDate(earnedOn), { expiryMonths })).toBe(lastDay);
});

describe('earning', () => {
  const earn = (earned: number) =>
    ({ kind: 'earn', earned: points(earned), earnedOn: day, lastDay: null, lotId: 'new' }) as const;

  it('makes one lot', () => {
    const drafts = decideEarn({ lots: [], owed: points(0) }, earn(50));
    expect(drafts).toMatchObject([
      { kind: 'earn', points: 50, moves: [{ to: 'new_lot', lot: { id: 'new' }, points: 50 }] },
    ]);
  });

  it('writes nothing for nothing', () => {
    expect(decideEarn({ lots: [], owed: points(0) }, earn(0))).toEqual([]);
  });

  it('settles a debt first, in an entry of its own that changes no balance', () => {
    const drafts = decideEarn({ lots: [], owed: points(30) }, earn(50));
    expect(drafts).toMatchObject([
      { kind: 'earn', points: 50 },
      {
        kind: 'settle',
        points: 0,
        moves: [
          { lotId: 'new', points: -30 },
          { to: 'debt', points: 30 },
        ],
      },
    ]);
  });

  it('settles as much of a larger debt as was earned', () => {
    const [, settle] = decideEarn({ lots: [], owed: points(80) }, earn(50));
    expect(settle?.moves).toMatchObject([{ points: -50 }, { to: 'debt', points: 50 }]);
  });
});

test('a debt is settled from what lapses soonest', () => {
  const holdings = { lots: [lot('never', 50), lot('soon', 20, '2026-06-30')], owed: points(30) };
  expect(decideSettle(holdings)[0]?.moves).toMatchObject([
    { lotId: 'soon', points: -20 },
    { lotId: 'never', points: -10 },
    { to: 'debt', points: 30 },
  ]);
});

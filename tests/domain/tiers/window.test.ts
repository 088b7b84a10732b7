import { qualifiedBy, takingsOn, windowFrom } from '@domain/tiers/window';
import { fen } from '@domain/units';
import { describe, expect, it } from 'vitest';
import { bill, day, RULES } from './shop-rules';

describe('S41 what counts for a level', () => {
  it.each([
    ['2026-05-18', 12, '2025-05-19'],
    ['2024-02-29', 12, '2023-03-01'],
    ['2025-02-28', 12, '2024-02-29'],
    ['2026-03-31', 1, '2026-03-01'],
  ])('on %s, %d months back, the first day that counts is %s', (today, months, from) => {
    expect(windowFrom(day(today), months)).toBe(from);
  });

  it('is money and visits of the last twelve months, today included', () => {
    const bills = [
      bill('2025-05-18', 900),
      bill('2025-05-19', 100),
      bill('2026-05-18', 250),
      bill('2026-05-19', 77),
    ];
    expect(takingsOn(bills, day('2026-05-18'), RULES)).toEqual({ money: 35000, visits: 2 });
  });

  it('leaves money that went back and bills that went back as a whole out of it', () => {
    const bills = [bill('2026-05-01', 60), bill('2026-05-02', 0, false)];
    expect(takingsOn(bills, day('2026-05-18'), RULES)).toEqual({ money: 6000, visits: 1 });
  });
});

describe('S39 the level that somebody has earned', () => {
  it.each([
    [999.99, 11, 'regular'],
    [1000, 0, 'loyal'],
    [0, 12, 'loyal'],
    [4999.99, 35, 'loyal'],
    [5000, 1, 'vip'],
    [36, 36, 'vip'],
  ])('%d yuan or %d visits make %s', (yuan, visits, tier) => {
    expect(qualifiedBy({ money: fen(Math.round(yuan * 100)), visits }, RULES)).toBe(tier);
  });

  it('is the highest reached, also where a shop asks less for the higher one', () => {
    const odd = {
      ...RULES,
      loyal: { money: fen(900_00), visits: 50 },
      vip: { money: fen(5000_00), visits: 5 },
    };
    expect(qualifiedBy({ money: fen(0), visits: 6 }, odd)).toBe('vip');
  });
});

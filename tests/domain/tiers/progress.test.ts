import { progressOf } from '@domain/tiers/progress';
import { describe, expect, it } from 'vitest';
import { bill, day, newcomer, RULES, standing, visits } from './shop-rules';

const today = day('2026-05-18');

describe('rules Tiers: how far it is to the next level', () => {
  it('还差 ¥x 或 n 次: from what counts today', () => {
    const bills = [bill('2026-05-01', 300), bill('2026-04-01', 120.5), bill('2024-04-01', 900)];
    expect(progressOf(newcomer, bills, today, RULES)).toEqual({
      money: 42050,
      visits: 2,
      windowFrom: '2025-05-19',
      next: { tier: 'loyal', money: 57950, visits: 10 },
      keep: null,
    });
  });

  it('nothing above VIP, and nothing for a fixed level', () => {
    expect(progressOf(standing('vip', '2026-05-01', '2027-05-01'), [], today, RULES).next).toBeNull();
    expect(progressOf(standing('loyal', '2026-05-01', null, true), [], today, RULES)).toMatchObject({
      next: null,
      keep: null,
    });
  });
});

describe('rules Tiers: what a protected level still needs', () => {
  const loyal = standing('loyal', '2025-08-01', '2026-08-01');

  it('counts the bills that will still be in the window when it is judged', () => {
    const bills = [bill('2025-08-01', 1000), bill('2026-05-01', 400)];
    expect(progressOf(loyal, bills, today, RULES).keep).toEqual({ money: 60000, visits: 11 });
  });

  it('is nothing once either is reached', () => {
    expect(progressOf(loyal, [bill('2026-05-01', 1000)], today, RULES).keep).toBeNull();
    expect(progressOf(loyal, visits(12, '2026-05-01'), today, RULES).keep).toBeNull();
  });
});

import { decideExpire } from '@domain/points/expire';
import { usableOf } from '@domain/points/ledger';
import { decideRedeem } from '@domain/points/redeem';
import { Refusal } from '@domain/refusal';
import { businessDate, points } from '@domain/units';
import { describe, expect, it } from 'vitest';

const today = businessDate('2026-05-18');
const lot = (id: string, remaining: number, lastDay: string | null, earnedOn = '2026-01-01') => ({
  id,
  earnedOn: businessDate(earnedOn),
  lastDay: lastDay === null ? null : businessDate(lastDay),
  remaining: points(remaining),
});
const held = (...lots: ReturnType<typeof lot>[]) => ({ lots, owed: points(0) });

describe('redeeming', () => {
  it('uses what lapses soonest first and what never lapses last, and records the lots', () => {
    const holdings = held(
      lot('never', 500, null),
      lot('late', 100, '2027-01-31'),
      lot('soon', 80, '2026-05-31'),
    );
    expect(decideRedeem(holdings, points(300), today)).toMatchObject([
      {
        kind: 'redeem',
        points: -300,
        moves: [
          { lotId: 'soon', points: -80 },
          { lotId: 'late', points: -100 },
          { lotId: 'never', points: -120 },
        ],
      },
    ]);
  });

  it('takes the older of two lots with the same last day, then the first made: one order, always', () => {
    const same = '2026-12-31';
    const holdings = held(lot('c', 1, same, '2026-02-01'), lot('b', 1, same), lot('a', 1, same));
    expect(decideRedeem(holdings, points(3), today)).toMatchObject([
      { moves: [{ lotId: 'a' }, { lotId: 'b' }, { lotId: 'c' }] },
    ]);
  });

  it('refuses more than can be used, with both numbers', () => {
    expect(decideRedeem(held(lot('a', 99, null)), points(100), today)).toEqual(
      new Refusal('insufficient_points', { usable: 99, asked: 100 }),
    );
  });

  it('lets somebody who owes points buy without redeeming', () => {
    expect(decideRedeem({ lots: [], owed: points(5) }, points(0), today)).toEqual([]);
  });
});

describe('lapsing', () => {
  const holdings = held(lot('today', 10, '2026-05-18'), lot('gone', 20, '2026-05-17'), lot('never', 5, null));

  it('counts a lot on its last day and not on the day after, swept or not', () => {
    expect(usableOf(holdings, today)).toBe(15);
  });

  it('takes out everything that is left in lapsed lots, in one entry', () => {
    expect(decideExpire(holdings, today)).toMatchObject([
      { kind: 'expire', points: -20, moves: [{ lotId: 'gone', points: -20 }] },
    ]);
    expect(decideExpire(held(lot('never', 5, null)), today)).toEqual([]);
  });
});

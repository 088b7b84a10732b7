import { decideAdjust } from '@domain/points/adjust';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import type { Role } from '@domain/staff/role';
import type { SecondPerson } from '@domain/staff/second-person';
import { businessDate, points } from '@domain/units';
import { describe, expect, it } from 'vitest';

const today = businessDate('2026-05-18');
const holdings = {
  lots: [
    {
      id: 'old',
      earnedOn: businessDate('2026-01-01'),
      lastDay: businessDate('2027-01-31'),
      remaining: points(200),
    },
  ],
  owed: points(0),
};

function adjust(asked: number, { role = 'cashier', used = 0, reason = '盘点差异', second = 'nobody' } = {}) {
  return decideAdjust({
    holdings,
    points: points(asked),
    reason,
    by: { role: role as Role, adjustedToday: points(used), second: second as SecondPerson },
    rules: DEFAULT_RULES.points,
    fourEyes: DEFAULT_RULES.staff.fourEyes,
    today,
    lotId: 'new',
  });
}

describe('adjusting by hand', () => {
  it('gives points as a new lot that lapses like earned ones', () => {
    expect(adjust(50)).toMatchObject([
      {
        kind: 'adjust',
        points: 50,
        reason: '盘点差异',
        moves: [{ lot: { id: 'new', lastDay: '2027-05-31' } }],
      },
    ]);
  });

  it('takes points out of the lots there are', () => {
    expect(adjust(-50)).toMatchObject([
      { kind: 'adjust', points: -50, moves: [{ lotId: 'old', points: -50 }] },
    ]);
  });

  it('refuses to go below zero, to do nothing, and to do anything without a reason', () => {
    expect(adjust(-201)).toEqual(new Refusal('insufficient_points', { usable: 200, asked: 201 }));
    expect(adjust(0)).toMatchObject({ code: 'nothing_to_adjust' });
    expect(adjust(5, { reason: '  ' })).toMatchObject({ code: 'reason_needed' });
  });

  it('stops a cashier at 1,000 points a day, both directions together', () => {
    expect(adjust(-100, { used: 901 })).toEqual(new Refusal('above_daily_limit', { limit: 1000, used: 901 }));
    expect(adjust(-100, { used: 900 })).toMatchObject([{ points: -100 }]);
  });

  it.each(['manager', 'owner'])('has no daily limit for a %s', (role) => {
    expect(adjust(5000, { role, used: 9000 })).toMatchObject([{ points: 5000 }]);
  });

  it.each(['manager', 'owner'])('trust, People: above the owner’s limit a %s is not enough alone', (role) => {
    const alone = new Refusal('second_person_needed', { limit: 10_000 });
    expect(adjust(10_000, { role, second: 'missing' })).toMatchObject([{ points: 10_000 }]);
    expect(adjust(10_001, { role, second: 'missing' })).toEqual(alone);
    expect(adjust(-10_001, { role, second: 'missing' })).toEqual(alone);
    for (const second of ['given', 'nobody'])
      expect(adjust(10_001, { role, second })).toMatchObject([{ points: 10_001 }]);
  });
});

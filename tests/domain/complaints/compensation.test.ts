import { decideCompensation, type Gift } from '@domain/complaints/compensation';
import { isTimeToWarn, leadOf } from '@domain/complaints/warning';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import type { SecondPerson } from '@domain/staff/second-person';
import { businessDate, fen, type Instant, instant, points } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const { templates } = DEFAULT_RULES.coupons;
const template = (id: string) => templates.find((one) => one.id === id);
const allowance = (used: number) => ({ limit: fen(50_00), used: fen(used) });

type Told = { used?: number | null; isMember?: boolean; reason?: string; second?: SecondPerson };
const { fourEyes } = DEFAULT_RULES.staff;

const give = (gift: Gift, told: Told = {}) =>
  decideCompensation(gift, {
    reason: told.reason ?? '鱼油发霉',
    isMember: told.isMember ?? true,
    allowance: told.used === null ? null : allowance(told.used ?? 0),
    points: DEFAULT_RULES.points,
    occasion: 'complaint',
    today: businessDate('2026-05-18'),
    fourEyes,
    second: told.second ?? 'nobody',
  });

const coupon: Gift = { kind: 'coupon', template: template('apology') };

describe('what is given for a complaint', () => {
  it('S80 is a coupon, a gift, points or money, each at what it is worth', () => {
    expect(give(coupon)).toMatchObject({ kind: 'coupon', what: '致歉券', worth: 10_00 });
    expect(give({ kind: 'gift', what: '试用装', worth: fen(3_00) })).toMatchObject({
      what: '试用装',
      worth: 3_00,
    });
    expect(give({ kind: 'points', points: points(250) })).toMatchObject({ what: '250', worth: 2_50 });
    expect(give({ kind: 'refund', worth: fen(8_00) })).toMatchObject({ kind: 'refund', worth: 8_00 });
  });

  it('S80 stays within what a cashier may give in a day, to the fen; who has no limit gives any worth', () => {
    const gift = { kind: 'gift', what: '礼盒', worth: fen(20_00) } as const;
    expect(give(gift, { used: 30_00 })).toMatchObject({ worth: 20_00 });
    expect(give(gift, { used: 30_01 })).toEqual(
      new Refusal('above_allowance', { limit: 50_00, used: 30_01, worth: 20_00 }),
    );
    expect(give(coupon, { used: 45_00 })).toMatchObject({ code: 'above_allowance' });
    expect(give({ ...gift, worth: fen(900_00) }, { used: null })).toMatchObject({ worth: 900_00 });
  });

  it('S80 is never free where points are cheaper than a fen each: a begun fen counts', () => {
    const cheap = { redeem: { points: points(1000), worthFen: fen(100) } };
    const few = (count: number) =>
      decideCompensation(
        { kind: 'points', points: points(count) },
        {
          ...{ reason: '鱼油发霉', isMember: true, occasion: 'complaint', points: cheap },
          ...{ allowance: allowance(50_00), today: businessDate('2026-05-18') },
          ...{ fourEyes, second: 'nobody' },
        },
      );
    expect(few(9)).toMatchObject({ code: 'above_allowance', params: { worth: 1 } });
    expect(few(10)).toMatchObject({ params: { worth: 1 } });
    expect(few(11)).toMatchObject({ params: { worth: 2 } });
  });

  it('trust, People: above the owner’s limit two people stand for it, money and points alike', () => {
    const money = (worth: number, second: SecondPerson) =>
      give({ kind: 'refund', worth: fen(worth) }, { used: null, second });
    expect(money(500_00, 'missing')).toMatchObject({ worth: 500_00 });
    expect(money(500_01, 'missing')).toMatchObject({
      code: 'second_person_needed',
      params: { limit: 500_00 },
    });
    expect(money(500_01, 'given')).toMatchObject({ worth: 500_01 });
    expect(money(500_01, 'nobody')).toMatchObject({ worth: 500_01 });
    const asPoints = { kind: 'points', points: points(10_001) } as const;
    expect(give(asPoints, { used: null, second: 'missing' })).toMatchObject({
      code: 'second_person_needed',
      params: { limit: 10_000 },
    });
  });

  it('needs a member for coupons and points, and nobody for what is handed over', () => {
    for (const gift of [coupon, { kind: 'points', points: points(10) } as const])
      expect(give(gift, { isMember: false })).toMatchObject({ code: 'member_needed' });
    expect(give({ kind: 'refund', worth: fen(1) }, { isMember: false })).toMatchObject({ worth: 1 });
  });

  it('is never nothing, never without a reason, and no coupon of another occasion', () => {
    const nothing: Gift[] = [
      { kind: 'gift', what: ' ', worth: fen(5) },
      { kind: 'points', points: points(0) },
      { kind: 'refund', worth: fen(0) },
    ];
    for (const gift of nothing) expect(give(gift)).toMatchObject({ code: 'nothing_given' });
    expect(give(coupon, { reason: ' ' })).toMatchObject({ code: 'reason_needed' });
    for (const id of ['win-back', 'first-purchase', 'none'])
      expect(give({ kind: 'coupon', template: template(id) })).toMatchObject({ code: 'template_gone' });
  });

  it('S80 no day of a cashier costs more than the limit, in any order of gifts', () => {
    const anyGift: fc.Arbitrary<Gift> = fc.oneof(
      fc.constant(coupon),
      fc
        .integer({ min: 0, max: 30_00 })
        .map((worth): Gift => ({ kind: 'gift', what: '样', worth: fen(worth) })),
      fc.integer({ min: 1, max: 4000 }).map((count): Gift => ({ kind: 'points', points: points(count) })),
      fc.integer({ min: 1, max: 30_00 }).map((worth): Gift => ({ kind: 'refund', worth: fen(worth) })),
    );
    fc.assert(
      fc.property(fc.array(anyGift, { maxLength: 20 }), (gifts) => {
        let used = 0;
        for (const gift of gifts) {
          const given = give(gift, { used });
          if (!(given instanceof Refusal)) used += given.worth;
          expect(used).toBeLessThanOrEqual(50_00);
        }
      }),
    );
  });
});

describe('a warning before a clock runs out', () => {
  const rules = DEFAULT_RULES.complaints;
  const due = instant(Date.parse('2026-05-20T01:30:00Z')); // 09:30 in Shanghai
  const before = (hours: number): Instant => instant(due - hours * HOUR);
  const response = { clock: 'response', at: due } as const;

  it('S68 S69 comes two hours before an answer and a day before a result are due, not once it is late', () => {
    const warned = (clock: 'response' | 'resolution', hours: number) =>
      isTimeToWarn({ clock, at: due }, before(hours), rules, 'wall_clock');
    expect([warned('response', 2.01), warned('response', 2), warned('response', 0)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([warned('resolution', 24.01), warned('resolution', 24)]).toEqual([false, true]);
    expect(isTimeToWarn(response, instant(due + 1), rules, 'wall_clock')).toBe(false);
  });

  it('S70 comes no earlier than in the last quarter of a short clock', () => {
    const short = { responseHours: 2, resolutionHours: 24 };
    expect([leadOf('response', short), leadOf('resolution', short)]).toEqual([HOUR / 2, 6 * HOUR]);
  });

  it('S68 counts store hours back too: half past nine is told of the evening before', () => {
    const counting = { hours: DEFAULT_RULES.hours, calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 } };
    const evening = (iso: string) => isTimeToWarn(response, instant(Date.parse(iso)), rules, counting);
    expect(evening('2026-05-19T19:29+08:00')).toBe(false);
    expect(evening('2026-05-19T19:30+08:00')).toBe(true);
  });
});

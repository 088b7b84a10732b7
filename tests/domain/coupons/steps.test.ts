import { isForCampaign } from '@domain/coupons/campaign';
import type { Coupon } from '@domain/coupons/coupon';
import { TRIGGERS } from '@domain/coupons/coupon';
import { refusedHandOver, refusedWithdrawal } from '@domain/coupons/steps';
import { Refusal } from '@domain/refusal';
import { fen, NO_FEN } from '@domain/units';
import { describe, expect, it, test } from 'vitest';
import { day, off } from './coupons';

const today = day('2026-05-18');
const cup = { kind: 'gift', item: '杯', cost: fen(1500), threshold: NO_FEN } as const;
const coupon = (rest: Partial<Coupon> = {}): Coupon => ({
  id: 'coupon',
  code: 'Q0000000005724',
  memberId: 'they',
  name: '杯',
  trigger: 'birthday',
  terms: cup,
  stacks: true,
  firstDay: day('2026-05-10'),
  lastDay: day('2026-05-31'),
  blackout: [],
  state: 'issued',
  issuedBySale: null,
  usedOnSale: null,
  ...rest,
});
const toCome = { firstDay: day('2026-05-19') };
const lapsed = { lastDay: day('2026-05-17') };
const blackout = { blackout: [{ from: today, to: today }] };

describe('handing over without a bill', () => {
  it('is for gifts that ask for no bill', () => {
    expect(refusedHandOver(coupon(), today)).toBeUndefined();
    expect(refusedHandOver(coupon({ terms: off(500) }), today)).toEqual(new Refusal('no_gift', {}));
    expect(refusedHandOver(coupon({ terms: { ...cup, threshold: fen(1) } }), today)).toEqual(
      new Refusal('no_gift', {}),
    );
  });

  test.each([
    [{ state: 'used' }, 'used'],
    [{ state: 'revoked' }, 'revoked'],
    [lapsed, 'lapsed'],
    [toCome, 'not_yet'],
    [blackout, 'blackout'],
  ] as const)('%j is refused as %s', (part, state) => {
    expect(refusedHandOver(coupon(part), today)).toEqual(new Refusal('coupon_not_usable', { state }));
  });
});

describe('taking away again', () => {
  const by = { reason: '发错', today } as const;
  it('is done with a reason', () => {
    expect(refusedWithdrawal(coupon(), by)).toBeUndefined();
    expect(refusedWithdrawal(coupon(), { ...by, reason: '' })).toEqual(new Refusal('reason_needed', {}));
  });

  test.each([toCome, blackout])('%j: it is unused, and goes', (part) => {
    expect(refusedWithdrawal(coupon(part), by)).toBeUndefined();
  });

  test.each([
    [{ state: 'used' }, 'used'],
    [{ state: 'revoked' }, 'revoked'],
    [lapsed, 'lapsed'],
  ] as const)('%j: nothing is left to take (%s)', (part, state) => {
    expect(refusedWithdrawal(coupon(part), by)).toEqual(new Refusal('coupon_not_usable', { state }));
  });
});

test('a campaign issues templates of its own, while they are active', () => {
  expect(
    TRIGGERS.filter((trigger) => trigger !== 'birthday' && isForCampaign({ trigger, active: true })),
  ).toEqual(['campaign']);
  expect(isForCampaign({ trigger: 'campaign', active: false })).toBe(false);
});

import type { BillStep } from '@domain/purchases/bill';
import { dueOf, type PriceStep, stepsForCustomer, stepsToRead } from '@domain/slips/price-steps';
import { fen, points } from '@domain/units';
import { describe, expect, it } from 'vitest';

const GROSS: BillStep = { kind: 'gross', amount: fen(12800) };
const TIER: BillStep = { kind: 'tier', amount: fen(-1920), tier: 'vip', percentOff: 15, base: fen(12800) };
const GIFT: BillStep = {
  kind: 'coupon',
  amount: fen(0),
  couponId: '0190a5d0-0000-7000-8000-000000000003',
  name: '生日礼',
  terms: { kind: 'gift', item: '马克杯', cost: fen(1500), threshold: fen(0) },
  base: fen(10880),
};
const TOTAL: BillStep = { kind: 'total', amount: fen(10880) };
const POINTS: BillStep = { kind: 'points', amount: fen(-500), points: points(500) };
const DUE: BillStep = { kind: 'due', amount: fen(10380) };

const read = (...steps: BillStep[]) => stepsToRead(stepsForCustomer(steps)).map(({ kind }) => kind);

describe('the price as the customer reads it', () => {
  it('a bill from which nothing was taken is one line', () =>
    expect(read(GROSS, TOTAL, DUE)).toEqual(['due']));
  it('with a discount it begins with the list price', () =>
    expect(read(GROSS, TIER, TOTAL, DUE)).toEqual(['gross', 'tier', 'due']));
  it('with points alone the list price is what they are taken from', () =>
    expect(read(GROSS, TOTAL, POINTS, DUE)).toEqual(['gross', 'points', 'due']));
  it('the sum between stands where discounts lie before it and points after it', () =>
    expect(read(GROSS, TIER, GIFT, TOTAL, POINTS, DUE)).toEqual([
      'gross',
      'tier',
      'coupon',
      'total',
      'points',
      'due',
    ]));

  it('no id, no base and no terms reach the customer; a gift keeps its item', () =>
    expect(stepsForCustomer([TIER, GIFT])).toEqual<PriceStep[]>([
      { kind: 'tier', amount: fen(-1920), tier: 'vip', percentOff: 15 },
      { kind: 'coupon', amount: fen(0), name: '生日礼', gift: '马克杯' },
    ]));

  it('what is to pay is the last word', () => {
    expect(dueOf(stepsForCustomer([GROSS, DUE]))).toBe(10380);
    expect(dueOf([])).toBeUndefined();
  });
});

import { type CouponView, couponView } from '@contract/loyalty-shapes';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen, NO_FEN, points } from '@domain/units';
import { offersOf, price } from '@renderer/features/purchases/price';
import {
  BLANK_SALE,
  type Buyer,
  blankLine,
  type Reading,
  readQuantity,
  readSale,
  type TypedSale,
  withCoupon,
  withoutCoupon,
} from '@renderer/features/purchases/sale-form';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCoupon, idOf, ZHANG } from '../support/shop';

const today = businessDate('2026-11-22');
const coupon = (number: number, more: object = {}): CouponView => couponView.parse(aCoupon(number, more));
const buyer = (more: Partial<Buyer> = {}): Buyer => ({
  id: ZHANG.id,
  tier: 'regular',
  points: 1284,
  birthday: null,
  coupons: [],
  ...more,
});

describe('a quantity', () => {
  it.each([
    ['1', 1000],
    ['0.5', 500],
    ['１．２５', 1250],
    ['0', null],
    ['-1', null],
    ['1.2345', null],
    ['', null],
  ])('%j is %s thousandths', (text, milli) => expect(readQuantity(text)).toBe(milli));
});

describe('the bill as typed', () => {
  const line = { ...blankLine(1), product: '拿铁', amount: '18' };

  it('is the sum of its lines when no amount is given', () =>
    expect(readSale({ ...BLANK_SALE, lines: [line, { ...line, key: 2, amount: '5.5' }] })).toMatchObject({
      ok: true,
      gross: 2350,
    }));

  it('leaves out a line that was not begun', () =>
    expect(readSale({ ...BLANK_SALE, amount: '18', lines: [blankLine(1)] })).toEqual({
      ok: true,
      gross: 1800,
      specialPrice: 0,
      items: [],
    }));

  it('names the line that is wrong', () => {
    const broken = (part: object) => readSale({ ...BLANK_SALE, lines: [{ ...line, key: 7, ...part }] });
    expect(broken({ product: ' ' })).toMatchObject({ why: 'product_needed', line: 7 });
    expect(broken({ quantity: 'x' })).toMatchObject({ why: 'quantity_malformed', line: 7 });
    expect(broken({ amount: '1.234' })).toMatchObject({ why: 'amount_malformed', line: 7 });
  });

  it('S43 says which part is at a special price, and lines say it themselves', () => {
    const typed = { ...BLANK_SALE, amount: '128', special: '28.5' };
    expect(readSale(typed)).toMatchObject({ ok: true, gross: 12800, specialPrice: 2850 });
    expect(readSale({ ...typed, lines: [line] })).toMatchObject({ ok: true, specialPrice: 0 });
    expect(readSale({ ...typed, special: '1.234' })).toEqual({
      ok: false,
      at: 'special',
      why: 'too_precise',
    });
  });
});

describe('coupons on the bill', () => {
  const stacking = (number: number) => coupon(number, { stacks: true });
  const ids = (typed: TypedSale) => typed.coupons.map(({ id }) => id);

  it('one that says nothing about others takes their place', () => {
    const one = withCoupon(BLANK_SALE, coupon(1));
    expect(ids(withCoupon(one, coupon(2)))).toEqual([idOf(502)]);
    expect(ids(withCoupon(one, stacking(2)))).toEqual([idOf(502)]);
  });

  it('those that stack lie beside each other', () =>
    expect(ids(withCoupon(withCoupon(BLANK_SALE, stacking(1)), stacking(2)))).toEqual([
      idOf(501),
      idOf(502),
    ]));

  it('whatever is put on and taken off, what lies there goes together and lies there once', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ number: fc.integer({ min: 1, max: 5 }), on: fc.boolean() }), { maxLength: 12 }),
        (acts) => {
          let typed: TypedSale = BLANK_SALE;
          for (const { number, on } of acts) {
            const one = coupon(number, { stacks: number > 2 });
            typed = on ? withCoupon(typed, one) : withoutCoupon(typed, one.id);
            expect(typed.coupons.some(({ id }) => id === one.id)).toBe(on);
          }
          expect(new Set(ids(typed)).size).toBe(typed.coupons.length);
          expect(typed.coupons.length < 2 || typed.coupons.every(({ stacks }) => stacks)).toBe(true);
        },
      ),
    ));
});

const bill: Reading = { ok: true, gross: fen(2000), specialPrice: NO_FEN, items: [] };
const till = { buyer: buyer(), rules: DEFAULT_RULES, today };

describe('the price', () => {
  it('shows the bill without points beside the reason why they cannot be used', () => {
    const priced = price({ ...BLANK_SALE, redeem: points(1100) }, bill, till);
    expect(priced.refusal?.code).toBe('redeem_above_share');
    expect(priced.quote?.due).toBe(2000);
  });

  it('keeps the coupon while only the points are refused', () => {
    const typed = { ...BLANK_SALE, coupons: [coupon(1, { terms: off(500) })], redeem: points(1100) };
    expect(price(typed, bill, till).quote?.due).toBe(1500);
  });

  it('shows the bill without a coupon that cannot be used', () => {
    const foreign = coupon(1, { memberId: idOf(2) });
    const priced = price({ ...BLANK_SALE, coupons: [foreign] }, bill, till);
    expect(priced.refusal?.code).toBe('coupon_foreign');
    expect(priced.quote?.due).toBe(2000);
  });

  it('says nothing while the amount cannot be read', () =>
    expect(price(BLANK_SALE, { ok: false, at: 'amount', why: 'empty' }, till)).toEqual({
      quote: null,
      refusal: null,
    }));
});

describe('what the member may choose from', () => {
  const all = [1, 2, 3, 4, 5, 6, 7].map((number) => coupon(number));

  it('is as many as have a key, and whatever lies on the bill', () => {
    const typed = { ...BLANK_SALE, coupons: [coupon(7), coupon(9)] };
    const offers = offersOf(typed, bill, { buyer: buyer({ coupons: all }), today });
    expect(offers.map(({ coupon: { name } }) => name)).toEqual([
      '券1',
      '券2',
      '券3',
      '券4',
      '券5',
      '券6',
      '券7',
      '券9',
    ]);
  });

  it('tells a threshold that is missed once there is an amount', () => {
    const coupons = [coupon(1, { terms: off(500, 5000) })];
    const ask = (reading: Reading) => offersOf(BLANK_SALE, reading, { buyer: buyer({ coupons }), today });
    expect(ask(bill)[0]?.refusal).toMatchObject({ code: 'coupon_below_threshold', params: { gross: 2000 } });
    expect(ask({ ok: false, at: 'amount', why: 'empty' })[0]?.refusal).toBeNull();
  });

  it('tells that another does not go with the one on the bill', () => {
    const typed = { ...BLANK_SALE, coupons: [coupon(1)] };
    const offers = offersOf(typed, bill, { buyer: buyer({ coupons: all.slice(0, 2) }), today });
    expect(offers.map(({ refusal }) => refusal?.code ?? null)).toEqual([null, 'coupons_do_not_stack']);
  });
});

function off(amount: number, threshold = 0) {
  return { kind: 'amount', off: amount, threshold };
}

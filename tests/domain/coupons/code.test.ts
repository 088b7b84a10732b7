import { couponCodeOf, readCouponCode } from '@domain/coupons/code';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const ID = '019aa5c0-1f2e-7abc-8def-0123456789ab';

describe('the code of a coupon', () => {
  it('is Q, twelve digits of the random end of the id, and a check digit', () => {
    expect(couponCodeOf(ID)).toMatch(/^Q\d{13}$/);
    expect(couponCodeOf(ID).slice(1, 13)).toBe(String(0x0123456789ab % 1e12).padStart(12, '0'));
  });

  it('has the check digit of Damm: of 000000000572 it is 4', () => {
    const id = `019aa5c0-1f2e-7abc-8def-${(572).toString(16).padStart(12, '0')}`;
    expect(couponCodeOf(id)).toBe('Q0000000005724');
  });

  it('keeps nothing of the moment at which the id was made', () => {
    expect(couponCodeOf(ID.replace('019aa5c0', '01aaaaaa'))).toBe(couponCodeOf(ID));
  });

  it('is made of UUIDs only', () => expect(() => couponCodeOf('no-id')).toThrow(RangeError));
});

describe('reading a code', () => {
  const code = couponCodeOf(ID);
  const shifted = code.replace(/[Q\d]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
  test.each([
    code,
    code.toLowerCase(),
    `  ${code.slice(0, 5)} ${code.slice(5)} `,
    shifted,
    `]C1${code}`,
    `${code}\r`,
  ])('%j is read', (typed) => expect(readCouponCode(typed)).toEqual({ readAs: 'coupon', code }));

  test.each(['', 'Q', 'Q123', `${code}1`, code.slice(1), '13812348812', 'qiang', 'R0000000005724'])(
    '%j is no coupon code',
    (typed) => expect(readCouponCode(typed)).toEqual({ readAs: 'no_code' }),
  );

  it('tells every single wrong digit and every swap of neighbours', () => {
    const digits = fc.tuple(
      fc.nat(0xffffffffffff),
      fc.integer({ min: 1, max: 13 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(digits, ([random, place, by]) => {
        const right = couponCodeOf(`019aa5c0-1f2e-7abc-8def-${random.toString(16).padStart(12, '0')}`);
        const wrong = (Number(right[place]) + by) % 10;
        const mistyped = right.slice(0, place) + wrong + right.slice(place + 1);
        expect(readCouponCode(mistyped)).toEqual({ readAs: 'wrong_code' });
        const next = right[place + 1];
        if (next === undefined || next === right[place]) return;
        const swapped = right.slice(0, place) + next + right[place] + right.slice(place + 2);
        expect(readCouponCode(swapped)).toEqual({ readAs: 'wrong_code' });
      }),
      { numRuns: 2000 },
    );
  });
});

import { daysUntilBirthday, isBirthday } from '@domain/members/birthday';
import { normaliseCardNo } from '@domain/members/card-no';
import { isMemberNo, memberNoAfter, memberNoOf } from '@domain/members/member-no';
import { maskPhone, normalisePhone } from '@domain/members/phone';
import { dayNumber, rankScore } from '@domain/members/rank';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('phones', () => {
  test.each([
    ['13812348812', '13812348812'],
    [' 138-1234-8812 ', '13812348812'],
    ['138 1234 8812', '13812348812'],
    ['＋８６ １３８１２３４８８１２', '13812348812'],
    ['+8613812348812', '13812348812'],
    ['008613812348812', '13812348812'],
    ['8613812348812', '13812348812'],
    ['(020) 8888-6666', '02088886666'],
    ['+86 20 8888 6666', '2088886666'],
    ['88123456', '88123456'],
    ['400-800-1234', '4008001234'],
    ['+1 381 234 5678', '+13812345678'],
    ['0013812345678', '+13812345678'],
    ['+852 9123 4567', '+85291234567'],
  ])('%j is kept as %s', (typed, kept) => {
    expect(normalisePhone(typed)).toBe(kept);
    expect(normalisePhone(kept)).toBe(kept);
  });

  test.each([
    '',
    '123456',
    '1234567890123456',
    '10012345678',
    '12812348812',
    '1.38E+10',
    '电话',
    '1381234881x',
    '+',
    '++8613812348812',
  ])('%j is no phone', (typed) => {
    expect(normalisePhone(typed)).toBeUndefined();
  });

  test('masked: three before, four behind, never more', () => {
    expect(maskPhone('13812348812')).toBe('138****8812');
    expect(maskPhone('+85291234567')).toBe('+85*****4567');
    expect(maskPhone('88123456')).toBe('****3456');
    expect(maskPhone('8812345')).toBe('***2345');
    expect(maskPhone(null)).toBe('');
    fc.assert(
      fc.property(fc.stringMatching(/^\d{7,15}$/), (phone) => {
        expect(maskPhone(phone)).toHaveLength(phone.length);
        expect(maskPhone(phone).replace(/\D/g, '').length).toBeLessThanOrEqual(7);
      }),
    );
  });
});

describe('card and member numbers', () => {
  test('a card is capital letters and digits; a payment code never becomes one', () => {
    expect(normaliseCardNo(' vip-００12 ')).toBe('VIP0012');
    expect(normaliseCardNo('6688 0000 1234')).toBe('668800001234');
    expect(normaliseCardNo('会员12')).toBeUndefined();
    expect(normaliseCardNo('--')).toBeUndefined();
    expect(normaliseCardNo('1'.repeat(33))).toBeUndefined();
    expect(normaliseCardNo('134567890123456789')).toBeUndefined();
  });

  test('a member number ends in a check digit, and one wrong digit is found', () => {
    expect(memberNoOf(1)).toBe('000000018');
    expect(memberNoAfter(null)).toBe('000000018');
    expect(memberNoAfter(memberNoOf(41))).toBe(memberNoOf(42));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        (of, at, by) => {
          const no = memberNoOf(of);
          expect(isMemberNo(no)).toBe(true);
          const slipped = no.slice(0, at) + ((Number(no[at]) + by) % 10) + no.slice(at + 1);
          expect(isMemberNo(slipped)).toBe(false);
        },
      ),
    );
  });

  test('numbers sort as they were given, so the largest text is the last one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_998 }), (of) => {
        expect(memberNoOf(of) < memberNoOf(of + 1)).toBe(true);
      }),
    );
    expect(() => memberNoAfter('999999994')).toThrow(RangeError);
  });
});

describe('birthdays (S45)', () => {
  const today = businessDate('2026-05-18');

  test('29 February stands without a year and with a leap year only', () => {
    expect(isBirthday({ year: null, month: 2, day: 29 }, today)).toBe(true);
    expect(isBirthday({ year: 2000, month: 2, day: 29 }, today)).toBe(true);
    expect(isBirthday({ year: 2001, month: 2, day: 29 }, today)).toBe(false);
    expect(isBirthday({ year: null, month: 2, day: 30 }, today)).toBe(false);
    expect(isBirthday({ year: null, month: 4, day: 31 }, today)).toBe(false);
  });

  test('nobody was born tomorrow', () => {
    expect(isBirthday({ year: 2026, month: 5, day: 18 }, today)).toBe(true);
    expect(isBirthday({ year: 2026, month: 5, day: 19 }, today)).toBe(false);
    expect(isBirthday({ year: 1899, month: 5, day: 19 }, today)).toBe(false);
  });

  test.each([
    ['2026-05-18', 5, 18, 0],
    ['2026-05-18', 5, 21, 3],
    ['2026-05-18', 5, 17, 364],
    ['2026-12-31', 1, 1, 1],
    ['2026-02-27', 2, 29, 1],
    ['2026-02-28', 2, 29, 0],
    ['2028-02-28', 2, 29, 1],
    ['2028-02-29', 2, 29, 0],
    ['2027-03-01', 2, 29, 365],
  ])('on %s, born %i-%i: in %i days', (on, month, day, days) => {
    expect(daysUntilBirthday({ month, day }, businessDate(on))).toBe(days);
  });
});

describe('ranking', () => {
  const of = (lastVisit: string | null, visitsInYear: number, visits = visitsInYear) =>
    rankScore({ lastVisitDay: lastVisit === null ? null : dayNumber(lastVisit), visitsInYear, visits });

  test('the last visit counts, each visit of the year a week, at most thirty', () => {
    expect(of('2026-05-18', 1)).toBeGreaterThan(of('2026-05-17', 1));
    expect(of('2026-05-11', 3)).toBeGreaterThan(of('2026-05-18', 1));
    expect(of('2026-05-18', 30)).toBe(of('2026-05-18', 31) - 1);
    expect(of('2026-05-18', 1, 9)).toBeGreaterThan(of('2026-05-18', 1, 8));
    expect(of('2026-05-18', 1, 5000)).toBeLessThan(of('2026-05-19', 1, 1));
    expect(of(null, 0)).toBe(0);
  });

  test('every score fits in 32 bits', () => {
    expect(of('2199-12-31', 400, 100_000)).toBeLessThan(2 ** 32);
  });
});

import type { Doings, HandedOver, Sold, Stage, Who } from '@domain/practice/doings';
import { DIFFERENCES, EXERCISES, type Exercise, STEPS } from '@domain/practice/exercises';
import { bestOf, differs, doneAt, type Finding } from '@domain/practice/finding';
import { judge } from '@domain/practice/judge';
import { whoOf } from '@domain/practice/tasks';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen, instant, NO_FEN, points } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const who = (id: string): Who => ({ id, name: id, tail: id });
const stage: Stage = {
  cast: {
    ...{ zhangSan: who('zhang-san'), zhangMin: who('zhang-min'), liJing: who('li-jing') },
    ...{ liuFang: who('liu-fang'), couponHolder: who('holder') },
    bill: { purchaseId: 'bill', half: fen(2090) },
  },
  rules: DEFAULT_RULES,
  today: businessDate('2026-05-18'),
  tiers: new Map([
    ['li-jing', 'loyal'],
    ['liu-fang', 'vip'],
  ]),
  readAt: null,
};
const NOTHING: Doings = {
  ...{ signedUp: [], tagged: [], sold: [], refunded: [], handedOver: [] },
  ...{ complained: [], contacted: [], answered: [], closed: [] },
};
const at = instant(1_000);
const aSale = (more: Partial<Sold>): Sold => ({
  ...{ memberId: 'li-jing', gross: fen(7800), levelDiscount: NO_FEN, total: fen(7800), couponIds: [] },
  ...{ redeemed: points(0), usableBefore: 0, receiptNo: null, at },
  ...more,
});
const judged = (exercise: Exercise, doings: Partial<Doings>) =>
  judge(exercise, { ...NOTHING, ...doings }, stage);
const codeOf = ({ difference }: Finding) => difference?.code ?? null;

it('nothing done is nothing wrong, and no exercise is done by it', () => {
  for (const exercise of EXERCISES) {
    const finding = judged(exercise, {});
    expect(finding).toEqual({ steps: STEPS[exercise].map(() => null), difference: null });
    expect(doneAt(finding)).toBeNull();
  }
});

it('every exercise about a person names one of the cast', () => {
  const anybody = EXERCISES.filter((exercise) => whoOf(exercise, stage.cast) === null);
  expect(anybody).toEqual(['sign_up', 'care_call', 'day_close', 'leaving']);
});

describe('S83 S39: the discount that is due', () => {
  it('is that of the member’s own level, by the rules in force', () => {
    const loyal = aSale({ levelDiscount: fen(780), total: fen(7020) });
    expect(doneAt(judged('sale', { sold: [loyal] }))).toBe(at);
    const vip = { memberId: 'liu-fang', gross: fen(17790), levelDiscount: fen(2520) };
    expect(judged('discount', { sold: [aSale(vip)] }).steps).toEqual([at, at, null]);
    expect(codeOf(judged('discount', { sold: [aSale({ ...vip, levelDiscount: fen(1680) })] }))).toBe(
      'no_discount',
    );
  });

  it('counts beside a coupon that somebody used as well', () => {
    const both = aSale({ levelDiscount: fen(780), total: fen(6520), couponIds: ['five'] });
    expect(doneAt(judged('sale', { sold: [both] }))).toBe(at);
  });
});

describe('S44: the birthday gift', () => {
  const given = (more: Partial<HandedOver>) =>
    judged('birthday', { handedOver: [{ memberId: 'zhang-san', trigger: 'birthday', at, ...more }] });

  it('is the birthday’s own, of whom it is for', () => {
    expect(doneAt(given({}))).toBe(at);
    expect(codeOf(given({ trigger: 'campaign' }))).toBe('coupon_not_gift');
    expect(codeOf(given({ memberId: 'holder' }))).toBe('gift_of_another');
  });
});

describe('of several attempts', () => {
  const wrong = (code: (typeof DIFFERENCES)[number]): Finding => ({
    steps: [null, null],
    difference: differs(code),
  });
  const untouched: Finding = { steps: [null, null], difference: null };

  it('a right one stays right, whatever comes after it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...DIFFERENCES)), fc.nat(10), (codes, place) => {
        const right: Finding = { steps: [at, at], difference: null };
        const attempts = codes.map(wrong);
        attempts.splice(place, 0, right);
        expect(bestOf(attempts, untouched)).toBe(right);
      }),
    );
  });

  it('the last of equals is the one that is told of', () => {
    expect(codeOf(bestOf([wrong('other_member'), wrong('amount_differs')], untouched))).toBe(
      'amount_differs',
    );
  });
});

import { memberNoOf } from '@domain/members/member-no';
import { type SaleForSlip, slipOf } from '@domain/slips/slip';
import { businessDate, fen, instant, points } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TODAY = businessDate('2026-11-22');
const SALE: SaleForSlip = {
  memberId: '0190a5d0-0000-7000-8000-000000000001',
  memberName: '欧阳娜娜',
  memberPhone: '13812348812',
  memberNo: memberNoOf(1),
  boughtAt: instant(Date.UTC(2026, 10, 22, 6, 5)),
  businessDate: TODAY,
  receiptNo: 'R-7',
  total: fen(12800),
  discount: fen(0),
  pointsWorth: fen(500),
  paid: fen(12300),
  used: points(500),
  earned: points(123),
  account: null,
  refunded: fen(0),
  undone: false,
  coupons: [],
};
const AT = { store: '街角咖啡', today: TODAY, standing: { usable: points(907), lapsingSoon: null } };

describe('what stands on a slip', () => {
  it('name and phone go in whole and come out masked', () => {
    const slip = slipOf(SALE, AT);
    expect(slip.member).toEqual({ name: '欧阳**', phone: '138****8812' });
    expect(JSON.stringify(slip)).not.toMatch(/娜|12348812/);
  });

  it('of any member, neither the given name nor the phone is anywhere on it', () => {
    const given = fc.array(fc.constantFrom(...Array.from('娜秀英敏静丽强磊')), {
      minLength: 1,
      maxLength: 3,
    });
    const phone = fc.stringMatching(/^1[3-9]\d{9}$/);
    fc.assert(
      fc.property(given, phone, (own, known) => {
        // Ids, moments and numbers of the slip are digits too: the phone is looked for beside them.
        const { member } = slipOf({ ...SALE, memberName: `欧阳${own.join('')}`, memberPhone: known }, AT);
        const said = JSON.stringify(member);
        expect(own.some((character) => said.includes(character))).toBe(false);
        expect(said).not.toContain(known.slice(2, 8));
        expect(said).not.toContain(known.slice(-5));
      }),
    );
  });

  it('a bill without an account of its price still says its sums', () => {
    expect(slipOf(SALE, AT).steps).toEqual([
      { kind: 'gross', amount: 12800 },
      { kind: 'total', amount: 12800 },
      { kind: 'points', amount: -500, points: 500 },
      { kind: 'due', amount: 12300 },
    ]);
    const plain = slipOf({ ...SALE, used: points(0), pointsWorth: fen(0), paid: fen(12800) }, AT);
    expect(plain.steps.map(({ kind }) => kind)).toEqual(['gross', 'total', 'due']);
  });

  it('the price is the one that was kept with the sale', () => {
    const account = {
      steps: [
        { kind: 'gross', amount: fen(20000) } as const,
        { kind: 'member_day', amount: fen(-4000), percentOff: 20, base: fen(20000) } as const,
        { kind: 'due', amount: fen(16000) } as const,
      ],
      earning: {
        base: fen(16000),
        rate: { points: points(1), perFen: fen(100) },
        tier: { tier: 'regular' as const, multiplier: { up: 1, per: 1 } },
        event: null,
        points: points(160),
      },
      passedOver: null,
    };
    expect(slipOf({ ...SALE, account }, AT).steps).toEqual([
      { kind: 'gross', amount: 20000 },
      { kind: 'member_day', amount: -4000, percentOff: 20 },
      { kind: 'due', amount: 16000 },
    ]);
  });

  it('the balance is that of the day of printing, with what lapses soon', () => {
    const lapsingSoon = { points: points(120), lastDay: businessDate('2026-11-30') };
    const slip = slipOf(SALE, { ...AT, standing: { usable: points(-20), lapsingSoon } });
    expect([slip.balance, slip.asOf, slip.lapsing]).toEqual([-20, TODAY, lapsingSoon]);
  });
});

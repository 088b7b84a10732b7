import { decideTillSale, tillPrice } from '@domain/pos/sale';
import { quoteSale } from '@domain/purchases/quote';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen, points } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = businessDate('2026-05-18');
const buyer = { id: 'm', tier: 'regular', usable: 0, birthday: null } as const;

describe('From the POS: the bill of a receipt', () => {
  it('is what the till says, nothing taken off once more, and earns as the same bill at the counter does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (paid) => {
        const told = tillPrice({ paid: fen(paid), items: [], buyer, rules: DEFAULT_RULES, day });
        const bill = { gross: fen(paid), items: [], specialPrice: fen(0) };
        const asked = { bill, buyer, coupons: [], redeem: points(0), rules: DEFAULT_RULES, today: day };
        expect(quoteSale(asked)).toMatchObject(told);
        expect(told).toMatchObject({ due: paid, discount: 0 });
      }),
    );
  });

  it('of a VIP has the level’s points and not its discount, which the till has given', () => {
    const vip = { ...buyer, tier: 'vip' } as const;
    const told = tillPrice({ paid: fen(10_000), items: [], buyer: vip, rules: DEFAULT_RULES, day });
    expect(told).toMatchObject({ due: 10_000, earned: 150 });
  });

  it('that comes late has points of its own day, which lapse by it', () => {
    const late = { earned: points(50), holdings: { lots: [], owed: points(0) }, rules: DEFAULT_RULES.points };
    const told = (on: string) => decideTillSale({ ...late, day: businessDate(on), today: day, lotId: 'l' });
    expect(told('2026-04-30').drafts[0]?.moves).toMatchObject([
      { to: 'new_lot', lot: { earnedOn: '2026-04-30', lastDay: '2027-04-30' }, points: 50 },
    ]);
    expect(told('2026-05-18').balance).toBe(50);
    // So late that they have lapsed: earned and lapsed at once, never to be spent.
    expect(told('2025-04-30')).toMatchObject({ balance: 0, debtSettled: 0 });
    expect(told('2025-04-30').drafts.map(({ kind }) => kind)).toEqual(['earn', 'expire']);
  });

  it('settles what the member owes', () => {
    const owing = { lots: [], owed: points(30) };
    const told = decideTillSale({
      ...{ earned: points(50), holdings: owing, rules: DEFAULT_RULES.points, day, today: day, lotId: 'l' },
    });
    expect(told).toMatchObject({ debtSettled: 30, balance: 20 });
  });
});

import { type Quote, quoteSale } from '@domain/purchases/quote';
import { mostRedeemable, worthOf } from '@domain/purchases/redemption';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES, type PointsRules } from '@domain/settings/shop-rules';
import { businessDate, fen, NO_FEN, points } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

const shop = DEFAULT_RULES.points;

interface Asked {
  readonly yuan: number;
  readonly usable?: number;
  readonly redeem?: number;
  readonly exempt?: number;
  readonly rules?: PointsRules;
}

const buyer = { id: 'they', tier: 'regular', usable: 0, birthday: null } as const;
const plain = {
  buyer,
  coupons: [],
  redeem: points(0),
  rules: DEFAULT_RULES,
  today: businessDate('2026-05-18'),
};
const fullPrice = true;

function ask({ yuan, usable = 0, redeem = 0, exempt = 0, rules = shop }: Asked) {
  const gross = Math.round(yuan * 100);
  const exemptFen = Math.round(exempt * 100);
  const items = [
    { amount: fen(gross - exemptFen), earns: true, fullPrice },
    { amount: fen(exemptFen), earns: false, fullPrice },
  ];
  return quoteSale({
    ...plain,
    bill: { gross: fen(gross), items, specialPrice: NO_FEN },
    buyer: { ...buyer, usable },
    redeem: points(redeem),
    rules: { ...DEFAULT_RULES, points: rules },
  });
}

function quote(asked: Asked): Quote {
  const answer = ask(asked);
  if (answer instanceof Refusal) throw new Error(answer.code);
  return answer;
}

describe('what a bill earns (S40): 1 point per full yuan paid, rounded down once, at the end', () => {
  test.each([
    // yuan   redeem  of which tobacco   points
    [88.8, 0, 0, 88],
    [0.99, 0, 0, 0],
    [1, 0, 0, 1],
    [100, 1000, 0, 90], // ten yuan are paid by points: they earn nothing
    [100, 0, 30, 70],
    [100, 1000, 30, 63], // points pay for both lines in proportion: 70 - 7
    [99.99, 1000, 33.33, 60], // 66.66 - 6.66 = 60.00
    [100, 0, 100, 0],
  ])('%d yuan, %d points redeemed, %d yuan that earn nothing: %d points', (yuan, redeem, exempt, earned) => {
    expect(quote({ yuan, usable: 5000, redeem, exempt }).earned).toBe(earned);
  });

  it('floors the bill, never its lines: three lines of 0.60 earn 1 point', () => {
    const items = [60, 60, 60].map((amount) => ({ amount: fen(amount), earns: true, fullPrice }));
    const bill = { gross: fen(180), items, specialPrice: NO_FEN };
    expect(quoteSale({ ...plain, bill })).toMatchObject({ earned: 1 });
  });

  it('is exact where floating point is not: ten thousand million yuan at 7 points per 0.03 yuan', () => {
    const rules = { ...shop, earn: { points: points(7), perFen: fen(3) } };
    expect(quote({ yuan: 9_999_999_999.99, rules }).earned).toBe(2_333_333_333_331);
  });
});

describe('what a bill comes to', () => {
  it('reads gross, total, points, due, and they add up', () => {
    expect(quote({ yuan: 88.8, usable: 1200, redeem: 1000 })).toMatchObject({
      steps: [
        { kind: 'gross', amount: 8880 },
        { kind: 'total', amount: 8880 },
        { kind: 'points', amount: -1000, points: 1000 },
        { kind: 'due', amount: 7880 },
      ],
      due: 7880,
      pointsWorth: 1000,
      earningBase: 7880,
      earned: 78,
    });
  });

  it('has no line for points when none are redeemed', () => {
    expect(quote({ yuan: 10 }).steps.map((step) => step.kind)).toEqual(['gross', 'total', 'due']);
  });
});

describe('how many points a bill takes: 100 = 1 yuan, at least 100, in steps of 100, at most half of the bill', () => {
  test.each([
    // yuan  usable   most   because     presets
    [100, 350, 300, 'balance', [100, 300]],
    [100, 9000, 5000, 'share', [100, 2500, 5000]],
    [9.99, 9000, 400, 'share', [100, 200, 400]],
    [100, 99, 0, 'minimum', []],
    [1.99, 9000, 0, 'minimum', []],
    [100, 0, 0, 'balance', []],
    [100, -20, 0, 'balance', []],
    [100, 100, 100, 'balance', [100]],
    [100, 650, 600, 'balance', [100, 300, 600]],
  ] as const)('%d yuan with %d usable: most %d (%s)', (yuan, usable, most, limitedBy, presets) => {
    expect(quote({ yuan, usable })).toMatchObject({ most: { points: most, limitedBy }, presets });
  });

  it('says `nothing` when points may pay the whole bill, and `step` when a step is too large', () => {
    const all = { ...shop, redeemMaxPercent: 100 };
    expect(mostRedeemable(fen(5000), 9000, all)).toEqual({ points: 5000, limitedBy: 'nothing' });
    const large = { ...shop, redeemStep: points(500) };
    expect(mostRedeemable(fen(5000), 400, large)).toEqual({ points: 0, limitedBy: 'step' });
    expect(mostRedeemable(fen(5000), 400, { ...shop, redeemMaxPercent: 0 })).toMatchObject({
      limitedBy: 'share',
    });
  });

  test.each([
    [{ yuan: 0 }, 'amount_needed', {}],
    [{ yuan: 100, usable: 900, redeem: 50 }, 'redeem_below_minimum', { minimum: 100 }],
    [{ yuan: 100, usable: 900, redeem: 150 }, 'redeem_not_in_steps', { step: 100 }],
    [{ yuan: 100, usable: 900, redeem: 1000 }, 'insufficient_points', { usable: 900, asked: 1000 }],
    [{ yuan: 100, usable: -5, redeem: 100 }, 'insufficient_points', { usable: -5, asked: 100 }],
    [{ yuan: 10, usable: 900, redeem: 600 }, 'redeem_above_share', { most: 500, percent: 50 }],
  ])('%o is refused: %s', (asked, code, params) => {
    expect(ask(asked)).toEqual(new Refusal(code, params));
  });

  it('refuses lines that do not add up to the bill', () => {
    const items = [{ amount: fen(900), earns: true, fullPrice }];
    const bill = { gross: fen(1000), items, specialPrice: NO_FEN };
    expect(quoteSale({ ...plain, bill })).toEqual(new Refusal('lines_differ', { sum: 900, total: 1000 }));
  });
});

test('every preset is accepted, the most is the most, and a bill always adds up', () => {
  const bills = fc.record({
    yuan: fc.integer({ min: 1, max: 100_000 }).map((total) => total / 100),
    usable: fc.integer({ min: -50, max: 20_000 }),
    exempt: fc.constant(0),
    rules: fc
      .record({
        redeemMaxPercent: fc.integer({ min: 0, max: 100 }),
        step: fc.constantFrom(1, 10, 100),
        minimum: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ step, minimum, ...rules }) => ({
        ...shop,
        ...rules,
        redeemStep: points(step),
        redeemMinimum: points(step * minimum),
      })),
  });
  fc.assert(
    fc.property(bills, (bill) => {
      const plain = quote(bill);
      expect(plain.presets).toEqual([...new Set(plain.presets)].sort((a, b) => a - b));
      for (const redeem of plain.presets) {
        const paid = quote({ ...bill, redeem });
        expect(paid.due + worthOf(redeem, bill.rules)).toBe(Math.round(bill.yuan * 100));
        expect(paid.earned).toBeLessThanOrEqual(plain.earned);
      }
      const more = plain.most.points + bill.rules.redeemStep;
      expect(ask({ ...bill, redeem: Math.max(more, bill.rules.redeemMinimum) })).toBeInstanceOf(Refusal);
    }),
    { numRuns: 1000 },
  );
});

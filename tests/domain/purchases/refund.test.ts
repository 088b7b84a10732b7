import { decideRefund, decideUndo, REDUCED_REFUND, type Shortfall } from '@domain/purchases/refund';
import { Refusal } from '@domain/refusal';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { fen, points } from '@domain/units';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { PaperLedger } from '../points/paper-ledger';

/** 15 January 2026; the default rules: 1 point per yuan, 100 points = 1 yuan, 12 months. */
let ledger: PaperLedger;
beforeEach(() => {
  ledger = new PaperLedger(DEFAULT_RULES.points, '2026-01-15');
});

function sell(yuan: number, redeem = 0): number {
  const sold = ledger.ask({ do: 'sale', total: yuan * 100, exempt: 0, redeem });
  if ('refused' in sold) throw new Error(String(sold.refused));
  return ledger.sales.length - 1;
}
const give = (count: number, lastsDays: number | null = null) =>
  ledger.ask({ do: 'opening', points: count, lastsDays });
const spendElsewhere = (count: number) => ledger.ask({ do: 'adjust', points: -count });
const pass = (days: number) => ledger.ask({ do: 'days', days });
const refund = (sale: number, yuan: number, shortfall: Shortfall = 'debt') =>
  ledger.ask({ do: 'refund', sale, amount: Math.round(yuan * 100), shortfall });

describe('a refund of a bill paid by money alone', () => {
  it('gives the money back and takes the same share of the points back', () => {
    const sale = sell(88);
    expect(refund(sale, 22)).toEqual({
      moneyBack: 2200,
      pointsRestored: 0,
      revived: null,
      pointsTakenBack: 22,
      pointsLapsed: 0,
      shortfall: 0,
      debt: 0,
      writtenOff: 0,
      reducedBy: 0,
      balanceAfter: 66,
    });
  });

  it('is cumulative: 123 points, two refunds of 20 % take 24 and 25, as one of 40 % takes 49', () => {
    const sale = sell(123);
    expect(refund(sale, 24.6)).toMatchObject({ pointsTakenBack: 24 });
    expect(refund(sale, 24.6)).toMatchObject({ pointsTakenBack: 25 });
    expect(refund(sell(123), 49.2)).toMatchObject({ pointsTakenBack: 49 });
  });

  it('takes from the sale’s own points first, then from what lapses soonest', () => {
    give(30, 10);
    give(30);
    const sale = sell(50);
    refund(sale, 50);
    expect(ledger.standing().lots).toEqual([
      ['2026-01-25', 30],
      [null, 30],
    ]);
    const other = sell(50);
    spendElsewhere(70); // the 30 that lapse soonest, then 40 of the sale's own
    expect(refund(other, 50)).toMatchObject({ pointsTakenBack: 40, shortfall: 10, debt: 10 });
  });

  it('refuses nothing, more than is left, and a bill that is returned already', () => {
    const sale = sell(10);
    expect(refund(sale, 0)).toEqual({ refused: 'amount_needed' });
    refund(sale, 4);
    expect(refund(sale, 6.01)).toEqual({ refused: 'above_remaining' });
    refund(sale, 6);
    expect(refund(sale, 0.01)).toEqual({ refused: 'nothing_left' });
  });
});

describe('a refund of a bill partly paid by points', () => {
  it('returns money and points in the bill’s own proportion', () => {
    give(500);
    const sale = sell(10, 500); // 5 yuan in points, 5 in money, 5 points earned
    expect(refund(sale, 4)).toMatchObject({ moneyBack: 200, pointsRestored: 200, pointsTakenBack: 2 });
    expect(refund(sale, 6)).toMatchObject({ moneyBack: 300, pointsRestored: 300, pointsTakenBack: 3 });
    expect(ledger.standing()).toMatchObject({ usable: 500, lots: [[null, 500]] });
  });

  it('returns the points to their own lots, the last used first', () => {
    give(100, 10);
    give(400, 90);
    const sale = sell(10, 300); // 100 of the first lot, 200 of the second
    refund(sale, 5);
    expect(ledger.standing().lots).toContainEqual(['2026-04-15', 350]);
    refund(sale, 5);
    expect(ledger.standing().lots).toEqual([
      ['2026-01-25', 100],
      ['2026-04-15', 400],
    ]);
  });

  it('revives a lot that has lapsed meanwhile as a lot of 30 days', () => {
    give(500, 10);
    const sale = sell(10, 500);
    pass(40); // 24 February
    expect(refund(sale, 10)).toMatchObject({
      pointsRestored: 500,
      revived: { points: 500, lastDay: '2026-03-26' },
    });
    const revived = [...ledger.lots.values()].find((lot) => lot.revivesId !== null);
    expect(ledger.lots.get(String(revived?.revivesId))).toMatchObject({
      lastDay: '2026-01-25',
      remaining: 0,
    });
  });
});

describe('earned points that are spent already', () => {
  let sale: number;
  beforeEach(() => {
    sale = sell(100); // 100 points
    spendElsewhere(70);
  });

  it('are owed from now on, and the next earnings settle them', () => {
    expect(refund(sale, 100)).toMatchObject({
      moneyBack: 10_000,
      pointsTakenBack: 30,
      shortfall: 70,
      debt: 70,
    });
    expect(ledger.standing()).toMatchObject({ usable: -70, owed: 70 });
    expect(ledger.ask({ do: 'sale', total: 10_000, exempt: 0, redeem: 0 })).toMatchObject({
      debtSettled: 70,
      balance: 30,
    });
  });

  it('or are kept from the money at their worth', () => {
    const reduced = refund(sale, 100, 'reduce_refund');
    expect(reduced).toMatchObject({ moneyBack: 9930, reducedBy: 70, debt: 0, balanceAfter: 0 });
    expect(ledger.entries.at(-1)).toMatchObject({ kind: 'write_off', points: 70, reason: REDUCED_REFUND });
  });

  it('or are written off', () => {
    expect(refund(sale, 100, 'write_off')).toMatchObject({
      moneyBack: 10_000,
      writtenOff: 70,
      balanceAfter: 0,
    });
  });
});

it('refuses to keep more than there is to give back: then it is a debt, or a manager writes it off', () => {
  const generous = { ...DEFAULT_RULES.points, earn: { points: points(2), perFen: fen(1) } };
  ledger = new PaperLedger(generous, '2026-01-15');
  const sale = sell(1); // 200 points, worth twice the bill
  spendElsewhere(200);
  const decided = ledger.decideRefund({ do: 'refund', sale, amount: 100, shortfall: 'reduce_refund' });
  expect(decided).toEqual(new Refusal('reduction_too_large', { moneyBack: 100, needed: 200 }));
  expect(refund(sale, 1, 'debt')).toMatchObject({ moneyBack: 100, debt: 200 });
});

describe('earned points that lapsed unused', () => {
  it('are gone already: nothing is owed for them', () => {
    const sale = sell(100);
    spendElsewhere(60);
    pass(500); // the other 40 have lapsed
    expect(refund(sale, 50)).toMatchObject({ pointsTakenBack: 0, pointsLapsed: 40, shortfall: 10, debt: 10 });
    expect(refund(sale, 50)).toMatchObject({ pointsLapsed: 0, debt: 50 });
  });
});

describe('undo', () => {
  it('takes the sale just made back as a whole, by reversals', () => {
    give(500);
    const sale = sell(10, 500);
    expect(ledger.ask({ do: 'undo', sale })).toMatchObject({
      moneyBack: 500,
      pointsRestored: 500,
      pointsTakenBack: 5,
    });
    expect(ledger.standing()).toMatchObject({ usable: 500, lots: [[null, 500]] });
    expect(ledger.entries.slice(-2).map((entry) => [entry.kind, entry.points])).toEqual([
      ['reverse', 500],
      ['reverse', -5],
    ]);
  });

  it('brings a debt back that the sale had settled', () => {
    const first = sell(100);
    spendElsewhere(100);
    refund(first, 100);
    ledger.ask({ do: 'undo', sale: sell(50) });
    expect(ledger.standing()).toMatchObject({ usable: -100, owed: 100 });
  });

  test.each<[string, (sale: number) => void, string]>([
    ['on the next day', () => pass(1), 'undo_too_late'],
    ['after a refund', (sale) => refund(sale, 1), 'already_refunded'],
    ['twice', (sale) => ledger.ask({ do: 'undo', sale }), 'already_refunded'],
  ])('%s is refused', (_when, happens, code) => {
    const sale = sell(10);
    happens(sale);
    expect(ledger.ask({ do: 'undo', sale })).toEqual({ refused: code });
  });
});

describe('a bill that coupons paid alone', () => {
  const free = () => ({ ...ledger.saleForRefund(sell(10)), total: fen(0), earned: points(0) });
  const common = () => {
    const { today, rules, newId } = ledger;
    return { holdings: ledger.holdings(), today, rules, newId };
  };
  const asked = { amount: fen(0), shortfall: 'debt' } as const;

  it('goes back as a whole, with an amount of nothing, and once', () => {
    const sale = free();
    expect(decideUndo({ ...common(), sale })).toMatchObject({ kind: 'undo', effect: { moneyBack: 0 } });
    expect(decideRefund({ ...common(), ...asked, sale })).toMatchObject({ kind: 'all', amount: 0 });
    const returned = { ...sale, returned: true };
    expect(decideUndo({ ...common(), sale: returned })).toEqual(new Refusal('already_refunded', {}));
    expect(decideRefund({ ...common(), ...asked, sale: returned })).toEqual(new Refusal('nothing_left', {}));
  });

  it('has no more to give back', () => {
    const decided = decideRefund({ ...common(), ...asked, sale: free(), amount: fen(1) });
    expect(decided).toEqual(new Refusal('above_remaining', { remaining: 0 }));
  });
});

import { Refusal } from '@domain/refusal';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CoinModel } from '../points/coin-model';
import { PaperLedger } from '../points/paper-ledger';
import { FIRST_DAY, followBoth, someHistory, someRules } from '../points/sequences';
import type { Asked, Result, Step } from '../points/till';

const BIG_SALE: Step = { do: 'sale', total: 5000, exempt: 700, redeem: { preset: 2 } };
const GIFT: Step = { do: 'opening', points: 60, lastsDays: 10 };
const share = fc.integer({ min: 0, max: 5000 });

/** A member with a past, who then makes one more sale, paid by points as far as the shop lets them. */
const someSale = fc.record({ rules: someRules, history: someHistory });
type Past = typeof someSale extends fc.Arbitrary<infer T> ? T : never;

async function afterSale({
  rules,
  history,
}: Past): Promise<{ ledger: PaperLedger; sale: number; result: Result }> {
  const model = new CoinModel(rules, FIRST_DAY);
  const ledger = new PaperLedger(rules, FIRST_DAY);
  const none = () => undefined;
  await followBoth([...history, GIFT], model, ledger, none);
  const asked = model.resolve(BIG_SALE) as Asked;
  const result = ledger.ask(asked);
  return { ledger, sale: ledger.sales.length - 1, result };
}

function refund(ledger: PaperLedger, sale: number, amount: number): Readonly<Record<string, number>> {
  const result = ledger.ask({ do: 'refund', sale, amount, shortfall: 'debt' });
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  return result as Record<string, number>; // an effect; `revived` is not read here
}

const sum = (effects: Readonly<Record<string, number>>[], name: string) =>
  effects.reduce((total, effect) => total + (effect[name] ?? 0), 0);

test('reverse(redeem) = identity: undoing a sale leaves every lot and the debt as they were', async () => {
  await fc.assert(
    fc.asyncProperty(someSale, async (past) => {
      const { rules, history } = past;
      const model = new CoinModel(rules, FIRST_DAY);
      const ledger = new PaperLedger(rules, FIRST_DAY);
      await followBoth([...history, GIFT, { do: 'sweep' }], model, ledger, () => undefined);
      const before = structuredClone({ holdings: ledger.holdings(), owed: ledger.owed });
      ledger.ask(model.resolve(BIG_SALE) as Asked);
      const undone = ledger.ask({ do: 'undo', sale: ledger.sales.length - 1 });
      expect(undone).toMatchObject({ moneyBack: expect.any(Number), revived: null });
      expect({ holdings: ledger.holdings(), owed: ledger.owed }).toEqual(before);
    }),
    { numRuns: 1000 },
  );
});

test('refunds are cumulative: two parts do to money and balance what one refund of both would', async () => {
  await fc.assert(
    fc.asyncProperty(someSale, share, share, async (past, first, second) => {
      const [a, b] = [first, Math.min(second, 5000 - first)];
      fc.pre(a > 0 && b > 0);
      const apart = await afterSale(past);
      const parts = [refund(apart.ledger, apart.sale, a), refund(apart.ledger, apart.sale, b)];
      const once = await afterSale(past);
      const whole = refund(once.ledger, once.sale, a + b);
      expect(sum(parts, 'moneyBack')).toBe(whole.moneyBack);
      expect(sum(parts, 'pointsRestored')).toBe(whole.pointsRestored);
      expect(sum(parts, 'pointsTakenBack') + sum(parts, 'shortfall')).toBe(
        Number(whole.pointsTakenBack) + Number(whole.shortfall),
      );
      expect(apart.ledger.standing()).toEqual(once.ledger.standing());
    }),
    { numRuns: 1000 },
  );
});

test('a sale refunded to the last fen, in any parts, leaves nothing behind: neither money nor points', async () => {
  await fc.assert(
    fc.asyncProperty(someSale, fc.array(share, { maxLength: 6 }), async (past, cuts) => {
      const { ledger, sale, result } = await afterSale(past);
      const before = ledger.standing().usable;
      const edges = [...new Set([0, ...cuts, 5000])].sort((a, b) => a - b);
      const effects = edges.slice(1).map((edge, index) => refund(ledger, sale, edge - (edges[index] ?? 0)));
      const { paid, earned, redeemed } = result as { paid: number; earned: number; redeemed: number };
      expect(sum(effects, 'moneyBack')).toBe(paid);
      expect(sum(effects, 'pointsRestored')).toBe(redeemed);
      expect(ledger.standing().usable).toBe(before - earned + redeemed);
      const again = ledger.ask({ do: 'refund', sale, amount: 1, shortfall: 'debt' });
      expect(again).toEqual({ refused: 'nothing_left' });
    }),
    { numRuns: 1000 },
  );
});

test('a preview is the refund itself: deciding writes nothing and decides the same again', async () => {
  await fc.assert(
    fc.asyncProperty(someSale, share, async (past, amount) => {
      fc.pre(amount > 0);
      const { ledger, sale } = await afterSale(past);
      const standing = ledger.standing();
      const preview = ledger.decideRefund({ do: 'refund', sale, amount, shortfall: 'debt' });
      expect(ledger.standing()).toEqual(standing);
      if (preview instanceof Refusal) throw new Error(preview.code);
      expect(refund(ledger, sale, amount)).toEqual(preview.effect);
    }),
    { numRuns: 500 },
  );
});

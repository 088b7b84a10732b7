import type { PointsRules } from '@domain/settings/shop-rules';
import { fen, points } from '@domain/units';
import fc from 'fast-check';
import type { CoinModel } from './coin-model';
import type { Asked, Result, Step, Till } from './till';

export const FIRST_DAY = '2026-01-15';

/** Rules a shop might set, small so that sequences reach their edges. */
export const someRules: fc.Arbitrary<PointsRules> = fc
  .record({
    earn: fc.constantFrom({ points: points(1), perFen: fen(100) }, { points: points(4), perFen: fen(200) }),
    expiryMonths: fc.constantFrom(0, 1, 12),
    redeem: fc.constantFrom([1, 100], [100, 100], [10, 5], [1, 30]),
    step: fc.constantFrom(1, 5, 10),
    minimum: fc.constantFrom(1, 2),
    redeemMaxPercent: fc.constantFrom(30, 50, 100),
  })
  .map(({ redeem: [redeemed = 1, worth = 1], step, minimum, ...rules }) => {
    // A step is always worth whole fen, as `decideRules` demands.
    const redeemStep = worth % redeemed === 0 || step % redeemed === 0 ? step : step * redeemed;
    return {
      ...rules,
      redeem: { points: points(redeemed), worthFen: fen(worth) },
      redeemStep: points(redeemStep),
      redeemMinimum: points(redeemStep * minimum),
      restoredLotDays: 30,
      adjustDailyLimit: points(1000),
    };
  });

const sale: fc.Arbitrary<Step> = fc
  .record({
    total: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 300, max: 6000 })),
    exempt: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 100 })),
    redeem: fc.oneof(
      { weight: 4, arbitrary: fc.record({ preset: fc.constantFrom(0 as const, 1 as const, 2 as const) }) },
      { weight: 3, arbitrary: fc.constant({ points: 0 }) },
      { weight: 1, arbitrary: fc.record({ points: fc.integer({ min: 1, max: 200 }) }) },
    ),
  })
  .map(({ total, exempt, redeem }) => ({
    do: 'sale',
    total,
    exempt: Math.floor((total * exempt) / 100),
    redeem,
  }));

/** Which sale, counted from the newest. */
const fewBack = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(5));

const refund: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('refund'),
  sale: fewBack,
  part: fc.oneof(
    fc.record({ percent: fc.constantFrom(1, 20, 33, 50, 100) }),
    fc.constant('rest' as const),
    fc.record({ fen: fc.nat(3000) }),
  ),
  shortfall: fc.constantFrom('debt', 'reduce_refund', 'write_off'),
});

const someStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: sale },
  { weight: 5, arbitrary: refund },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo'), sale: fewBack }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('adjust'),
      points: fc.oneof(fc.integer({ min: -40, max: 40 }), fc.constant('take all' as const)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('opening'),
      points: fc.integer({ min: 1, max: 60 }),
      lastsDays: fc.constantFrom(null, 0, 10, 90),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('days'), days: fc.constantFrom(1, 20, 31, 200, 400) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'sweep' as const }) },
);

export const someHistory = fc.array(someStep, { minLength: 4, maxLength: 20, size: 'max' });

/** Asks both the coin model and the ledger under test every step; answers where they first differ. */
export async function followBoth(
  steps: readonly Step[],
  model: CoinModel,
  till: Till,
  each: (asked: Asked, result: Result) => void | Promise<void>,
): Promise<void> {
  for (const step of steps) {
    const asked = model.resolve(step);
    if (asked === undefined) continue;
    const expected = model.ask(asked);
    const result = await till.ask(asked);
    same(expected, result, asked);
    same(model.standing(), await till.standing(), asked);
    await each(asked, result);
  }
}

function same(expected: unknown, actual: unknown, asked: Asked): void {
  const [is, was] = [JSON.stringify(expected), JSON.stringify(actual)];
  if (is !== was) throw new Error(`after ${JSON.stringify(asked)}: expected ${is}, got ${was}`);
}

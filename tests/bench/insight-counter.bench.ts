import { businessDate } from '@domain/units';
import { fillLarge } from '../support/large-store';
import { idOf } from '../support/member-rows';
import { aShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { type Served, serve } from './counter';
import { type BenchTable, ms, percentile } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_INSIGHT_COUNTER_MEMBERS ?? 100_000);
const UNTIL = businessDate('2026-05-17');
/** Rounds of a lookup and a sale that are measured at rest; during runs as many, over as many runs as that takes. */
const ROUNDS = 600;
const PAUSE_MS = 15;

/** Who comes to the counter: members from all over the store, none twice in one stretch. */
const CUSTOMERS = Array.from({ length: ROUNDS }, (_, round) => {
  const n = 1 + ((round * 7919) % MEMBERS);
  return { id: idOf(1, n), phone: String(n).padStart(8, '0') };
});

/**
 * The counter with and without a run of insight at work, through the real router and the real worker: a lookup by
 * the end of a phone and a sale, one after the other with a moment between them, as two queues would ask.
 */
export default async function insightCounter(): Promise<BenchTable> {
  await prepareWorkers('insight-job');
  const shop = await aShop();
  try {
    fillLarge(shop.raw(), { members: MEMBERS, bills: MEMBERS * 10, until: UNTIL, points: false });
    const { insightRuns } = shop.main.app;
    await serve(shop, CUSTOMERS, PAUSE_MS, (sales) => sales < 100); // warm
    const quiet = await serve(shop, CUSTOMERS, PAUSE_MS, (sales) => sales < ROUNDS);
    let runs = 0;
    const busy: Pick<Served, 'lookups' | 'sales' | 'late'> = { lookups: [], sales: [], late: [] };
    while (busy.sales.length < ROUNDS) {
      runs += 1;
      shop.clock.advanceDays(1); // so that most rows differ
      await shop.client.insights.run({});
      const during = (sales: number) => sales < ROUNDS && insightRuns.running() !== null;
      const served = await serve(shop, CUSTOMERS, PAUSE_MS, during);
      for (const what of ['lookups', 'sales', 'late'] as const) busy[what].push(...served[what]);
      await insightRuns.settled();
    }
    if (shop.reported.length > 0) throw new Error(shop.reported[0]);
    return {
      title: `The counter while insight is computed, ${MEMBERS.toLocaleString('en')} members`,
      columns: ['', 'at rest, p50', 'p99', 'during a run, p50', 'p99', 'p99 beside it'],
      rows: [
        row('lookup', quiet.lookups, busy.lookups),
        row('sale, durable', quiet.sales, busy.sales),
        row('main serves nobody for', quiet.late, busy.late),
      ],
      notes: [
        `${ROUNDS} rounds at rest, ${busy.sales.length} during ${runs} runs over ${(MEMBERS * 10).toLocaleString('en')} bills; a run works in a thread of its own and writes in slices that give way.`,
        'Bar: p99 of a sale during a run within 3 times that at rest; main never away for over 16 ms (p99).',
      ],
    };
  } finally {
    await shop.close();
  }
}

const row = (name: string, quiet: readonly number[], busy: readonly number[]): string[] => [
  name,
  ...[quiet, busy].flatMap((times) => [0.5, 0.99].map((at) => ms(percentile(times, at)))),
  `${(percentile(busy, 0.99) / percentile(quiet, 0.99)).toFixed(1)} ×`,
];

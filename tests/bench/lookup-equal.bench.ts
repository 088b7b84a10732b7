import { LookupIndex } from '@db/members/lookup-index';
import { connect } from '@db/open';
import { keyOf, likePass } from '../support/like-pass';
import { likeScan } from '../support/like-scan';
import { keptStore, storeIn, TODAY } from './kept-store';
import { drawn, KINDS } from './lookup-kinds';
import type { BenchTable } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_MEMBERS ?? 100_000);
const QUERIES = Number(process.env.SHUKE_BENCH_QUERIES ?? 1000);
/** Of each kind so many are scanned by SQL's own LIKE, to check the pass itself. */
const SCANS = Number(process.env.SHUKE_BENCH_SCANS ?? 10);

/**
 * Every answer of the lookup equals the LIKE scan's, for thousands of random queries of every kind: all queries of
 * a kind in one pass over the members, which is itself held against SQL. Throws with the first that differs.
 */
export default async function lookupEqual(): Promise<BenchTable> {
  const raw = connect(storeIn(await keptStore(MEMBERS)), { readonly: true });
  try {
    const index = new LookupIndex(raw);
    index.warm();
    const rows = KINDS.map(([kind, draw]) => {
      const started = performance.now();
      const queries = drawn(raw, draw, QUERIES, MEMBERS);
      const passed = likePass(raw, queries);
      for (const query of queries) {
        const found = index.find(query, TODAY).map(({ id }) => id);
        same(query, found, passed.get(keyOf(query)) ?? []);
      }
      for (const query of queries.slice(0, SCANS))
        same(query, likeScan(raw, query), passed.get(keyOf(query)) ?? []);
      const took = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`  ${kind}: equal, ${took} s\n`);
      return [
        kind,
        String(queries.length),
        String(passed.size),
        '0',
        String(Math.min(SCANS, queries.length)),
      ];
    });
    return {
      title: `Lookup beside the LIKE scan, ${MEMBERS.toLocaleString('en')} members: the same answers`,
      columns: ['query', 'queries', 'different ones', 'other answers', 'of them also scanned by SQL'],
      rows,
      notes: [
        'An answer is the ids of the first 20 in their order. All queries of a kind are evaluated in one pass over the members (tests/support/like-pass.ts), which equals SQL’s LIKE here and in the tests.',
      ],
    };
  } finally {
    raw.close();
  }
}

function same(query: unknown, found: readonly string[], expected: readonly string[]): void {
  if (found.join() !== expected.join()) throw new Error(`another answer: ${JSON.stringify(query)}`);
}

import { LookupIndex } from '@db/members/lookup-index';
import { rebuildLookup } from '@db/members/lookup-rows';
import { connect } from '@db/open';
import { readQuery } from '@domain/members/query';
import type SQLite from 'better-sqlite3';
import { likeScan } from '../support/like-scan';
import { chances } from '../support/member-rows';
import { keptStore, sizesUpTo, storeIn, TODAY } from './kept-store';
import { drawn, KINDS } from './lookup-kinds';
import { type BenchTable, median, ms, percentile } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_MEMBERS ?? 100_000);
/** Queries of each kind; p99 needs some hundreds. */
const QUERIES = 400;
/** LIKE scans are slow; a few show their size. */
const SCANS = 4;

interface Timed {
  readonly p50: number;
  readonly p99: number;
}
interface Kind extends Timed {
  readonly kind: string;
  readonly scan: number;
}
interface Size {
  readonly members: number;
  readonly yardstick: Timed;
  readonly kinds: readonly Kind[];
  readonly says: string;
}

/** Lookup as you type, in SQL and memory alone, at growing sizes; the window adds its own. */
export default async function lookupBench(): Promise<BenchTable> {
  const sizes: Size[] = [];
  for (const members of sizesUpTo(MEMBERS)) sizes.push(measure(storeIn(await keptStore(members)), members));
  const last = sizes.at(-1);
  const before = sizes.at(-2);
  if (last === undefined) throw new Error('no size');
  const named = ({ members }: Size) => members.toLocaleString('en');
  return {
    title: `Lookup as you type, up to ${named(last)} members with ten bills each`,
    columns: [
      'query',
      ...sizes.flatMap((size) => [`${named(size)}: p50`, 'p99']),
      ...(before === undefined ? [] : [`p99 at ${named(last)} ÷ at ${named(before)}`]),
      'p50 ÷ yardstick',
      'LIKE scan p50',
    ],
    rows: [
      line(
        '20 rows by id, one bare statement (yardstick)',
        sizes.map(({ yardstick }) => yardstick),
        ['1.0', ''],
      ),
      ...last.kinds.map(({ kind, p50, scan }, at) =>
        line(
          kind,
          sizes.map(({ kinds }) => kinds[at] ?? last.yardstick),
          [(p50 / last.yardstick.p50).toFixed(1), ms(scan)],
        ),
      ),
    ],
    notes: [
      `${QUERIES} queries of each kind, drawn from the members there are, each the median of five runs; the same answers as the LIKE scan on ${SCANS} of each kind here, on thousands in "Lookup beside the LIKE scan".`,
      'Bars at 1,000,000 members: p99 2 ms (0000000: 5 ms) and 3 times that at 100,000; p50 10 times the yardstick.',
      ...sizes.map(({ says }) => says),
    ],
  };
}

/** A row of the table: p50 and p99 of each size, how the last p99 has grown, and what else there is to say. */
function line(kind: string, sizes: readonly Timed[], rest: readonly string[]): string[] {
  const [last, before] = [sizes.at(-1), sizes.at(-2)];
  const grown = last === undefined || before === undefined ? [] : [`${(last.p99 / before.p99).toFixed(1)} ×`];
  return [kind, ...sizes.flatMap(({ p50, p99 }) => [ms(p50), ms(p99)]), ...grown, ...rest];
}

function measure(path: string, members: number): Size {
  const raw = connect(path);
  try {
    const memory = heap();
    const opened = timed(() => new LookupIndex(raw));
    const index = opened.value;
    const firstCold = timed(() => index.find(readQuery('138'), TODAY)).took;
    const waiting: (() => void)[] = [];
    const steps: number[] = [];
    index.warm((step) => waiting.push(step));
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) steps.push(timed(step).took);
    const grown = (heap() - memory) / 2 ** 20;
    const yardstick = yardstickOf(raw, members);
    const kinds = KINDS.map(([kind, draw]) => kindOf(raw, index, kind, drawn(raw, draw, QUERIES, members)));
    return {
      members,
      yardstick,
      kinds,
      says: `${members.toLocaleString('en')}: index opened in ${ms(opened.took)}, first answer cold ${ms(firstCold)}, hot set and scores loaded in ${steps.length} steps of at most ${ms(Math.max(...steps))}, ${grown.toFixed(1)} MB; all lookup rows, readings and grams made anew in ${(renewed(raw) / 1000).toFixed(1)} s.`,
    };
  } finally {
    raw.close();
  }
}

/** How long making all rows of the lookup anew takes; the store stays as it is. */
function renewed(raw: SQLite.Database): number {
  raw.exec('begin');
  const { took } = timed(() => rebuildLookup(raw, TODAY));
  raw.exec('rollback');
  return took;
}

function kindOf(
  raw: SQLite.Database,
  index: LookupIndex,
  kind: string,
  queries: ReturnType<typeof drawn>,
): Kind {
  const scans = queries.slice(0, SCANS).map((query) => {
    const scan = timed(() => likeScan(raw, query));
    const found = index.find(query, TODAY).map((hit) => hit.id);
    if (found.join() !== scan.value.join())
      throw new Error(`another answer than the LIKE scan: ${JSON.stringify(query)}`);
    return scan.took;
  });
  for (const query of queries) index.find(query, TODAY);
  const times = queries.map((query) => usual(() => index.find(query, TODAY)));
  return { kind, scan: median(scans), p50: median(times), p99: percentile(times, 0.99) };
}

/** What fetching twenty known rows costs: nothing can answer faster. */
function yardstickOf(raw: SQLite.Database, members: number): Timed {
  const chance = chances(11);
  const bare = raw.prepare<[string], unknown>(
    `select m.id, l.name, l.phone, l.member_no, l.tier, l.points, l.open_complaints, l.last_visit, l.visits
     from json_each(?) listed cross join member_lookup l on l.n = listed.value cross join member m on m.n = l.n`,
  );
  const times = Array.from({ length: QUERIES }, () => {
    const list = JSON.stringify(Array.from({ length: 20 }, () => 1 + Math.floor(chance() * members)));
    return usual(() => bare.all(list));
  });
  return { p50: median(times), p99: percentile(times, 0.99) };
}

/** The median of five runs: what the query costs, without what else the machine was doing. */
const usual = (run: () => unknown): number => median(Array.from({ length: 5 }, () => timed(run).took));

function timed<T>(run: () => T): { readonly took: number; readonly value: T } {
  const start = performance.now();
  const value = run();
  return { took: performance.now() - start, value };
}

function heap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

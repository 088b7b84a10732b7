import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickhouseEngine } from '@db/hq/clickhouse';
import { openDuck } from '@db/hq/duckdb';
import { duckdbEngine } from '@db/hq/duckdb-engine';
import type { Engine } from '@db/hq/engine';
import { reportFrom } from '@db/hq/reports';
import { startClickHouse } from '../support/clickhouse';
import { manyStores } from '../support/many-stores';
import type { BenchTable } from './table';

const SIZE = { stores: 1000, months: 12, membersAtFirst: 100, newEachMonth: 10, billsEachMonth: 100 };
const YEAR = { from: '2026-01', to: '2026-12' };

interface Measured {
  readonly name: string;
  readonly engine: Engine;
  readonly folder: string;
  seconds: number;
  slowest: number;
}

/** A thousand stores, a packet each a month for a year, into both engines; the same figures asked of both. */
export default async function bench(): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-head-office-'));
  const clickhouse = await startClickHouse();
  try {
    const duckFolder = mkdtempSync(join(folder, 'duckdb-'));
    const duck = await openDuck(join(duckFolder, 'hq.duckdb'), { spill: folder });
    const engines: Measured[] = [
      { name: 'DuckDB', engine: duckdbEngine(duck), folder: duckFolder, seconds: 0, slowest: 0 },
    ];
    if (clickhouse) {
      const engine = clickhouseEngine({ servers: clickhouse.servers, database: 'hq', cluster: null });
      engines.push({ name: 'ClickHouse 18.16', engine, folder: clickhouse.folder, seconds: 0, slowest: 0 });
    }
    for (const { engine } of engines) await engine.prepare();
    const chain = manyStores(SIZE);
    let rows = 0;
    let bytes = 0;
    let memory = 0;
    for (const month of chain.months()) {
      const files = new Map(
        [...month.lines].map(([kind, lines]) => {
          const file = join(folder, `${kind}.ndjson`);
          writeFileSync(file, lines.join(''));
          rows += lines.length;
          bytes += statSync(file).size;
          return [kind, file] as const;
        }),
      );
      for (const one of engines) {
        const seconds = await timed(async () => {
          await one.engine.load({ packets: month.packets, files });
          await one.engine.show(month.now, []);
        });
        one.seconds += seconds;
        one.slowest = Math.max(one.slowest, seconds);
      }
      memory = Math.max(memory, process.memoryUsage().rss);
    }
    const expected = JSON.stringify(chain.expected());
    const packets = SIZE.stores * SIZE.months;
    const told: string[][] = [];
    for (const { name, engine, folder: place, seconds, slowest } of engines) {
      let report = '';
      const asking = await timed(async () => {
        report = JSON.stringify((await reportFrom(engine, YEAR)).total);
      });
      if (report !== expected) throw new Error(`${name}: ${report} is not ${expected}`);
      await engine.close();
      told.push([
        name,
        `${seconds.toFixed(1)} s`,
        `${Math.round(rows / seconds)}`,
        `${Math.round(packets / seconds)}`,
        `${slowest.toFixed(2)} s`,
        `${asking.toFixed(2)} s`,
        `${(sizeOf(place) / 2 ** 20).toFixed(0)} MiB`,
      ]);
    }
    const members = SIZE.stores * (SIZE.membersAtFirst + (SIZE.newEachMonth * (SIZE.months - 1)) / 2);
    return {
      title: 'Head office: 1,000 stores × 12 months',
      columns: ['engine', 'ingest', 'rows/s', 'packets/s', 'slowest month', 'report', 'on disk'],
      rows: told,
      notes: [
        `${rows} rows of ${packets} packets, ${(bytes / 2 ** 20).toFixed(0)} MiB as NDJSON; ${Math.round(members)} members on average. Unpacking is not in these figures.`,
        `All figures of the report equal what the stores add up to, in each engine. Memory of this process at most ${(memory / 2 ** 20).toFixed(0)} MiB, the generator's rows with it.`,
        `Load of the machine at the end: ${loadavg()[0]?.toFixed(1)}.`,
      ],
    };
  } finally {
    await clickhouse?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

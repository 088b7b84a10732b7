import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clickhouseEngine } from '@db/hq/clickhouse';
import { openDuck } from '@db/hq/duckdb';
import { duckdbEngine } from '@db/hq/duckdb-engine';
import { reportFrom } from '@db/hq/reports';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLUSTER, type ClickHouse, startClickHouse } from '../../support/clickhouse';
import { manyStores } from '../../support/many-stores';

const folder = mkdtempSync(join(tmpdir(), 'shuke-reports-'));
let clickhouse: ClickHouse | null = null;
beforeAll(async () => {
  clickhouse = await startClickHouse(2);
});
afterAll(async () => {
  await clickhouse?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const YEAR = { from: '2026-01', to: '2026-12' };

it('exchange, Reports: both engines and two shards tell the figures that the stores themselves add up to', async (context) => {
  if (!clickhouse) return context.skip('no ClickHouse server on this system');
  const duck = await openDuck(join(folder, 'hq.duckdb'), { spill: folder });
  const engines = [
    duckdbEngine(duck),
    clickhouseEngine({ servers: clickhouse.servers, database: 'hq', cluster: CLUSTER }),
  ];
  const chain = manyStores({
    stores: 12,
    months: 4,
    membersAtFirst: 20,
    newEachMonth: 5,
    billsEachMonth: 30,
  });
  for (const engine of engines) await engine.prepare();
  for (const month of chain.months()) {
    const files = new Map(
      [...month.lines].map(([kind, lines]) => {
        const file = join(folder, `${kind}.ndjson`);
        writeFileSync(file, lines.join(''));
        return [kind, file] as const;
      }),
    );
    for (const engine of engines) {
      await engine.load({ packets: month.packets, files });
      await engine.show(month.now, []);
    }
  }
  const [first, second] = await Promise.all(engines.map((engine) => reportFrom(engine, YEAR)));
  expect(second).toEqual(first);
  expect(first?.total).toEqual(chain.expected());
  expect(first?.stores).toHaveLength(12);
  expect(first?.months.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04']);
  for (const part of [first?.regions ?? [], first?.months ?? []])
    expect(part.reduce((sum, { figures }) => sum + figures.salesFen, 0)).toBe(first?.total.salesFen);
  const january = await reportFrom(engines[0]!, { from: '2026-01', to: '2026-01' });
  expect(january.total.salesFen).toBe(first?.months[0]?.figures.salesFen);
  expect(january.total.members).toBe(first?.total.members);
  for (const engine of engines) await engine.close();
});

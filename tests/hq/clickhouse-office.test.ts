import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { init } from '../../electron/hq/commands/init';
import { query } from '../../electron/hq/commands/query';
import { register } from '../../electron/hq/commands/register';
import { report } from '../../electron/hq/commands/report';
import { settle } from '../../electron/hq/commands/settle';
import { tidy } from '../../electron/hq/commands/tidy';
import { type ClickHouse, startClickHouse } from '../support/clickhouse';
import { aFolder, TestOffice, TestStore } from './support';

let clickhouse: ClickHouse | null = null;
beforeAll(async () => {
  clickhouse = await startClickHouse(1);
});
afterAll(async () => {
  await clickhouse?.stop();
});

it('exchange, head office: the same commands with the facts in ClickHouse, the books beside it', async (context) => {
  if (!clickhouse) return context.skip('no ClickHouse server on this system');
  const office = new TestOffice();
  await office.run(init, [office.folder], {
    name: '总部',
    clickhouse: clickhouse.servers[0],
    database: 'hq_commands',
  });
  const store = new TestStore(1);
  store.recipient = office.card().recipient;
  await office.run(register, [store.sheet()]);
  const paid = async () =>
    (await office.run(query, ['select coalesce(sum(paid_fen), 0) as paid from purchase_now'])).answer;

  await store.pack([1]);
  const restore = store.backup();
  const mine = await store.pack([20]);
  await office.ingest(store.folder);
  await office.ingest(store.folder);
  expect(await paid()).toEqual([{ paid: 21 }]);
  restore();
  const clone = aFolder();
  const theirs = await store.pack([300], undefined, clone);
  await office.ingest(clone);
  expect(await paid()).toEqual([{ paid: 1 }]);
  await office.run(settle, [], { store: store.id, keep: theirs.manifestHash });
  expect(await paid()).toEqual([{ paid: 301 }]);
  expect(mine.manifestHash).not.toBe(theirs.manifestHash);
  await store.pack([5], 'full', clone);
  await office.ingest(clone);
  expect(await office.run(tidy)).toMatchObject({ answer: { rows: 2 } });
  expect(await paid()).toEqual([{ paid: 5 }]);
  await expect(office.run(query, ['drop table purchase'])).rejects.toThrow('failed');
});

/** `npm run hq -- …` in a folder of its own, as a process: what it printed and how it ended. */
function commandLine(folder: string) {
  const hq = fileURLToPath(new URL('../../electron/setup/hq.mjs', import.meta.url));
  const env = { ...process.env, DISPLAY: '', INIT_CWD: folder, LANG: 'en_US.UTF-8', LC_ALL: '' };
  return (...args: string[]) => {
    const ran = spawnSync(process.execPath, [hq, ...args, '--office', folder], { env, encoding: 'utf8' });
    const answer = () => JSON.parse(ran.stdout) as unknown; // with --json it is all that stands there
    return { exit: ran.status, told: ran.stdout + ran.stderr, answer };
  };
}

const MARCH = { from: '2026-03', to: '2026-03' } as const;

it('exchange, head office: npm run hq --clickhouse reports what the same packets come to in DuckDB', async (context) => {
  if (!clickhouse) return context.skip('no ClickHouse server on this system');
  const store = new TestStore(1);
  const embedded = await new TestOffice().with(store);
  await store.pack([1250, 3000]);
  await store.pack([99]);

  // The same head office to the store: it has the same keys.
  const folder = aFolder();
  copyFileSync(join(embedded.folder, 'keys.json'), join(folder, 'keys.json'));
  const hq = commandLine(folder);
  const made = hq(
    'init',
    folder,
    '--name',
    'HQ',
    '--clickhouse',
    clickhouse.servers[0],
    '--database',
    'hq_cli',
  );
  expect(made).toMatchObject({ exit: 0, told: expect.stringContaining("Head office's fingerprint: ") });
  expect(hq('register', store.sheet())).toMatchObject({
    exit: 0,
    told: expect.stringContaining('Registered 店1'),
  });
  const taken = hq('ingest', store.folder);
  expect(taken).toMatchObject({
    exit: 0,
    told: expect.stringMatching(/taken: 2, there already: 0, set aside: 0/),
  });

  await embedded.ingest(store.folder);
  const out = join(aFolder(), 'figures');
  const { answer } = await embedded.run(report, [], { ...MARCH, out: `${out}-duckdb`, lang: 'en' });
  const reported = hq('report', '--from', MARCH.from, '--to', MARCH.to, '--out', out, '--json');
  expect(reported.exit).toBe(0);
  expect(reported.answer()).toMatchObject({ total: { sales: 3, salesFen: 4349 } });
  const { total, regions, months } = answer as Record<string, unknown>; // what `report` answers
  expect(reported.answer()).toMatchObject({ total, regions, months });
  for (const table of ['months.csv', 'regions.csv', 'stores.csv', 'store-months.csv'])
    expect(readFileSync(join(out, table), 'utf8')).toBe(readFileSync(join(`${out}-duckdb`, table), 'utf8'));
}, 60_000);

it('exchange, head office: a server that is away is told in words, and nothing is changed', async () => {
  const office = new TestOffice();
  // Port 1 of one's own PC answers nobody.
  await office.run(init, [office.folder], { name: '总部', clickhouse: 'http://127.0.0.1:1' });
  const store = new TestStore(1);
  store.recipient = office.card().recipient;
  const refused =
    /ClickHouse cannot be used now \(http:\/\/127\.0\.0\.1:1\): .*ECONNREFUSED.*\nNothing was changed/;
  await expect(office.run(register, [store.sheet()])).rejects.toThrow(refused);
});

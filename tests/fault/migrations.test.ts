import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { latestVersion, migrate, versionOf } from '@db/migrate';
import { MIGRATIONS } from '@db/migrations/index';
import { connect, openStore } from '@db/open';
import { StoreFaultError } from '@db/store-fault';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORE_NOW } from '../support/store-file';
import { brokenAfter, dumped, olderStore, RELEASED, statementsOf } from './older-stores';
import { bar, type Found, measure } from './support/measure';
import { childFile } from './support/tools';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-older-'));
  for (const version of RELEASED) olderStore(join(folder, `v${version}`, 'shuke.db'), version);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const original = (version: number) => join(folder, `v${version}`, 'shuke.db');

function copyOf(version: number): string {
  const path = join(mkdtempSync(join(folder, 'copy-')), 'shuke.db');
  copyFileSync(original(version), path);
  return path;
}

/** The whole store after the next start with all migrations. */
async function startedAgain(path: string): Promise<string> {
  const opened = openStore(path, STORE_NOW);
  try {
    if (versionOf(opened.raw) !== latestVersion()) throw new Error('not at the newest schema');
    return dumped(opened.raw);
  } finally {
    await opened.close();
  }
}

/** What each store becomes, to be compared with what it becomes after a failure. */
const heads = new Map<number, string>();
async function headOf(version: number): Promise<string> {
  const known = heads.get(version);
  if (known !== undefined) return known;
  const head = await startedAgain(copyOf(version));
  heads.set(version, head);
  return head;
}

describe('trust, migrations', () => {
  it.each(RELEASED)('a store of schema %i becomes what is written down, row by row', async (version) => {
    await expect(await headOf(version)).toMatchFileSnapshot(`golden/from-${version}.txt`);
  });

  it('a migration is the sum of its statements', () => {
    const schema = (apply: (raw: ReturnType<typeof connect>, sql: string) => void) => {
      const raw = connect(join(mkdtempSync(join(folder, 'sum-')), 'shuke.db'));
      for (const { sql } of MIGRATIONS) apply(raw, sql);
      const rows = raw.prepare('select type, name, sql from sqlite_master order by name').all();
      raw.close();
      return rows;
    };
    const oneByOne = (raw: ReturnType<typeof connect>, sql: string) => {
      for (const one of statementsOf(sql)) raw.exec(one);
    };
    const whole = schema((raw, sql) => raw.exec(sql));
    expect(schema(oneByOne)).toEqual(whole);
  });

  it('fails at any statement without a trace, and succeeds at the next start', async () => {
    await measure(
      { test: 'migrations', what: 'failures between two statements', bar: bar(60, places.length) },
      ({ n }) => atPlaces(n, failedAt),
    );
  });

  it('is killed after any statement, and succeeds at the next start', async () => {
    await measure(
      { test: 'migrations killed', what: 'kills between two statements', bar: bar(12, places.length) },
      ({ n }) => atPlaces(n, killedAt),
    );
  });

  it('a store of a newer version is refused and stays as it is, to the byte', () => {
    const path = copyOf(43);
    const raw = connect(path);
    raw.pragma(`user_version = ${latestVersion() + 1}`);
    raw.close();
    const before = readFileSync(path);
    expect(() => openStore(path, STORE_NOW)).toThrow(new StoreFaultError('newer_version'));
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

interface Place {
  readonly version: number;
  readonly boundary: number;
}

async function atPlaces(n: number, work: (place: Place) => Promise<string[]>): Promise<Found> {
  const failures: string[] = [];
  const step = places.length / n;
  for (let at = 0; at < n; at++) {
    const place = places[Math.floor(at * step)];
    if (place !== undefined) failures.push(...(await work(place)));
  }
  return { n, failures, notes: [`of ${places.length} places in ${RELEASED.length} schemas`] };
}

/** How many statements have been carried out when it fails, for each place between two of them and before the commit. */
function boundariesFrom(version: number): number[] {
  const pending = MIGRATIONS.filter((migration) => migration.version > version);
  const statements = pending.reduce((sum, { sql }) => sum + statementsOf(sql).length, 0);
  return Array.from({ length: statements + 1 }, (_, at) => at);
}

const places: readonly Place[] = RELEASED.flatMap((version) =>
  boundariesFrom(version).map((boundary) => ({ version, boundary })),
);

async function failedAt({ version, boundary }: Place): Promise<string[]> {
  const path = copyOf(version);
  const where = `schema ${version}, after statement ${boundary}`;
  const before = readFileSync(path);
  const raw = connect(path);
  let fault: unknown;
  try {
    migrate(raw, () => undefined, brokenAfter({ version, boundary }, 'select * from this_fails'));
  } catch (error) {
    fault = error;
  } finally {
    raw.close();
  }
  const failures: string[] = [];
  if (!(fault instanceof StoreFaultError) || fault.code !== 'migration_failed')
    failures.push(`${where}: said ${String(fault)}`);
  if (!readFileSync(path).equals(before)) failures.push(`${where}: the old file has changed`);
  if ((await startedAgain(path)) !== (await headOf(version)))
    failures.push(`${where}: the next start differs`);
  return failures;
}

/** Main dies in the middle of it: the kernel keeps what was written, SQLite what was committed. */
async function killedAt({ version, boundary }: Place): Promise<string[]> {
  const path = copyOf(version);
  const child = spawn(process.execPath, [childFile('migrator'), path, String(version), String(boundary)]);
  const [code, signal] = await once(child, 'exit');
  const where = `schema ${version}, killed after statement ${boundary}`;
  if (signal !== 'SIGKILL') return [`${where}: ended with ${String(code)}`];
  return (await startedAgain(path)) === (await headOf(version)) ? [] : [`${where}: the next start differs`];
}

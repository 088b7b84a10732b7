import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '@db/open';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pathsIn } from '../../electron/main/paths';
import { chances } from '../support/member-rows';
import { STORE_NOW } from '../support/store-file';
import type { PosOrder, PosSays } from './children/pos-watch';
import { bar, measure } from './support/measure';
import { broken } from './support/store-check';
import { childFile } from './support/tools';

const PHONES = ['13812348812', '13900001111', '13600002222'];
/** So many that booking them takes a while: some hundred milliseconds. */
const RECEIPTS = 300;

let root: string;
let folder: string;
let userData: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'shuke-pos-kill-'));
  [folder, userData] = [join(root, 'till'), join(root, 'data')];
  mkdirSync(folder);
  writeTillFile('20260518.csv', 0);
  await started({ userData, folder, make: PHONES }).ended;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function writeTillFile(name: string, from: number): void {
  const rows = Array.from({ length: RECEIPTS }, (_, at) => {
    const number = from + at;
    return `T${number},2026-05-18,11:00,${10 + (number % 50)}.50,${PHONES[number % PHONES.length]}`;
  });
  writeFileSync(join(folder, name), ['小票号,日期,时间,实收,手机号', ...rows, ''].join('\n'));
}

function started(order: PosOrder) {
  const child = spawn(process.execPath, [childFile('pos-watch'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: PosSays[] = [];
  let rest = '';
  const watching = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        said.push(JSON.parse(line) as PosSays);
        resolve();
      }
    });
  });
  const ended = once(child, 'close').then(() => said);
  return { child, watching: Promise.race([watching, ended]), ended };
}

it('From the POS: a file half done when main is killed goes on, and nothing of it is booked a second time', async () => {
  await measure({ test: 'kill -9, till files', what: 'kills', bar: bar(4, 300) }, async ({ n, seed }) => {
    const chance = chances(seed);
    const failures: string[] = [];
    let half = 0;
    let files = 1;
    for (let kills = 0; kills < n; kills++) {
      if (lying().length === 0) writeTillFile(`more-${kills}.csv`, RECEIPTS * files++);
      const { child, watching, ended } = started({ userData, folder, make: null });
      await watching;
      await wait(300 * chance());
      child.kill('SIGKILL');
      failures.push(...reportedIn(await ended));
      if ((await booked()).bills % RECEIPTS !== 0) half++;
    }
    failures.push(...reportedIn(await started({ userData, folder, make: null }).ended));
    expect(readdirSync(join(folder, 'shuke-done'))).toHaveLength(files);
    const { bills, twice, wrong } = await booked();
    if (twice !== 0) failures.push(`${twice} receipts are booked a second time`);
    if (bills !== files * RECEIPTS) failures.push(`${bills} of ${files * RECEIPTS} receipts are booked`);
    return {
      n,
      failures: [...failures, ...wrong],
      notes: [`${half} with a file half booked`, `${bills} receipts`],
    };
  });
});

const lying = () => readdirSync(folder).filter((name) => name.endsWith('.csv'));
const reportedIn = (said: readonly PosSays[]) =>
  said.flatMap((line) => ('reported' in line ? line.reported : []));

async function booked() {
  const opened = openStore(pathsIn(userData).store, STORE_NOW);
  const count = (sql: string) => opened.raw.prepare<[], number>(sql).pluck().get() ?? 0;
  const bills = count('select count(*) from purchase');
  const twice = bills - count('select count(distinct receipt_no) from purchase');
  const wrong = await broken(opened);
  await opened.close();
  return { bills, twice, wrong };
}

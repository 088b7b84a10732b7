import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '@db/open';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pathsIn } from '../../electron/main/paths';
import { chances } from '../support/member-rows';
import { STORE_NOW } from '../support/store-file';
import { bar, measure } from './support/measure';
import { broken, lost } from './support/store-check';
import { startTill } from './support/till-child';
import type { Ack } from './support/till-work';

/** Tills side by side, each with a store of its own: starting one is most of the time. */
const TILLS = 2;
/** Kills of one store; the next ones have a small one again, or reading the books would be most of the time. */
const OF_ONE_STORE = 25;

let folder: string;
/** What a till has left that was ended in the evening. */
let made: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-kill-'));
  made = join(folder, 'made');
  await startTill({ userData: made, seed: bar(0, 0).seed, make: true, restMs: 0 }).ended;
  expect(existsSync(pathsIn(made).store)).toBe(true);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('trust, kill -9: what was acknowledged is there once, and every law holds, whenever main dies', async () => {
  await measure({ test: 'kill -9', what: 'kills', bar: bar(200, 10_000) }, async ({ n, seed }) => {
    const sum = { kills: 0, acks: 0, opening: 0, failures: [] as string[] };
    const till = async () => {
      for (let store = sum.kills; store < n && sum.failures.length === 0; store = sum.kills) {
        const times = Math.min(OF_ONE_STORE, n - store);
        sum.kills += times;
        const { acks, opening, failures } = await killAgain(`store-${store}`, times, seed + store);
        sum.acks += acks;
        sum.opening += opening;
        sum.failures.push(...failures);
      }
    };
    await Promise.all(Array.from({ length: TILLS }, till));
    const { kills, acks, opening, failures } = sum;
    const notes = [`${acks.toLocaleString('en')} acknowledged acts`, `${opening} killed while opening`];
    return { n: kills, failures, notes };
  });
});

async function killAgain(name: string, times: number, seed: number) {
  const chance = chances(seed);
  const userData = join(folder, name);
  cpSync(made, userData, { recursive: true });
  const all: Ack[] = [];
  const failures: string[] = [];
  let opening = 0;
  for (let kills = 0; kills < times && failures.length === 0; kills += 1) {
    const till = startTill({ userData, seed: seed + 1000 * (kills + 1), make: false, restMs: 0 });
    // One in ten dies before it has opened the store, in the middle of reading its log back.
    const early = chance() < 0.1;
    if (early) await wait(100 + 200 * chance());
    else {
      const fault = await till.opened;
      if (fault !== null) failures.push(`kill ${kills}: the store opens with ${fault}`);
      await till.said(Math.floor(8 * chance()));
      await wait(25 * chance());
    }
    await till.kill();
    if (early) opening += 1;
    all.push(...till.acks);
    const at = `kill ${kills} of ${name}`;
    failures.push(...till.complaints.map((said) => `${at}: ${said}`));
    failures.push(...(await look(userData, till.acks, chance() < 0.3)).map((what) => `${at}: ${what}`));
  }
  failures.push(...(await look(userData, all, true)));
  rmSync(userData, { recursive: true });
  return { acks: all.length, opening, failures };
}

/** Opens what the killed one has left: the store itself, or a copy, so that the next till finds the log as it is. */
async function look(userData: string, acks: readonly Ack[], itself: boolean): Promise<string[]> {
  const { store } = pathsIn(userData);
  const copy = join(userData, 'copy');
  if (!itself) {
    for (const end of ['', '-wal'])
      if (existsSync(store + end)) cpSync(store + end, join(copy, `shuke.db${end}`), { recursive: true });
  }
  try {
    const opened = openStore(itself ? store : join(copy, 'shuke.db'), STORE_NOW);
    try {
      return [...lost(opened.raw, acks), ...(await broken(opened))];
    } finally {
      await opened.close();
    }
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

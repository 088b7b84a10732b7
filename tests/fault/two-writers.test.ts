import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, it } from 'vitest';
import { pathsIn } from '../../electron/main/paths';
import { chances } from '../support/member-rows';
import { wrongIn } from './failing/open-again';
import { bar, measure } from './support/measure';
import { startTill, type TillChild } from './support/till-child';
import type { Ack } from './support/till-work';

/** So soon after its owner was killed the store can be opened again (trust, Durability). */
const RESTART_MS = 3000;

let folder: string;
let own: string;
let other: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-writers-'));
  own = join(folder, 'own');
  other = join(folder, 'other');
  mkdirSync(other);
  await startTill({ userData: own, seed: 1, make: true, restMs: 0 }).ended;
  // The lock of Electron is per user-data folder: through this one the same store is reached past it.
  symlinkSync(dirname(pathsIn(own).store), dirname(pathsIn(other).store), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('trust, two writers: of copies of main with the same and with another user-data folder one has the store', async () => {
  await measure({ test: 'two writers', what: 'races', bar: bar(20, 1000) }, async ({ n, seed }) => {
    const chance = chances(seed);
    const acks: Ack[] = [];
    const failures: string[] = [];
    let slowestMs = 0;
    let taken = 0;
    let owner = open(own, seed);
    const startingMs = await opening(owner);
    let races = 0;
    for (; races < n && failures.length === 0; races += 1) {
      const rivals = [own, other].map((userData, at) => open(userData, seed + 2 * races + at + 1));
      // Before they have tried, while they try, or when they have been refused.
      const ended = await race(owner, rivals, 2 * startingMs * chance());
      acks.push(...owner.acks);
      failures.push(...ended.wrong.map((what) => `race ${races}: ${what}`));
      if (ended.winner !== undefined) {
        taken += 1;
        owner = ended.winner;
        continue;
      }
      owner = open(chance() < 0.5 ? own : other, seed - races);
      const tookMs = await opening(owner);
      slowestMs = Math.max(slowestMs, tookMs);
      if (tookMs > RESTART_MS)
        failures.push(`race ${races}: opened again after ${tookMs.toFixed(0)} ms only`);
    }
    await owner.kill();
    acks.push(...owner.acks);
    failures.push(...(await wrongIn(pathsIn(own).store, acks)));
    return {
      n: races,
      failures,
      notes: [
        `${taken} won by a rival`,
        `slowest restart ${slowestMs.toFixed(0)} ms`,
        `${acks.length.toLocaleString('en')} acknowledged acts`,
      ],
    };
  });
});

const open = (userData: string, seed: number): TillChild =>
  startTill({ userData, seed, make: false, restMs: 20 });

/** Until the store is open; throws when it is not. */
async function opening(till: TillChild): Promise<number> {
  const started = performance.now();
  const fault = await till.opened;
  if (fault !== null) throw new Error(`the store that nobody has opens with ${fault}`);
  return performance.now() - started;
}

/** Kills the owner after a while; answers who has the store now, and whether two ever had it. */
async function race(
  owner: TillChild,
  rivals: readonly TillChild[],
  afterMs: number,
): Promise<{ winner: TillChild | undefined; wrong: string[] }> {
  const wrong: string[] = [...owner.complaints];
  let ownerLives = true;
  for (const rival of rivals)
    void rival.opened.then((fault) => {
      if (fault === null && ownerLives) wrong.push('a rival has opened the store beside its owner');
    });
  await wait(afterMs);
  ownerLives = false;
  await owner.kill();
  const faults = await Promise.all(rivals.map((rival) => rival.opened));
  const winners = rivals.filter((_, at) => faults[at] === null);
  if (winners.length > 1) wrong.push('two rivals have opened the store');
  for (const fault of faults)
    if (fault !== null && fault !== 'already_open') wrong.push(`a rival says ${fault}`);
  await Promise.all(rivals.filter((rival) => !winners.includes(rival)).map((rival) => rival.ended));
  return { winner: winners[0], wrong };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRIES, waitAfter } from '@domain/staff/pin-lock';
import SQLite from 'better-sqlite3';
import { afterAll, beforeAll, inject, it } from 'vitest';
import { pathsIn } from '../../electron/main/paths';
import { chances } from '../support/member-rows';
import { aShop } from '../support/shop';
import type { Guess, GuessOrder } from './children/guesser';
import { bar, measure } from './support/measure';
import { childFile } from './support/tools';

/** Guesses of one process; every second process is killed among its first ones. */
const OF_ONE_PROCESS = 900;
const KILLED_WITHIN = 60;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-pin-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('trust, PIN: guesses, kills and clock jumps stay within policy: ten wrong tries, each after its whole wait', async () => {
  await measure({ test: 'PIN', what: 'guesses', bar: bar(10_000, 200_000) }, async ({ n, seed }) => {
    const shop = await aShop({ userData: folder });
    const victim = await shop.as('cashier');
    await shop.main.stop();
    const chance = chances(seed);
    const failures: string[] = [];
    const sums = { guesses: 0, compared: 0, kills: 0, blocks: 0 };
    /** Wrong tries that were answered since a manager has last let them try again. */
    let answered = 0;
    for (let process = 0; sums.guesses < n && failures.length === 0; process += 1) {
      const before = wrongInARow(victim.id);
      const order = { userData: folder, seed: seed + process, staffId: victim.id, guesses: OF_ONE_PROCESS };
      const killAfter = process % 2 === 1 ? Math.floor(KILLED_WITHIN * chance()) : null;
      const guesses = await guess(order, killAfter);
      const counted = wrongInARow(victim.id);
      answered += guesses.filter(({ said }) => said === 'wrong_pin').length;
      sums.guesses += guesses.length;
      sums.compared += counted - before;
      if (killAfter !== null) sums.kills += 1;
      const wrong = [...tooSoon(guesses, before), ...tooMany(guesses, { counted, answered })];
      failures.push(...wrong.map((what) => `process ${process}: ${what}`));
      if (counted < TRIES) continue;
      sums.blocks += 1;
      letTryAgain(victim.id);
      answered = 0;
    }
    const { compared, kills, blocks } = sums;
    if (blocks === 0) failures.push('nobody was ever blocked: too few guesses for a test');
    const notes = [`${compared} compared, the others turned away`, `${kills} kills`, `${blocks} blocks`];
    return { n: sums.guesses, failures, notes };
  });
});

/** Runs one process; with `killAfter` it dies once it has said so many guesses. */
async function guess(order: GuessOrder, killAfter: number | null): Promise<Guess[]> {
  const child = spawn(process.execPath, [childFile('guesser'), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(inject('faultTools'), 'compiled') },
  });
  const guesses: Guess[] = [];
  let rest = '';
  child.stdout.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    guesses.push(...lines.map((line) => JSON.parse(line) as Guess));
    if (killAfter !== null && guesses.length >= killAfter) child.kill('SIGKILL');
  });
  const [code] = await once(child, 'close');
  if (code !== 0 && code !== null) throw new Error(`the guesser ended with ${code}`);
  return guesses;
}

/** Tries that were looked at before the wait of the one before was over; a new process begins it again. */
function tooSoon(guesses: readonly Guess[], wrongBefore: number): string[] {
  let mayAt = waitAfter(wrongBefore);
  return guesses.flatMap(({ at, said, wait }) => {
    if (said !== 'wrong_pin') return [];
    const early = at < mayAt ? [`looked at after ${at} ms, not before ${mayAt} ms`] : [];
    mayAt = at + wait;
    return early;
  });
}

/** What was counted is never less than what was answered: a kill between the two does not buy a guess. */
function tooMany(guesses: readonly Guess[], sums: { counted: number; answered: number }): string[] {
  const { counted, answered } = sums;
  return [
    ...(guesses.some(({ said }) => said === 'signed in') ? ['a guess was right'] : []),
    ...(counted > TRIES ? [`${counted} wrong tries in a row`] : []),
    ...(counted < answered ? [`${answered} wrong tries were answered, ${counted} counted`] : []),
  ];
}

function inStore<Result>(work: (raw: SQLite.Database) => Result): Result {
  const raw = new SQLite(pathsIn(folder).store);
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}

const wrongInARow = (staffId: string): number =>
  inStore((raw) =>
    raw.prepare<[string], number>('select failures from staff_pin where staff_id = ?').pluck().get(staffId),
  ) ?? 0;

/** What a manager's `staff.unblock` writes. */
const letTryAgain = (staffId: string): void =>
  inStore((raw) => void raw.prepare('update staff_pin set failures = 0 where staff_id = ?').run(staffId));

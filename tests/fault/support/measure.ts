import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Figure, figuresFolder, isLong } from './figure';

/** How much of a suite is run, and from which seed. `npm run test:faults -- --long --seed N -n N` tells otherwise. */
export interface Bar {
  readonly n: number;
  readonly seed: number;
}

export interface Found {
  /** What was really tried: at least what the bar asks for. */
  readonly n: number;
  /** One sentence each, with what replays it. */
  readonly failures: readonly string[];
  readonly notes?: readonly string[];
}

/** The fast bar runs the same seed every time, so that `npm test` says the same twice; the long one a fresh one. */
export function bar(fast: number, long: number): Bar {
  const { SHUKE_FAULTS_N: n, SHUKE_FAULTS_SEED: seed } = process.env;
  return {
    n: n === undefined ? (isLong ? long : fast) : Number(n),
    seed: seed === undefined ? (isLong ? randomInt(2 ** 31) : 20_261_122) : Number(seed),
  };
}

/** Runs one suite, tells its figures and keeps them for the table; fails with what it found and how to see it again. */
export async function measure(
  { test, what, bar: asked }: { test: string; what: string; bar: Bar },
  run: (asked: Bar) => Promise<Found>,
): Promise<void> {
  const started = performance.now();
  const found = await run(asked);
  const figure: Figure = {
    ...{ test, what, n: found.n, seed: asked.seed, failures: found.failures.length },
    seconds: (performance.now() - started) / 1000,
    notes: found.notes ?? [],
  };
  mkdirSync(figuresFolder, { recursive: true });
  writeFileSync(join(figuresFolder, `${test.replace(/\W+/g, '-')}.json`), JSON.stringify(figure));
  process.stdout.write(`${lineOf(figure)}\n`);
  const replay = `npm run test:faults -- --seed ${asked.seed} -n ${asked.n}${isLong ? ' --long' : ''}`;
  expect(found.failures.slice(0, 5), `${found.failures.length} failures; again with: ${replay}`).toEqual([]);
  expect(found.n, 'the bar').toBeGreaterThanOrEqual(asked.n);
}

function lineOf({ test, what, n, seconds, failures, seed, notes }: Figure): string {
  const told = `${test}: ${n.toLocaleString('en')} ${what}, ${seconds.toFixed(1)} s, ${failures} failures, seed ${seed}`;
  return notes.length === 0 ? told : `${told} (${notes.join('; ')})`;
}

import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { giveWay, Slices } from '@db/exchange/slices';
import { Turn } from '@db/turn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OtherWriter } from '../../support/other-writer';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { startOwn } from '../../support/worker';
import type { LateCounter } from './late-counter';

const OTHER_WRITER = 'tests/support/other-writer.ts';

describe('whose turn it is to write', () => {
  let store: StoreFile;
  beforeAll(() => {
    store = aStoreFile();
  });
  afterAll(() => store.close());

  it('a slice ends as soon as the counter wants to write, seen from another thread', async () => {
    const counter = new Turn();
    const importing = new Turn(counter.shared);
    const slices = new Slices(store.raw, importing);
    slices.run(() => undefined);
    expect(slices.full).toBe(false);
    let begin: () => void = () => undefined;
    const begun = counter.take(
      () =>
        new Promise<void>((resolve) => {
          begin = resolve;
        }),
    );
    expect(slices.full).toBe(true);
    slices.end();
    let given = false;
    const giving = giveWay(importing).then(() => {
      given = true;
    });
    await new Promise((resume) => setTimeout(resume, 10));
    expect(given).toBe(false);
    begin();
    await begun;
    await giving;
    expect(given).toBe(true);
  });

  it('two who write in slices find the gaps between each other', async () => {
    const other = await startOwn(OTHER_WRITER, {
      path: store.path,
      turn: new Turn().shared,
    } satisfies OtherWriter);
    await once(other, 'message');
    const slices = new Slices(store.raw);
    const waited: number[] = [];
    for (let round = 0; round < 20; round++) {
      const asked = performance.now();
      slices.run(() => undefined);
      waited.push(performance.now() - asked);
      slices.end();
      await wait(5); // meanwhile the other begins its next
    }
    await other.terminate();
    // Each slice of the other takes 20 ms: whoever slept through the gaps would wait for seconds, and then give up.
    expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(10_000);
    expect(Math.max(...waited)).toBeGreaterThan(5);
  }, 60_000);

  it('a gap that the counter waits for is left to the counter', async () => {
    const turn = new Turn();
    const waiting = new Int32Array(turn.shared);
    Atomics.add(waiting, 0, 1);
    const counter = await startOwn('tests/db/exchange/late-counter.ts', {
      path: store.path,
      turn: turn.shared,
    } satisfies LateCounter);
    await once(counter, 'message');
    const slices = new Slices(store.raw, turn);
    slices.run(() => undefined);
    expect(Atomics.load(waiting, 0)).toBe(0);
    slices.end();
    await counter.terminate();
  });

  it('is given back when the counter could not begin', async () => {
    const turn = new Turn();
    await expect(turn.take(() => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect(turn.wanted).toBe(false);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedOrder } from './children/recorded-till';
import { TillJudge } from './support/judge-till';
import { bar, measure } from './support/measure';
import { type Recording, record } from './support/record';
import { type Replayed, replay } from './support/replay';

/** Each till has a few quiet moments of some seconds. */
const RECORDING_MS = 120_000;

let folder: string;
/** What the three tills did to their disks: at `synchronous` FULL, and at what a control sets it to. Recorded side by side: mostly they wait. */
let full: Recording;
let normal: Recording;
let off: Recording;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-power-'));
  if (process.platform !== 'linux') return;
  const { seed } = bar(0, 0);
  [full, normal, off] = await Promise.all([
    recorded('full', seed, null),
    recorded('normal', seed, 'normal'),
    recorded('off', seed, 'off'),
  ]);
}, RECORDING_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux')('trust, power cut', () => {
  it('loses nothing that was acknowledged, and leaves no store that does not open', async () => {
    const what = { test: 'power cut', what: 'disks', bar: bar(5000, 200_000) };
    await measure(what, async ({ n, seed }) => {
      const found = await cut(full, { n, seed });
      return {
        n: found.states,
        failures: found.failures,
        notes: [
          `${found.lost} lost`,
          `${found.corrupt} corrupt`,
          `${full.calls.length.toLocaleString('en')} calls`,
        ],
      };
    });
  });

  it('would see a loss: the controls lose', async () => {
    const { seed } = bar(0, 0);
    const what = { test: 'power cut, controls', what: 'disks each', bar: { n: 80, seed } };
    await measure(what, async ({ n }) => {
      const logs = inodesOf(full, '-wal');
      const controls: Record<string, Replayed> = {
        'synchronous NORMAL': await cut(normal, { n, seed }),
        'synchronous OFF': await cut(off, { n, seed }),
        'a disk that lies about flushing': await cut(
          without(full, () => true),
          { n, seed },
        ),
        'a disk that writes the store before its log': await cut(
          without(full, (inode) => logs.has(inode)),
          { n, seed },
        ),
      };
      // Losing is one thing; that a damaged store is seen, another.
      const corrupt = Object.values(controls).reduce((sum, found) => sum + found.corrupt, 0);
      expect(corrupt).toBeGreaterThan(0);
      return {
        n,
        failures: Object.entries(controls)
          .filter(([, found]) => found.lost === 0)
          .map(([name]) => `${name} loses nothing, so the suite proves nothing`),
        notes: Object.entries(controls).map(
          ([name, found]) => `${name}: ${found.lost} lost, ${found.corrupt} corrupt`,
        ),
      };
    });
  });
});

const recorded = (name: string, seed: number, synchronous: RecordedOrder['synchronous']) =>
  record<RecordedOrder>('recorded-till', join(folder, name), (place) => ({ ...place, seed, synchronous }));

function cut(recording: Recording, drawn: { n: number; seed: number }): Promise<Replayed> {
  const judge = new TillJudge();
  return replay(recording, { ...drawn, folder: join(folder, 'disk') }, (moment) => judge.judge(moment));
}

/** The same, but of these files the disk says that they are durable when they are not. */
const without = (recording: Recording, lies: (inode: number) => boolean): Recording => ({
  ...recording,
  calls: recording.calls.filter((call) => call.kind !== 'sync' || !lies(call.inode)),
});

function inodesOf({ calls }: Recording, end: string): ReadonlySet<number> {
  return new Set(
    calls.flatMap((call) => (call.kind === 'create' && call.path.endsWith(end) ? [call.inode] : [])),
  );
}

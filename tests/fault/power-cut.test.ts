import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedOrder } from './children/recorded-till';
import { type DiskCall, readDiskLog } from './support/disk-log';
import { bar, measure } from './support/measure';
import { type Replayed, replay } from './support/replay';
import { childFile, shimFile } from './support/tools';

interface Recording {
  readonly calls: readonly DiskCall[];
  /** Of the user-data folder in which it was made. */
  readonly inode: number;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-power-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.runIf(process.platform === 'linux')('trust, power cut', () => {
  it('loses nothing that was acknowledged, and leaves no store that does not open', async () => {
    const what = { test: 'power cut', what: 'disks', bar: bar(5000, 200_000) };
    await measure(what, async ({ n, seed }) => {
      const till = await record('full', seed, null);
      const found = await cut(till, { n, seed });
      return {
        n: found.states,
        failures: found.failures,
        notes: [`${found.lost} lost`, `${found.corrupt} corrupt`, `${till.calls.length} calls recorded`],
      };
    });
  });

  it('would see a loss: the controls lose', async () => {
    const { seed } = bar(0, 0);
    const n = 150;
    const [till, normal, off] = await Promise.all([
      record('control', seed, null),
      record('normal', seed, 'normal'),
      record('off', seed, 'off'),
    ]);
    const logs = inodesOf(till, '-wal');
    const controls: Record<string, Replayed> = {
      'synchronous NORMAL': await cut(normal, { n, seed }),
      'synchronous OFF': await cut(off, { n, seed }),
      'a disk that lies about flushing': await cut(
        without(till, () => true),
        { n, seed },
      ),
      'a disk that writes the store before its log': await cut(
        without(till, (inode) => logs.has(inode)),
        { n, seed },
      ),
    };
    await measure({ test: 'power cut, controls', what: 'disks', bar: { n, seed } }, async () => ({
      n,
      failures: Object.entries(controls)
        .filter(([, found]) => found.lost === 0)
        .map(([name]) => `${name} loses nothing, so the suite proves nothing`),
      notes: Object.entries(controls).map(
        ([name, { states, lost, corrupt }]) => `${name}: ${lost} of ${states} lost, ${corrupt} corrupt`,
      ),
    }));
    expect(controls['a disk that writes the store before its log']?.corrupt).toBeGreaterThan(0);
  });
});

async function record(
  name: string,
  seed: number,
  synchronous: RecordedOrder['synchronous'],
): Promise<Recording> {
  const root = join(folder, name);
  const userData = join(root, 'data');
  mkdirSync(userData, { recursive: true });
  const { ino: inode } = statSync(userData);
  const log = join(folder, `${name}.log`);
  const order: RecordedOrder = { userData, acks: join(root, 'acks'), seed, synchronous };
  const child = spawn(process.execPath, [childFile('recorded-till'), JSON.stringify(order)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, LD_PRELOAD: shimFile(), SHUKE_DISK_ROOT: root, SHUKE_DISK_LOG: log },
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  const calls = readDiskLog(log);
  rmSync(root, { recursive: true });
  rmSync(log);
  return { calls, inode };
}

const cut = ({ calls, inode }: Recording, { n, seed }: { n: number; seed: number }): Promise<Replayed> =>
  replay(calls, { n, seed, inode, folder: join(folder, 'disk') });

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

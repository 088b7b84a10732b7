import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImportPreview } from '@contract/exchange';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askReader, type StartReader } from '../../electron/main/reader/ask-reader';
import { cutFilePath } from '../../electron/main/reader/cut-file-place';
import { brokenLaws, chosen, content, ended } from '../integration/exchange/support';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers, startPreparedReader } from '../support/worker';
import { HOSTILE, type Hostile, laidOut, manyBills } from './hostile-files';
import { bar, measure } from './support/measure';

const CHILD_MB = 512;
const LOOKUP_MS = 100;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shuke-hostile-'));
  await prepareWorkers('exchange-job');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('trust, hostile imports: the reading process answers each file as expected, in less than 512 MB', async () => {
  await measure(
    { test: 'hostile imports', what: 'files, each in a process of its own', bar: bar(20, HOSTILE.size) },
    async ({ n }) => {
      const memory = new Memory();
      const failures: string[] = [];
      const files = chosenOf([...HOSTILE], n);
      for (const [name, file] of files) {
        const answer = await readWhole(laidOut(file, folder), file, memory.start);
        if (answer !== expected(file)) failures.push(`${name}: ${answer}, expected ${expected(file)}`);
      }
      if (memory.peakMb > CHILD_MB) failures.push(`the reading process took ${memory.peakMb} MB`);
      return { n: files.length, failures, notes: [`at most ${memory.peakMb} MB in the reading process`] };
    },
  );
});

/** All when all are asked for; else those that are not mere spellings come first. */
function chosenOf(all: readonly (readonly [string, Hostile])[], n: number) {
  const large = ([, { content: bytes }]: readonly [string, Hostile]) =>
    typeof bytes === 'function' || bytes.length > 20_000;
  return [...all.filter(large), ...all.filter((file) => !large(file)).reverse()].slice(0, n);
}

const expected = ({ ends }: Hostile): string => (typeof ends === 'number' ? 'cut' : ends);

async function readWhole(path: string, { kind, reading }: Hostile, start: StartReader): Promise<string> {
  const preview = await askReader(start, { kind: 'preview', path, importKind: kind, corrected: null });
  if (preview.type === 'refused') return preview.why;
  if (preview.type !== 'preview') return preview.type;
  const to = cutFilePath(path, 'cut');
  const cut = await askReader(start, {
    ...{ kind: 'cut', path, to },
    reading: { ...preview.preview.reading, ...reading },
  });
  return cut.type;
}

/** The most memory that any process it has started ever took, where the system tells. */
class Memory {
  peakMb = 0;

  start: StartReader = (args) => {
    const reader = startPreparedReader(args);
    const look = setInterval(() => this.look(reader.pid), 5);
    reader.onExit(() => clearInterval(look));
    return {
      ...reader,
      kill: () => {
        this.look(reader.pid);
        reader.kill();
      },
    };
  };

  private look(pid: number): void {
    try {
      const [, kb = '0'] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      this.peakMb = Math.max(this.peakMb, Math.ceil(Number(kb) / 1024));
    } catch {
      // It has ended, or the system has no such file.
    }
  }
}

describe('trust, hostile imports: the counter goes on', () => {
  it('answers a look-up within 100 ms while bills come in by the hundred thousand', async () => {
    const shop = await aShop();
    await measure(
      {
        test: 'large import',
        what: 'rows brought in while the counter looks up',
        bar: bar(50_000, 5_000_000),
      },
      async ({ n }) => {
        const memberId = await shop.member('张三', { phone: '13812348812' });
        const path = join(folder, 'bills.csv');
        for (const piece of manyBills(n)) writeFileSync(path, piece, { flag: 'a' });
        const looked = new LookUps(shop);
        const base = process.memoryUsage.rss();
        const last = await broughtIn(shop, path, looked);
        const failures = brokenLaws(shop.raw()).map(String);
        if (last.result?.kind !== 'import' || last.result.groups.newPurchases !== n)
          failures.push(`the import ended so: ${JSON.stringify(last)}`);
        if (looked.worstTurn > LOOKUP_MS)
          failures.push(`main was busy for ${looked.worstTurn.toFixed(0)} ms`);
        if (looked.wrong > 0) failures.push(`${looked.wrong} look-ups did not find ${memberId}`);
        const grown = Math.round((looked.peakRss - base) / 2 ** 20);
        if (grown > CHILD_MB) failures.push(`main and worker grew by ${grown} MB`);
        return {
          n,
          failures,
          notes: [
            `${looked.count} look-ups, the slowest ${looked.slowest.toFixed(0)} ms`,
            `main at most ${looked.worstTurn.toFixed(0)} ms at one go`,
            `main and worker grew by ${grown} MB`,
          ],
        };
      },
    );
    await shop.close();
  });

  it('nothing comes in of a file that vanishes, turns into a folder, or is cut short before it is read', async () => {
    const shop = await aShop();
    const before = content(shop.raw());
    for (const spoil of [vanish, turnIntoFolder, empty]) {
      const path = join(folder, `${spoil.name}.csv`);
      writeFileSync(path, '姓名,手机\n赵六,13700000001\n');
      const preview = await chosen(shop, path, 'members');
      spoil(path);
      expect(await shop.client.exchange.runImport(asShown(preview))).toMatchObject({
        refusal: { code: 'file_refused' },
      });
    }
    expect(content(shop.raw())).toEqual(before);
    await shop.close();
  });
});

const asShown = ({ fileId, reading }: ImportPreview) => ({ fileId, kind: 'members' as const, reading });

function vanish(path: string): void {
  rmSync(path);
}
function turnIntoFolder(path: string): void {
  rmSync(path);
  mkdirSync(path);
}
function empty(path: string): void {
  writeFileSync(path, '');
}

async function broughtIn(shop: TestShop, path: string, looked: LookUps) {
  const preview = await chosen(shop, path, 'purchases');
  const answer = await shop.client.exchange.runImport({
    ...{ fileId: preview.fileId, kind: 'purchases', reading: preview.reading },
  });
  if (!answer.ok) throw new Error(answer.refusal.code);
  const over = ended(shop, answer.value);
  await looked.until(over);
  return over;
}

/** Look-ups one after the other, as a cashier would, and how long main's thread was busy at one go meanwhile. */
class LookUps {
  count = 0;
  wrong = 0;
  slowest = 0;
  /** Processor time of this thread between two turns of its loop, in ms: other work of the machine does not count. */
  worstTurn = 0;
  peakRss = 0;

  constructor(private readonly shop: TestShop) {}

  async until(over: Promise<unknown>): Promise<void> {
    const state = { over: false };
    void over.finally(() => {
      state.over = true;
    });
    const stop = this.watchTurns();
    while (!state.over) {
      const started = performance.now();
      const { rows } = await this.shop.client.members.lookup({ text: '8812' });
      this.slowest = Math.max(this.slowest, performance.now() - started);
      if (rows.length !== 1) this.wrong += 1;
      this.count += 1;
      this.peakRss = Math.max(this.peakRss, process.memoryUsage.rss());
      await wait(20);
    }
    stop();
  }

  private watchTurns(): () => void {
    let before = process.threadCpuUsage();
    const turn = setInterval(() => {
      const { user, system } = process.threadCpuUsage(before);
      before = process.threadCpuUsage();
      this.worstTurn = Math.max(this.worstTurn, (user + system) / 1000);
    }, 1);
    return () => clearInterval(turn);
  }
}

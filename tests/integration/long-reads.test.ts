import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { businessDate } from '@domain/units';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { LongReads } from '../../electron/main/jobs/long-reads';
import { StoreClosedError } from '../../electron/main/store-session';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers, startPrepared } from '../support/worker';

let shop: TestShop;
let started: Worker[];
let reads: LongReads;
beforeAll(() => prepareWorkers('read-job'));
beforeEach(async () => {
  shop = await aShop();
  await shop.member('张三', { points: 500 });
  started = [];
  reads = new LongReads((entry, data) => {
    const worker = startPrepared(entry, data);
    started.push(worker);
    return worker;
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await reads.stop();
  await shop.close();
});

const TODAY = businessDate('2026-05-18');
const owed = (day = TODAY) => reads.read(shop.raw().name, 'liability', day);

it('a thread that has answered is handed the next read; two at once are two threads', async () => {
  expect(await owed()).toMatchObject({ points: 500 });
  await shop.member('李静', { points: 250 });
  expect(await owed(), 'of the store as it is now').toMatchObject({ points: 750 });
  expect(started).toHaveLength(1);
  expect(await Promise.all([owed(), owed()])).toMatchObject([{ points: 750 }, { points: 750 }]);
  expect(started).toHaveLength(2);
});

it('a read that fails tells why and takes its thread with it, the first and a later one; the next one has a new thread', async () => {
  const nowhere = () => reads.read(join(shop.userData, 'nowhere', 'shuke.db'), 'liability', TODAY);
  await expect(nowhere()).rejects.toThrow(/directory does not exist/);
  expect(await owed()).toMatchObject({ points: 500 });
  await expect(nowhere()).rejects.toThrow(/directory does not exist/);
  expect(await owed()).toMatchObject({ points: 500 });
  expect(started).toHaveLength(3);
});

it('a thread that fails while it waits ends nothing else, and is handed no read any more', async () => {
  await owed();
  started[0]?.emit('error', new Error('out of memory'));
  expect(await owed()).toMatchObject({ points: 500 });
  expect(started).toHaveLength(2);
});

it('a thread that nobody needs is let go; the next read has a new one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await owed();
  const [first] = started;
  const gone = new Promise((resolve) => first?.once('exit', resolve));
  vi.advanceTimersByTime(60_000);
  expect(await owed()).toMatchObject({ points: 500 });
  expect(started).toHaveLength(2);
  await gone;
});

it('when the store closes all are let go', async () => {
  const gone = () => new Promise((resolve) => started.at(-1)?.once('exit', resolve));
  await owed();
  const first = gone();
  await reads.stop();
  await first;
  expect(await owed(), 'another one opens').toMatchObject({ points: 500 });
  const second = gone();
  await reads.stop();
  await second;
});

it('a read that is under way when the store closes says so', async () => {
  const slow = new LongReads(() => new Worker('setInterval(() => {}, 60_000)', { eval: true }));
  const read = expect(slow.read(shop.raw().name, 'liability', TODAY)).rejects.toBeInstanceOf(
    StoreClosedError,
  );
  await slow.stop();
  await read;
});

it('more than a screen asks for at once are not kept', async () => {
  await Promise.all(Array.from({ length: 6 }, () => owed()));
  expect(started).toHaveLength(6);
  await Promise.all(Array.from({ length: 6 }, () => owed()));
  expect(started).toHaveLength(8);
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Jobs } from '../../../electron/main/jobs/jobs';
import { runTask } from '../../../electron/main/jobs/run-task';
import type { JobMessage } from '../../../electron/main/jobs/task';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';
import { done, guessed, importWork, read } from './in-process';
import { aFile, brokenLaws, counted } from './support';

const LIST = '姓名,手机,积分\n张三,13812348812,100\n李四,13912348813,50\n坏行,138,1\n';

describe('an import has come in whole, or it is taken back', () => {
  let store: StoreFile;
  beforeEach(() => {
    store = aStoreFile();
  });
  afterEach(async () => {
    expect(brokenLaws(store.raw)).toEqual([]);
    await store.close();
  });

  const active = () => counted(store.raw, "select count(*) from member where state = 'active'");
  const states = () => store.raw.prepare('select state from import_batch').pluck().all();
  const work = async () => {
    const path = aFile(LIST);
    const reading = await guessed(path, 'members');
    if (typeof reading === 'string') throw new Error(reading);
    return importWork(path, 'members', reading);
  };
  const bringIn = async () => done(store, await work());

  it('is taken back when its refused rows cannot be written at the very end', async () => {
    const asked = await work();
    const taken = join(dirname(store.path), 'imports', `refused-${asked.batchId}.csv`);
    mkdirSync(taken, { recursive: true });
    expect(await done(store, asked)).toMatchObject({ type: 'failed' });
    expect(active()).toBe(0);
    expect(states()).toEqual(['cancelled']);
    expect(await bringIn()).toMatchObject({ type: 'done' });
    expect(active()).toBe(2);
  });

  it('is refused before anything is written where the folder beside the store is none', async () => {
    writeFileSync(join(dirname(store.path), 'imports'), 'a file where the folder should be');
    expect(await bringIn()).toMatchObject({ type: 'failed' });
    expect(states()).toEqual([]);
  });

  it('ends as interrupted when no worker can be started, and the next one may begin', async () => {
    const reported: string[] = [];
    const shop = {
      opened: { path: store.path, raw: store.raw, turn: { shared: new SharedArrayBuffer(4) } },
      calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
      house: { id: 'x' },
    } as never; // what a job reads of a shop
    const jobs = new Jobs({
      startWorker: () => {
        throw new Error('out of memory');
      },
      startReader: () => {
        throw new Error('an undo reads no file');
      },
      sources: { clock: () => instant(STORE_NOW), newId: uuidv7 },
      emit: () => undefined,
      session: { shop: () => shop, openShop: () => undefined },
      report: (what) => String(reported.push(what)),
      wrote: () => undefined,
    });
    const asked = await jobs.startUndo({ kind: 'undo_import', batchId: uuidv7() }, 'en');
    expect(asked).toMatchObject({ state: 'failed', failure: 'interrupted' });
    expect(jobs.running()).toBeNull();
    expect(reported).toHaveLength(2);
  });

  it.skipIf(process.platform === 'win32')(
    'never waits for a pipe that somebody chose as a file',
    async () => {
      const pipe = join(store.folder, 'pipe.csv');
      execFileSync('mkfifo', [pipe]);
      const asked = { kind: 'preview', path: pipe, importKind: 'members', corrected: null } as const;
      expect(await read(asked)).toEqual({ type: 'refused', why: 'file_unreadable' });
    },
  );

  it('lets the counter go first while what a crashed worker has left is undone', async () => {
    await bringIn();
    store.raw.exec("update import_batch set state = 'running'");
    const turn = new SharedArrayBuffer(4);
    const waiting = new Int32Array(turn);
    waiting[0] = 1;
    const heard: JobMessage['type'][] = [];
    const ended = runTask(
      {
        work: { kind: 'recover' },
        storePath: store.path,
        calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
        staffId: '0190a5d0-0000-7000-8000-000000000002',
        locale: 'zh-CN',
        now: STORE_NOW,
        cancel: new SharedArrayBuffer(4),
        turn,
      },
      { tell: ({ type }) => heard.push(type), newId: uuidv7 },
    );
    await wait(50);
    expect(heard).not.toContain('done');
    waiting[0] = 0;
    await ended;
    expect(heard.at(-1)).toBe('done');
    expect(active()).toBe(0);
  });
});

import type { ImportKind, Reading } from '@domain/exchange/fields';
import type { Instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { runTask } from '../../../electron/main/jobs/run-task';
import type { FileWork, JobMessage, Task, Work } from '../../../electron/main/jobs/task';
import { cutFilePath, removeCutFile } from '../../../electron/main/reader/cut-file-place';
import { obey } from '../../../electron/main/reader/obey';
import type { ReadMessage, ReadOrder } from '../../../electron/main/reader/order';
import { STORE_NOW, type StoreFile } from '../../support/store-file';

const OWNER = '0190a5d0-0000-7000-8000-000000000002';

/** Carries out an order of the reading process here; answers its last word. */
export async function read(order: ReadOrder): Promise<ReadMessage> {
  const heard: ReadMessage[] = [];
  await obey(order, (message) => heard.push(message));
  const last = heard.at(-1);
  if (last === undefined) throw new Error('an order is answered');
  return last;
}

interface Options {
  readonly now?: Instant;
  readonly cancelAfter?: number;
  /** The first owner of a store file unless told. */
  readonly staffId?: string;
}

/** Does what is asked here and now, without a process or a worker; answers its last word. */
export async function done(
  store: Pick<StoreFile, 'path'>,
  asked: FileWork | Work,
  options: Options = {},
): Promise<JobMessage> {
  if (!('path' in asked)) return taskDone(store, asked, options);
  const { path, ...work } = asked;
  const to = cutFilePath(store.path, uuidv7());
  try {
    const answer = await read({ kind: 'cut', path, reading: work.reading, to });
    if (answer.type === 'failed') return answer;
    if (answer.type !== 'cut')
      return { type: 'failed', failure: 'file_unreadable', line: null, error: answer.type };
    const { rows, sha256, head } = answer;
    return await taskDone(store, { ...work, cut: { path: to, rows, sha256, head } }, options);
  } finally {
    removeCutFile(to);
  }
}

async function taskDone(
  store: Pick<StoreFile, 'path'>,
  work: Work,
  { now = STORE_NOW, cancelAfter, staffId = OWNER }: Options,
): Promise<JobMessage> {
  const cancel = new SharedArrayBuffer(4);
  const heard: JobMessage[] = [];
  const task: Task = {
    work,
    storePath: store.path,
    calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
    staffId,
    locale: 'zh-CN',
    now,
    cancel,
    turn: new SharedArrayBuffer(4),
  };
  await runTask(task, {
    tell: (message) => {
      heard.push(message);
      if (heard.length === cancelAfter) Atomics.store(new Int32Array(cancel), 0, 1);
    },
    newId: uuidv7,
  });
  const last = heard.at(-1);
  if (last === undefined) throw new Error('a task says how it ended');
  return last;
}

/** A file as it is guessed; why it is refused before any job, when it is. */
export async function guessed(path: string, kind: ImportKind): Promise<Reading | string> {
  const answer = await read({ kind: 'preview', path, importKind: kind, corrected: null });
  if (answer.type === 'preview') return answer.preview.reading;
  return answer.type === 'refused' ? answer.why : answer.type;
}

type ImportWork = Extract<FileWork, { kind: 'import' }>;

export const importWork = (path: string, importKind: ImportKind, reading: Reading): ImportWork => ({
  kind: 'import',
  batchId: uuidv7(),
  path,
  fileName: 'list.csv',
  importKind,
  reading,
});

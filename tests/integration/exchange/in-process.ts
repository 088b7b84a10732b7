import type { ImportKind, Reading } from '@domain/exchange/fields';
import type { Instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { readSample } from '../../../electron/main/jobs/file-sample';
import { guessedPreview } from '../../../electron/main/jobs/preview';
import { runTask } from '../../../electron/main/jobs/run-task';
import type { JobMessage, Task, Work } from '../../../electron/main/jobs/task';
import { STORE_NOW, type StoreFile } from '../../support/store-file';

const OWNER = '0190a5d0-0000-7000-8000-000000000002';

/** Does a task here and now, without a worker; answers its last word. */
export async function done(
  store: Pick<StoreFile, 'path'>,
  work: Work,
  { now = STORE_NOW, cancelAfter }: { now?: Instant; cancelAfter?: number } = {},
): Promise<JobMessage> {
  const cancel = new SharedArrayBuffer(4);
  const heard: JobMessage[] = [];
  const task: Task = {
    work,
    storePath: store.path,
    calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
    staffId: OWNER,
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
  const sample = readSample(path);
  if (typeof sample === 'string') return sample;
  const preview = await guessedPreview(sample, kind);
  return typeof preview === 'string' ? preview : preview.reading;
}

export const importWork = (path: string, importKind: ImportKind, reading: Reading): Work => ({
  kind: 'import',
  batchId: uuidv7(),
  path,
  fileName: 'list.csv',
  importKind,
  reading,
});

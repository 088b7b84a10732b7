import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DiskCall, readDiskLog } from './disk-log';
import { type ChildName, childFile, shimFile } from './tools';

export interface Recording {
  readonly calls: readonly DiskCall[];
  /** Of the folder `data`, which was there, empty, before the first call. */
  readonly inode: number;
}

/** Where a recorded child works: below `data`, and `acks` for what it has been told. */
export interface RecordedPlace {
  readonly userData: string;
  readonly acks: string;
}

/**
 * Runs a child to its end and answers every call that it made to the disk below `root`, which is made and removed. What
 * writes its own paths down is replayed in the same place.
 */
export async function record<Order>(
  name: ChildName,
  root: string,
  order: (place: RecordedPlace) => Order,
): Promise<Recording> {
  const userData = join(root, 'data');
  mkdirSync(userData, { recursive: true });
  const { ino: inode } = statSync(userData);
  const log = `${root}.log`;
  const told = JSON.stringify(order({ userData, acks: join(root, 'acks') }));
  const child = spawn(process.execPath, [childFile(name), told], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, LD_PRELOAD: shimFile(), SHUKE_DISK_ROOT: root, SHUKE_DISK_LOG: log },
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  const calls = readDiskLog(log);
  rmSync(root, { recursive: true });
  rmSync(log);
  return { calls, inode };
}

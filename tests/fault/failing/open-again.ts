import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type OpenedStore, openStore } from '@db/open';
import { STORE_NOW } from '../../support/store-file';
import { broken, lost } from '../support/store-check';
import type { Ack } from '../support/till-work';

/** Opens a store that nobody has open, as main does; answers what is missing of it or wrong with it. */
export async function wrongIn(path: string, acks: readonly Ack[]): Promise<string[]> {
  let opened: OpenedStore;
  try {
    opened = openStore(path, STORE_NOW);
  } catch (error) {
    return [`it does not open any more: ${String(error)}`];
  }
  try {
    return [...lost(opened.raw, acks), ...(await broken(opened))];
  } finally {
    await opened.close();
  }
}

/** The same for a store that is open: as if the PC went off now. A copy is taken of what the system has of its files. */
export async function wrongAfterCrash(path: string, acks: readonly Ack[]): Promise<string[]> {
  const folder = join(dirname(path), '..', 'crashed');
  mkdirSync(folder);
  try {
    for (const end of ['', '-wal'])
      if (existsSync(path + end)) cpSync(path + end, join(folder, `shuke.db${end}`));
    return await wrongIn(join(folder, 'shuke.db'), acks);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

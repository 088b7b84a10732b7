import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { latestVersion } from '@db/migrate';
import { businessDate } from '@domain/units';
import { largeStore } from '../support/large-store-file';

const BILLS_EACH = 10;
/** The day after the last bills. */
export const TODAY = businessDate('2026-05-18');

/**
 * The user-data folder of a closed store with so many members and ten bills for each, the last of them with points.
 * Made once and kept below node_modules: a million members take minutes. Only to be read, or to be copied.
 */
export async function keptStore(members: number): Promise<string> {
  const name = `${members}-members-version-${latestVersion()}`;
  const folder = join(process.cwd(), 'node_modules/.cache/shuke-bench/stores', name);
  if (!existsSync(join(folder, 'store'))) {
    process.stdout.write(`  making a store of ${members.toLocaleString('en')} members, to be kept\n`);
    const until = businessDate('2026-05-17');
    await largeStore(folder, { members, bills: members * BILLS_EACH, until, points: true });
  }
  return folder;
}

export const storeIn = (folder: string): string => join(folder, 'store', 'shuke.db');

/** 10,000, 100,000, 1,000,000 up to the asked size, and this itself: so that growth shows. */
export const sizesUpTo = (members: number): number[] => [
  ...[10_000, 100_000, 1_000_000].filter((size) => size < members),
  members,
];

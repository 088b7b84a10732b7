import { statfsSync } from 'node:fs';

/** Under this an owner is told; under the lower one nothing big is written any more (trust "Durability"). */
const LOW_BYTES = 500 * 1024 * 1024;
const VERY_LOW_BYTES = 100 * 1024 * 1024;

/** Free bytes of the drive that holds `folder`, for whoever may write there. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** The free bytes of the first of these folders that has too few for anything big; null = all have enough. */
export function littleRoom(free: (folder: string) => number, folders: readonly string[]): number | null {
  return (
    folders.flatMap((folder) => known(free, folder)).find((bytes) => roomLevel(bytes) === 'very_low') ?? null
  );
}

/** Of a drive that is gone nobody can say: whoever writes there finds out, and has a sentence of its own for it. */
function known(free: (folder: string) => number, folder: string): number[] {
  try {
    return [free(folder)];
  } catch {
    return [];
  }
}

export type RoomLevel = 'fine' | 'low' | 'very_low';

export const roomLevel = (free: number): RoomLevel => {
  if (free < VERY_LOW_BYTES) return 'very_low';
  return free < LOW_BYTES ? 'low' : 'fine';
};

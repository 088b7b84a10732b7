import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../canonical';
import { photoFolderOf } from '../complaints/photo-folder';
import { makeFolder, SCANNER_PATIENCE_MS, writeDurablyNow } from '../durable-file';
import { backupsOf, type PictureFolder } from './folder';

export const PICTURE_END = '.jpg';

/** Where the pictures of all backups of a folder are, each once under its own hash. */
export const backupPictures = (folder: string): PictureFolder => ({
  path: join(folder, 'photos'),
  end: PICTURE_END,
});

/** Copies these pictures of the store to its backups; answers those that are there, of which all that still exist. */
export function keepPictures(storePath: string, hashes: readonly string[]): string[] {
  const { path } = backupPictures(backupsOf(storePath));
  return hashes.filter((hash) => copyPicture(photoFolderOf(storePath), path, hash));
}

/** Brings back those that the store has lost; answers how many are in neither place. */
export function bringBackPictures(storePath: string, from: string, hashes: readonly string[]): number {
  return hashes.filter((hash) => !copyPicture(from, photoFolderOf(storePath), hash)).length;
}

/** False when there is none to copy. A copy that is there has been read back under its hash. */
function copyPicture(from: string, to: string, hash: string): boolean {
  const target = join(to, `${hash}${PICTURE_END}`);
  if (existsSync(target)) return true;
  const picture = readPicture(join(from, `${hash}${PICTURE_END}`), hash);
  if (picture === null) return false;
  makeFolder(to);
  writeDurablyNow(target, picture, SCANNER_PATIENCE_MS);
  return true;
}

/** Null when it is not there, or not what its hash says. */
export function readPicture(path: string, hash: string): Uint8Array | null {
  if (!existsSync(path)) return null;
  const picture = readFileSync(path);
  return sha256(picture) === hash ? picture : null;
}

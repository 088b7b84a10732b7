import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isMarked, isNamed, type SeenFile } from '../../../db/domain/pos/watching';
import type { PosSource } from '../../../db/pos/queries';
import { codeOf } from '../../../db/store-fault';

/** More files than a till writes in a year of days; the others come when these are done. */
const MOST_FILES = 1000;

type NoFolder = 'folder_gone' | 'folder_unreadable';

/**
 * The till's files in its folder that the pattern names and a marker, where the shop goes by one, calls
 * whole; oldest first, so that a refund comes after its receipt. Answers why the folder does not.
 */
export async function tillFiles(
  folder: string,
  { pattern, marker }: Pick<PosSource, 'pattern' | 'marker'>,
): Promise<readonly SeenFile[] | NoFolder> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch (error) {
    return codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM' ? 'folder_unreadable' : 'folder_gone';
  }
  const all = new Set(names);
  const named = names.filter(
    (name) => isNamed(name, pattern) && (marker === 'none' || isMarked(name, marker, all)),
  );
  const files: SeenFile[] = [];
  for (const name of named.slice(0, MOST_FILES)) {
    // A link may lead to any file of this computer: it is none of the till's.
    const found = await lstat(join(folder, name)).catch(() => null); // gone since it was listed
    if (found?.isFile()) files.push({ name, bytes: found.size, modifiedAt: Math.trunc(found.mtimeMs) });
  }
  return files.sort((a, b) => a.modifiedAt - b.modifiedAt || (a.name < b.name ? -1 : 1));
}

/** Whether another program holds the file as its own: on Windows it then cannot be opened for writing. */
export async function isHeld(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r+')).close();
    return false;
  } catch (error) {
    // A file that is read-only is held by nobody.
    return codeOf(error) === 'EBUSY';
  }
}

import {
  closeSync,
  constants,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Image } from './disk';

/**
 * Makes a folder hold these files and nothing else. What is there under their names is written over: taking a
 * megabyte away and asking for another costs more than filling it.
 */
export function layOut(files: ReadonlyMap<string, Image>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  removeOthers(files, folder);
  for (const [path, { content }] of files) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true });
    const file = openSync(place, constants.O_WRONLY | constants.O_CREAT);
    try {
      writeSync(file, content);
      ftruncateSync(file, content.length);
    } finally {
      closeSync(file);
    }
  }
}

/** Folders, too: an empty one that is left over would pass for one that is there. */
function removeOthers(files: ReadonlyMap<string, Image>, folder: string): void {
  const needed = new Set<string>();
  for (const path of files.keys()) for (let at = path; at !== '.'; at = dirname(at)) needed.add(at);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const place = join(entry.parentPath, entry.name);
    if (!needed.has(relative(folder, place))) rmSync(place, { recursive: true, force: true });
  }
}

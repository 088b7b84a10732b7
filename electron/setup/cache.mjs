/** One cache folder; each thing in it is either there completely or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from './lock.mjs';
import { cacheFolder } from './places.mjs';

/**
 * The folder `name` of the cache. When it is missing, `make(folder)` fills a temporary one that is then
 * renamed, so a broken-off download never counts. A second process waits for the first instead of
 * doing the same work beside it.
 */
export async function cached(name, make) {
  const target = join(cacheFolder(), name);
  if (existsSync(target)) return target;
  mkdirSync(cacheFolder(), { recursive: true });
  const release = await lock(`${target}.lock`, () => existsSync(target));
  try {
    if (existsSync(target)) return target;
    const temporary = `${target}.${process.pid}.tmp`;
    try {
      mkdirSync(temporary, { recursive: true });
      await make(temporary);
      renameSync(temporary, target);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
    return target;
  } finally {
    release();
  }
}

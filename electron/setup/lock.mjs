/** One process at a time, across processes. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

/**
 * Waits until the folder `path` can be made, or until `isDone` says that there is nothing left to do.
 * Resolves to the release. A lock whose owner is gone is taken over.
 */
export async function lock(path, isDone = () => false) {
  for (let tries = 0; !isDone(); tries += 1) {
    try {
      mkdirSync(path);
      writeFileSync(join(path, 'pid'), String(process.pid));
      return () => rmSync(path, { recursive: true, force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (tries === 5) say('another process is setting up the same; waiting for it');
    await sleep(200);
    if (ownerIsGone(path)) rmSync(path, { recursive: true, force: true });
  }
  return () => {};
}

function ownerIsGone(path) {
  try {
    process.kill(Number(readFileSync(join(path, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    // Killed between making the folder and writing its number.
    return error.code === 'ENOENT' && olderThan(path, 10_000);
  }
}

function olderThan(path, ms) {
  try {
    return Date.now() - statSync(path).mtimeMs > ms;
  } catch {
    return false;
  }
}

import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * Test stores are real files, on a file system in memory where there is one: thousands of durable
 * commits then cost no disk. What a disk does to a store is tested end to end and by the fault suite.
 */
function quickest(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 2 ** 31 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

const TEMPORARY = 'shuke-tests-';

/** A run's temporary folder: whatever its tests leave lies in it. `run` is the process that runs them all. */
export const temporaryOf = (run: string): string => join(quickest(), `${TEMPORARY}${run}`);

/** A run's bundled workers; below node_modules, so that they find better-sqlite3. */
export const workersOf = (run: string): string =>
  join(process.cwd(), 'node_modules', '.cache', 'shuke-workers', run);

/** The folders of a run: made at its beginning, gone with its end, and so is what a killed one has left. */
export default function runFolders(): () => void {
  const run = String(process.pid);
  const [temporary, workers] = [temporaryOf(run), workersOf(run)];
  removeLeft(dirname(temporary), TEMPORARY);
  removeLeft(dirname(workers), '');
  mkdirSync(temporary, { recursive: true });
  return () => {
    for (const folder of [temporary, workers]) rmSync(folder, { recursive: true, force: true });
  };
}

/** Folders named `prefix` and a process that is there no more. */
function removeLeft(parent: string, prefix: string): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const run = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (run > 0 && !isThere(run)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isThere(id: number): boolean {
  try {
    process.kill(id, 0); // asks only
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // another user's; Node throws no other kind
  }
}

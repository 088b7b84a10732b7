import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** A run's bundled workers; below node_modules, so that they find better-sqlite3. */
export const workersOf = (run: string): string =>
  join(process.cwd(), 'node_modules', '.cache', 'shuke-workers', run);

/** The folders of a run: made at its beginning, gone with its end, and so is what a killed one has left. */
export default function runFolders({ config: { env } }: TestProject): () => void {
  const { SHUKE_TEST_RUN: run, TMPDIR: temporary } = env;
  if (run === undefined || temporary === undefined) throw new Error('tests/vitest.config.ts names them');
  const workers = workersOf(run);
  removeLeft(dirname(temporary), basename(temporary).slice(0, -run.length));
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

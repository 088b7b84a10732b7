import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { WorkerEntry } from '../../electron/main/jobs/worker-entry';
import { READER_HEAP_MB, type ReaderProcess } from '../../electron/main/reader/ask-reader';
import { workersOf } from './run-folders';
import { idle } from './threadless';

const READER = 'file-reader';
/** What main starts, as electron.vite.config.ts names it. */
const ENTRIES: Readonly<Record<WorkerEntry | typeof READER, string>> = {
  'backup-job': 'electron/main/jobs/backup-job.ts',
  'cleaning-job': 'electron/main/jobs/cleaning-job.ts',
  'exchange-job': 'electron/main/jobs/exchange-job.ts',
  'insight-job': 'electron/main/jobs/insight-job.ts',
  'read-job': 'electron/main/jobs/read-job.ts',
  'seed-job': 'electron/main/jobs/seed-job.ts',
  [READER]: 'electron/main/reader/file-reader.ts',
};

/** Tests and benchmarks run in the project's folder; a benchmark is bundled elsewhere, and is a run by itself. */
const root = process.cwd();
const folder = workersOf(process.env.SHUKE_TEST_RUN ?? String(process.pid));
const fileOf = (name: string) => join(folder, `${name}.mjs`);
const prepared = new Set<WorkerEntry>();
let bundled: Promise<void> | undefined;

/** Bundles main's worker files as electron-vite does, so that tests run the same jobs in real threads. */
export async function prepareWorkers(...entries: WorkerEntry[]): Promise<void> {
  for (const entry of entries) prepared.add(entry);
  bundled ??= bundleOnce();
  await bundled;
}

/** Files that share a process do not share what one of them needs. */
export function forgetWorkers(...entries: WorkerEntry[]): void {
  for (const entry of entries) prepared.delete(entry);
}

/** The reading process, as Electron starts it: prepared with any entry. */
export function startPreparedReader(args: readonly string[]): ReaderProcess & { readonly pid: number } {
  const heap = `--max-old-space-size=${READER_HEAP_MB}`;
  const reader = spawn(process.execPath, [heap, fileOf(READER), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (reader.pid === undefined) throw new Error('the reading process does not start');
  return {
    pid: reader.pid,
    stdout: reader.stdout,
    onExit: (ended) => void reader.once('exit', ended),
    kill: () => void reader.kill('SIGKILL'),
  };
}

/**
 * A started worker of a prepared entry; `prepareWorkers` first. Insight is computed by itself in the background:
 * where it was not prepared it is no part of the test, and its worker ends at once.
 */
export function startPrepared(entry: WorkerEntry, data: unknown): Worker {
  if (entry === 'insight-job' && !prepared.has(entry)) return idle();
  return new Worker(fileOf(entry), { workerData: data });
}

/** The same for a thread of a test's own, given by its file from the root of the project. */
export async function startOwn(source: string, data: unknown): Promise<Worker> {
  const name = basename(source, '.ts');
  const own = join(folder, `${name}-${process.pid}`);
  if (!existsSync(own)) await bundle({ [name]: source }, own);
  return new Worker(join(own, `${name}.mjs`), { workerData: data });
}

/** By whichever process of the run needs it first; the others wait for it. */
async function bundleOnce(): Promise<void> {
  const [claim, done] = [join(folder, 'claimed'), join(folder, 'done')];
  while (!existsSync(done)) {
    if (isFirst(claim))
      try {
        await bundle(ENTRIES, folder);
        writeFileSync(done, '');
      } catch (error) {
        rmSync(claim, { recursive: true }); // another hears the same by itself
        throw error;
      }
    else await wait(20);
  }
}

function isFirst(claim: string): boolean {
  mkdirSync(dirname(claim), { recursive: true });
  try {
    mkdirSync(claim);
    return true;
  } catch {
    return false;
  }
}

async function bundle(input: Readonly<Record<string, string>>, outDir: string): Promise<void> {
  const { build } = await import('vite'); // a process that only starts what is prepared does without
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      rollupOptions: {
        input: { ...input },
        external: ['better-sqlite3'],
        // By their names Node knows what they are without reading them twice.
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
}

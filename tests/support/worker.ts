import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerEntry } from '../../electron/main/jobs/worker-entry';
import { READER_HEAP_MB, type ReaderProcess } from '../../electron/main/reader/ask-reader';

/** Tests and benchmarks run in the project's folder; a benchmark is bundled elsewhere. */
const root = process.cwd();
const READER = 'electron/main/reader/file-reader.ts';
const built = new Map<string, Promise<string>>();

/** Bundles main's worker files as electron-vite does, so that tests run the same jobs in real threads. */
export async function prepareWorkers(...entries: WorkerEntry[]): Promise<void> {
  const sources = entries.map((entry) => join('electron/main/jobs', `${entry}.ts`));
  // An import has its file read by a process of its own.
  if (entries.includes('exchange-job')) sources.push(READER);
  await Promise.all(sources.map(bundled));
}

/** The reading process, as Electron starts it: prepared with `exchange-job`. */
export function startPreparedReader(args: readonly string[]): ReaderProcess & { readonly pid: number } {
  const heap = `--max-old-space-size=${READER_HEAP_MB}`;
  const file = join(outDir('file-reader'), 'file-reader.js');
  const reader = spawn(process.execPath, [heap, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
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
  if (entry === 'insight-job' && !built.has(join('electron/main/jobs', `${entry}.ts`)))
    return new Worker('', { eval: true });
  return new Worker(join(outDir(entry), `${entry}.js`), { workerData: data });
}

/** The same for a thread of a test's own, given by its file from the root of the project. */
export async function startOwn(source: string, data: unknown): Promise<Worker> {
  const folder = await bundled(source);
  return new Worker(join(folder, `${basename(source, '.ts')}.js`), { workerData: data });
}

function bundled(source: string): Promise<string> {
  const known = built.get(source);
  if (known !== undefined) return known;
  const making = bundle(source);
  built.set(source, making);
  return making;
}

// Below node_modules, so that the bundle finds better-sqlite3; per process, so that test files run side by side.
const outDir = (entry: string) =>
  join(root, 'node_modules', '.cache', 'shuke-workers', `${process.pid}-${entry}`);

async function bundle(source: string): Promise<string> {
  const entry = basename(source, '.ts');
  const folder = outDir(entry);
  mkdirSync(folder, { recursive: true });
  const { build } = await import('vite'); // a process that only starts what is prepared does without
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(root, source),
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { external: ['better-sqlite3'], output: { entryFileNames: `${entry}.js` } },
    },
  });
  return folder;
}

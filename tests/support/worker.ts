import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import type { WorkerEntry } from '../../electron/main/context';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = new Map<string, Promise<string>>();

/** Bundles main's worker files as electron-vite does, so that tests run the same jobs in real threads. */
export async function prepareWorkers(...entries: WorkerEntry[]): Promise<void> {
  await Promise.all(entries.map(bundled));
}

/** A started worker of a prepared entry; `prepareWorkers` first. */
export function startPrepared(entry: WorkerEntry, data: unknown): Worker {
  return new Worker(join(outDir(entry), `${entry}.js`), { workerData: data });
}

function bundled(entry: string): Promise<string> {
  const known = built.get(entry);
  if (known !== undefined) return known;
  const making = bundle(entry);
  built.set(entry, making);
  return making;
}

// Below node_modules, so that the bundle finds better-sqlite3; per process, so that test files run side by side.
const outDir = (entry: string) =>
  join(root, 'node_modules', '.cache', 'shuke-workers', `${process.pid}-${entry}`);

async function bundle(entry: string): Promise<string> {
  const folder = outDir(entry);
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: join(root, 'electron/main/jobs', `${entry}.ts`),
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { external: ['better-sqlite3'], output: { entryFileNames: `${entry}.js` } },
    },
  });
  return folder;
}

/** Makes one file of a benchmark or of the seed, with the aliases of the project; packages stay outside. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../electron/setup/places.mjs';

const OUTSIDE = [
  '@clickhouse/client',
  '@duckdb/node-api',
  '@playwright/test',
  'better-sqlite3',
  'exceljs',
  'fast-check',
  'playwright',
  'vite',
];

/** `folder` lies below node_modules, where the bundle finds the packages. Resolves to the file it wrote. */
export async function bundle(source, folder) {
  const { build } = await import('vite');
  mkdirSync(folder, { recursive: true });
  await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    resolve: {
      alias: {
        '@contract': join(projectFolder, 'electron/contract'),
        '@domain': join(projectFolder, 'db/domain'),
        '@db': join(projectFolder, 'db'),
      },
    },
    ssr: { noExternal: true, external: OUTSIDE },
    build: {
      ssr: join(projectFolder, source),
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { output: { entryFileNames: 'bundle.mjs' } },
    },
  });
  return join(folder, 'bundle.mjs');
}

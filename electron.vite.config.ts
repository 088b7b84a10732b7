import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = {
  '@contract': at('electron/contract'),
  '@domain': at('db/domain'),
  '@db': at('db'),
  '@renderer': at('renderer'),
};

// better-sqlite3 stays outside the bundle: its native file is found beside its own code.
const external = ['electron', 'better-sqlite3'];

/** What is bundled names its makers and their licences; the package carries the files. */
const license = { fileName: 'licenses.md' };

const LOCKDOWN = at('renderer/lib/lockdown.ts');
const COUNTER = at('renderer/app/start.tsx');
const CUSTOMER = at('renderer/display/start.tsx');

const PAGES = ['index.html', 'display.html', 'main.tsx', 'display/main.tsx'].map((name) =>
  at(`renderer/${name}`),
);

/** Its own functions, which do nothing before they are called. */
const isOfTheBundler = (id: string) => id.startsWith('\0vite/') || id.startsWith('\0rolldown/');

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

/** Asks whether an entry loads a module at once, by itself or through others. */
type IsLoadedBy = (entry: string) => boolean;

const loaded = new Map<string, Set<string>>();
function loadedBy(entry: string, modules: Modules): Set<string> {
  const known = loaded.get(entry);
  if (known !== undefined) return known;
  const seen = new Set([entry]);
  for (const id of seen) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) seen.add(next);
  loaded.set(entry, seen);
  return seen;
}

const whole = (name: string, holds: (by: IsLoadedBy, id: string) => boolean) => ({
  debugName: name,
  name: (id: string, modules: Modules) =>
    holds((entry) => loadedBy(entry, modules).has(id), id) ? name : null,
});

/** Each file of a page is a request that main answers: what a window needs at its start is few files instead of seventy. */
const wholes = [
  // Runs before everything else (renderer/main.tsx), so nothing else may be in it.
  whole('first', (by, id) => by(LOCKDOWN) || isOfTheBundler(id)),
  whole('both', (by) => by(COUNTER) && by(CUSTOMER)),
  whole('counter', (by) => by(COUNTER)),
].map((group, place, { length }) => ({ ...group, priority: length - place }));

/** The build fails where a page would run anything else before the lockdown, whatever the bundler has put together. */
const lockdownFirst: Plugin = {
  name: 'lockdown-first',
  generateBundle(_options, bundle) {
    const before = (name: string): string[] => {
      const chunk = bundle[name];
      if (chunk?.type !== 'chunk') return [];
      return [...chunk.moduleIds, ...chunk.imports.flatMap(before)];
    };
    const may = loadedBy(LOCKDOWN, this);
    const entries = Object.values(bundle).filter((part) => part.type === 'chunk' && part.isEntry);
    for (const id of entries.flatMap(({ fileName }) => before(fileName)))
      if (!may.has(id) && !isOfTheBundler(id) && !PAGES.some((page) => id.startsWith(page)))
        this.error(`${id} would run before the lockdown`);
  },
};

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      license,
      externalizeDeps: false,
      sourcemap: true,
      rollupOptions: {
        external,
        input: {
          index: at('electron/main/index.ts'),
          'file-reader': at('electron/main/reader/file-reader.ts'),
          'cleaning-job': at('electron/main/jobs/cleaning-job.ts'),
          'backup-job': at('electron/main/jobs/backup-job.ts'),
          'exchange-job': at('electron/main/jobs/exchange-job.ts'),
          'insight-job': at('electron/main/jobs/insight-job.ts'),
          'read-job': at('electron/main/jobs/read-job.ts'),
          'seed-job': at('electron/main/jobs/seed-job.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { index: at('electron/preload/index.ts') },
        // A sandboxed preload must be one self-contained CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    base: './',
    resolve: { alias },
    plugins: [react(), lockdownFirst],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      license,
      rollupOptions: {
        input: { index: at('renderer/index.html'), display: at('renderer/display.html') },
        output: { codeSplitting: { groups: wholes } },
      },
    },
  },
});

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

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
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      license,
      rollupOptions: {
        input: { index: at('renderer/index.html'), display: at('renderer/display.html') },
      },
    },
  },
});

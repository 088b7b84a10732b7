import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The head-office reader as one file for plain Node; what has native parts stays outside. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  logLevel: 'error',
  ssr: { noExternal: true, external: ['@duckdb/node-api', '@clickhouse/client'] },
  build: {
    ssr: 'electron/hq/index.ts',
    outDir: 'out/hq',
    emptyOutDir: true,
    rollupOptions: { output: { entryFileNames: 'index.mjs', codeSplitting: false } },
  },
});

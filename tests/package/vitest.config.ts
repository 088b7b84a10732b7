import { defineConfig } from 'vitest/config';

/** Packs the app once (pack.mjs), then looks at it and starts it. */
export default defineConfig({
  test: {
    name: 'package',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['./pack.mjs'],
    testTimeout: 60_000,
    fileParallelism: false,
  },
});

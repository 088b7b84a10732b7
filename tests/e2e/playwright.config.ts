import { defineConfig } from '@playwright/test';

/** Real windows on the real store; every test has its own user-data folder, so two can run at once. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  globalSetup: './support/global-setup.mjs',
  outputDir: '../../out/e2e',
  workers: 2,
  // Test by test, not file by file: neither worker has nothing left to do while the other is in a long file.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../out/e2e-report.json' }]],
});

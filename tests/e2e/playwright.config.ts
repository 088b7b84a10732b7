import { defineConfig } from '@playwright/test';

/** Each as long as ten others. */
const LONG = ['**/{ipc-fuzz,looks,xss}.test.ts'];

/** Real windows on the real store; every test has its own user-data folder, so several can run at once. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  globalSetup: './support/global-setup.mjs',
  outputDir: '../../out/e2e',
  workers: 2,
  // Test by test, not file by file: no worker has nothing left to do while another is in a long file.
  fullyParallel: true,
  // The longest first, so that none of them is left over when the other workers have nothing more to do.
  projects: [
    { name: 'long', testMatch: LONG },
    { name: 'days', testIgnore: LONG },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../out/e2e-report.json' }]],
});

import { defineConfig } from '@playwright/test';

/** Waits for the limit of calls for a good part of its time: it runs beside two others. */
const PATIENT = '**/ipc-fuzz.test.ts';
/** Each as long as ten others. */
const LONG = '**/{looks,xss}.test.ts';

/** Real windows on the real store; every test has its own user-data folder, so several can run at once. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  globalSetup: './support/global-setup.mjs',
  outputDir: '../../out/e2e',
  workers: 3,
  // Test by test, not file by file: no worker has nothing left to do while another is in a long file.
  fullyParallel: true,
  // The longest first, so that none of them is left over when the other workers have nothing more to do.
  projects: [
    { name: 'patient', testMatch: PATIENT, workers: 1 },
    { name: 'long', testMatch: LONG, workers: 2 },
    { name: 'days', testIgnore: [PATIENT, LONG], workers: 2 },
  ],
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../out/e2e-report.json' }]],
});

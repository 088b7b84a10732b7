import { defineConfig } from '@playwright/test';

/** The walk of `npm run demo`: the same window and the same hands as the end-to-end tests, with a camera. */
export default defineConfig({
  testDir: '.',
  testMatch: 'walk.ts',
  globalSetup: '../e2e/support/global-setup.mjs',
  outputDir: '../../out/demo/trouble',
  workers: 1,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: './walk-reporter.ts',
});

import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = {
  '@contract': at('../electron/contract'),
  '@domain': at('../db/domain'),
  '@db': at('../db'),
  '@renderer': at('../renderer'),
};

/**
 * Test stores are real files, on a file system in memory where there is one: thousands of durable
 * commits then cost no disk. What a disk does to a store is tested end to end and by the fault suite.
 */
function quickest(): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 2 ** 31 ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** What this run of tests makes lies in a folder of its own, which goes with it (support/run-folders.ts). */
const run = String(process.pid);
const temporary = join(quickest(), `shuke-tests-${run}`);
const env = {
  SHUKE_TEST_RUN: run,
  TMPDIR: temporary,
  TEMP: temporary,
  // What hundreds of threads and processes begin with is compiled once.
  NODE_COMPILE_CACHE: join(temporary, 'compiled'),
};

const node = (name: string, timeout = 20_000) => ({
  resolve: { alias },
  test: {
    name,
    root: at('..'),
    include: [`tests/${name}/**/*.test.ts`],
    environment: 'node',
    testTimeout: timeout,
    hookTimeout: timeout,
    env,
    globalSetup: [at('support/run-folders.ts')],
  },
});

/** Kills, power cuts and failing disks (tests/fault/run.mjs runs them by themselves, and the long bars). */
function fault() {
  const { resolve, test } = node('fault', process.env.SHUKE_FAULTS_LONG === '1' ? 6 * 3_600_000 : 300_000);
  return { resolve, test: { ...test, globalSetup: [...test.globalSetup, at('fault/prepare.mjs')] } };
}

export default defineConfig({
  test: {
    // A core left to vitest itself would be half of a machine with two.
    maxWorkers: '100%',
    // Test files of one worker share React, Mantine and kysely as loaded: that is over half of the time.
    // What they may not share is said in support/renderer-setup.ts; stores are files of each test's own.
    isolate: false,
    // Most of what a test makes is gone with it: collecting it less often is a fortieth of the processor time.
    execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
    projects: [
      node('domain'),
      node('db', 60_000),
      node('rpc'),
      node('integration', 120_000),
      node('hq'),
      fault(),
      {
        resolve: { alias },
        plugins: [react()],
        test: {
          name: 'renderer',
          root: at('..'),
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          testTimeout: 20_000,
          css: { modules: { classNameStrategy: 'non-scoped' } },
          setupFiles: [at('support/renderer-setup.ts')],
        },
      },
    ],
  },
});

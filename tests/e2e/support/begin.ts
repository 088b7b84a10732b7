import { existsSync, readFileSync } from 'node:fs';
import { type ElectronApplication, test } from '@playwright/test';
import { _electron } from 'playwright';

/** Counted in the summary of a run (tests/run.mjs). */
const LAUNCHED_AGAIN = 'launched again';

type Launch = Parameters<typeof _electron.launch>[0];

/**
 * About one in a thousand launches of the Electron that stands in for the official one dies by SIGSEGV right after
 * Playwright's debugger has attached, when nothing of Shuke has run. That is no subject of a test: such a launch is
 * begun again, once, and the run says so. Shuke's first act is a line in its log: with one more there, or at the second
 * time, the launch has failed.
 */
export async function begin(log: string, launch: Launch): Promise<ElectronApplication> {
  const before = linesIn(log);
  try {
    return await _electron.launch(launch);
  } catch (error) {
    if (!String(error).includes('signal=SIGSEGV') || linesIn(log) !== before) throw error;
    process.stdout.write(`\nELECTRON DIED BY SIGSEGV BEFORE SHUKE BEGAN: begun again\n${String(error)}\n\n`);
    test.info().annotations.push({ type: LAUNCHED_AGAIN, description: String(error) });
    return await _electron.launch(launch);
  }
}

const linesIn = (file: string): number =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').length : 0;

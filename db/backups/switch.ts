import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  flushFile,
  flushFolder,
  makeFolder,
  moveIntoPlace,
  SCANNER_PATIENCE_MS,
  writeDurablyNow,
} from '../durable-file';

/** What of a store lies beside its file. */
const PARTS = ['-wal', '-shm', ''] as const;

interface Intent {
  /** The folder into which the store that is there goes. */
  readonly aside: string;
  /** The file that takes its place. */
  readonly staged: string;
}

const intentOf = (storePath: string): string => join(dirname(storePath), 'switching.json');

/**
 * Puts `staged` in the place of the store, which must be closed; what was there goes into the new folder
 * `aside` with its log, whole. A power cut at any moment leaves one or the other after `finishSwitch`.
 */
export function switchStore(storePath: string, staged: string, aside: string): void {
  makeFolder(aside);
  flushFile(staged);
  const intent: Intent = { aside, staged };
  writeDurablyNow(intentOf(storePath), JSON.stringify(intent), SCANNER_PATIENCE_MS);
  try {
    // The log goes first: SQLite would play what is left of it into whatever file has the name.
    for (const part of PARTS) moveIfThere(storePath + part, join(aside, basename(storePath) + part));
    flushFolder(aside);
    moveIntoPlace(staged, storePath, SCANNER_PATIENCE_MS);
  } catch (error) {
    finishSwitch(storePath);
    throw error;
  }
  rmSync(intentOf(storePath), { force: true });
}

/** Before a store is opened: a switch that was cut off is taken back, or was done. */
export function finishSwitch(storePath: string): void {
  const intent = intentIn(storePath);
  if (intent === null) return;
  if (existsSync(intent.staged)) {
    for (const part of [...PARTS].reverse())
      moveIfThere(join(intent.aside, basename(storePath) + part), storePath + part);
    flushFolder(dirname(storePath));
  }
  rmSync(intentOf(storePath), { force: true });
}

function intentIn(storePath: string): Intent | null {
  try {
    return JSON.parse(readFileSync(intentOf(storePath), 'utf8')) as Intent; // written whole by `switchStore`
  } catch {
    return null;
  }
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) moveIntoPlace(from, to, SCANNER_PATIENCE_MS);
}

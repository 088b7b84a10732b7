import { closeSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { flushFolder, SCANNER_PATIENCE_MS, writeDurablyNow, writeWhole } from '../durable-file';

/**
 * Whom the shop has erased, remembered outside of the store: ids and nothing else. A store that was put
 * back from a backup holds people again who have gone since; at each opening everybody in here is erased
 * once more. It is written by what cleans up after the erasure, and no store is put aside before that is
 * done. Source: trust "People".
 */
const NAME = 'erasures.txt';
const journalOf = (storePath: string): string => join(dirname(storePath), NAME);

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/gm;

/** Durable when it returns. One who is in it already may be written again. */
export function rememberErasure(storePath: string, memberId: string): void {
  const path = journalOf(storePath);
  const file = openSync(path, 'a');
  try {
    // The line break goes first, too: whatever a power cut has left of a line, this one is whole.
    writeWhole(file, Buffer.from(`\n${memberId}\n`));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  flushFolder(dirname(path));
}

/** Everybody who was ever erased from the store at this place, each once. */
export const erasuresOf = (storePath: string): string[] => idsIn(journalOf(storePath));

/** The same goes to each second medium: a new PC knows nobody who was erased on the old one. */
export function copyErasures(storePath: string, folder: string): void {
  const lines = erasuresOf(storePath).map((id) => `${id}\n`);
  writeDurablyNow(join(folder, NAME), lines.join(''), SCANNER_PATIENCE_MS);
}

/** What lies beside a backup that was brought from elsewhere. */
export function takeErasures(storePath: string, folder: string): void {
  const known = new Set(erasuresOf(storePath));
  for (const id of idsIn(join(folder, NAME))) if (!known.has(id)) rememberErasure(storePath, id);
}

function idsIn(path: string): string[] {
  try {
    return [...new Set(readFileSync(path, 'utf8').match(ID) ?? [])];
  } catch {
    return []; // nobody has asked for it yet
  }
}

import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const NAME = /^reading-.*\.rows$/;
const folderOf = (storePath: string): string => join(dirname(storePath), 'imports');

/** Where the rows of a file lie while a job takes them: beside the store, for they hold what it is to hold. */
export const cutFilePath = (storePath: string, jobId: string): string =>
  join(folderOf(storePath), `reading-${jobId}.rows`);

export function removeCutFile(path: string): void {
  try {
    rmSync(path, { force: true, maxRetries: 3 });
  } catch {
    // Held by a virus scanner: it goes when the store is next opened.
  }
}

/** What a crash has left, when a store opens and nothing is being read. */
export function removeLeftCutFiles(storePath: string): void {
  for (const name of filesIn(folderOf(storePath)))
    if (NAME.test(name)) removeCutFile(join(folderOf(storePath), name));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing was ever imported
  }
}

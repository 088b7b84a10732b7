import { open, rename, rm } from 'node:fs/promises';
import { type Refusal, refuse } from '../../db/domain/refusal';

type NotWritten = 'disk_full' | 'not_writable';
type Piece = string | Uint8Array;

/**
 * Writes the file that a person has chosen a place for, piece by piece beside it, and moves it there
 * whole: what was there before stays until all is written, and half a file is never left. Answers the
 * refusal when the place does not take it; any other error is thrown.
 */
export async function writeWanted(
  path: string,
  content: Piece | AsyncIterable<Piece>,
): Promise<Refusal<'file_not_written', { why: NotWritten }> | null> {
  const part = `${path}.part`;
  try {
    await writeAll(part, content);
    await rename(part, path);
    return null;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined); // why it failed is told already
    const why = whyNotWritten(error);
    if (why === undefined) throw error;
    return refuse('file_not_written', { why });
  }
}

async function writeAll(path: string, content: Piece | AsyncIterable<Piece>): Promise<void> {
  const file = await open(path, 'w');
  try {
    // Of a nearly full drive a single write may take a part only; this one goes on until all is there.
    if (typeof content === 'string' || content instanceof Uint8Array) await file.writeFile(content);
    else for await (const piece of content) await file.writeFile(piece);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What a file system's error means to the person who chose the place; undefined for any other error. */
function whyNotWritten(error: unknown): NotWritten | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  const notOurs = ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOENT', 'EISDIR', 'ENOTDIR'];
  return notOurs.some((known) => known === code) ? 'not_writable' : undefined;
}

import { type Refusal, refuse } from '../../db/domain/refusal';
import { PERSON_PATIENCE_MS, ReadBackError, writeDurably } from '../../db/durable-file';

type NotWritten = 'disk_full' | 'not_writable';

/**
 * Writes the file that a person has chosen a place for (see `writeDurably`). Answers the refusal when the
 * place does not take it; any other error is thrown.
 */
export async function writeWanted(
  path: string,
  content: Parameters<typeof writeDurably>[1],
): Promise<Refusal<'file_not_written', { why: NotWritten }> | null> {
  try {
    await writeDurably(path, content, PERSON_PATIENCE_MS);
    return null;
  } catch (error) {
    const why = whyNotWritten(error);
    if (why === undefined) throw error;
    return refuse('file_not_written', { why });
  }
}

/** What a file system's error means to the person who chose the place; undefined for any other error. */
function whyNotWritten(error: unknown): NotWritten | undefined {
  if (error instanceof ReadBackError) return 'not_writable';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  const notOurs = ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EIO', 'ENOENT', 'EISDIR', 'ENOTDIR'];
  return notOurs.some((known) => known === code) ? 'not_writable' : undefined;
}

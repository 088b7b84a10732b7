import { createReadStream } from 'node:fs';
import { bomLength } from '../../../db/domain/exchange/encoding';
import type { Reading } from '../../../db/domain/exchange/fields';
import type { FileRow } from '../../../db/exchange/file-row';
import { rowCutter } from './cut-rows';
import { decoderOf } from './decode';

const CHUNK = 128 * 1024;

/**
 * The rows of a file in batches, its head the first of them, never more of it in memory than a chunk.
 * `seen` is told every chunk as it stands in the file. Throws `UnreadableFile` with the line.
 */
export async function* readRows(
  path: string,
  reading: Pick<Reading, 'encoding' | 'separator'>,
  seen: (bytes: Buffer) => void,
): AsyncGenerator<readonly FileRow[], void, void> {
  const cutter = rowCutter(reading.separator);
  // csv-parse reads UTF-8 as it stands; everything else is turned into text first.
  const asItStands = reading.encoding === 'utf-8' && reading.separator !== 'whitespace';
  const decoder = decoderOf(reading.encoding);
  let first = true;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    seen(chunk);
    const bytes = first ? chunk.subarray(bomLength(chunk, reading.encoding)) : chunk;
    first = false;
    const rows = await cutter.write(asItStands ? bytes : decoder.write(bytes));
    if (rows.length > 0) yield rows;
  }
  const rest = asItStands ? [] : await cutter.write(decoder.end());
  const rows = [...rest, ...(await cutter.end())];
  if (rows.length > 0) yield rows;
}

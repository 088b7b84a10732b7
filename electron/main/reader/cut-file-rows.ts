import { createReadStream } from 'node:fs';
import type { FileRow } from '../../../db/exchange/file-row';
import { Lines } from './lines';

/** The rows that `cutFile` has written, in batches. */
export async function* cutFileRows(path: string): AsyncGenerator<readonly FileRow[], void, void> {
  const lines = new Lines();
  const pieces = createReadStream(path, { encoding: 'utf8', highWaterMark: 128 * 1024 });
  for await (const piece of pieces as AsyncIterable<string>) {
    const rows = lines.take(piece).map(rowOf);
    if (rows.length > 0) yield rows;
  }
}

function rowOf(text: string): FileRow {
  const [line, ...cells] = JSON.parse(text) as [number, ...string[]]; // lines of our own
  return { line, cells };
}

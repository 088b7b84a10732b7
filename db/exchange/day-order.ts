import type { ImportKind, Reading } from '../domain/exchange/fields';
import type { FileRow } from './file-row';

/** Rows that are gathered: a few MB, and in a year of bills some fifty of each day. */
const GATHERED = 16_384;

/**
 * The rows of a file as they are best taken. Bills are found by their day in three indexes, and a file may have its
 * days in any order: put in row by row, each bill would dirty a page of each. So bills are gathered and those of a
 * day, as its cell is written, stand together; of one day they keep the order of the file.
 */
export async function* inDayOrder(
  rows: AsyncIterable<readonly FileRow[]>,
  kind: ImportKind,
  { columns }: Pick<Reading, 'columns'>,
): AsyncGenerator<readonly FileRow[], void, void> {
  const day = columns.indexOf('date');
  if (kind === 'members' || day < 0) return yield* rows;
  let gathered: FileRow[] = [];
  for await (const some of rows) {
    for (const row of some) gathered.push(row);
    if (gathered.length < GATHERED) continue;
    yield byText(gathered, day);
    gathered = [];
  }
  if (gathered.length > 0) yield byText(gathered, day);
}

function byText(rows: readonly FileRow[], column: number): FileRow[] {
  const ofText = new Map<string, FileRow[]>();
  for (const row of rows) {
    const text = row.cells[column] ?? '';
    const equal = ofText.get(text);
    if (equal === undefined) ofText.set(text, [row]);
    else equal.push(row);
  }
  return [...ofText.keys()].sort().flatMap((text) => ofText.get(text) ?? []);
}

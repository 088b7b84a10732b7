import type { TableHead, TableRow } from '../../../db/domain/exchange/table';
import { Book, MOST_ROWS, pageSheet, TableSheets } from './xlsx-book';

/** The sheet beside the table: what it is called, and what it says line by line. */
export interface AboutSheet {
  readonly name: string;
  readonly lines: readonly (readonly [name: string, text: string])[];
}

interface XlsxOptions {
  readonly mostRows?: number;
}

type Pages = AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>;

/**
 * A table as a workbook (ECMA-376), page by page: the sheets' XML is written directly and deflated as it
 * goes, so a million rows need no more memory than a page. Texts are text cells, numbers numbers; there are
 * no formulas. The table is the first sheet, what it is about the second.
 */
export async function* tableAsXlsx(
  head: TableHead,
  pages: Pages,
  about: AboutSheet,
  { mostRows = MOST_ROWS }: XlsxOptions = {},
): AsyncGenerator<Uint8Array> {
  const book = new Book();
  const table = new TableSheets(book, head, mostRows);
  for await (const rows of pages) {
    table.write(rows);
    yield* book.taken();
  }
  const [first, ...more] = table.end();
  const lines = about.lines.map(([name, text]) => [
    { as: 'head', cell: name } as const,
    { as: 'text', cell: text } as const,
  ]);
  const told = pageSheet(book, about.name, [18, 70], lines);
  book.end([...(first === undefined ? [] : [first]), told, ...more]);
  yield* book.taken();
}

import { guardFormula, guardNumber } from './formula-guard';
import { type ColumnKind, numberText, type TableCell, type TableHead, type TableRow } from './table';

/** The mark by which spreadsheets know UTF-8; without it they read Chinese as noise. */
export const UTF8_MARK = '\ufeff';

/** Rows as the house writes CSV: every cell quoted, CRLF. What people wrote must have passed a guard before. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('');

/** A table as CSV, page by page; only the table, so that other programs can read it. */
export async function* tableAsCsv(
  { columns }: TableHead,
  pages: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>,
): AsyncGenerator<string> {
  const kinds = columns.map(({ kind }) => kind);
  yield UTF8_MARK + csvLines([columns.map(({ name }) => guardFormula(name))]);
  for await (const rows of pages) {
    yield csvLines(rows.map((row) => kinds.map((kind, at) => csvCell(row[at] ?? null, kind))));
  }
}

/** Numbers that name something (phones, card numbers) are text columns: a spreadsheet must not reckon with them. */
function csvCell(cell: TableCell, kind: ColumnKind): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberText(cell, kind);
  return kind === 'date' ? guardFormula(cell) : guardNumber(cell);
}

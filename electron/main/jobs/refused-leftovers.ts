import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { csvLines, UTF8_MARK } from '../../../db/domain/exchange/csv';
import { SCANNER_PATIENCE_MS, writeDurablyNow } from '../../../db/durable-file';

/** Cells as `csvLines` writes them: always quoted, then a comma or the end of the row. */
const CELL = /"((?:[^"]|"")*)"(,|\r\n)/g;
/** As many digits are a phone or a number of somebody, however they are grouped. */
const LEAST_DIGITS = 7;

/** Takes every row that holds one of these words out of the files of refused rows beside the store. */
export function forgetInRefusedRows(storePath: string, words: readonly string[]): void {
  const folder = join(dirname(storePath), 'imports');
  if (words.length === 0 || !existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!/^refused-.*\.csv$/.test(name)) continue;
    const path = join(folder, name);
    const [head, ...rows] = rowsOf(readFileSync(path, 'utf8'));
    const kept = rows.filter((row) => !row.some((cell) => words.some((word) => holds(cell, word))));
    if (head === undefined || kept.length === rows.length) continue;
    // Written anew where others are left; the first row is the titles.
    if (kept.length === 0) rmSync(path);
    else writeDurablyNow(path, UTF8_MARK + csvLines([head, ...kept]), SCANNER_PATIENCE_MS);
  }
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of text.matchAll(CELL)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

function holds(cell: string, word: string): boolean {
  if (cell.includes(word)) return true;
  const digits = word.replace(/\D/g, '');
  return digits.length >= LEAST_DIGITS && cell.replace(/\D/g, '').includes(digits);
}

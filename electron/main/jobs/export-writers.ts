import type { ExportTable, Tally } from '../../../db/exchange/export-reading';
import { Book, type PageCell, pageSheet, type Sheet, TableSheets } from '../tables/xlsx-book';
import type { UnfinishedFolder, WrittenFile } from './export-files';
import { EXPORT_WORDS, SUM_WORDS, TABLE_WORDS } from './export-words';

/** Told the rows of each step; false = stop. */
export type OnStep = (rows: number) => boolean;

/** What a table came to when it was written, as the manifest says it. */
export interface WrittenTable extends Tally {
  readonly name: string;
}

/** One table as a CSV file; undefined when it was stopped. */
export function writeCsv(
  folder: UnfinishedFolder,
  table: ExportTable,
  onStep: OnStep,
): (WrittenFile & Tally) | undefined {
  const written = new Counted(table);
  const file = folder.file(`${table.name}.csv`, (write) => {
    write(Buffer.from(`\ufeff${table.header}`));
    for (const step of table.csv()) {
      write(step.bytes);
      written.add(step);
      if (!onStep(step.rows)) return false;
    }
    return true;
  });
  if (file === undefined) return undefined;
  const { rows, sums } = written.whole();
  return { ...file, rows, sums };
}

type Locale = keyof typeof EXPORT_WORDS;

export interface AboutExport {
  readonly locale: Locale;
  /** Store, time, period, members: line by line. */
  readonly lines: readonly (readonly [name: string, text: string])[];
}

/** All tables as one workbook, the totals first; undefined when it was stopped. */
export function writeWorkbook(
  folder: UnfinishedFolder,
  tables: readonly ExportTable[],
  about: AboutExport,
  onStep: OnStep,
): (WrittenFile & { readonly tables: readonly WrittenTable[] }) | undefined {
  const done: WrittenTable[] = [];
  const file = folder.file('shuke.xlsx', (write) => {
    const book = new Book();
    const drain = () => {
      for (const bytes of book.taken()) write(Buffer.from(bytes));
    };
    const sheets: Sheet[] = [];
    for (const table of tables) {
      const written = new Counted(table);
      const { columns } = table;
      const out = new TableSheets(book, { title: TABLE_WORDS[about.locale][table.name], columns });
      for (const step of table.cells()) {
        out.write(step.cells);
        written.add(step);
        drain();
        if (!onStep(step.rows)) return false;
      }
      sheets.push(...out.end());
      done.push(written.whole());
    }
    const words = EXPORT_WORDS[about.locale];
    const totals = pageSheet(book, words.totals, [22, 26, 16, 16], totalLines(tables, about));
    book.end([totals, ...sheets]);
    drain();
    return true;
  });
  return file && { ...file, rows: done.reduce((sum, { rows }) => sum + rows, 0), tables: done };
}

const head = (cell: string): PageCell => ({ as: 'head', cell });
const text = (cell: string): PageCell => ({ as: 'text', cell });
const number = (cell: number): PageCell => ({ as: 'whole', cell });
const money = (fen: number): PageCell => ({ as: 'money', cell: fen });
const NONE: PageCell = { as: 'text', cell: null };

function totalLines(tables: readonly ExportTable[], { locale, lines }: AboutExport): PageCell[][] {
  const words = EXPORT_WORDS[locale];
  const total = (table: ExportTable, name: string, value: number): PageCell[] => [
    text(TABLE_WORDS[locale][table.name]),
    text(SUM_WORDS[locale][name] ?? name),
    ...(name.endsWith('_fen') ? [NONE, money(value)] : [number(value)]),
  ];
  return [
    ...lines.map(([name, value]) => [head(name), text(value)]),
    [],
    [words.table, words.what, words.count, words.money].map(head),
    ...tables.flatMap((table) => [
      total(table, words.rows, table.rows),
      ...Object.entries(table.sums).map(([name, value]) => total(table, name, value)),
    ]),
  ];
}

/** What has been written of a table, held against what the store said that there is. */
class Counted {
  rows = 0;
  private readonly sums: Record<string, number> = {};

  constructor(private readonly expected: ExportTable) {
    for (const name of Object.keys(expected.sums)) this.sums[name] = 0;
  }

  add({ rows, sums }: Tally): void {
    this.rows += rows;
    for (const [name, sum] of Object.entries(sums)) this.sums[name] = (this.sums[name] ?? 0) + sum;
  }

  /** Throws where a row is missing or another than the one that was counted. */
  whole(): WrittenTable {
    const { name, rows, sums } = this.expected;
    const apart = Object.keys(sums).filter((each) => this.sums[each] !== sums[each]);
    if (this.rows !== rows || apart.length > 0)
      throw new Error(`${name}: ${this.rows} of ${rows} rows written, unlike in ${apart.join(', ')}`);
    return { name, rows, sums: this.sums };
  }
}

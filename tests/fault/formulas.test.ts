import { line, named, text as sqlText } from '@db/exchange/csv-sql';
import { tableAsCsv } from '@domain/exchange/csv';
import { FORMULA_STARTS, unguard } from '@domain/exchange/formula-guard';
import type { TableColumn, TableHead, TableRow } from '@domain/exchange/table';
import SQLite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { listAsCsv } from '../../electron/main/care-list-file';
import { tableAsXlsx } from '../../electron/main/tables/xlsx';
import { chances, pick } from '../support/member-rows';
import { bar, measure } from './support/measure';

const BODIES = [
  ...[
    '1+1',
    'HYPERLINK("http://x";"y")',
    "cmd|' /C calc'!A0",
    'SUM(A1:A9)',
    'WEBSERVICE("http://x")',
    '2',
    '',
    ' ',
  ],
  ...[
    'DDE("a";"b";"c")',
    '{1}',
    '"',
    "'",
    ',',
    ';',
    '\n=1',
    '张三',
    '138****8812',
    '0571-8888',
    '1E5',
    '#REF!',
  ],
];
const STARTS = [
  ...FORMULA_STARTS,
  "'",
  '"',
  '',
  '',
  ',',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '﹦',
  '\\',
  '%',
  '|',
  '!',
];

/** A cell that somebody would like to see run. */
function hostileCell(chance: () => number): string {
  const starts = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(STARTS, chance()));
  return starts.join('') + pick(BODIES, chance()) + (chance() < 0.3 ? pick(BODIES, chance()) : '');
}

/** What Excel, LibreOffice and WPS take for a formula: one of these after the white space that they skip. */
const runs = (cell: string): boolean => /^[\t\r\n \u3000]*[=+\-@＝＋－＠]/.test(cell);

const PER_PAGE = 500;
const columns: readonly TableColumn[] = [
  { name: '=HYPERLINK("head")', kind: 'text' },
  { name: '@head', kind: 'text' },
  { name: ' -head', kind: 'date' },
  { name: '数', kind: 'money' },
];
const head: TableHead = { title: '=1+1', columns, notes: [{ name: '=1', text: '+1' }] };
const rowsOf = (cells: readonly string[]): TableRow[] => cells.map((cell) => [cell, cell, cell, -5]);

async function written(content: AsyncIterable<string>): Promise<string[][]> {
  let text = '';
  for await (const piece of content) text += piece;
  return parse(text, { bom: true, record_delimiter: '\r\n' });
}

it('trust, spreadsheet formulas: no cell of any table that Shuke writes is run', async () => {
  await measure(
    { test: 'formulas', what: 'generated cells through each writer', bar: bar(30_000, 200_000) },
    async ({ n, seed }) => {
      const chance = chances(seed);
      const failures: string[] = [];
      let done = 0;
      for (; done < n; done += PER_PAGE) {
        const cells = Array.from({ length: PER_PAGE }, () => hostileCell(chance));
        failures.push(...(await inCsv(cells)), ...(await inCareList(cells)), ...inSql(cells));
        failures.push(...(await inWorkbook(cells)));
      }
      return { n: done, failures };
    },
  );
});

it('trust, spreadsheet formulas: another program that opens the workbook finds texts and no formula', async () => {
  await measure(
    { test: 'formulas read back', what: 'cells read by exceljs', bar: bar(2000, 20_000) },
    async ({ n, seed }) => {
      const chance = chances(seed);
      const cells = Array.from({ length: n }, () => hostileCell(chance));
      const book = new ExcelJS.Workbook();
      // exceljs types its input as a Buffer of an older Node; it reads any bytes.
      await book.xlsx.load((await workbook(cells)) as never);
      return { n, failures: wrongIn(book, cells) };
    },
  );
});

function wrongIn(book: ExcelJS.Workbook, cells: readonly string[]): string[] {
  const failures: string[] = [];
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.type === ExcelJS.ValueType.Formula)
          failures.push(`${sheet.name} ${cell.address} is a formula`);
      }),
    ),
  );
  const [sheet] = book.worksheets;
  for (const [at, cell] of cells.entries()) {
    const read = sheet?.getRow(at + 2).getCell(1).value ?? '';
    if (read !== cell.replace(/\r\n?/g, '\n'))
      failures.push(`${JSON.stringify(cell)} is read as ${JSON.stringify(read)}`);
  }
  return failures;
}

async function inCsv(cells: readonly string[]): Promise<string[]> {
  const [titles = [], ...rows] = await written(tableAsCsv(head, [rowsOf(cells)]));
  return [
    ...titles.filter(runs).map((title) => `a title in CSV: ${title}`),
    ...rows.flatMap(([one = '', other = '', day = '', money], at) => [
      ...[one, other, day].filter(runs).map((cell) => `in CSV: ${cell}`),
      ...(money === '-0.05' ? [] : [`money in CSV: ${money}`]),
      ...sameAs(cells[at] ?? '', day, 'in CSV'),
    ]),
  ];
}

async function inCareList(cells: readonly string[]): Promise<string[]> {
  const lines = cells.map((cell) => ({ phone: cell, text: cell, memberNo: cell, name: cell }));
  const pages = async function* () {
    yield lines;
  };
  const [, ...rows] = await written(listAsCsv(pages(), 'en'));
  return rows
    .flat()
    .filter(runs)
    .map((cell) => `in a list for messages: ${cell}`);
}

const memory = new SQLite(':memory:');
const inExport = memory
  .prepare<[string], string>(`select ${line([sqlText('x'), named('x')])} from (select ? as x)`)
  .pluck();

/** The readable export builds its cells inside SQL. */
function inSql(cells: readonly string[]): string[] {
  return cells.flatMap((cell) => {
    const [[text = '', number = ''] = []] = parse(inExport.get(cell) ?? '', { record_delimiter: '\r\n' });
    return [
      ...[text, number].filter(runs).map((bad) => `in the export: ${bad}`),
      ...sameAs(cell, text, 'in the export'),
    ];
  });
}

/** The apostrophe is all that was added. */
const sameAs = (cell: string, read: string, where: string): string[] =>
  unguard(read) === unguard(cell) ? [] : [`${where}: ${JSON.stringify(cell)} became ${JSON.stringify(read)}`];

async function workbook(cells: readonly string[]): Promise<Buffer> {
  const about = { name: '=1', lines: cells.slice(0, 20).map((cell) => [cell, cell] as const) };
  const pieces: Uint8Array[] = [];
  for await (const piece of tableAsXlsx(head, [rowsOf(cells)], about)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** In a workbook a cell says itself what it is: texts are inline strings, and `<f>` stands nowhere. */
async function inWorkbook(cells: readonly string[]): Promise<string[]> {
  const parts = Object.entries(unzipSync(await workbook(cells)));
  return parts.flatMap(([name, bytes]) => {
    const xml = new TextDecoder().decode(bytes);
    const wrong = [...xml.matchAll(/<f[\s/>]|<c (?![^>]*t="inlineStr")[^>]*>(?!<v>-?[\d.]+<\/v>)/g)];
    return wrong.map(([bad]) => `in ${name}: ${bad}`);
  });
}

it('the test would see a formula', () => {
  expect(['=1', ' =1', '\t+1', '－1', '@x', '\r\n=1'].every(runs)).toBe(true);
  expect(["'=1", '1', '张三', '"=1'].some(runs)).toBe(false);
});

import { crc32 } from 'node:zlib';
import { tableAsCsv } from '@domain/exchange/csv';
import type { TableHead, TableRow } from '@domain/exchange/table';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inPages } from '../../../electron/main/tables/save-table';
import { tableFileName } from '../../../electron/main/tables/table-file';
import { tableAsXlsx } from '../../../electron/main/tables/xlsx';
import { columnLetters } from '../../../electron/main/tables/xlsx-book';
import { LONGEST_CELL, sheetName, xmlText } from '../../../electron/main/tables/xlsx-text';
import { anyText } from '../../support/any-text';

const head = (title: string, ...kinds: TableHead['columns'][number]['kind'][]): TableHead => ({
  title,
  columns: kinds.map((kind, at) => ({ name: `${kind} ${at}`, kind })),
  notes: [],
});
const ABOUT = { name: '说明', lines: [['门店', '街角 & <小店>']] as const };

async function bytesOf(table: TableHead, rows: readonly TableRow[], mostRows?: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const pages = inPages(rows, 7);
  const options = mostRows === undefined ? {} : { mostRows };
  for await (const piece of tableAsXlsx(table, pages, ABOUT, options)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function reopened(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // exceljs types its input as a Buffer of an older Node; it reads any bytes.
  await book.xlsx.load(bytes as never);
  return book;
}
/** Every cell below the head, as it is read again. */
async function cells(table: TableHead, rows: readonly TableRow[]): Promise<unknown[][]> {
  const sheet = (await reopened(await bytesOf(table, rows))).worksheets[0];
  return rows.map((_, row) =>
    table.columns.map((_column, at) => sheet?.getRow(row + 2).getCell(at + 1).value ?? null),
  );
}

describe('a workbook is read again as it was written', () => {
  it('texts are texts, whatever they look like: formulas, quotes, emoji, spaces in front, numbers', async () => {
    const hostile = [
      ...[
        '=1+1',
        '+cmd|"/c calc"!A0',
        '-2',
        '@SUM(A1)',
        '\t=1',
        '＝1',
        "'quoted'",
        '"double"',
        '<b>&amp;</b>',
      ],
      ...[
        '  leading',
        'trailing  ',
        'two\nlines',
        '😀👨‍👩‍👧',
        '13800138812',
        '007',
        '1E5',
        '3-4',
        'TRUE',
        '𠮷野家',
        '',
      ],
    ];
    expect(
      await cells(
        head('文本', 'text'),
        hostile.map((text) => [text]),
      ),
    ).toEqual(hostile.map((text) => [text === '' ? null : text]));
  });

  it('any text without control characters comes back character by character', async () => {
    const text = anyText(20).filter((value) => !/[\p{Cc}\ufffe\uffff_]/u.test(value));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        expect(
          await cells(
            head('文本', 'text'),
            texts.map((value) => [value]),
          ),
        ).toEqual(texts.map((value) => [value === '' ? null : value]));
      }),
      { numRuns: 15 },
    );
  });

  it('what no cell can hold is left out: control characters, halves of characters, what is too long', () => {
    expect(xmlText('a\u0000b\u0007c\u001bd\uffffe')).toBe('abcde');
    expect(xmlText('a\r\nb\rc')).toBe('a\nb\nc');
    expect(xmlText('\ud83d!')).toBe('\ufffd!');
    // Spreadsheets read _x0041_ as A.
    expect(xmlText('_x0041_')).toBe('_x005F_x0041_');
    const long = xmlText('😀'.repeat(LONGEST_CELL));
    expect([long.length <= LONGEST_CELL, long.endsWith('😀…')]).toEqual([true, true]);
    expect(xmlText('字'.repeat(LONGEST_CELL))).toHaveLength(LONGEST_CELL);
  });

  it('numbers are numbers, money to the fen, nothing is nothing', async () => {
    const table = head('数', 'whole', 'money', 'percent', 'decimal', 'date');
    const rows: TableRow[] = [
      [1_234_567, 123_456_789, 0.1234, 2.25, '2026-05-18'],
      [0, -5, 0, -0.5, null],
      [null, null, null, null, null],
    ];
    expect(await cells(table, rows)).toEqual([
      [1_234_567, 1_234_567.89, 0.1234, 2.25, '2026-05-18'],
      [0, -0.05, 0, -0.5, null],
      [null, null, null, null, null],
    ]);
    const sheet = (await reopened(await bytesOf(table, rows))).worksheets[0];
    expect(sheet?.getRow(1).getCell(1).font.bold).toBe(true);
    expect([1, 2, 3].map((at) => sheet?.getRow(2).getCell(at).numFmt)).toEqual(['#,##0', '#,##0.00', '0.0%']);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it('holds no formula and no shared text: only what is shown', async () => {
    const parts = unzipSync(await bytesOf(head('文本', 'text'), [['=1+1']]));
    expect(Object.keys(parts).sort()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])).not.toContain('<f>');
  });

  it('every part has the checksum that the archive says, also one of many pieces', async () => {
    const bytes = await bytesOf(
      head('很多', 'whole'),
      Array.from({ length: 500 }, (_, at) => [at]),
    );
    const parts = unzipSync(bytes);
    // The central directory (APPNOTE 4.3.12): checksum at 16, length of the name at 28, the name at 46.
    const said = new Map<string, number>();
    for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
      const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
      said.set(name, bytes.readUInt32LE(at + 16));
    }
    expect(said).toEqual(new Map(Object.entries(parts).map(([name, part]) => [name, crc32(part)])));
  });

  it('a list that is longer than a sheet goes on in the next one, with its head again', async () => {
    const rows = Array.from({ length: 25 }, (_, at) => [at] as const);
    const book = await reopened(await bytesOf(head('很长', 'whole'), rows, 11));
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['很长', 11],
      ['说明', 1],
      ['很长 (2)', 11],
      ['很长 (3)', 6],
    ]);
    const read = ['很长', '很长 (2)', '很长 (3)'].flatMap((name) => {
      const sheet = book.getWorksheet(name);
      expect(sheet?.getRow(1).getCell(1).value).toBe('whole 0');
      return (sheet?.getRows(2, sheet.rowCount - 1) ?? []).map((row) => row.getCell(1).value);
    });
    expect(read).toEqual(rows.map(([at]) => at));
  });

  it('an empty table has its head, and the sheet about it says what it is', async () => {
    const book = await reopened(await bytesOf(head('空', 'text'), []));
    expect(book.worksheets[0]?.rowCount).toBe(1);
    expect(book.getWorksheet('说明')?.getRow(1).getCell(2).value).toBe('街角 & <小店>');
  });
});

describe('names', () => {
  it('of sheets are such as spreadsheets take, and never twice the same', async () => {
    expect(sheetName("'a[b]:c*?/\\d'")).toBe('a b c d');
    expect(sheetName('长'.repeat(40), ' (2)')).toBe(`${'长'.repeat(27)} (2)`);
    expect(sheetName(' ')).toBe('1');
    const book = await reopened(await bytesOf(head('说明', 'text'), []));
    expect(book.worksheets.map(({ name }) => name)).toEqual(['说明', '说明 (2)']);
  });

  it('of files are such as every system takes', () => {
    expect(tableFileName('顾客: A/B <"x">?*|\\', '2026-05-18', 'xlsx')).toBe('顾客 A B x 2026-05-18.xlsx');
    expect(tableFileName('..', '2026-05-18', 'csv')).toBe('2026-05-18.csv');
  });

  it('of columns go on after Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      'A',
      'Z',
      'AA',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

describe('the same table as CSV', () => {
  it('is quoted, guarded, in CRLF, with the mark of UTF-8', async () => {
    const rows: TableRow[] = [
      ['=1+1', '张"三"', 12, -5, 0.125],
      ['13800138812', '0571', null, null, null],
    ];
    let text = '';
    for await (const piece of tableAsCsv(
      head('t', 'text', 'text', 'whole', 'money', 'percent'),
      inPages(rows),
    ))
      text += piece;
    expect(text).toBe(
      '\ufeff"text 0","text 1","whole 2","money 3","percent 4"\r\n' +
        `"'=1+1","张""三""","12","-0.05","12.5%"\r\n` +
        `"13800138812","'0571","","",""\r\n`,
    );
  });
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SavedTable } from '@contract/exchange';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';

const TABLE: SavedTable = {
  title: '顾客分类：A/B?',
  columns: [
    { name: '分类', kind: 'text' },
    { name: '会员', kind: 'whole' },
    { name: '消费', kind: 'money' },
    { name: '占比', kind: 'percent' },
    { name: '最近', kind: 'date' },
  ],
  rows: [
    ['A 忠诚', 12, 123_456_789, 0.125, '2026-05-17'],
    ['=1+1', 0, -5, 0, null],
  ],
  notes: [{ name: '截至', text: '2026-05-18' }],
};

describe('a table on the screen is saved', () => {
  let shop: TestShop;
  let folder: string;
  beforeEach(async () => {
    shop = await aShop();
    folder = mkdtempSync(join(tmpdir(), 'shuke-table-'));
  });
  afterEach(async () => {
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('as a workbook: the table first, what it is about beside it', async () => {
    const path = join(folder, 'a.xlsx');
    shop.dialogs.save = path;
    expect(await shop.client.exchange.saveTable(TABLE)).toEqual({ ok: true, value: { path, rows: 2 } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['顾客分类：A B', '说明']);
    const [table, about] = book.worksheets;
    expect(table?.getRow(1).values).toEqual([undefined, '分类', '会员', '消费', '占比', '最近']);
    expect(table?.getRow(2).values).toEqual([undefined, 'A 忠诚', 12, 1_234_567.89, 0.125, '2026-05-17']);
    expect(table?.getRow(3).values).toEqual([undefined, '=1+1', 0, -0.05, 0]);
    const said = Object.fromEntries(
      (about?.getRows(1, about.rowCount) ?? []).map((row) => [row.getCell(1).value, row.getCell(2).value]),
    );
    expect(said).toEqual({
      表名: '顾客分类：A/B?',
      截至: '2026-05-18',
      店铺: '街角小店',
      生成时间: '2026-05-18 12:00 (Asia/Shanghai)',
    });
  });

  it('as CSV where the name ends so, guarded as every file of the house', async () => {
    shop.dialogs.save = join(folder, 'a.CSV');
    expect(await shop.client.exchange.saveTable(TABLE)).toMatchObject({ value: { rows: 2 } });
    expect(readFileSync(shop.dialogs.save, 'utf8')).toBe(
      '\ufeff"分类","会员","消费","占比","最近"\r\n' +
        '"A 忠诚","12","1234567.89","12.5%","2026-05-17"\r\n' +
        `"'=1+1","0","-0.05","0%",""\r\n`,
    );
  });

  it('nowhere when the person wants no file', async () => {
    expect(await shop.client.exchange.saveTable(TABLE)).toEqual({ ok: true, value: null });
  });

  it('whole or not at all: where the place does not take it, what was there stays', async () => {
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, 'old');
    shop.dialogs.save = join(path, 'below.xlsx');
    expect(await shop.client.exchange.saveTable(TABLE)).toEqual({
      ok: false,
      refusal: { code: 'file_not_written', params: { why: 'not_writable' } },
    });
    expect(readdirSync(folder)).toEqual(['a.xlsx']);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('only where every cell is of its column', async () => {
    const cells = (row: SavedTable['rows'][number]) =>
      shop.client.exchange.saveTable({ ...TABLE, rows: [row] });
    await expect(cells(['A', 1, 2, 0.1])).rejects.toThrow();
    await expect(cells([1, 1, 2, 0.1, null])).rejects.toThrow();
    await expect(cells(['A', 1, 2.5, 0.1, null])).rejects.toThrow();
    expect(shop.reported).toHaveLength(3);
  });
});

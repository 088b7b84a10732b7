import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '@db/exchange/queries';
import { EXPORT_TABLES } from '@domain/exchange/export';
import { ofTiers } from '@domain/segments/segment';
import { businessDate } from '@domain/units';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertBillsWithLines } from '../../support/bills-with-lines';
import { EVERYTHING } from '../../support/exports';
import { crowd, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { aFile, ended, imported, resultOf } from './support';

/** Taken in the order of their days. */
const SALES = `手机,日期,金额,商品
13812340001,2026-03-31,10.00,茶
13812340001,2026-04-01,20.50,=奶茶
13812340001,2026-04-30,30.00,茶
13812340002,2026-04-15,40.00,饼
13812340002,2026-05-01,50.00,饼
`;
const APRIL = { from: businessDate('2026-04-01'), to: businessDate('2026-04-30') };

describe('exchange, Readable export: everything, filtered', () => {
  let shop: TestShop;
  let folder: string;
  beforeEach(async () => {
    shop = await aShop(HERE);
    folder = mkdtempSync(join(tmpdir(), 'shuke-out-'));
    shop.dialogs.folder = folder;
    await shop.member('张三', { phone: '13812340001' });
    await shop.member('李四', { phone: '13812340002' });
    const reading = { points: 'from_today' } as const;
    await imported(shop, aFile(SALES), { kind: 'purchases', reading });
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await shop.close();
  });

  type Asked = Parameters<TestShop['client']['exchange']['exportAll']>[0];
  async function exported(asked: Partial<Asked>): Promise<string> {
    const answer = await shop.client.exchange.exportAll({ ...EVERYTHING, ...asked });
    if (!answer.ok || answer.value === null) throw new Error(JSON.stringify(answer));
    return resultOf(await ended(shop, answer.value), 'export').folder;
  }
  const rowsOf = (path: string, table: string): Record<string, string>[] =>
    parse(readFileSync(join(path, `${table}.csv`)), { bom: true, columns: true });
  const manifestOf = (path: string) =>
    JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Manifest;
  const totals = (path: string) => rowsOf(path, 'purchases').map((row) => row.total_yuan);

  async function vipSegment(): Promise<string> {
    shop.raw().prepare("update member set tier = 'vip' where phone = '13812340001'").run();
    shop
      .raw()
      .prepare("update member_lookup set tier = 'vip' where n = (select n from member where tier = 'vip')")
      .run();
    const saved = await shop.client.segments.save(shop.request(), {
      ...{ segmentId: null, name: '贵宾', rule: ofTiers(['vip']) },
    });
    if (!saved.ok) throw new Error(saved.refusal.code);
    return saved.value.segmentId;
  }

  it('by period: what has a business day within it, both ends included; members whole', async () => {
    const path = await exported({ period: APRIL });
    expect(totals(path)).toEqual(['20.50', '40.00', '30.00']);
    expect(rowsOf(path, 'purchase_lines').map((row) => row.product)).toEqual(["'=奶茶", '饼', '茶']);
    expect(rowsOf(path, 'members')).toHaveLength(2);
    const files = manifestOf(path).files;
    expect(files.find(({ name }) => name === 'purchases.csv')).toMatchObject({
      ...{ rows: 3, sums: { total_fen: 9050 } },
    });
    expect(manifestOf(path)).toMatchObject({ format_version: 2, filter: { period: APRIL, segment: null } });
  });

  it('S27 by segment: only rows of who is in it, in every table; what belongs to nobody is left out', async () => {
    const segmentId = await vipSegment();
    const walkIn = {
      ...{ memberId: null, purchaseId: null, object: 'goods', reason: 'goods_spoiled', product: '' },
      ...{ aboutStaffId: null, severity: 'high', channel: 'counter', what: '发霉', wish: '' },
    } satisfies Parameters<TestShop['client']['complaints']['log']>[1];
    expect((await shop.client.complaints.log(shop.request(), walkIn)).ok).toBe(true);
    const path = await exported({ segmentId });
    expect(rowsOf(path, 'members').map((row) => row.name)).toEqual(['张三']);
    expect(totals(path)).toEqual(['10.00', '20.50', '30.00']);
    expect(rowsOf(path, 'purchase_lines')).toHaveLength(3);
    expect(rowsOf(path, 'points_entries').map((row) => row.points)).toEqual(['10', '20', '30']);
    expect(rowsOf(path, 'complaints')).toEqual([]);
    expect(rowsOf(path, 'segments')).toHaveLength(1);
    expect(manifestOf(path).filter?.segment).toEqual({ id: segmentId, name: '贵宾' });
  });

  it('only the tables that were asked for; the list of exports and the trail say with which filter', async () => {
    const segmentId = await vipSegment();
    const path = await exported({ tables: ['purchases'], period: APRIL, segmentId });
    expect(readdirSync(path).sort()).toEqual(['manifest.json', 'purchases.csv']);
    expect(totals(path)).toEqual(['20.50', '30.00']);
    expect(await shop.client.exchange.exports({})).toMatchObject([
      { format: 'csv', tables: 1, members: null, purchases: 2, period: APRIL, segment: '贵宾' },
    ]);
    const [entry] = (
      await shop.client.audit.list({
        ...{ subject: null, staffId: null, act: 'exchange.exportAll', from: null, to: null },
        ...{ before: null, limit: 5 },
      })
    ).rows;
    const whole = await shop.client.audit.entry({ seq: entry?.seq ?? 0 });
    const after = { tables: ['purchases'], period: APRIL, segment: '贵宾', maskPhones: true, format: 'csv' };
    expect(whole).toMatchObject({ notes: [{ after }] });
  });

  it('a segment that is gone is refused before a folder is asked for', async () => {
    const segmentId = await vipSegment();
    await shop.client.segments.putAway(shop.request(), { segmentId });
    expect(await shop.client.exchange.exportAll({ ...EVERYTHING, segmentId })).toMatchObject({
      refusal: { code: 'segment_gone' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('as a workbook: the totals first, then a sheet for each table, texts as texts and money as numbers', async () => {
    const path = await exported({ format: 'xlsx', period: APRIL });
    expect(readdirSync(path).sort()).toEqual(['manifest.json', 'shuke.xlsx']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(path, 'shuke.xlsx'));
    expect(book.worksheets).toHaveLength(EXPORT_TABLES.length + 1);
    expect(book.worksheets.slice(0, 3).map(({ name }) => name)).toEqual(['合计', '会员', '消费']);
    const cells = (sheet: string): unknown[][] =>
      (book.getWorksheet(sheet)?.getSheetValues() ?? []).flatMap((row) =>
        Array.isArray(row) ? [row.slice(1)] : [],
      );
    expect(cells('合计')).toContainEqual(['日期', '2026-04-01 – 2026-04-30']);
    expect(cells('合计')).toContainEqual(['消费', '行数', 3]);
    expect(cells('合计').find(([table, what]) => table === '消费' && what === '实付')?.[3]).toBe(90.5);
    const [head = [], ...sales] = cells('消费');
    const column = (name: string) => sales.map((row) => row[head.indexOf(name)]);
    expect(column('total_yuan')).toEqual([20.5, 40, 30]);
    expect(column('bought_at').every((at) => /^2026-0[34]-..T..:..:..Z$/.test(String(at)))).toBe(true);
    const [memberHead = [], ...members] = cells('会员');
    expect(members.map((row) => row[memberHead.indexOf('phone')])).toEqual(['138****0001', '138****0002']);
    expect(cells('消费明细').flat()).toContain('=奶茶');
    const [file] = manifestOf(path).files;
    expect(file?.tables?.find(({ name }) => name === 'purchases')).toMatchObject({
      ...{ rows: 3, sums: { total_fen: 9050 } },
    });
    expect(await shop.client.exchange.exports({})).toMatchObject([
      { format: 'xlsx', tables: EXPORT_TABLES.length, members: 2, purchases: 3 },
    ]);
  });

  it('a workbook of many rows goes on where each step ends', async () => {
    insertBillsWithLines(shop.raw(), insertMembers(shop.raw(), crowd(70)), 5200);
    const path = await exported({ format: 'xlsx', tables: ['purchase_lines'] });
    const [file] = manifestOf(path).files;
    expect(file?.tables).toMatchObject([{ rows: 5205, sums: { amount_fen: 520_000 + 15_050 } }]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(path, 'shuke.xlsx'));
    expect(book.getWorksheet('消费明细')?.rowCount).toBe(5206);
  });
});

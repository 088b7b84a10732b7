import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '../../../db/backups/folder';
import { type Cell, openSalvage, type SalvagedTable } from '../../../db/backups/salvage';
import { csvLines, UTF8_MARK } from '../../../db/domain/exchange/csv';
import { guardFormula, guardNumber } from '../../../db/domain/exchange/formula-guard';
import type { Locale } from '../../../db/domain/locale';
import { SCANNER_PATIENCE_MS, writeDurably } from '../../../db/durable-file';

export interface SalvageOrder {
  readonly storePath: string;
  /** Chosen by a person; a folder of its own is made in it. */
  readonly chosen: string;
  readonly name: string;
  readonly locale: Locale;
}

export interface Salvaged {
  readonly folder: string;
  readonly tables: { name: string; rows: number; lost: number | null }[];
}

/** What the tables that a person asks for first are called. */
const TITLES: Readonly<Record<string, { readonly 'zh-CN': string; readonly en: string }>> = {
  member: { 'zh-CN': '会员', en: 'Members' },
  purchase: { 'zh-CN': '消费', en: 'Purchases' },
  purchase_line: { 'zh-CN': '消费明细', en: 'Lines of purchases' },
  refund: { 'zh-CN': '退款', en: 'Refunds' },
  points_entry: { 'zh-CN': '积分流水', en: 'Points' },
  points_lot: { 'zh-CN': '积分批次', en: 'Points left, by expiry date' },
  coupon: { 'zh-CN': '券', en: 'Coupons' },
  complaint: { 'zh-CN': '投诉', en: 'Complaints' },
  consent_entry: { 'zh-CN': '同意记录', en: 'Consents' },
  staff: { 'zh-CN': '员工', en: 'Staff' },
};

const SUMMARY = {
  'zh-CN': {
    file: '说明.txt',
    head: '从损坏的数据文件中能读出的内容。每个表一个文件，可以用表格软件打开。原文件没有改动。',
    line: (title: string, file: string, rows: number) => `${title}（${file}）：${rows} 行`,
    lost: (rows: number | null) => (rows === null ? '，另有读不出的，行数不明' : `，另有 ${rows} 行读不出`),
  },
  en: {
    file: 'READ ME.txt',
    head: 'What could be read of the damaged store. One file for each table, for any spreadsheet. The damaged file itself was not changed.',
    line: (title: string, file: string, rows: number) => `${title} (${file}): ${rows} rows`,
    lost: (rows: number | null) =>
      rows === null ? ', and others that could not be read' : `, and ${rows} that could not be read`,
  },
};

/** Writes everything that can be read of a damaged store as tables, with a summary; null when nothing can. */
export async function salvageStore(order: SalvageOrder): Promise<Salvaged | null> {
  const store = openSalvage(order.storePath);
  if (store === null) return null;
  try {
    const folder = join(order.chosen, freeName(order.chosen, order.name));
    mkdirSync(folder);
    const tables: Salvaged['tables'] = [];
    for (const table of store.tables) {
      const count = { rows: 0 };
      await writeDurably(join(folder, `${table.name}.csv`), linesOf(table, count), SCANNER_PATIENCE_MS);
      tables.push({ name: table.name, rows: count.rows, lost: table.lost() });
    }
    const { file, head, line, lost } = SUMMARY[order.locale];
    const lines = tables.map(({ name, rows, lost: gone }) => {
      const said = line(TITLES[name]?.[order.locale] ?? name, `${name}.csv`, rows);
      return gone === 0 ? said : said + lost(gone);
    });
    await writeDurably(
      join(folder, file),
      `\ufeff${[head, '', ...lines].join('\r\n')}\r\n`,
      SCANNER_PATIENCE_MS,
    );
    return { folder, tables };
  } finally {
    store.close();
  }
}

async function* linesOf(table: SalvagedTable, count: { rows: number }): AsyncGenerator<string> {
  yield UTF8_MARK + csvLines([table.columns.map(guardFormula)]);
  for (const slice of table.slices()) {
    count.rows += slice.length;
    yield csvLines(slice.map((row) => row.map(textOf)));
  }
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guardNumber(cell);
  return Buffer.isBuffer(cell) ? cell.toString('hex') : String(cell);
}

function freeName(parent: string, name: string): string {
  const taken = new Set(namesIn(parent));
  let free = name;
  for (let again = 2; taken.has(free); again++) free = `${name}-${again}`;
  return free;
}

import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableAsCsv } from '@domain/exchange/csv';
import type { TableHead, TableRow } from '@domain/exchange/table';
import ExcelJS from 'exceljs';
import { tableAsXlsx } from '../../electron/main/tables/xlsx';
import { type BenchTable, median } from './table';

const ROWS = Number(process.env.SHUKE_BENCH_TABLE_ROWS ?? 200_000);
const ROUNDS = 5;
const PAGE = 500;
const HEAD: TableHead = {
  title: '会员',
  columns: [
    { name: '会员号', kind: 'text' },
    { name: '姓名', kind: 'text' },
    { name: '手机', kind: 'text' },
    { name: '等级', kind: 'text' },
    { name: '最近消费', kind: 'date' },
    { name: '消费次数', kind: 'whole' },
    { name: '消费金额', kind: 'money' },
    { name: '占比', kind: 'percent' },
  ],
  notes: [],
};
const NAMES = ['张三', '李四 & 王五', '欧阳娜娜', '陈 "小" 明', 'Anna', '=1+1'];

const rowOf = (at: number): TableRow => [
  String(100_000 + at),
  NAMES[at % NAMES.length] ?? '',
  `138${String(10_000_000 + at).padStart(8, '0')}`,
  at % 7 === 0 ? 'VIP' : '普通',
  `2026-0${(at % 9) + 1}-1${at % 10}`,
  at % 97,
  (at * 7919) % 1_000_000,
  (at % 1000) / 1000,
];

function* pages(): Generator<readonly TableRow[]> {
  for (let at = 0; at < ROWS; at += PAGE)
    yield Array.from({ length: Math.min(PAGE, ROWS - at) }, (_, more) => rowOf(at + more));
}

/** The same list as a workbook, by exceljs streaming, and as CSV: rows a second and memory, in turns. */
export default async function tablesBench(): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  const ways = [
    { name: 'Shuke, XLSX', file: 'ours.xlsx', write: writeOurs },
    { name: 'Shuke, CSV', file: 'ours.csv', write: writeCsv },
    { name: 'exceljs, streaming', file: 'theirs.xlsx', write: writeTheirs },
  ].map((way) => ({ ...way, times: [] as number[], memory: [] as number[] }));
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const way of ways) {
        const { ms, memory } = await measured(() => way.write(join(folder, way.file)));
        way.times.push(ms);
        way.memory.push(memory);
      }
    }
    const theirs = median(ways[2]?.times ?? []);
    return {
      title: `Writing ${ROWS.toLocaleString('en')} rows of ${HEAD.columns.length} columns`,
      columns: ['', 'rows per second', 'beside exceljs', 'memory on top', 'file'],
      rows: ways.map(({ name, file, times, memory }) => [
        name,
        Math.round((ROWS / median(times)) * 1000).toLocaleString('en'),
        `${(theirs / median(times)).toFixed(1)} x as fast`,
        `${(Math.max(...memory) / 1e6).toFixed(0)} MB`,
        `${(statSync(join(folder, file)).size / 1e6).toFixed(1)} MB`,
      ]),
      notes: [
        `Median of ${ROUNDS} rounds in turns; memory is the most that the process held beyond what it held before.`,
        'Bar: at least 3 x exceljs, at most 200 MB.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(work: () => Promise<void>): Promise<{ ms: number; memory: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const begun = performance.now();
  await work();
  const ms = performance.now() - begun;
  clearInterval(watching);
  return { ms, memory: Math.max(most, process.memoryUsage.rss()) - before };
}

async function writeAll(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const file = await open(path, 'w');
  for await (const piece of pieces) await file.writeFile(piece);
  await file.close();
}
const writeOurs = (path: string) => writeAll(path, tableAsXlsx(HEAD, pages(), { name: '说明', lines: [] }));
const writeCsv = (path: string) => writeAll(path, tableAsCsv(HEAD, pages()));

/** As its documentation has it: texts in place, styles, each row committed. */
async function writeTheirs(path: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: createWriteStream(path),
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = book.addWorksheet('会员');
  sheet.columns = HEAD.columns.map(({ name, kind }, at) => ({
    header: name,
    key: String(at),
    style: kind === 'money' ? { numFmt: '#,##0.00' } : kind === 'percent' ? { numFmt: '0.0%' } : {},
  }));
  for (const page of pages()) {
    for (const row of page)
      sheet.addRow(row.map((cell, at) => (at === 6 ? Number(cell) / 100 : cell))).commit();
    await new Promise(setImmediate); // lets its stream write what it holds
  }
  sheet.commit();
  await book.commit();
}

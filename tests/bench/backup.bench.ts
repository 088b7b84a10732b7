import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupsIn, backupsOf } from '@db/backups/folder';
import { fen, points } from '@domain/units';
import { idOf } from '../support/member-rows';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { keptStore } from './kept-store';
import { type BenchTable, median, ms, percentile } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_BACKUP_MEMBERS ?? 100_000);
/** Sales that are measured at rest; during backups as many, over as many backups as that takes. */
const SALES = 600;
const PAUSE_MS = 15;
const MB = 2 ** 20;

interface Served {
  readonly sales: number[];
  /** How late a timer of 1 ms came, in between: for so long main served nobody. */
  readonly late: number[];
  /** How long each piece of work took beside which was sold. */
  readonly works: number[];
}

/**
 * The counter with and without a backup under way, through the real router and the real worker: sales one
 * after the other with a moment between them. The yardstick is `cp` and `sync` of the same file, which is
 * no backup of a store that is written meanwhile.
 */
export default async function backup(): Promise<BenchTable> {
  await prepareWorkers('backup-job', 'read-job');
  const userData = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  cpSync(await keptStore(MEMBERS), userData, { recursive: true });
  const shop = await aShop({ userData, open: false });
  try {
    shop.raw().pragma('wal_checkpoint(truncate)');
    const path = shop.main.app.session.path();
    await beside(shop, 100, rest); // warm
    const quiet = await beside(shop, SALES, rest);
    const copied = await beside(shop, SALES, () => copyFile(path, join(shop.userData, 'copy.db')));
    const copying: number[] = [];
    const made = await beside(shop, SALES, async () => {
      shop.clock.advance(60_000);
      const began = Date.now();
      const done = await shop.client.backups.makeNow({});
      if (!done.ok) throw new Error(done.refusal.code);
      copying.push(lastWrittenTo(path) - began);
    });
    if (shop.reported.length > 0) throw new Error(shop.reported[0]);
    const size = statSync(path).size / MB;
    return {
      title: `The counter while a backup is made, ${MEMBERS.toLocaleString('en')} members`,
      columns: ['', 'the work itself', 'sale, durable, p50', 'p99', 'main serves nobody for, p99', 'sales'],
      rows: [
        row('at rest', quiet),
        row('beside `cp` and `sync`', copied),
        row('beside a backup: copied, flushed, hashed, read back whole', made),
        ['of that, until its last page is written', ms(median(copying)), '', '', '', ''],
      ],
      notes: [
        `${(MEMBERS * 10).toLocaleString('en')} bills, a store of ${size.toFixed(0)} MB; ${made.works.length} backups, ${copied.works.length} copies. A backup is made by a worker thread over its own connection.`,
        'Reading back is SQLite’s integrity check, every reference and every ledger (trust "Durability"): most of the time, and in nobody’s way.',
        'Bars: written within 3 times `cp` and `sync`; p99 of a sale beside a backup within 3 times that at rest; main never away for over 16 ms (p99).',
      ],
    };
  } finally {
    await shop.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

/** Nothing is written to a backup once it is copied: it is flushed, and read. */
function lastWrittenTo(storePath: string): number {
  const [newest] = backupsIn(backupsOf(storePath), 'plain');
  if (newest === undefined) throw new Error('no backup');
  return statSync(newest.path).mtimeMs;
}

const row = (name: string, { sales, late, works }: Served): string[] => [
  name,
  works.every((took) => took === 0) ? '' : ms(median(works)),
  ...[0.5, 0.99].map((at) => ms(percentile(sales, at))),
  ms(percentile(late, 0.99)),
  String(sales.length),
];

/** At rest nothing is done beside: one round holds all sales. */
const rest = async (): Promise<void> => undefined;

async function beside(shop: TestShop, sales: number, work: () => Promise<void>): Promise<Served> {
  const served: Served = { sales: [], late: [], works: [] };
  while (served.sales.length < sales) {
    const began = performance.now();
    let isOver = work === rest;
    const working = work().then(() => {
      served.works.push(work === rest ? 0 : performance.now() - began);
      isOver = true;
    });
    const goesOn = () => served.sales.length < sales && (work === rest || !isOver);
    await sellOn(shop, served, goesOn);
    await working;
  }
  return served;
}

async function sellOn(shop: TestShop, served: Served, goesOn: () => boolean): Promise<void> {
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    served.late.push(Math.max(0, now - last - 1));
    last = now;
  }, 1);
  for (let n = served.sales.length; goesOn(); n++) {
    const start = performance.now();
    const bill = { gross: fen(8880), receiptNo: '', items: [], redeem: points(0) };
    const memberId = idOf(1, 1 + ((n * 7919) % MEMBERS));
    const sold = await shop.client.purchases.record(shop.request(), { ...bill, memberId });
    if (!sold.ok) throw new Error(sold.refusal.code);
    served.sales.push(performance.now() - start);
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
  }
  clearInterval(watch);
}

function copyFile(from: string, to: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const copying = spawn('sh', ['-c', 'cp "$0" "$1" && sync "$1"', from, to], { stdio: 'ignore' });
    copying.once('error', reject);
    copying.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`cp ended with ${code}`))));
  });
}

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { businessDate, instant } from '@domain/units';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { type Served, serve } from './counter';
import { keptStore, TODAY } from './kept-store';
import { type BenchTable, ms, percentile } from './table';

const MEMBERS = 10_000;
const RECEIPTS = 5000;
const QUIET_SALES = 400;
const PAUSE_MS = 15;
const NOON_HOURS_UTC = 4;

type Member = { readonly id: string; readonly phone: string };

/** A busy day's file of the till is booked while the counter looks up and sells. */
export default async function posBench(): Promise<BenchTable> {
  await prepareWorkers('read-job', 'exchange-job');
  const userData = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  cpSync(await keptStore(MEMBERS), userData, { recursive: true });
  const shop = await aShop({ userData, open: false });
  try {
    shop.clock.now = instant(Date.parse(TODAY) + NOON_HOURS_UTC * 3_600_000);
    const members = withPhones(shop);
    const folder = join(userData, 'till');
    mkdirSync(folder);
    await serve(shop, members, PAUSE_MS, (sales) => sales < 100); // warm
    const quiet = await serve(shop, members, PAUSE_MS, (sales) => sales < QUIET_SALES);
    writeFileSync(join(folder, 'day.csv'), fileOf(members));
    await watch(shop, folder);
    const { pos } = shop.main.app;
    await pos.look();
    shop.clock.advance(5000);
    const started = performance.now();
    let isOver = false;
    const posting = pos.look().finally(() => {
      isOver = true;
    });
    const beside = await serve(shop, members, PAUSE_MS, () => !isOver);
    await posting;
    const took = performance.now() - started;
    if (shop.reported.length > 0) throw new Error(shop.reported[0]);
    const { lastFile } = await shop.client.pos.state({});
    if (lastFile?.counts.posted !== RECEIPTS) throw new Error(JSON.stringify(lastFile));
    return {
      title: 'The counter while a file of the till is booked',
      columns: ['', 'lookup p99', 'sale p50', 'sale p99', 'main serves nobody for, p99', 'longest', 'sales'],
      rows: [row('at rest', quiet), row(`beside ${RECEIPTS.toLocaleString('en')} receipts`, beside)],
      notes: [
        `${MEMBERS.toLocaleString('en')} members with ten bills each; booked in ${(took / 1000).toFixed(1)} s, ${(took / RECEIPTS).toFixed(2)} ms a receipt with its points, level and coupons, all on main's thread in slices.`,
        'Bar: main never away for over 16 ms (p99); p99 of a sale within 3 times that at rest.',
      ],
    };
  } finally {
    await shop.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

const row = (name: string, { lookups, sales, late }: Served): string[] => [
  name,
  ms(percentile(lookups, 0.99)),
  ms(percentile(sales, 0.5)),
  ms(percentile(sales, 0.99)),
  ms(percentile(late, 0.99)),
  ms(Math.max(...late)),
  String(sales.length),
];

const withPhones = (shop: TestShop): Member[] =>
  shop
    .raw()
    .prepare<[], Member>('select id, phone from member where phone is not null order by id limit 2000')
    .all();

function fileOf(members: readonly Member[]): string {
  const lines = Array.from({ length: RECEIPTS }, (_, n) => {
    const { phone } = members[(n * 7919) % members.length] as Member; // there are some
    const minute = String(n % 60).padStart(2, '0');
    return `B${n},${TODAY},11:${minute},${(n % 300) + 1}.50,${phone},小王`;
  });
  return `小票号,日期,时间,实收,会员手机号,收银员\r\n${lines.join('\r\n')}\r\n`;
}

/** As the owner does on the screen: the folder is chosen, its file shown as it is guessed, and that is kept. */
async function watch(shop: TestShop, folder: string): Promise<void> {
  shop.dialogs.folder = folder;
  const chosen = await shop.client.pos.chooseFolder({});
  if (!chosen.ok || chosen.value?.shown == null) throw new Error(JSON.stringify(chosen));
  const { folderId, shown } = chosen.value;
  const set = await shop.client.pos.setSource({
    ...{ folderId, name: '收银机', pattern: '*.csv', reading: shown.reading },
    ...{ from: businessDate('2026-05-01'), stillSeconds: 3, marker: 'none', grows: false },
  });
  if (!set.ok) throw new Error(JSON.stringify(set));
}

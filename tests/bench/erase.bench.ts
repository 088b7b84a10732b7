import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fen, NO_POINTS } from '@domain/units';
import { idOf } from '../support/member-rows';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { keptStore } from './kept-store';
import { type BenchTable, median, ms } from './table';

const MEMBERS = Number(process.env.SHUKE_BENCH_ERASE_MEMBERS ?? 100_000);
const RUNS = 5;
/** Between two sales, as beside a backup: sixty a second are still more than any counter makes. */
const PAUSE_MS = 15;

/** From an owner's yes until the last trace is gone (trust "People"), and how sales fare meanwhile. */
export default async function erase(): Promise<BenchTable> {
  await prepareWorkers('cleaning-job', 'read-job');
  const userData = mkdtempSync(join(tmpdir(), 'shuke-bench-'));
  cpSync(await keptStore(MEMBERS), userData, { recursive: true });
  const shop = await aShop({ userData, open: false });
  try {
    const buyer = idOf(1, 1);
    const [done, clean, sales]: [number[], number[], number[]] = [[], [], []];
    let found = 0;
    for (let run = 1; run <= RUNS; run++) {
      const memberId = idOf(1, 1 + (MEMBERS / 10) * run);
      const member = await shop.client.members.card({ memberId });
      if (member === null) throw new Error('nobody to erase');
      const start = performance.now();
      await shop.client.rights.erase(shop.request(), { memberId, memberNo: member.memberNo });
      done.push(performance.now() - start);
      let cleaning = true;
      const settled = shop.main.app.erasures.settled().then(() => {
        cleaning = false;
      });
      while (cleaning) {
        const sale = performance.now();
        await sell(shop, buyer);
        sales.push(performance.now() - sale);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      await settled;
      clean.push(performance.now() - start);
      if (shop.reported.length > 0) throw new Error(shop.reported.join());
      found += member.phone === null ? 0 : bytesWith(shop, member.phone);
    }
    const idle: number[] = [];
    for (let sale = 0; sale < sales.length; sale++) {
      const start = performance.now();
      await sell(shop, buyer);
      idle.push(performance.now() - start);
    }
    return {
      title: `Erasing one of ${MEMBERS.toLocaleString('en')} members`,
      columns: ['', 'median', 'worst'],
      rows: [
        ['until the person is gone from the counter', ms(median(done)), ms(Math.max(...done))],
        ['until no trace is left in the store’s files', ms(median(clean)), ms(Math.max(...clean))],
        ['a sale meanwhile', ms(median(sales)), ms(Math.max(...sales))],
        ['yardstick: a sale with nothing beside it', ms(median(idle)), ms(Math.max(...idle))],
      ],
      notes: [
        `${MEMBERS} members, ${MEMBERS * 10} bills; sales one after the other with a moment between them (${sales.length} of them).`,
        `Bytes of store and log searched for the phone of each afterwards: ${found} found.`,
        'Bar: 10 s until no trace is left.',
      ],
    };
  } finally {
    await shop.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

async function sell(shop: TestShop, memberId: string): Promise<void> {
  const sold = await shop.client.purchases.record(shop.request(), {
    ...{ memberId, gross: fen(1000), receiptNo: '', items: [], redeem: NO_POINTS },
  });
  if (!sold.ok) throw new Error(sold.refusal.code);
}

/** Read by another process: closing a file in this one would free SQLite's own locks. */
function bytesWith(shop: TestShop, word: string): number {
  const { path } = shop.main.app.session.shop().opened;
  const program = `const fs = require('node:fs');
    console.log(['', '-wal'].filter((end) => fs.existsSync(process.argv[1] + end) && fs.readFileSync(process.argv[1] + end).includes(process.argv[2])).length)`;
  return Number(execFileSync(process.execPath, ['-e', program, path, word], { encoding: 'utf8' }));
}

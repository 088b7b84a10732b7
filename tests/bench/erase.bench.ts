import { execFileSync } from 'node:child_process';
import { rebuildLookup } from '@db/members/lookup-rows';
import { businessDate, fen, NO_POINTS } from '@domain/units';
import { crowd, insertBills, insertMembers, visits } from '../support/member-rows';
import { aShop, type TestShop } from '../support/shop';
import { prepareWorkers } from '../support/worker';
import { type BenchTable, median, ms } from './table';

const MEMBERS = 100_000;
const RUNS = 5;
const TODAY = '2026-05-18';

/** From an owner's yes until the last trace is gone (trust "People"), and how sales fare meanwhile. */
export default async function erase(): Promise<BenchTable> {
  await prepareWorkers('cleaning-job', 'read-job');
  const shop = await aShop();
  try {
    const ids = fill(shop);
    const buyer = ids[0] ?? '';
    const [done, clean, sales]: [number[], number[], number[]] = [[], [], []];
    let found = 0;
    for (let run = 1; run <= RUNS; run++) {
      const memberId = ids[run * 1000] ?? '';
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
        await new Promise((resolve) => setImmediate(resolve));
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
      title: 'Erasing one of 100,000 members',
      columns: ['', 'median', 'worst'],
      rows: [
        ['until the person is gone from the counter', ms(median(done)), ms(Math.max(...done))],
        ['until no trace is left in the store’s files', ms(median(clean)), ms(Math.max(...clean))],
        ['a sale meanwhile', ms(median(sales)), ms(Math.max(...sales))],
        ['yardstick: a sale with nothing beside it', ms(median(idle)), ms(Math.max(...idle))],
      ],
      notes: [
        `${MEMBERS} members, ${MEMBERS * 10} bills; sales one after the other all the time (${sales.length} of them).`,
        `Bytes of store and log searched for the phone of each afterwards: ${found} found.`,
        'Bar: 10 s until no trace is left.',
      ],
    };
  } finally {
    await shop.close();
  }
}

async function sell(shop: TestShop, memberId: string): Promise<void> {
  const sold = await shop.client.purchases.record(shop.request(), {
    ...{ memberId, gross: fen(1000), receiptNo: '', items: [], redeem: NO_POINTS },
  });
  if (!sold.ok) throw new Error(sold.refusal.code);
}

function fill(shop: TestShop): string[] {
  const raw = shop.raw();
  raw.pragma('synchronous = off'); // nobody sells yet
  const ids = insertMembers(raw, crowd(MEMBERS));
  insertBills(raw, visits(ids, MEMBERS * 10, TODAY));
  rebuildLookup(raw, businessDate(TODAY));
  raw.pragma('synchronous = full');
  raw.pragma('wal_checkpoint(truncate)');
  return ids;
}

/** Read by another process: closing a file in this one would free SQLite's own locks. */
function bytesWith(shop: TestShop, word: string): number {
  const { path } = shop.main.app.session.shop().opened;
  const program = `const fs = require('node:fs');
    console.log(['', '-wal'].filter((end) => fs.existsSync(process.argv[1] + end) && fs.readFileSync(process.argv[1] + end).includes(process.argv[2])).length)`;
  return Number(execFileSync(process.execPath, ['-e', program, path, word], { encoding: 'utf8' }));
}

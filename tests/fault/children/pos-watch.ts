/**
 * A real main without a window that watches a till's folder until nothing lies there any more, and says when
 * it begins and how it ended: one JSON line each on standard output. Whoever started it may kill it.
 */
import { readdirSync, writeSync } from 'node:fs';
import { businessDate } from '@domain/units';
import { readHere } from '../../support/read-here';
import { aShop } from '../../support/shop';

export interface PosOrder {
  readonly userData: string;
  readonly folder: string;
  /** Makes the store with members of these phones, watches the folder from now on, and ends. */
  readonly make: readonly string[] | null;
}

export type PosSays = { readonly watching: true } | { readonly reported: readonly string[] };

const order = JSON.parse(process.argv[2] ?? '{}') as PosOrder; // of the suite that started it
const say = (line: PosSays) => void writeSync(1, `${JSON.stringify(line)}\n`);
const shop = await aShop({ userData: order.userData, open: order.make !== null, startReader: readHere });
if (order.make === null) await watch();
else await make(order.make);
say({ reported: shop.reported });
await shop.main.stop();
process.exit(0);

async function make(phones: readonly string[]): Promise<void> {
  for (const phone of phones) await shop.member(`会员${phone.slice(-4)}`, { phone });
  shop.dialogs.folder = order.folder;
  const chosen = await shop.client.pos.chooseFolder({});
  if (!chosen.ok || chosen.value?.shown == null) throw new Error('the folder is not shown');
  const { folderId, shown } = chosen.value;
  await shop.client.pos.setSource({
    ...{ folderId, name: '收银机', pattern: '*.csv', reading: shown.reading, marker: 'none', grows: false },
    ...{ from: businessDate('2026-05-01'), stillSeconds: 1 },
  });
}

async function watch(): Promise<void> {
  await shop.main.app.pos.look();
  shop.clock.advance(1000);
  say({ watching: true });
  while (readdirSync(order.folder).some((name) => name.endsWith('.csv'))) await shop.main.app.pos.look();
}

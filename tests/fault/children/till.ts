/**
 * A real main without a window that does what a till does, as fast as it can, and says so after each
 * answer: one JSON line per act on standard output. Whoever started it ends it, mostly by kill -9.
 */
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { chances } from '../../support/member-rows';
import { aShop } from '../../support/shop';
import { TillWork } from '../support/till-work';

export interface TillOrder {
  readonly userData: string;
  readonly seed: number;
  /** Makes the store and ends; else it opens the one that is there and goes on until it is ended. */
  readonly make: boolean;
  /** How long it rests after each act. */
  readonly restMs: number;
}

export type TillSays =
  | { readonly open: true }
  | { readonly open: false; readonly fault: string }
  | { readonly ack: { readonly requestId: string; readonly channel: string; readonly value: unknown } }
  | { readonly reported: readonly string[] };

const order = JSON.parse(process.argv[2] ?? '{}') as TillOrder; // of the suite that started it
/** Synchronous: when this returns, the line is the parent's, whatever happens to this process. */
const say = (line: TillSays) => void writeSync(1, `${JSON.stringify(line)}\n`);

const shop = await aShop({ userData: order.userData, open: order.make });
const view = await shop.client.settings.store({});
if (view.state === 'fault') say({ open: false, fault: view.fault });
else await serve();
process.exit(0);

async function serve(): Promise<void> {
  const work = new TillWork(shop, chances(order.seed));
  if (order.make) {
    for (let done = 0; done < 5; done += 1) await work.next();
    return await shop.main.stop();
  }
  say({ open: true });
  for (;;) {
    const ack = await work.next();
    if (ack !== null) say({ ack });
    if (order.restMs > 0) await wait(order.restMs);
    if (shop.reported.length > 0) say({ reported: shop.reported.splice(0) });
  }
}

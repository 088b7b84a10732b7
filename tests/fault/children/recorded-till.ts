/**
 * A real main without a window whose every call to the disk is recorded (shim/disk.c): it makes a store, sells, lets the
 * quiet moment move the log into the store, closes and opens again. What it has been told is written to `acks`.
 */
import { openSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { chances } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { TillWork } from '../support/till-work';

export interface RecordedOrder {
  readonly userData: string;
  readonly acks: string;
  readonly seed: number;
  /** A control: the pragma that must be FULL is set to this after each opening. */
  readonly synchronous: 'normal' | 'off' | null;
}

export type RecordedSays =
  | { readonly made: true }
  | { readonly theme: string }
  | { readonly requestId: string; readonly channel: string; readonly value: unknown };

/** Rounds of selling, each ending with a restart or, some, with a quiet moment: short, so that logs are, and turns are many. */
const ROUNDS = 16;
const ACTS = 3;
/** Every so many rounds nobody acts for a while. */
const QUIET_EVERY = 6;
/** A little more than main waits for before it moves the log. */
const QUIET_MS = 2200;

const order = JSON.parse(process.argv[2] ?? '{}') as RecordedOrder; // of the suite that started it
const acks = openSync(order.acks, 'a');
const say = (said: RecordedSays) => void writeSync(acks, `${JSON.stringify(said)}\n`);
const chance = chances(order.seed);

let shop = await opened(true);
say({ made: true });
for (let round = 0; round < ROUNDS; round += 1) {
  await sell(shop);
  if (round % QUIET_EVERY === 0) await wait(QUIET_MS);
  else {
    await shop.main.stop();
    shop = await opened(false);
  }
}
await sell(shop);
if (shop.reported.length > 0) throw new Error(shop.reported.join('\n'));
process.exit(0);

async function opened(make: boolean): Promise<TestShop> {
  const there = await aShop({ userData: order.userData, open: make });
  if (order.synchronous !== null) there.raw().pragma(`synchronous = ${order.synchronous}`);
  return there;
}

async function sell(there: TestShop): Promise<void> {
  const work = new TillWork(there, chance);
  for (let done = 0; done < ACTS; done += 1) {
    const ack = await work.next();
    if (ack !== null) say({ ...ack });
  }
  const theme = chance() < 0.5 ? 'dark' : 'light';
  const { locale } = await there.client.settings.preferences({});
  const chosen = await there.client.settings.setPreferences({ locale, theme });
  if (chosen.ok) say({ theme });
}

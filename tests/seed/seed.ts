import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { addDays, businessDateOf } from '@domain/calendar/business-day';
import { businessDate, instant } from '@domain/units';
import type { LargeOrder, LargePart } from '../support/large-store';
import { largeStore } from '../support/large-store-file';

const WORDS: Readonly<Record<LargePart, string>> = {
  members: 'members',
  bills: 'purchases with their points',
  lookup: 'rows of the lookup',
};
/** A line each five seconds is enough to see that it goes on. */
const TELL_EVERY_MS = 5000;

/** `npm run seed -- --members 1000000 --purchases 10000000 [--folder F] [--until YYYY-MM-DD]`. */
export default async function seed(args: readonly string[], standard: string): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      members: { type: 'string', default: '100000' },
      purchases: { type: 'string', default: '1000000' },
      folder: { type: 'string', default: standard },
      until: { type: 'string', default: yesterday() },
    },
  });
  const order: LargeOrder = {
    members: count('members', values.members),
    bills: count('purchases', values.purchases),
    until: businessDate(values.until),
    points: true,
    progress: teller(),
  };
  const started = performance.now();
  const path = await largeStore(values.folder, order);
  say(`${path}: ${(statSync(path).size / 1e6).toFixed(0)} MB in ${seconds(started)} s`);
  say(`open it with SHUKE_USER_DATA=${values.folder} npm start`);
}

function count(name: string, text: string): number {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < 1)
    throw new Error(`--${name} is a whole number from 1 on, not ${text}`);
  return n;
}

function teller(): (what: LargePart, done: number, total: number) => void {
  const started = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  return (what, done, total) => {
    const isDue = performance.now() - told >= TELL_EVERY_MS || done === 0 || done === total;
    if (!isDue) return;
    told = performance.now();
    const counted = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
    say(`${WORDS[what]}: ${counted}, ${seconds(started)} s`);
  };
}

const say = (line: string): void => void process.stdout.write(`shuke: ${line}\n`);
const seconds = (started: number): string => ((performance.now() - started) / 1000).toFixed(1);

const yesterday = (): string =>
  addDays(businessDateOf(instant(Date.now()), { zone: 'Asia/Shanghai', dayStartHour: 0 }), -1);

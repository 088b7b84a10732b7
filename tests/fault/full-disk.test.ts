import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { pathsIn } from '../../electron/main/paths';
import { chances } from '../support/member-rows';
import { aShop } from '../support/shop';
import { wrongIn } from './failing/open-again';
import { ANSWER_MS } from './failing/subject';
import { bar, measure } from './support/measure';
import { type Ack, TillWork } from './support/till-work';

/** So many sales are tried on the full drive; the first may still find room in the log. */
const TRIES = 50;

// A small drive of one's own can be had only as root on Linux; elsewhere ENOSPC of the shim stands for it (io-errors).
it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
  'trust, Durability: on a full drive a sale is refused with the reason within a second, and goes through when there is room',
  async () => {
    const what = { test: 'full drive', what: 'refused sales', bar: { n: 1, seed: bar(1, 1).seed } };
    await measure(what, async ({ seed }) => {
      const drive = mkdtempSync(join(tmpdir(), 'shuke-drive-'));
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', drive]);
      try {
        return await sellOn(drive, seed);
      } finally {
        execFileSync('umount', [drive]);
        rmSync(drive, { recursive: true });
      }
    });
  },
);

async function sellOn(drive: string, seed: number) {
  const shop = await aShop({ userData: drive });
  const work = new TillWork(shop, chances(seed));
  const acks: Ack[] = [];
  for (let done = 0; done < 5; done += 1) {
    const ack = await work.next();
    if (ack !== null) acks.push(ack);
  }
  const memberId = await shop.member('张三', { phone: '13812348812' });
  const sell = (requestId: string) =>
    shop.main.route('purchases.record', {
      requestId,
      input: { memberId, gross: 200_00, redeem: 0, receiptNo: '', items: [] },
    });
  const filler = join(drive, 'filler');
  const { bavail, bsize } = statfsSync(drive);
  writeFileSync(filler, Buffer.alloc(bavail * bsize));
  const failures: string[] = [];
  const refused: string[] = [];
  let slowestMs = 0;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const requestId = shop.request();
    const started = performance.now();
    const answer = await sell(requestId);
    slowestMs = Math.max(slowestMs, performance.now() - started);
    if (answer.ok) acks.push({ requestId, channel: 'purchases.record', value: answer.value });
    else if ('fault' in answer && answer.fault.kind === 'disk_full') refused.push(requestId);
    else failures.push(`a full drive is told as ${JSON.stringify(answer)}`);
  }
  if (slowestMs > ANSWER_MS) failures.push(`an answer took ${slowestMs.toFixed(0)} ms`);
  rmSync(filler);
  for (const requestId of refused) {
    const answer = await sell(requestId);
    if (answer.ok) acks.push({ requestId, channel: 'purchases.record', value: answer.value });
    else failures.push(`with room again: ${JSON.stringify(answer)}`);
  }
  await shop.main.stop();
  failures.push(...(await wrongIn(pathsIn(drive).store, acks)));
  return { n: refused.length, failures, notes: [`slowest answer ${slowestMs.toFixed(0)} ms`] };
}

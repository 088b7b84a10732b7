import { fen, points } from '@domain/units';
import type { TestShop } from '../support/shop';

const MB = 2 ** 20;

/** What the counter lived through while something else was done, in milliseconds. */
export interface Served {
  readonly lookups: number[];
  readonly sales: number[];
  /** How late a timer of 1 ms came: for so long main served nobody. */
  readonly late: number[];
  /** The most memory that the process had, worker threads and this benchmark included. */
  peakMb: number;
}

/** A lookup by the end of a phone and a sale to that member, one after the other with a moment between them. */
export async function serve(
  shop: TestShop,
  members: readonly { readonly id: string; readonly phone: string }[],
  pauseMs: number,
  goesOn: (sales: number) => boolean,
): Promise<Served> {
  const served: Served = { lookups: [], sales: [], late: [], peakMb: 0 };
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    served.late.push(Math.max(0, now - last - 1));
    last = now;
  }, 1);
  for (let round = 0; goesOn(round); round++) {
    const member = members[round % members.length];
    if (member === undefined) throw new Error('a counter without members');
    served.lookups.push(await timed(() => shop.client.members.lookup({ text: member.phone.slice(-4) })));
    served.sales.push(await timed(() => sell(shop, member.id)));
    served.peakMb = Math.max(served.peakMb, Math.round(process.memoryUsage.rss() / MB));
    await new Promise((resume) => setTimeout(resume, pauseMs));
  }
  clearInterval(watch);
  return served;
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function sell(shop: TestShop, memberId: string): Promise<void> {
  const bill = { gross: fen(8880), receiptNo: '', items: [], redeem: points(0), memberId };
  const sold = await shop.client.purchases.record(shop.request(), bill);
  if (!sold.ok) throw new Error(sold.refusal.code);
}

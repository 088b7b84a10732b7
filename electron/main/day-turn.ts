import { setImmediate as nextTurn } from 'node:timers/promises';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import type { BusinessDate } from '../../db/domain/units';
import { refreshLookup } from '../../db/members/lookup-rows';
import { sweepExpired } from '../../db/points/commands';
import { currentRules } from '../../db/settings/queries';
import type { Shop, Sources } from './shop';

const EVERY_MS = 60_000;

/** Lots swept in one transaction: about 10 ms, so that a sale never waits longer for the counter. */
const SWEEP_STEP = 200;

/**
 * Writes the expiry entries of every lot that has lapsed, in short transactions with the counter
 * served between them. Balances never counted those lots before this runs either; the sweep only
 * makes the ledger say so. Answers how many members it touched.
 */
export async function sweepLapsedPoints(shop: Shop, sources: Sources): Promise<number> {
  const today = businessDateOf(sources.clock(), shop.calendar);
  let swept = 0;
  // The store may be left between two steps; the rest is swept when it is opened again.
  while (shop.opened.raw.open) {
    const touched = await sweepStep(shop, sources, today);
    if (touched.length === 0) break;
    shop.lookup.follow(touched);
    swept += touched.length;
    await nextTurn();
  }
  return swept;
}

function sweepStep(shop: Shop, { clock, newId }: Sources, today: BusinessDate): Promise<string[]> {
  return shop.opened.db.transaction().execute(async (tx) => {
    const { version } = await currentRules(tx, today);
    const stamp = { now: clock(), today, newId, staffId: shop.staff.id, ruleVersion: version };
    const members = await sweepExpired(tx, today, stamp, SWEEP_STEP);
    await refreshLookup(tx, members, today);
    return members;
  });
}

/** A shop that stays open past midnight sweeps when its business day turns. Answers how to stop. */
export function watchDayTurn(
  openShop: () => Shop | undefined,
  sources: Sources,
  hear: { readonly turned: () => void; readonly failed: (error: unknown) => void },
): () => void {
  let last: { shop: Shop; day: BusinessDate } | undefined;
  const timer = setInterval(() => {
    const shop = openShop();
    if (shop === undefined) return;
    const day = businessDateOf(sources.clock(), shop.calendar);
    if (last?.shop === shop && last.day !== day)
      void sweepLapsedPoints(shop, sources).then(hear.turned, hear.failed);
    last = { shop, day };
  }, EVERY_MS);
  return () => clearInterval(timer);
}

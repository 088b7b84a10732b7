import { businessDateOf } from '../../db/domain/calendar/business-day';
import type { BusinessDate } from '../../db/domain/units';
import { refreshLookup } from '../../db/members/lookup-rows';
import { sweepExpired } from '../../db/points/commands';
import { currentRules } from '../../db/settings/queries';
import type { Shop, Sources } from './shop';

const EVERY_MS = 60_000;

/**
 * Writes the expiry entries of every lot that has lapsed. Balances never counted those lots
 * before this runs either; the sweep only makes the ledger say so. Answers how many members it touched.
 */
export async function sweepLapsedPoints(shop: Shop, { clock, newId }: Sources): Promise<number> {
  const now = clock();
  const today = businessDateOf(now, shop.calendar);
  const touched = await shop.opened.db.transaction().execute(async (tx) => {
    const { version } = await currentRules(tx);
    const members = await sweepExpired(tx, today, {
      now,
      today,
      newId,
      staffId: shop.staff.id,
      ruleVersion: version,
    });
    await refreshLookup(tx, members, today);
    return members;
  });
  shop.lookup.follow(touched);
  return touched.length;
}

/** A shop that stays open past midnight sweeps when its business day turns. Answers how to stop. */
export function watchDayTurn(
  openShop: () => Shop | undefined,
  sources: Sources,
  turned: () => void,
): () => void {
  let last: { shop: Shop; day: BusinessDate } | undefined;
  const timer = setInterval(() => {
    const shop = openShop();
    if (shop === undefined) return;
    const day = businessDateOf(sources.clock(), shop.calendar);
    if (last?.shop === shop && last.day !== day) void sweepLapsedPoints(shop, sources).then(turned);
    last = { shop, day };
  }, EVERY_MS);
  return () => clearInterval(timer);
}

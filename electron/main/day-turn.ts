import { businessDateOf } from '../../db/domain/calendar/business-day';
import type { BusinessDate } from '../../db/domain/units';
import type { Shop, Sources } from './shop';

const EVERY_MS = 60_000;

/**
 * Looks once a minute at what the day asks for, also when the shop stays open past midnight: `minute`
 * is called every time (what failed before is tried again), `turned` when the business day of an open
 * store has changed. Answers how to stop.
 */
export function watchDayTurn(
  openShop: () => Shop | undefined,
  sources: Sources,
  hear: { readonly minute: () => void; readonly turned: () => void },
): () => void {
  let last: { shop: Shop; day: BusinessDate } | undefined;
  const timer = setInterval(() => {
    const shop = openShop();
    if (shop === undefined) return;
    const day = businessDateOf(sources.clock(), shop.calendar);
    if (last?.shop === shop && last.day !== day) hear.turned();
    last = { shop, day };
    hear.minute();
  }, EVERY_MS);
  return () => clearInterval(timer);
}

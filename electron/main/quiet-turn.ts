import { businessDateOf } from '../../db/domain/calendar/business-day';
import { quietUntil } from '../../db/domain/care/quiet';
import { currentRules } from '../../db/settings/queries';
import type { Shop, Sources } from './shop';

/**
 * Answers what to do every minute: look whether the quiet hours of the open store have begun or ended,
 * and say so. Care tasks are held back by them, and nothing else changes when they end.
 */
export function watchQuiet(
  openShop: () => Shop | undefined,
  sources: Sources,
  turned: () => void,
): () => Promise<void> {
  let last: { shop: Shop; quiet: boolean } | undefined;
  return async () => {
    const shop = openShop();
    if (shop === undefined) return;
    const now = sources.clock();
    const { rules } = await currentRules(shop.opened.db, businessDateOf(now, shop.calendar));
    const quiet = quietUntil(now, rules.care.quiet, shop.calendar) !== null;
    if (last?.shop === shop && last.quiet !== quiet) turned();
    last = { shop, quiet };
  };
}

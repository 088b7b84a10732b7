import type { BusinessDate } from '../units';
import { points } from '../units';
import { type EntryDraft, entries, type Holdings, hasLapsed, soonestFirst } from './ledger';

/** Takes everything out of the lots whose last day has passed: one entry for all of them. */
export function decideExpire(holdings: Holdings, today: BusinessDate): EntryDraft[] {
  const lapsed = holdings.lots.filter((lot) => hasLapsed(lot, today)).sort(soonestFirst);
  return entries(
    'expire',
    lapsed.map((lot) => ({ to: 'lot', lotId: lot.id, points: points(-lot.remaining) })),
  );
}

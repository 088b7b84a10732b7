import { type Refusal, refuse } from '../refusal';
import type { BusinessDate, Points } from '../units';
import { type EntryDraft, entries, type Holdings, takeSoonestFirst, usableOf } from './ledger';

export type InsufficientPoints = Refusal<'insufficient_points', { usable: Points; asked: Points }>;

/** Spends `asked` points, soonest lapse first; the lots used are recorded in this order. Expects lapsed lots to be swept. */
export function decideRedeem(
  holdings: Holdings,
  asked: Points,
  today: BusinessDate,
): EntryDraft[] | InsufficientPoints {
  if (asked === 0) return []; // who owes points may still buy
  const usable = usableOf(holdings, today);
  if (asked > usable) return refuse('insufficient_points', { usable, asked });
  return entries('redeem', takeSoonestFirst(holdings, asked));
}

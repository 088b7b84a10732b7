import { type Points, points } from '../units';
import { type EntryDraft, entries, type Holdings, soonestFirst, sumOf, takeInOrder } from './ledger';

/**
 * Takes `asked` earned points back: first from the sale's own lots, then from the others, soonest
 * lapse first. What is no longer there is owed from now on (a move on the debt), so the entry always
 * carries the full amount; `shortfall` says how much of it was missing.
 */
export function decideClawBack(
  holdings: Holdings,
  { asked, ownLots }: { readonly asked: Points; readonly ownLots: ReadonlySet<string> },
): { readonly drafts: EntryDraft[]; readonly shortfall: Points } {
  const own = holdings.lots.filter((lot) => ownLots.has(lot.id)).sort(soonestFirst);
  const others = holdings.lots.filter((lot) => !ownLots.has(lot.id)).sort(soonestFirst);
  const taken = takeInOrder([...own, ...others], asked);
  const shortfall = points(asked + sumOf(taken));
  return { drafts: entries('clawback', [...taken, { to: 'debt', points: points(-shortfall) }]), shortfall };
}

/** Forgives owed points: by a manager, or because their worth was kept from the money of a refund. */
export function decideWriteOff(owed: Points, reason: string): EntryDraft[] {
  return entries('write_off', [{ to: 'debt', points: owed }], { reason });
}

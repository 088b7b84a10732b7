import type { ProductsFinding } from './findings';

/** Their most bought products that a hint may start from. */
const USUAL_ITEMS = 3;

/** A product of a member's last 12 months, with the bills that it was on. */
export interface BoughtProduct {
  readonly product: string;
  readonly bills: number;
}

/** What goes with something that they buy, and has not been on a bill of theirs in a year (S36). */
export interface Hint {
  readonly usual: string;
  readonly product: string;
  /** Of all members' bills of 12 months: with both, and with the usual item. */
  readonly together: number;
  readonly withUsual: number;
  /** How much more often than by chance, times 100. */
  readonly lift: number;
}

/**
 * The hint for one member, or null: of what goes together beyond chance, what is on the largest share of the
 * bills with one of their usual items, and what they do not buy already. `bought` has the most bought first.
 */
export function hintFor(bought: readonly BoughtProduct[], pairs: ProductsFinding['pairs']): Hint | null {
  const known = new Set(bought.map(({ product }) => product));
  const usual = new Set(bought.slice(0, USUAL_ITEMS).map(({ product }) => product));
  const hints = pairs.flatMap(({ one, other, together, withOne, withOther, lift }): Hint[] => {
    if (usual.has(one) && !known.has(other))
      return [{ usual: one, product: other, together, withUsual: withOne, lift }];
    if (usual.has(other) && !known.has(one))
      return [{ usual: other, product: one, together, withUsual: withOther, lift }];
    return [];
  });
  hints.sort((a, b) => b.together / b.withUsual - a.together / a.withUsual || b.lift - a.lift);
  return hints[0] ?? null;
}

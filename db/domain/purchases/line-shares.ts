import { floorShare } from '../points/share';
import { type Fen, fen } from '../units';
import type { BillItem } from './bill';

/**
 * `amount` shared out in proportion to `weights`. Each part is the difference of two running sums
 * rounded down, so the parts add up to the fen, and no part is larger than its weight while the
 * amount is not larger than all of them.
 */
export function sharedOut(amount: Fen, weights: readonly Fen[]): Fen[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let upTo = 0;
  let given = 0;
  return weights.map((weight) => {
    upTo += weight;
    const part = floorShare(amount, upTo, whole) - given;
    given += part;
    return fen(part);
  });
}

/**
 * What each line has off: the tier's discount only of full-price lines, member day of all, then the
 * coupons of all lines in proportion to what is left of them.
 */
export function lineDiscountsOf(
  items: readonly BillItem[],
  off: { readonly kind: 'tier' | 'member_day' | null; readonly first: Fen; readonly coupons: Fen },
): Fen[] {
  const takesPart = (item: BillItem) => off.kind !== 'tier' || item.fullPrice;
  const first = sharedOut(
    off.first,
    items.map((item) => (takesPart(item) ? item.amount : fen(0))),
  );
  const left = items.map((item, index) => fen(item.amount - (first[index] ?? 0)));
  const coupons = sharedOut(off.coupons, left);
  return first.map((part, index) => fen(part + (coupons[index] ?? 0)));
}

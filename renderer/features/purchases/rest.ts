import type { PurchaseRow } from '@contract/purchases';

/**
 * Whether something of a bill can still go back. One that coupons paid alone has no money in it, but
 * its coupons can return.
 */
export const hasRest = ({ total, refunded, undone }: PurchaseRow): boolean =>
  total === 0 ? !undone : refunded < total;

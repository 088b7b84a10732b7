import type { MemberRow } from '@contract/members';
import type { ReceiptBill } from '@contract/purchases';
import { mayBeReceipt } from '../../features/purchases/api';
import { hasPrice } from '../../features/purchases/sale-form';
import { type Counter, saleInHand } from './counter-state';

/** What a code turned out to be. */
export type Scanned =
  | { readonly is: 'member'; readonly memberId: string }
  | { readonly is: 'coupon'; readonly memberId: string }
  /** A receipt of today, while a sale is in hand that it was scanned for. */
  | { readonly is: 'taken'; readonly bill: ReceiptBill }
  | { readonly is: 'bill'; readonly bill: ReceiptBill }
  | { readonly is: 'bills' }
  /** The receipt number of the sale in hand. */
  | { readonly is: 'receipt' }
  /** Several members whom it merely fits, or nobody. */
  | { readonly is: 'text' };

interface Known {
  readonly code: string;
  /** Whom the lookup found, best first. */
  readonly rows: readonly MemberRow[];
  /** Bills with exactly this receipt number, the latest first. */
  readonly bills: readonly ReceiptBill[];
  readonly counter: Pick<Counter, 'memberId' | 'act' | 'typed' | 'recorded'>;
  /** The business date. */
  readonly today: string;
}

/**
 * What a scanned code means: a card, member or other system's number; a coupon; a receipt that the store
 * knows; a whole phone; the receipt of the sale in hand; what it fits as text. A code that pays never comes
 * here. While a sale is being typed, an older receipt of the same number is no bill to open: a till that
 * counts anew each day has given it again.
 */
export function meaningOf({ code, rows, bills, counter, today }: Known): Scanned {
  const [first] = rows;
  if (first?.match === 'card') return { is: 'member', memberId: first.id };
  if (first?.match === 'coupon') return { is: 'coupon', memberId: first.id };
  const inHand = saleInHand(counter);
  const [latest] = bills;
  if (latest !== undefined && !(inHand && hasPrice(counter.typed)))
    return bills.length === 1 ? { is: 'bill', bill: latest } : { is: 'bills' };
  if (latest?.businessDate === today) return { is: 'taken', bill: latest };
  if (latest === undefined && first?.match === 'phone') return { is: 'member', memberId: first.id };
  if (inHand && mayBeReceipt(code)) return { is: 'receipt' };
  return first !== undefined && rows.length === 1 ? { is: 'member', memberId: first.id } : { is: 'text' };
}

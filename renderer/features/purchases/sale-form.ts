import type { CouponView } from '@contract/loyalty-shapes';
import type { MemberCard } from '@contract/members';
import { goTogether } from '@domain/coupons/accept';
import { type Fen, fen, NO_FEN, NO_POINTS, type Points } from '@domain/units';
import { type AmountProblem, readAmount } from '../../lib/amount';

/** One line of the bill as it is typed. */
export interface TypedLine {
  readonly key: number;
  readonly product: string;
  readonly quantity: string;
  readonly amount: string;
  readonly earns: boolean;
  readonly fullPrice: boolean;
}
export interface TypedSale {
  readonly amount: string;
  /** Of a bill without lines: the part at a special price. */
  readonly special: string;
  readonly receiptNo: string;
  readonly lines: readonly TypedLine[];
  /** Put on the bill from the list, by key or by a scan; as they were then. */
  readonly coupons: readonly CouponView[];
  readonly redeem: Points;
}

export const BLANK_SALE: TypedSale = {
  amount: '',
  special: '',
  receiptNo: '',
  lines: [],
  coupons: [],
  redeem: NO_POINTS,
};
export const blankLine = (key: number): TypedLine => ({
  key,
  product: '',
  quantity: '1',
  amount: '',
  earns: true,
  fullPrice: true,
});

/** The coupon goes onto the bill: beside the others when they go together, else in their place. */
export function withCoupon(typed: TypedSale, coupon: CouponView): TypedSale {
  const others = typed.coupons.filter(({ id }) => id !== coupon.id);
  const all = [...others, coupon];
  return { ...typed, coupons: goTogether(all) ? all : [coupon] };
}

export const withoutCoupon = (typed: TypedSale, couponId: string): TypedSale => ({
  ...typed,
  coupons: typed.coupons.filter(({ id }) => id !== couponId),
});

/** Whether a sale has been begun: there is an amount, or there are lines. */
export const hasPrice = ({ amount, lines }: TypedSale): boolean => amount.trim() !== '' || lines.length > 0;

/** The member as the till needs them. */
export type Buyer = Pick<MemberCard, 'id' | 'tier' | 'points' | 'birthday' | 'coupons'>;

export interface SaleItem {
  readonly product: string;
  readonly quantityMilli: number;
  readonly amount: Fen;
  readonly earns: boolean;
  readonly fullPrice: boolean;
}

export type LineProblem = 'product_needed' | 'quantity_malformed' | 'amount_malformed';
export type Reading =
  | { readonly ok: false; readonly at: 'amount'; readonly why: AmountProblem }
  | { readonly ok: false; readonly at: 'special'; readonly why: AmountProblem }
  | { readonly ok: false; readonly at: 'line'; readonly why: LineProblem; readonly line: number }
  | {
      readonly ok: true;
      readonly gross: Fen;
      readonly specialPrice: Fen;
      readonly items: readonly SaleItem[];
    };

/** `1`, `0.5`, `1.25`: up to three decimals, as thousandths. */
export function readQuantity(text: string): number | null {
  const found = /^(\d{1,6})(?:\.(\d{1,3}))?$/.exec(text.normalize('NFKC').replace('\u3002', '.').trim());
  if (found === null) return null;
  const milli = Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
  return milli > 0 ? milli : null;
}

/** What was typed, as the bill: with lines and no amount, it is their sum; lines say themselves what is special. */
export function readSale({ amount, special, lines }: TypedSale): Reading {
  const items: SaleItem[] = [];
  for (const line of lines) {
    const read = readLine(line);
    if (read === null) continue;
    if (typeof read === 'string') return { ok: false, at: 'line', why: read, line: line.key };
    items.push(read);
  }
  if (items.length > 0 && amount.trim() === '') {
    return {
      ok: true,
      gross: fen(items.reduce((sum, item) => sum + item.amount, 0)),
      specialPrice: NO_FEN,
      items,
    };
  }
  const gross = readAmount(amount);
  if (!gross.ok) return { ...gross, at: 'amount' };
  if (items.length > 0 || special.trim() === '') {
    return { ok: true, gross: gross.fen, specialPrice: NO_FEN, items };
  }
  const part = readAmount(special);
  return part.ok ? { ok: true, gross: gross.fen, specialPrice: part.fen, items } : { ...part, at: 'special' };
}

/** A line, what is wrong with it, or null when it was not begun. */
function readLine(line: TypedLine): SaleItem | LineProblem | null {
  const product = line.product.trim();
  if (product === '') return line.amount.trim() === '' ? null : 'product_needed';
  const quantityMilli = readQuantity(line.quantity);
  if (quantityMilli === null) return 'quantity_malformed';
  const read = readAmount(line.amount);
  if (!read.ok) return 'amount_malformed';
  return { product, quantityMilli, amount: read.fen, earns: line.earns, fullPrice: line.fullPrice };
}

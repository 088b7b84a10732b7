import { type Quote, type QuoteRefusal, quoteSale } from '@domain/purchases/quote';
import { Refusal } from '@domain/refusal';
import type { ShopRules } from '@domain/settings/shop-rules';
import type { Tier } from '@domain/tiers/tier';
import { type BusinessDate, type Fen, fen, NO_FEN, NO_POINTS, type Points } from '@domain/units';
import { type AmountProblem, readAmount } from '../../lib/amount';

/** One line of the bill as it is typed. */
export interface TypedLine {
  readonly key: number;
  readonly product: string;
  readonly quantity: string;
  readonly amount: string;
  readonly earns: boolean;
}
export interface TypedSale {
  readonly amount: string;
  readonly receiptNo: string;
  readonly lines: readonly TypedLine[];
  readonly redeem: Points;
}

export const BLANK_SALE: TypedSale = { amount: '', receiptNo: '', lines: [], redeem: NO_POINTS };
export const blankLine = (key: number): TypedLine => ({
  key,
  product: '',
  quantity: '1',
  amount: '',
  earns: true,
});

export interface SaleItem {
  readonly product: string;
  readonly quantityMilli: number;
  readonly amount: Fen;
  readonly earns: boolean;
}

export type LineProblem = 'product_needed' | 'quantity_malformed' | 'amount_malformed';
export type Reading =
  | { readonly ok: false; readonly why: AmountProblem }
  | { readonly ok: false; readonly why: LineProblem; readonly line: number }
  | { readonly ok: true; readonly total: Fen; readonly items: readonly SaleItem[] };

/** `1`, `0.5`, `1.25`: up to three decimals, as thousandths. */
export function readQuantity(text: string): number | null {
  const found = /^(\d{1,6})(?:\.(\d{1,3}))?$/.exec(text.normalize('NFKC').replace('\u3002', '.').trim());
  if (found === null) return null;
  const milli = Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
  return milli > 0 ? milli : null;
}

/** What was typed, as the bill: with lines and no amount, the total is their sum. */
export function readSale({ amount, lines }: TypedSale): Reading {
  const items: SaleItem[] = [];
  for (const line of lines) {
    const product = line.product.trim();
    const quantityMilli = readQuantity(line.quantity);
    const read = readAmount(line.amount);
    if (product === '' && line.amount.trim() === '') continue; // a line not begun
    if (product === '') return { ok: false, why: 'product_needed', line: line.key };
    if (quantityMilli === null) return { ok: false, why: 'quantity_malformed', line: line.key };
    if (!read.ok) return { ok: false, why: 'amount_malformed', line: line.key };
    items.push({ product, quantityMilli, amount: read.fen, earns: line.earns });
  }
  if (items.length > 0 && amount.trim() === '') {
    return { ok: true, total: fen(items.reduce((sum, item) => sum + item.amount, 0)), items };
  }
  const total = readAmount(amount);
  return total.ok ? { ok: true, total: total.fen, items } : total;
}

export interface Buyer {
  readonly id: string;
  readonly tier: Tier;
  /** Usable points; negative when owing. */
  readonly points: number;
  readonly birthday: { readonly month: number; readonly day: number } | null;
}

export interface Priced {
  readonly quote: Quote | null;
  /** Why the bill cannot be taken as it stands; the quote is then the bill without points. */
  readonly refusal: QuoteRefusal | null;
}

/** The bill as main will reckon it: the same function. */
export function price(
  reading: Reading,
  buyer: Buyer,
  redeem: Points,
  rules: ShopRules,
  today: BusinessDate,
): Priced {
  if (!reading.ok) return { quote: null, refusal: null };
  const items = reading.items.map((item) => ({ ...item, fullPrice: true }));
  const bill = { gross: reading.total, items, specialPrice: NO_FEN };
  const asked = { bill, buyer: { ...buyer, usable: buyer.points }, coupons: [], rules, today };
  const wanted = quoteSale({ ...asked, redeem });
  if (!(wanted instanceof Refusal)) return { quote: wanted, refusal: null };
  const bare = redeem === 0 ? wanted : quoteSale({ ...asked, redeem: NO_POINTS });
  return { quote: bare instanceof Refusal ? null : bare, refusal: wanted };
}

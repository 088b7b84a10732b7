import { type Fen, fen } from '../units';
import type { ProductsFinding } from './findings';

/** So many bills at least hold both: fewer could be the same two people. */
const TOGETHER_AT_LEAST = 5;
/** And one bill in so many. */
const ONE_BILL_IN = 5_000;
/** So many standard deviations above what chance alone would bring (Poisson). */
const ABOVE_CHANCE = 3;
const PAIRS_KEPT = 200;

/** One line of a bill: the product by its place in the list, and the line's money. */
export interface BasketLine {
  readonly product: number;
  readonly amount: Fen;
}

/**
 * Counts what is bought again (S24) and what together (S36), bill by bill in the order of days. For `p`
 * products and members up to number `n` it needs p · n / 4 bytes for who has bought what, and p² · 2 for
 * the pairs: 75 MB for 300 products and a million members, whatever the number of bills.
 */
export class Baskets {
  private bills = 0;
  private readonly billsWith: Int32Array;
  private readonly money: Float64Array;
  /** Bills with both, `one · (one − 1) / 2 + other` for `one` > `other`. */
  private readonly together: Int32Array;
  /** Bits: who has bought a product before the day at hand, and who has on a later day again. */
  private readonly bought: Uint8Array[];
  private readonly again: Uint8Array[];
  private today: { readonly product: number; readonly member: number }[] = [];

  constructor(
    private readonly products: readonly string[],
    largestMember: number,
  ) {
    const count = products.length;
    const bits = () => new Uint8Array((largestMember >> 3) + 1);
    this.billsWith = new Int32Array(count);
    this.money = new Float64Array(count);
    this.together = new Int32Array((count * (count - 1)) / 2);
    this.bought = products.map(bits);
    this.again = products.map(bits);
  }

  /** A bill of the day at hand; of products that are not counted it has no line, but it is a bill. */
  add(member: number, lines: readonly BasketLine[]): void {
    this.bills += 1;
    const held = [...new Set(lines.map(({ product }) => product))];
    for (const { product, amount } of lines) this.money[product] = (this.money[product] ?? 0) + amount;
    for (const [at, one] of held.entries()) {
      this.billsWith[one] = (this.billsWith[one] ?? 0) + 1;
      this.today.push({ product: one, member });
      for (const other of held.slice(0, at)) {
        const place = placeOf(one, other);
        this.together[place] = (this.together[place] ?? 0) + 1;
      }
    }
  }

  /** A later day begins: who has bought a product on a day before buys it again. */
  endDay(): void {
    for (const { product, member } of this.today)
      if (isSet(this.bought[product], member)) set(this.again[product], member);
    for (const { product, member } of this.today) set(this.bought[product], member);
    this.today = [];
  }

  counted(): Pick<ProductsFinding, 'bills' | 'products' | 'pairs'> {
    return {
      bills: this.bills,
      products: this.products.map((product, at) => ({
        product,
        buyers: bitsIn(this.bought[at]),
        again: bitsIn(this.again[at]),
        bills: this.billsWith[at] ?? 0,
        money: fen(this.money[at] ?? 0),
      })),
      pairs: this.pairs(),
    };
  }

  /** Those that go together beyond chance, the strongest ties first: how often, times how far above chance. */
  private pairs(): ProductsFinding['pairs'] {
    const least = Math.max(TOGETHER_AT_LEAST, Math.ceil(this.bills / ONE_BILL_IN));
    const found: { pair: ProductsFinding['pairs'][number]; strength: number }[] = [];
    for (let one = 1; one < this.products.length; one++) {
      for (let other = 0; other < one; other++) {
        const together = this.together[placeOf(one, other)] ?? 0;
        if (together < least) continue;
        const withOne = this.billsWith[one] ?? 0;
        const withOther = this.billsWith[other] ?? 0;
        const byChance = (withOne * withOther) / this.bills;
        if (together - byChance <= ABOVE_CHANCE * Math.sqrt(byChance)) continue;
        const lift = together / byChance;
        const [name = '', otherName = ''] = [this.products[one], this.products[other]];
        found.push({
          pair: { one: name, other: otherName, together, withOne, withOther, lift: Math.round(lift * 100) },
          strength: together * Math.log(lift),
        });
      }
    }
    found.sort((a, b) => b.strength - a.strength);
    return found.slice(0, PAIRS_KEPT).map(({ pair }) => pair);
  }
}

const placeOf = (one: number, other: number): number =>
  one > other ? (one * (one - 1)) / 2 + other : (other * (other - 1)) / 2 + one;

const isSet = (bits: Uint8Array | undefined, at: number): boolean =>
  (((bits?.[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;

function set(bits: Uint8Array | undefined, at: number): void {
  if (bits !== undefined) bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
}

const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

function bitsIn(bits: Uint8Array | undefined): number {
  let count = 0;
  for (const byte of bits ?? []) count += ONES[byte] ?? 0;
  return count;
}

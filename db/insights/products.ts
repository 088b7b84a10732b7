import type SQLite from 'better-sqlite3';
import { addDays, addMonths, daysBetween } from '../domain/calendar/business-day';
import { type BasketLine, Baskets } from '../domain/insights/baskets';
import type { ProductsFinding } from '../domain/insights/findings';
import type { BusinessDate, Fen } from '../domain/units';
import { billStands } from '../purchases/standing';

const MONTHS = 12;
/** The most sold ones; a store that sells more has a long tail that is bought too seldom to say anything of. */
const MOST_PRODUCTS = 300;
/** Products that are counted on the way there; beyond it the seldom sold half is forgotten. */
const MOST_COUNTED = 100_000;

const DAY_LINES = `from purchase p cross join purchase_line l on l.purchase_id = p.id where p.business_date = +?`;

const SOLD = `select l.product, count(*) as lines ${DAY_LINES} and l.product <> '' group by l.product`;

/** The lines of the bills of a day that stand; those of one bill follow each other. */
const LINES = `select p.seq, m.n, l.product, l.amount_fen from purchase p cross join member m on m.id = p.member_id
  cross join purchase_line l on l.purchase_id = p.id
  where p.business_date = +? and ${billStands('p')} order by p.seq`;

type LineRow = readonly [seq: number, member: number, product: string, amount: Fen];

/**
 * What is bought again (S24) and what together (S36), of the bills of the last 12 months that stand and have
 * lines; money is that of the lines, before what was taken off the bill. Read day by day, twice: first which
 * products sell most, then their bills. Memory is bounded by the products and members (see `Baskets`) and by
 * the lines of one day; time grows with the lines.
 */
export function productsOf(raw: SQLite.Database, asOf: BusinessDate): ProductsFinding {
  const from = addDays(addMonths(asOf, -MONTHS), 1);
  const days = Array.from({ length: daysBetween(from, asOf) + 1 }, (_, at) => addDays(from, at));
  const { most, sold } = mostSold(raw, days);
  const places = new Map(most.map((product, at) => [product, at]));
  const largest = raw.prepare<[], number | null>('select max(n) from member').pluck().get() ?? 0;
  const baskets = new Baskets(most, largest);
  const lines = raw.prepare<[BusinessDate], LineRow>(LINES).raw();
  for (const day of days) {
    for (const { member, products } of billsOf(lines.all(day), places)) baskets.add(member, products);
    baskets.endDay();
  }
  const { products, ...counted } = baskets.counted();
  // What was on nothing but bills that went back was not sold.
  const kept = products.filter(({ bills }) => bills > 0);
  return { from, to: asOf, sold: sold - (products.length - kept.length), products: kept, ...counted };
}

/** The most sold products, and how many there are in all. */
function mostSold(raw: SQLite.Database, days: readonly BusinessDate[]): { most: string[]; sold: number } {
  const ask = raw.prepare<[BusinessDate], [product: string, lines: number]>(SOLD).raw();
  let counts = new Map<string, number>();
  let forgotten = 0;
  for (const day of days) {
    for (const [product, lines] of ask.all(day)) counts.set(product, (counts.get(product) ?? 0) + lines);
    if (counts.size > MOST_COUNTED) {
      const kept = byLines(counts).slice(0, MOST_COUNTED / 2);
      forgotten += counts.size - kept.length;
      counts = new Map(kept);
    }
  }
  const most = byLines(counts).slice(0, MOST_PRODUCTS);
  return { most: most.map(([product]) => product), sold: counts.size + forgotten };
}

/** Names decide where counts do not, so that the same bills make the same list. */
const byLines = (counts: ReadonlyMap<string, number>): [product: string, lines: number][] =>
  [...counts].sort(([one, lines], [other, more]) => more - lines || (one < other ? -1 : 1));

function* billsOf(rows: readonly LineRow[], places: ReadonlyMap<string, number>) {
  for (let at = 0; at < rows.length; ) {
    const [bill, member] = rows[at] ?? [0, 0];
    const products: BasketLine[] = [];
    for (; rows[at]?.[0] === bill; at++) {
      const [, , name = '', amount] = rows[at] ?? [];
      const product = places.get(name);
      if (product !== undefined && amount !== undefined) products.push({ product, amount });
    }
    yield { member, products };
  }
}

import { floorShare } from '../domain/points/share';
import { fen } from '../domain/units';
import type { SaleLine } from '../purchases/rows';
import type { Taste } from './person';
import { type Product, productNamed, type Shelf } from './products';
import { type Random, type Weighted, weighted } from './random';

const LINES = weighted<number>([
  [1, 42],
  [2, 36],
  [3, 16],
  [4, 6],
]);

/** `pieces` of a product, or thousandths of a kilogram where it is weighed. */
export function lineOf(product: Product, quantityMilli: number): SaleLine {
  return {
    product: product.name,
    quantityMilli,
    amount: fen(floorShare(product.price, quantityMilli, 1000)),
    earns: product.earns ?? true,
    fullPrice: true,
  };
}

/** What somebody of that taste takes to the till; each product stands there once. */
export function basketOf(
  random: Random,
  taste: Taste,
  shelves: ReadonlyMap<Shelf, Weighted<Product>>,
): SaleLine[] {
  const taken = new Map<Product, number>();
  const add = (product: Product) => taken.set(product, (taken.get(product) ?? 0) + amountOf(random, product));
  const wish = weighted(taste.shelves);
  const lines = LINES.draw(random);
  if (taste.usual !== null && random.chance(0.6)) add(productNamed(taste.usual));
  while (taken.size < lines) {
    const shelf = shelves.get(wish.draw(random));
    if (shelf !== undefined) add(shelf.draw(random));
  }
  return [...taken].map(([product, quantity]) => lineOf(product, quantity));
}

function amountOf(random: Random, product: Product): number {
  if (product.weighed) return random.between(40, 300) * 5;
  return random.chance(0.12) && product.shelf !== 'health' ? 2000 : 1000;
}

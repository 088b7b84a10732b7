import { type Fen, fen } from '../domain/units';
import { type Weighted, weighted } from './random';

export type Shelf = 'coffee' | 'tea' | 'bakery' | 'health' | 'grocery';
type Season = 'summer' | 'winter' | 'mid_autumn';

export interface Product {
  readonly name: string;
  readonly shelf: Shelf;
  /** Of one piece, or of one kilogram where it is weighed. */
  readonly price: Fen;
  /** How often it is taken from its shelf. */
  readonly share: number;
  readonly season?: Season;
  readonly weighed?: true;
  /** A gift card is money kept for later: it earns nothing. */
  readonly earns?: false;
}

const product = (
  shelf: Shelf,
  name: string,
  yuan: number,
  share: number,
  more: Pick<Product, 'season' | 'weighed' | 'earns'> = {},
): Product => ({ name, shelf, price: fen(Math.round(yuan * 100)), share, ...more });

export const PRODUCTS: readonly Product[] = [
  product('coffee', '拿铁', 18, 10),
  product('coffee', '美式', 15, 7),
  product('coffee', '燕麦拿铁', 22, 5),
  product('coffee', '卡布奇诺', 20, 3),
  product('coffee', '冷萃', 24, 6, { season: 'summer' }),
  product('tea', '珍珠奶茶', 14, 10),
  product('tea', '芋泥波波奶茶', 18, 5),
  product('tea', '茉莉绿茶', 12, 4),
  product('tea', '手打柠檬茶', 13, 8, { season: 'summer' }),
  product('tea', '杨枝甘露', 19, 6, { season: 'summer' }),
  product('tea', '红豆奶茶', 15, 6, { season: 'winter' }),
  product('tea', '姜枣茶', 16, 4, { season: 'winter' }),
  product('bakery', '可颂', 12, 8),
  product('bakery', '全麦吐司', 22, 6),
  product('bakery', '贝果', 10, 6),
  product('bakery', '菠萝包', 8, 8),
  product('bakery', '蛋挞两只', 12, 6),
  product('bakery', '三明治', 18, 6),
  product('bakery', '芝士蛋糕', 28, 3),
  product('bakery', '六寸生日蛋糕', 168, 0.4),
  product('bakery', '月饼礼盒', 158, 3, { season: 'mid_autumn' }),
  product('health', '深海鱼油 100 粒', 168, 4),
  product('health', '钙片', 98, 3),
  product('health', '维生素 D3', 89, 3),
  product('health', '益生菌', 158, 2),
  product('health', '乳清蛋白粉', 298, 1),
  product('grocery', '鲜牛奶', 9.9, 8),
  product('grocery', '散装坚果', 68, 4, { weighed: true }),
  product('grocery', '咖啡豆 250 克', 78, 2),
  product('grocery', '苹果', 12.8, 5, { weighed: true }),
  product('grocery', '购物袋', 0.5, 3),
  product('grocery', '百元礼品卡', 100, 0.3, { earns: false }),
];

const MONTHS: Readonly<Record<Season, readonly number[]>> = {
  summer: [5, 6, 7, 8, 9],
  winter: [11, 12, 1, 2],
  mid_autumn: [9],
};

/** What each shelf sells in a month (1-12): cold drinks in summer, ginger tea in winter, mooncakes in September. */
export function shelvesIn(month: number): ReadonlyMap<Shelf, Weighted<Product>> {
  const sold = PRODUCTS.filter(({ season }) => season === undefined || MONTHS[season].includes(month));
  const shelves: readonly Shelf[] = ['coffee', 'tea', 'bakery', 'health', 'grocery'];
  return new Map(
    shelves.map((shelf) => [
      shelf,
      weighted(sold.filter((one) => one.shelf === shelf).map((one) => [one, one.share] as const)),
    ]),
  );
}

/** The product of that name; throws for a name the shop does not sell. */
export function productNamed(name: string): Product {
  const found = PRODUCTS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the sample shop does not sell ${name}`);
  return found;
}

import type { ProductsFinding } from '@domain/insights/findings';
import { hintFor } from '@domain/insights/recommend';
import { describe, expect, it } from 'vitest';

type Pair = ProductsFinding['pairs'][number];
const pair = (one: string, other: string, more: Partial<Pair> = {}): Pair => ({
  ...{ one, other, together: 30, withOne: 100, withOther: 60, lift: 150 },
  ...more,
});
const bought = (...products: string[]) => products.map((product, at) => ({ product, bills: 20 - at }));

describe('S36 a hint for one member', () => {
  it('is what goes with their usual item and they have not bought in a year, with its counts', () => {
    expect(hintFor(bought('拿铁'), [pair('拿铁', '牛角包')])).toEqual({
      ...{ usual: '拿铁', product: '牛角包', together: 30, withUsual: 100, lift: 150 },
    });
    expect(hintFor(bought('牛角包'), [pair('拿铁', '牛角包')])).toMatchObject({
      usual: '牛角包',
      product: '拿铁',
      withUsual: 60,
    });
  });

  it('is never what they buy already, be it only once', () => {
    expect(hintFor(bought('拿铁', '红茶', '蛋糕', '面包', '牛角包'), [pair('拿铁', '牛角包')])).toBeNull();
  });

  it('starts from their three most bought products only', () => {
    expect(hintFor(bought('红茶', '蛋糕', '面包', '拿铁'), [pair('拿铁', '牛角包')])).toBeNull();
  });

  it('prefers what is on the larger share of the bills, then what is further above chance', () => {
    const pairs = [
      pair('拿铁', '蛋糕', { together: 29 }),
      pair('拿铁', '牛角包'),
      pair('拿铁', '面包', { lift: 151 }),
    ];
    expect(hintFor(bought('拿铁'), pairs)?.product).toBe('面包');
    expect(hintFor(bought('拿铁'), pairs.slice(0, 2))?.product).toBe('牛角包');
  });

  it('is none for who has bought nothing, or where nothing goes together', () => {
    expect(hintFor([], [pair('拿铁', '牛角包')])).toBeNull();
    expect(hintFor(bought('拿铁'), [])).toBeNull();
  });
});

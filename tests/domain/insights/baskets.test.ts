import { Baskets } from '@domain/insights/baskets';
import { fen } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface Bill {
  readonly day: number;
  readonly member: number;
  readonly products: readonly number[];
}
const NAMES = ['拿铁', '牛角包', '红茶', '蛋糕', '面包'];

function counted(bills: readonly Bill[], names = NAMES) {
  const baskets = new Baskets(names, 20);
  const days = [...new Set(bills.map(({ day }) => day))].sort((a, b) => a - b);
  for (const day of days) {
    for (const bill of bills)
      if (bill.day === day)
        baskets.add(
          bill.member,
          bill.products.map((product) => ({ product, amount: fen(100) })),
        );
    baskets.endDay();
  }
  return baskets.counted();
}

/** `count` bills with those products, each of another member and day. */
const bills = (count: number, ...products: number[]): Bill[] =>
  Array.from({ length: count }, (_, at) => ({ day: at, member: at % 20, products }));

const billsOf = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 5 }),
    member: fc.integer({ min: 0, max: 20 }),
    products: fc.array(fc.integer({ min: 0, max: NAMES.length - 1 }), { maxLength: 4 }),
  }),
  { maxLength: 60 },
);

describe('S24 what is bought again', () => {
  it('counts who bought it, and who did on a later day again; twice on one day is once', () => {
    const { products } = counted([
      { day: 1, member: 1, products: [0] },
      { day: 1, member: 1, products: [0] },
      { day: 1, member: 2, products: [0, 0] },
      { day: 4, member: 2, products: [0, 1] },
      { day: 5, member: 2, products: [0] },
    ]);
    expect(products[0]).toEqual({ product: '拿铁', buyers: 2, again: 1, bills: 5, money: 600 });
    expect(products[1]).toMatchObject({ buyers: 1, again: 0, bills: 1 });
    expect(products[2]).toMatchObject({ buyers: 0, again: 0, bills: 0, money: 0 });
  });

  it('is what counting by hand gives, for any bills', () => {
    fc.assert(
      fc.property(billsOf, (all) => {
        const { products, bills: number } = counted(all);
        expect(number).toBe(all.length);
        for (const [product, figures] of products.entries()) {
          const having = all.filter((bill) => bill.products.includes(product));
          const daysOf = (member: number) =>
            new Set(having.filter((bill) => bill.member === member).map(({ day }) => day));
          const buyers = [...new Set(having.map(({ member }) => member))];
          expect(figures.bills).toBe(having.length);
          expect(figures.buyers).toBe(buyers.length);
          expect(figures.again).toBe(buyers.filter((member) => daysOf(member).size > 1).length);
        }
      }),
    );
  });
});

describe('S36 what is bought together', () => {
  it('with its counts and how far above chance it is', () => {
    const { pairs, bills: all } = counted([
      ...bills(30, 0, 1),
      ...bills(10, 0),
      ...bills(12, 1, 2),
      ...bills(48, 3),
    ]);
    expect(all).toBe(100);
    // 42 bills with one, 40 with the other: chance alone would bring 16.8 together.
    expect(pairs[0]).toEqual({
      one: '牛角包',
      other: '拿铁',
      together: 30,
      withOne: 42,
      withOther: 40,
      lift: 179,
    });
    expect(pairs.map(({ one, other }) => [one, other])).toEqual([
      ['牛角包', '拿铁'],
      ['红茶', '牛角包'],
    ]);
  });

  it('not on so few bills that it could be the same two people', () => {
    const few = (together: number) => counted([...bills(together, 0, 1), ...bills(100, 2)]).pairs;
    expect(few(4)).toEqual([]);
    expect(few(5)).toHaveLength(1);
  });

  it('nor on fewer than one bill in 5,000 where there are many', () => {
    const rest = (count: number): Bill[] => Array(count).fill({ day: 0, member: 1, products: [3] });
    expect(counted([...bills(5, 0, 1), ...rest(24_995)]).pairs).toHaveLength(1);
    expect(counted([...bills(5, 0, 1), ...rest(24_996)]).pairs).toEqual([]);
  });

  it('not where chance alone would bring as many', () => {
    // Each on half of the bills, together on a quarter.
    expect(counted([...bills(25, 0, 1), ...bills(25, 0), ...bills(25, 1), ...bills(25)]).pairs).toEqual([]);
  });

  it('counts every pair of a bill once, in whatever order its lines stand', () => {
    fc.assert(
      fc.property(billsOf, (all) => {
        const often = Array.from({ length: 6 }, () => all).flat();
        const { pairs } = counted(often);
        for (const { one, other, together, withOne, withOther, lift } of pairs) {
          const having = (...names: string[]) =>
            often.filter(({ products }) => names.every((name) => products.includes(NAMES.indexOf(name))))
              .length;
          expect([together, withOne, withOther]).toEqual([having(one, other), having(one), having(other)]);
          expect(lift).toBe(Math.round((together * often.length * 100) / (withOne * withOther)));
        }
        const backwards = often.map((bill) => ({ ...bill, products: [...bill.products].reverse() }));
        expect(counted(backwards)).toEqual(counted(often));
      }),
    );
  });
});

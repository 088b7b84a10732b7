import { dayNumber } from '@domain/calendar/business-day';
import type { Histories } from '@domain/insights/history';
import { businessDate } from '@domain/units';
import fc from 'fast-check';

/** The day on which these tests look back: the last of its month. */
export const AS_OF = dayNumber(businessDate('2026-10-31'));
export const on = (date: string): number => dayNumber(businessDate(date));

/** Told from the as-of day: joined so many days ago, and bills as `[days ago, yuan]`. */
export interface Told {
  readonly joined?: number;
  readonly bills: readonly (readonly [daysAgo: number, yuan: number])[];
}

/** Everybody joined with the first bill, or on the as-of day without one, where nothing else is told. */
export function historiesOf(members: readonly Told[], asOf = AS_OF): Histories {
  const bills = members.map((member) => [...member.bills].sort(([a], [b]) => b - a));
  const start = [0];
  for (const some of bills) start.push((start.at(-1) ?? 0) + some.length);
  return {
    n: Int32Array.from(members, (_, at) => at + 1),
    joined: Int32Array.from(members, ({ joined }, at) => asOf - (joined ?? bills[at]?.[0]?.[0] ?? 0)),
    start: Int32Array.from(start),
    day: Int32Array.from(bills.flat(), ([daysAgo]) => asOf - daysAgo),
    fen: Float64Array.from(bills.flat(), ([, yuan]) => yuan * 100),
  };
}

/** So many bills of ¥10 each, `every` days apart, the last one `silent` days ago. */
export const every = (days: number, visits: number, silent = 0, yuan = 10): Told => ({
  bills: Array.from({ length: visits }, (_, back) => [silent + back * days, yuan] as const),
});

/** Any member: some never bought, some bought on one day twice, some for nothing. */
export const anyMember: fc.Arbitrary<Told> = fc
  .record({
    waited: fc.nat(200),
    bills: fc.array(fc.tuple(fc.nat(900), fc.nat(300)), { maxLength: 12 }),
  })
  .map(({ waited, bills }) => ({ joined: waited + Math.max(0, ...bills.map(([ago]) => ago)), bills }));
export const anyStore = (most = 40): fc.Arbitrary<Told[]> => fc.array(anyMember, { maxLength: most });

/** A store and the same members in another order: `order[k]` is where the k-th of the second stood. */
export const anyShuffled = (most = 30): fc.Arbitrary<{ members: Told[]; order: number[] }> =>
  anyStore(most).chain((members) =>
    fc
      .shuffledSubarray(
        members.map((_, at) => at),
        { minLength: members.length },
      )
      .map((order) => ({ members, order })),
  );

/** The same, and what somebody says of the first store turned into the order of the second. */
export const shuffled = <Item>(items: ArrayLike<Item>, order: readonly number[]): Item[] =>
  order.map((at) => {
    const item = items[at];
    if (item === undefined) throw new Error('nobody there');
    return item;
  });

import { buyersOf, firstDayOf, grouped, purchasesUpTo } from '@domain/insights/models/purchase-history';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { store, visits } from './stores';

const STORE = store([
  [
    [100, 500],
    [100, 700],
    [110, 900],
    [110, 50],
    [130, 4000],
  ],
  [],
  [[105, 800]],
  [
    [125, 800],
    [127, 0],
  ],
]);

describe('the history of a member', () => {
  it('S16 is days, not bills: repeat days, from the first to the last, from the first to today, money of repeats', () => {
    const { repeats, lastDays, ageDays, repeatFen } = purchasesUpTo(STORE, 140);
    expect([...repeats]).toEqual([2, -1, 0, 1]);
    expect([...lastDays]).toEqual([30, 0, 0, 2]);
    expect([...ageDays]).toEqual([40, 0, 35, 15]);
    expect([...repeatFen]).toEqual([4950, 0, 0, 0]);
    expect(buyersOf(purchasesUpTo(STORE, 140))).toEqual({ buyers: 3, repeatBuyers: 2 });
    expect(firstDayOf(STORE, 140)).toBe(100);
  });

  it('S16 looks at nothing after its day', () => {
    const { repeats, lastDays, ageDays, repeatFen } = purchasesUpTo(STORE, 110);
    expect([...repeats]).toEqual([1, -1, 0, -1]);
    expect([...lastDays]).toEqual([10, 0, 0, 0]);
    expect([...ageDays]).toEqual([10, 0, 5, 0]);
    expect([...repeatFen]).toEqual([950, 0, 0, 0]);
  });

  it('like ones are one group, different ones are not, and every buyer is in theirs', () => {
    const days = fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(days, { maxLength: 60 }), (members) => {
        const history = purchasesUpTo(visits(...members.map((all) => [...all].sort())), 9);
        const groups = grouped(history);
        const keys = new Set<string>();
        for (const [i, group] of groups.groupOf.entries()) {
          const x = history.repeats[i]!;
          if (x < 0) {
            expect(group).toBe(-1);
            continue;
          }
          const pace = groups.paceOf[group]!;
          expect(groups.repeats[pace]).toBe(x);
          expect(groups.ageDays[pace]).toBe(history.ageDays[i]);
          expect(groups.lastDays[group]).toBe(history.lastDays[i]);
          keys.add(`${x} ${history.lastDays[i]} ${history.ageDays[i]}`);
        }
        expect(groups.members).toHaveLength(keys.size);
        expect(groups.members.reduce((sum, count) => sum + count, 0)).toBe(buyersOf(history).buyers);
      }),
    );
  });
});

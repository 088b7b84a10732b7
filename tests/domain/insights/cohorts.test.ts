import { cohortsOf } from '@domain/insights/cohorts';
import { billsUpTo } from '@domain/insights/history';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_OF, anyStore, historiesOf, on } from './members';

const buying = (...dates: string[]) => ({ bills: dates.map((date) => [AS_OF - on(date), 10] as const) });

describe('cohorts of the month of the first purchase', () => {
  const histories = historiesOf([
    buying('2026-08-03', '2026-08-20', '2026-10-02'),
    buying('2026-08-31', '2026-09-01'),
    buying('2026-09-15'),
  ]);

  it('tell how many bought in that month, the next, the one after', () => {
    expect(cohortsOf(histories, AS_OF).cohorts).toEqual([
      { month: '2026-08', members: 2, active: [2, 1, 1] },
      { month: '2026-09', members: 1, active: [1, 0] },
    ]);
  });

  it('leave out a month that is not over', () => {
    expect(cohortsOf(histories, on('2026-10-30')).cohorts).toEqual([
      { month: '2026-08', members: 2, active: [2, 1] },
      { month: '2026-09', members: 1, active: [1] },
    ]);
  });

  it('begin with the first day of the oldest month, and not a day before', () => {
    const edge = historiesOf([buying('2025-11-01'), buying('2025-10-31', '2025-11-02')]);
    expect(cohortsOf(edge, AS_OF).cohorts).toMatchObject([{ month: '2025-11', members: 1 }]);
  });

  it('hold who first bought within the 12 months, each once', () => {
    fc.assert(
      fc.property(anyStore(), (members) => {
        const all = historiesOf(members);
        const { cohorts } = cohortsOf(all, AS_OF);
        const first = members.flatMap((_, i) =>
          billsUpTo(all, i, AS_OF) > (all.start[i] ?? 0) ? [all.day[all.start[i] ?? 0] ?? 0] : [],
        );
        expect(cohorts.reduce((sum, one) => sum + one.members, 0)).toBe(
          first.filter((day) => day >= on('2025-11-01')).length,
        );
        for (const { members: size, active } of cohorts) {
          expect(active[0]).toBe(size);
          for (const count of active) expect(count).toBeLessThanOrEqual(size);
        }
      }),
    );
  });
});

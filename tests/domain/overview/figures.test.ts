import { addDays } from '@domain/calendar/business-day';
import {
  besideBefore,
  bySeller,
  figuresOf,
  seriesOf,
  type Takings,
  weekBefore,
} from '@domain/overview/figures';
import { businessDate, fen, points } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOBODY = { buyers: 0, newMembers: 0, pointsGiven: points(0), pointsUsed: points(0) };
const FIRST = businessDate('2026-01-15');
const PERIOD = { from: FIRST, to: addDays(FIRST, 99) };

const takings = (more: Partial<Takings>): Takings => ({
  ...{ day: FIRST, staffId: 'li', bills: 0, taken: fen(0), refunds: 0, refunded: fen(0) },
  ...more,
});

describe('what a stretch of days came to', () => {
  it('money is what was taken less what went back; the average bill is as it was paid', () => {
    const sold = takings({ bills: 3, taken: fen(10_000) });
    const back = takings({ refunds: 1, refunded: fen(2500) });
    expect(figuresOf([sold, back], { ...NOBODY, buyers: 2 })).toEqual({
      ...{ ...NOBODY, buyers: 2, money: 7500, taken: 10_000, refunded: 2500, bills: 3, refunds: 1 },
      averageTicket: 3333,
    });
  });

  it('more may go back than comes in; without bills there is no average', () => {
    const of = figuresOf([takings({ refunds: 1, refunded: fen(2500) })], NOBODY);
    expect(of).toMatchObject({ money: -2500, averageTicket: null });
  });

  it('days, months and sellers each add up to the whole', () => {
    const amount = fc.nat(1_000_000);
    const row = fc
      .record({
        day: fc.nat(99).map((days) => addDays(FIRST, days)),
        staffId: fc.constantFrom('li', 'zhao', null),
        ...{ bills: fc.nat(50), refunds: fc.nat(5), taken: amount, refunded: amount },
      })
      .map((of) => ({ ...of, taken: fen(of.taken), refunded: fen(of.refunded) }));
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const { money, bills } = figuresOf(rows, NOBODY);
        for (const parts of [
          seriesOf(rows, PERIOD, 'day'),
          seriesOf(rows, PERIOD, 'month'),
          bySeller(rows),
        ]) {
          expect(parts.reduce((sum, part) => sum + part.money, 0)).toBe(money);
          expect(parts.reduce((sum, part) => sum + part.bills, 0)).toBe(bills);
        }
      }),
    );
  });
});

describe('step by step', () => {
  it('days without a bill are there, too', () => {
    const rows = [takings({ day: addDays(FIRST, 1), bills: 1, taken: fen(500) })];
    expect(seriesOf(rows, { from: FIRST, to: addDays(FIRST, 2) }, 'day')).toEqual([
      { at: '2026-01-15', money: 0, bills: 0 },
      { at: '2026-01-16', money: 500, bills: 1 },
      { at: '2026-01-17', money: 0, bills: 0 },
    ]);
  });

  it('each stands beside the same place before, as far as there is one', () => {
    const step = (at: string) => ({ at, money: fen(0), bills: 0 });
    expect(besideBefore([step('2026-03-01'), step('2026-03-02')], [step('2026-02-01')])).toEqual([
      { ...step('2026-03-01'), before: step('2026-02-01') },
      { ...step('2026-03-02'), before: null },
    ]);
  });
});

it('sellers: the most money first, imported bills belong to nobody', () => {
  const rows = [
    takings({ staffId: null, bills: 1, taken: fen(700) }),
    takings({ staffId: 'zhao', bills: 1, taken: fen(900) }),
    takings({ staffId: 'li', bills: 1, taken: fen(900) }),
    takings({ staffId: 'zhao', refunds: 1, refunded: fen(300) }),
  ];
  expect(bySeller(rows)).toEqual([
    { staffId: 'li', money: 900, bills: 1 },
    { staffId: null, money: 700, bills: 1 },
    { staffId: 'zhao', money: 600, bills: 1 },
  ]);
});

it('today is held against the same weekday', () => {
  expect(weekBefore(businessDate('2028-03-05'))).toBe('2028-02-27');
});

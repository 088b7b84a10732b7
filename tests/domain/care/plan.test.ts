import { addDays, addMonths } from '@domain/calendar/business-day';
import { nextPlanDay, type Plan, planDueOn } from '@domain/care/plan';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const plan = (firstOn: string, everyMonths: number): Plan => ({
  firstOn: businessDate(firstOn),
  everyMonths,
});

describe('a plan of a member (S53)', () => {
  test.each([
    ['2026-05-17', null, '2026-05-18'],
    ['2026-05-18', '2026-05-18', '2026-05-18'],
    ['2026-05-19', '2026-05-18', '2026-11-18'],
    ['2026-11-17', '2026-05-18', '2026-11-18'],
    ['2026-11-18', '2026-11-18', '2026-11-18'],
    ['2028-01-01', '2027-11-18', '2028-05-18'],
  ])('every six months from 18 May: on %s due on %s, next %s', (today, due, next) => {
    const halfYearly = plan('2026-05-18', 6);
    expect(planDueOn(halfYearly, businessDate(today))).toBe(due);
    expect(nextPlanDay(halfYearly, businessDate(today))).toBe(next);
  });

  test('a 31st is the last day of a short month, and a 31st again after it', () => {
    const monthly = plan('2026-01-31', 1);
    expect(planDueOn(monthly, businessDate('2026-02-28'))).toBe('2026-02-28');
    expect(planDueOn(monthly, businessDate('2026-03-30'))).toBe('2026-02-28');
    expect(planDueOn(monthly, businessDate('2026-03-31'))).toBe('2026-03-31');
  });

  const anyPlan = fc
    .record({ day: fc.integer({ min: 0, max: 800 }), everyMonths: fc.integer({ min: 1, max: 60 }) })
    .map(
      ({ day, everyMonths }): Plan => ({ firstOn: addDays(businessDate('2024-01-01'), day), everyMonths }),
    );

  test('whatever the day, it lies between the last one that was due and the next', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: -400, max: 4000 }), (any, days) => {
        const today = addDays(any.firstOn, days);
        const due = planDueOn(any, today);
        const next = nextPlanDay(any, today);
        expect(due === null).toBe(days < 0);
        expect(due === null || due <= today).toBe(true);
        expect(next >= today).toBe(true);
        // Nothing is due between the two but themselves.
        if (due !== null && due !== today) expect(planDueOn(any, addDays(next, -1))).toBe(due);
        expect(planDueOn(any, next)).toBe(next);
      }),
    );
  });

  test('each day it is due is so many whole periods after the first', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 0, max: 30 }), (any, index) => {
        const day = addMonths(any.firstOn, index * any.everyMonths);
        expect(planDueOn(any, day)).toBe(day);
      }),
    );
  });
});

import { again, type Course, doneDuring, inHand, take, timeTaken } from '@domain/practice/course';
import type { Doings } from '@domain/practice/doings';
import { EXERCISES } from '@domain/practice/exercises';
import { businessDate, instant } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NOTHING: Doings = {
  ...{ signedUp: [], tagged: [], sold: [], refunded: [], handedOver: [] },
  ...{ complained: [], contacted: [], answered: [], closed: [] },
};
const date = businessDate('2026-05-18');
const closedAt = (...moments: number[]): Doings => ({
  ...NOTHING,
  closed: moments.map((at) => ({ date, at: instant(at) })),
});
const momentsOf = ({ closed }: Doings) => closed.map(({ at }) => at);

/** What a person does in the panel, in the order of time. */
const walks = fc.array(
  fc.record({
    exercise: fc.constantFrom(...EXERCISES),
    wait: fc.integer({ min: 1, max: 1000 }),
    afresh: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);
function walked(steps: readonly { exercise: (typeof EXERCISES)[number]; wait: number; afresh: boolean }[]) {
  let now = 0;
  const course = steps.reduce<Course>((sofar, { exercise, wait, afresh }) => {
    now += wait;
    return (afresh ? again : take)(sofar, exercise, instant(now));
  }, []);
  return { course, now };
}

describe('what is in hand', () => {
  it('is the last that was taken, and one thing at every moment', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 0, max: 12_000 }), (steps, moment) => {
        const { course } = walked(steps);
        expect(inHand(course)).toBe(steps.at(-1)?.exercise);
        const of = EXERCISES.filter((one) => momentsOf(doneDuring(course, one, closedAt(moment))).length > 0);
        expect(of.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is not begun twice by taking it twice', () => {
    const course = take([], 'sale', instant(10));
    expect(take(course, 'sale', instant(20))).toBe(course);
  });
});

describe('what counts', () => {
  it('is what was done while it was in hand, also when one comes back to it', () => {
    const course = [
      { exercise: 'day_close', from: instant(10), to: instant(20) },
      { exercise: 'sale', from: instant(20), to: instant(30) },
      { exercise: 'day_close', from: instant(30), to: null },
    ] as const;
    expect(momentsOf(doneDuring(course, 'day_close', closedAt(9, 10, 19, 20, 29, 30, 99)))).toEqual([
      10, 19, 30, 99,
    ]);
  });

  it('is nothing from before it was begun afresh', () => {
    const course = again(take([], 'day_close', instant(10)), 'day_close', instant(20));
    expect(momentsOf(doneDuring(course, 'day_close', closedAt(15, 20, 25)))).toEqual([20, 25]);
  });
});

describe('the time that it took', () => {
  it('is that of all stretches together: no moment of the course is counted twice or lost', () => {
    fc.assert(
      fc.property(walks, fc.integer({ min: 0, max: 1000 }), (steps, more) => {
        const { course, now } = walked(steps.map((step) => ({ ...step, afresh: false })));
        const until = instant(now + more);
        const taken = EXERCISES.reduce((sum, one) => sum + (timeTaken(course, one, until) ?? 0), 0);
        expect(taken).toBe(until - (course[0]?.from ?? until));
      }),
    );
  });

  it('ends when it is done, and is unknown for what was never taken', () => {
    const course = take([], 'sale', instant(1_000));
    expect(timeTaken(course, 'sale', instant(4_000))).toBe(3_000);
    expect(timeTaken(course, 'find', instant(4_000))).toBeNull();
  });
});

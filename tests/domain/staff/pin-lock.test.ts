import { isBlocked, PinWaits, TRIES, triesLeft, waitAfter } from '@domain/staff/pin-lock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const someone = 'li';

describe('rules, Staff: five wrong tries lock for 30 s, doubling', () => {
  it('says how long after each, and when somebody above has to help', () => {
    const seconds = Array.from({ length: TRIES }, (_, failures) => waitAfter(failures) / 1000);
    expect(seconds).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480]);
    expect([4, 9, 10, 11].map(isBlocked)).toEqual([false, false, true, true]);
    expect([0, 1, 4, 5, 9].map(triesLeft)).toEqual([5, 4, 1, 0, 0]);
  });

  it('each wait is at least twice the one before, whatever came first', () =>
    fc.assert(
      fc.property(fc.integer({ min: 5, max: TRIES - 2 }), (failures) => {
        expect(waitAfter(failures + 1)).toBe(2 * waitAfter(failures));
      }),
    ));
});

describe('trust, People: a wait is sat out', () => {
  it('runs from the wrong try on, for one person', () => {
    const waits = new PinWaits();
    waits.begin(someone, 5, 1000);
    expect(waits.left(someone, 5, 1000)).toBe(30_000);
    expect(waits.left(someone, 5, 30_999)).toBe(1);
    expect(waits.left(someone, 5, 31_000)).toBe(0);
    expect(waits.left('another', 0, 1000)).toBe(0);
  });

  it('begins again in full in a new process, of which nobody knows how long the old one is gone', () => {
    expect(new PinWaits().left(someone, 6, 5)).toBe(60_000);
  });

  it('is over for somebody whose wrong tries were forgotten', () => {
    const waits = new PinWaits();
    waits.begin(someone, 9, 0);
    expect(waits.left(someone, 0, 1)).toBe(0);
  });

  it('lets nobody try sooner, in whatever order tries, restarts and time come', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.record({ do: fc.constant('try' as const) }),
            fc.record({ do: fc.constant('restart' as const) }),
            fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 300_000 }) }),
          ),
          { maxLength: 60 },
        ),
        (steps) => {
          let [waits, now, failures] = [new PinWaits(), 0, 0];
          let mayAt = 0;
          for (const step of steps) {
            if (step.do === 'wait') now += step.ms;
            if (step.do === 'restart') waits = new PinWaits();
            if (step.do !== 'try' || isBlocked(failures)) continue;
            if (waits.left(someone, failures, now) > 0) continue;
            expect(now).toBeGreaterThanOrEqual(mayAt);
            failures += 1;
            waits.begin(someone, failures, now);
            mayAt = now + waitAfter(failures);
          }
          expect(failures).toBeLessThanOrEqual(TRIES);
        },
      ),
    ));
});

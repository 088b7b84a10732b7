import { hashedKey, Marks, Occurrences } from '@db/exchange/keys';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('keys of rows', () => {
  it('count how often each has been met, as a map would', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 6000 }), { maxLength: 20_000 });
    fc.assert(
      fc.property(keys, (met) => {
        const counted = new Map<number, number>();
        const occurrences = new Occurrences();
        for (const key of met) {
          expect(occurrences.next(hashedKey(String(key)))).toBe(counted.get(key) ?? 0);
          counted.set(key, (counted.get(key) ?? 0) + 1);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('mark each place once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100_000 })), (places) => {
        const marks = new Marks();
        const seen = new Set<number>();
        for (const place of places) {
          expect(marks.mark(place)).toBe(!seen.has(place));
          seen.add(place);
        }
      }),
    );
  });

  it('do not show the phone that they stand for', () => {
    expect(hashedKey('p 13812348812')).toMatch(/^[0-9a-f]{32}$/);
  });
});

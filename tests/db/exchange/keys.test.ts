import { hashedKey, KeySet, Marks, Occurrences } from '@db/exchange/keys';
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

  it('are known again as a set would know them', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 9000 }), { maxLength: 12_000 });
    fc.assert(
      fc.property(keys, (met) => {
        const set = new Set<number>();
        const known = new KeySet();
        for (const key of met) {
          const hashed = hashedKey(String(key));
          expect(known.has(hashed)).toBe(set.has(key));
          known.add(hashed);
          set.add(key);
        }
      }),
      { numRuns: 5 },
    );
  });

  it('are told apart by more than their beginning', () => {
    const known = new KeySet();
    known.add(`${'a'.repeat(13)}${'1'.repeat(19)}`);
    expect(known.has(`${'a'.repeat(13)}${'2'.repeat(19)}`)).toBe(false);
    expect(known.has(`${'a'.repeat(13)}${'1'.repeat(19)}`)).toBe(true);
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

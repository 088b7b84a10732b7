import { type Nps, npsOf } from '@domain/surveys/nps';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

/** How often 0 to 10 were said, in that order; nobody says nothing. */
const counts = fc
  .array(fc.integer({ min: 0, max: 2000 }), { minLength: 11, maxLength: 11 })
  .filter((each) => each.some((count) => count > 0));

function scoreOf(said: readonly number[]): Nps {
  const nps = npsOf(said);
  if (nps === null) throw new Error('nobody was asked');
  return nps;
}

/** So many promoters, passives and detractors. */
const asked = (promoters: number, passives: number, detractors: number): number[] => [
  ...[detractors, 0, 0, 0, 0, 0, 0, passives, 0, 0, promoters],
];

describe('S85 the net promoter score', () => {
  test('is promoters (9-10) minus detractors (0-6), in percent', () => {
    const each = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]; // seven detractors, two passives, two promoters
    expect(scoreOf(each)).toMatchObject({ score: -45.5, of: 11 });
    expect(scoreOf(asked(60, 25, 15)).score).toBe(45);
    expect(scoreOf(asked(0, 9, 0)).score).toBe(0);
  });

  test.each([
    // By hand: p = 60.75/103, d = 15.75/103, variance p + d - (p - d)^2, 1.96 standard errors about p - d.
    [60, 25, 15, 29.4, 58],
    // Everybody alike: the interval is one-sided, and honest for a handful.
    [10, 0, 0, 47.5, 100],
    [0, 0, 10, -100, -47.5],
    [500, 0, 0, 98.6, 100],
    // One alone says next to nothing; what they said lies within all the same, on either side.
    [1, 0, 0, -48.5, 100],
    [0, 0, 1, -100, 48.5],
  ])(
    'of %i, %i and %i the true score lies from %d... to...',
    (promoters, passives, detractors, low, high) => {
      const nps = scoreOf(asked(promoters, passives, detractors));
      expect(nps.low).toBeCloseTo(low, 0);
      expect(nps.high).toBeCloseTo(high, 0);
      expect(nps.low).toBeLessThanOrEqual(nps.score);
      expect(nps.high).toBeGreaterThanOrEqual(nps.score);
    },
  );

  test('of nobody there is none', () => {
    expect(npsOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])).toBeNull();
  });

  test('it lies within its interval, and both within -100 and 100', () =>
    fc.assert(
      fc.property(counts, (said) => {
        const { score, low, high, of } = scoreOf(said);
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(high).toBeLessThanOrEqual(100);
        expect(score).toBeGreaterThanOrEqual(low);
        expect(score).toBeLessThanOrEqual(high);
        expect(of).toBe(said.reduce((sum, count) => sum + count, 0));
      }),
    ));

  test('the more say the same, the narrower it gets', () =>
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 50 }), (said, times) => {
        const width = ({ low, high }: Nps) => high - low;
        const few = width(scoreOf(said));
        const many = width(scoreOf(said.map((count) => count * times)));
        expect(many).toBeLessThanOrEqual(few);
        // Two decimals are rounded away: where it is wide enough to show, it shrinks.
        if (few > 1) expect(many).toBeLessThan(few);
      }),
    ));

  test('turned around, praise for blame, it is the same with the other sign', () =>
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), (promoters, passives, detractors) => {
        fc.pre(promoters + passives + detractors > 0);
        const one = scoreOf(asked(promoters, passives, detractors));
        const other = scoreOf(asked(detractors, passives, promoters));
        expect(other.score).toBeCloseTo(-one.score, 5);
        expect(other.low).toBeCloseTo(-one.high, 5);
      }),
      // 3 of 16: half of a tenth, which way is it rounded?
      { examples: [[7, 5, 4]] },
    ));

  test('one more promoter never lowers it, one more detractor never raises it', () =>
    fc.assert(
      fc.property(counts, (said) => {
        const with1 = (at: number) =>
          scoreOf(said.map((count, score) => count + (score === at ? 1 : 0))).score;
        expect(with1(10)).toBeGreaterThanOrEqual(scoreOf(said).score);
        expect(with1(0)).toBeLessThanOrEqual(scoreOf(said).score);
      }),
    ));
});

import { baseScore, traitsIn, traitsOf } from '@domain/insights/base';
import { CLASSES, VALUES } from '@domain/insights/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface Known {
  readonly as?: (typeof CLASSES)[number];
  readonly value?: (typeof VALUES)[number];
  readonly referrals?: number;
  readonly promoter?: 0 | 1;
  readonly tookPart?: 0 | 1;
}
const traits = ({ as = 'D', value = 'low', referrals = 0, promoter = 0, tookPart = 0 }: Known) =>
  traitsOf(
    { class: Uint8Array.of(CLASSES.indexOf(as)), value: Uint8Array.of(VALUES.indexOf(value)) },
    {
      referrals: Int32Array.of(referrals),
      promoter: Uint8Array.of(promoter),
      tookPart: Uint8Array.of(tookPart),
    },
  )[0] ?? 255;

describe('S12 base customers', () => {
  it('loyalty = class A or B', () => {
    const loyal = CLASSES.filter((as) => traitsIn(traits({ as })).includes('loyalty'));
    expect(loyal).toEqual(['A', 'B']);
  });
  it('buying power = value high', () => {
    expect(traitsIn(traits({ value: 'high' }))).toEqual(['buying_power']);
    expect(traitsIn(traits({ value: 'middle' }))).toEqual([]);
  });
  it('referral = brought somebody who bought, or recommends with 9 or 10', () => {
    expect(traitsIn(traits({ referrals: 1 }))).toEqual(['referral']);
    expect(traitsIn(traits({ promoter: 1 }))).toEqual(['referral']);
  });
  it('participation = took part within 12 months', () =>
    expect(traitsIn(traits({ tookPart: 1 }))).toEqual(['participation']));

  it('the score is the number of traits, 0 to 4', () => {
    const known: fc.Arbitrary<Known> = fc.record({
      as: fc.constantFrom(...CLASSES),
      value: fc.constantFrom(...VALUES),
      referrals: fc.nat(3),
      promoter: fc.constantFrom(0, 1),
      tookPart: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(known, (one) => {
        const yes = [
          one.as === 'A' || one.as === 'B',
          one.value === 'high',
          (one.referrals ?? 0) > 0 || one.promoter === 1,
          one.tookPart === 1,
        ];
        expect(baseScore(traits(one))).toBe(yes.filter(Boolean).length);
      }),
    );
  });
});

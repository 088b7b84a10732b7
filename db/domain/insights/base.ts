import type { Judged } from './judged';
import { CLASSES, TRAITS, type Trait, VALUES } from './words';

/** What is known of the members beyond their bills, as columns in the order of `Histories.n`. */
export interface Engagement {
  /** Members they brought who bought (S38). */
  readonly referrals: Int32Array;
  /** 1 = recommends with 9 or 10 in their last answer. */
  readonly promoter: Uint8Array;
  /** 1 = came to an event, answered a survey or used a campaign's coupon within 12 months. */
  readonly tookPart: Uint8Array;
}

/** The bit of a trait in `Judged.traits`. */
export const bitOf = (trait: Trait): number => 1 << TRAITS.indexOf(trait);
const B = CLASSES.indexOf('B');
const HIGH = VALUES.indexOf('high');

/**
 * The four traits of a base customer as bits (S12): loyalty = class A or B; buying power = value high; referral =
 * brought somebody who bought, or recommends with 9-10; participation = took part within 12 months.
 */
export function traitsOf(
  { class: classes, value }: Pick<Judged, 'class' | 'value'>,
  { referrals, promoter, tookPart }: Engagement,
): Uint8Array {
  const traits = new Uint8Array(classes.length);
  for (let i = 0; i < traits.length; i++) {
    traits[i] =
      ((classes[i] ?? B + 1) <= B ? bitOf('loyalty') : 0) |
      (value[i] === HIGH ? bitOf('buying_power') : 0) |
      ((referrals[i] ?? 0) > 0 || promoter[i] === 1 ? bitOf('referral') : 0) |
      (tookPart[i] === 1 ? bitOf('participation') : 0);
  }
  return traits;
}

/** Which traits the bits stand for. */
export const traitsIn = (bits: number): Trait[] => TRAITS.filter((trait) => (bits & bitOf(trait)) !== 0);

/** 0-4: one point for each trait; a base customer from `rules.baseFrom` on. */
export const baseScore = (bits: number): number => traitsIn(bits).length;

import { CLASSES, RELATIONS, RFM_GROUPS, STAGES, TRAITS, VALUES } from '../insights/words';
import { EDUCATIONS, INCOMES, NEEDS, PRICE_SENSITIVITIES } from '../members/profile';
import { TIERS } from '../tiers/tier';
import type { ChoiceFact, Condition, SegmentRule } from './segment';

export const MAX_GROUPS = 20;
export const MAX_CONDITIONS = 10;
export const MAX_CHOICES = 50;
/** As long as the longest product on a bill; tags and interests are shorter. */
export const MAX_WORD = 60;
export const MAX_TIMES = 1000;
/** Ten years. */
export const MAX_DAYS = 3660;
/** No amount of a shop is larger. */
const MAX_NUMBER = 1_000_000_000_000;

/** What may be chosen; null where the store itself knows (staff, clusters of the last run). */
export const CHOICES: Readonly<Record<ChoiceFact, readonly string[] | null>> = {
  tier: TIERS,
  class: CLASSES,
  class_before: CLASSES,
  value: VALUES,
  stage: STAGES,
  relation: RELATIONS,
  rfm_group: RFM_GROUPS,
  trait: TRAITS,
  cluster: null,
  gender: ['female', 'male'],
  source: ['walk_in', 'online_ad', 'event', 'referral', 'import'],
  adviser: null,
  income: INCOMES,
  education: EDUCATIONS,
  price_sensitivity: PRICE_SENSITIVITIES,
  need: NEEDS,
};

export type FlawKind =
  | 'too_many_groups'
  | 'too_many_conditions'
  | 'empty_group'
  | 'nothing_chosen'
  | 'too_many_chosen'
  | 'unknown_word'
  | 'no_limit'
  | 'from_above_to'
  | 'number_malformed'
  | 'text_missing'
  | 'text_too_long';

/** What is wrong with a rule, and where. */
export interface Flaw {
  readonly why: FlawKind;
  readonly group: number;
  /** Null when it is the group, or the rule as a whole. */
  readonly condition: number | null;
}

/**
 * The first thing that keeps a rule from meaning something (S27); undefined when it is whole. The page marks
 * the place with it, and the contract lets no other rule in.
 */
export function flawIn({ all }: SegmentRule): Flaw | undefined {
  if (all.length > MAX_GROUPS) return { why: 'too_many_groups', group: MAX_GROUPS, condition: null };
  for (const [group, { any }] of all.entries()) {
    if (any.length === 0) return { why: 'empty_group', group, condition: null };
    if (any.length > MAX_CONDITIONS) return { why: 'too_many_conditions', group, condition: null };
    for (const [place, condition] of any.entries()) {
      const why = flawOf(condition);
      if (why !== undefined) return { why, group, condition: place };
    }
  }
  return undefined;
}

/** The same for one condition. */
export function flawOf(condition: Condition): FlawKind | undefined {
  switch (condition.kind) {
    case 'choice':
      return flawOfChoice(condition);
    case 'number':
      return flawOfRange(condition);
    case 'yes':
      return undefined;
    case 'text':
      return flawOfText(condition.is);
    case 'bought': {
      const { product, times, withinDays } = condition;
      return (
        flawOfText(product) ??
        (isWhole(times, 1, MAX_TIMES) && isWhole(withinDays, 1, MAX_DAYS) ? undefined : 'number_malformed')
      );
    }
  }
}

function flawOfChoice({ fact, in: chosen }: Condition & { readonly kind: 'choice' }): FlawKind | undefined {
  if (chosen.length === 0) return 'nothing_chosen';
  if (chosen.length > MAX_CHOICES) return 'too_many_chosen';
  const known = CHOICES[fact];
  if (known !== null) return chosen.every((word) => known.includes(word)) ? undefined : 'unknown_word';
  const isKnown = fact === 'cluster' ? CLUSTER : ID;
  return chosen.every((word) => isKnown.test(word)) ? undefined : 'unknown_word';
}

const CLUSTER = /^\d{1,2}$/;
const ID = /^[\da-f-]{36}$/;

function flawOfRange({ from, to }: Condition & { readonly kind: 'number' }): FlawKind | undefined {
  if (from === null && to === null) return 'no_limit';
  for (const limit of [from, to])
    if (limit !== null && !isWhole(limit, -MAX_NUMBER, MAX_NUMBER)) return 'number_malformed';
  return from !== null && to !== null && from > to ? 'from_above_to' : undefined;
}

function flawOfText(text: string): FlawKind | undefined {
  if (text.trim() === '') return 'text_missing';
  return text.length > MAX_WORD ? 'text_too_long' : undefined;
}

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isSafeInteger(value) && value >= min && value <= max;

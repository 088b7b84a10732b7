import { type NoParams, type Refusal, refuse } from '../refusal';

export const INCOMES = ['low', 'middle', 'high'] as const;
export const EDUCATIONS = ['school', 'college', 'university'] as const;
export const PRICE_SENSITIVITIES = ['low', 'middle', 'high'] as const;
/** What somebody looks for in the shop (S33). */
export const NEEDS = ['product', 'service', 'emotional'] as const;
export type Need = (typeof NEEDS)[number];

/** What a member may tell of themselves beyond name and birthday (S10, S11, S33); nothing of it is ever asked for. */
export interface Profile {
  readonly occupation: string;
  readonly income: (typeof INCOMES)[number] | null;
  readonly education: (typeof EDUCATIONS)[number] | null;
  readonly priceSensitivity: (typeof PRICE_SENSITIVITIES)[number] | null;
  readonly needs: readonly Need[];
  /** Interests, values, way of life in the shop's words, in the order in which they were told (S11). */
  readonly interests: readonly string[];
}

export const NO_PROFILE: Profile = {
  occupation: '',
  income: null,
  education: null,
  priceSensitivity: null,
  needs: [],
  interests: [],
};

/**
 * What is kept of it: every interest once, the needs in one order. Refused without the member's consent to
 * keeping their data (S28): what they told before may then only be taken away.
 */
export function decideProfile(
  asked: Profile,
  { consented, before }: { readonly consented: boolean; readonly before: Profile },
): Profile | Refusal<'consent_needed', NoParams> {
  const profile = {
    ...asked,
    needs: NEEDS.filter((need) => asked.needs.includes(need)),
    interests: [...new Set(asked.interests)],
  };
  return consented || tellsLess(profile, before) ? profile : refuse('consent_needed');
}

/** Nothing is said that was not said before. */
function tellsLess(profile: Profile, before: Profile): boolean {
  return (
    (profile.occupation === '' || profile.occupation === before.occupation) &&
    (profile.income === null || profile.income === before.income) &&
    (profile.education === null || profile.education === before.education) &&
    (profile.priceSensitivity === null || profile.priceSensitivity === before.priceSensitivity) &&
    profile.needs.every((need) => before.needs.includes(need)) &&
    profile.interests.every((interest) => before.interests.includes(interest))
  );
}

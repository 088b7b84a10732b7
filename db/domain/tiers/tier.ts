/** The three levels of membership, lowest first (S39). */
export const TIERS = ['regular', 'loyal', 'vip'] as const;
export type Tier = (typeof TIERS)[number];

export const rankOf = (tier: Tier): number => TIERS.indexOf(tier);

/** The level below; regular has none. */
export const oneDown = (tier: Tier): Tier => (tier === 'vip' ? 'loyal' : 'regular');

export const higherOf = (a: Tier, b: Tier): Tier => (rankOf(a) >= rankOf(b) ? a : b);

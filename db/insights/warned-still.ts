/**
 * Whoever the last run warned of (S18) and who has not come since, over `member_insight` and `member_lookup`: whoever
 * came is not about to leave, whatever was said before.
 */
export const warnedStill = (insight: string, lookup: string): string =>
  `(${insight}.warned = 1 and ${lookup}.last_visit <= ${insight}.last_on)`;

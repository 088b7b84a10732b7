/** How many of the four traits of a base customer the row `i` of `member_insight` has, 0-4 (S12). */
export const baseScoreOf = (i: string): string =>
  `((${i}.traits & 1) + (${i}.traits >> 1 & 1) + (${i}.traits >> 2 & 1) + (${i}.traits >> 3 & 1))`;

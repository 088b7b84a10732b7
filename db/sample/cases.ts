import type { Case } from './case';
import { CLOSED_CASES } from './closed-cases';
import { OPEN_CASES } from './open-cases';

/** In the order in which they came in. */
export const CASES: readonly Case[] = [...OPEN_CASES, ...CLOSED_CASES].sort(
  (a, b) => b.hoursAgo - a.hoursAgo,
);

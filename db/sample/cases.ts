import type { Case } from './case';
import { ZHANG_SAN } from './cast';
import { CLOSED_CASES } from './closed-cases';
import { OPEN_CASES } from './open-cases';

/** In the order in which they came in. */
export const CASES: readonly Case[] = [...OPEN_CASES, ...CLOSED_CASES].sort(
  (a, b) => b.hoursAgo - a.hoursAgo,
);

/** Those of a practice store: the fish oil of S83 is still to come, and is for whoever practises to log. */
export const PRACTICE_CASES: readonly Case[] = CASES.filter(
  ({ by, reason }) => by !== ZHANG_SAN || reason !== 'goods_spoiled',
);

import { isComplete, type Levels } from '@domain/handbook/service-level';

/** A kept self-check; null where the levels were others than today's. */
export const levelsOf = (kept: Readonly<Record<string, number>>): Levels | null =>
  isComplete(kept) ? kept : null;

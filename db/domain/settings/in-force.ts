import { type BusinessDate, businessDate } from '../units';

/** The day from which a shop's first rules count (the column's default): before any sale it can have. */
export const SINCE_OPENING = businessDate('2000-01-01');

export interface Versioned {
  readonly version: number;
  readonly effectiveFrom: BusinessDate;
}

/**
 * The version in force on a day: the one whose day has come last; of two for the same day the later
 * one. A change planned for a day stays planned when something else is changed before it. Undefined
 * only for a day before the store's first rules.
 */
export function inForceOn<V extends Versioned>(versions: readonly V[], day: BusinessDate): V | undefined {
  let found: V | undefined;
  for (const version of versions) {
    if (version.effectiveFrom > day) continue;
    if (found === undefined || isLater(version, found)) found = version;
  }
  return found;
}

function isLater(a: Versioned, b: Versioned): boolean {
  return a.effectiveFrom === b.effectiveFrom ? a.version > b.version : a.effectiveFrom > b.effectiveFrom;
}

import { tenths } from '../surveys/percent';

/** By how much a figure is above what it is compared with, and in percent of that, to one decimal. */
export interface Change {
  readonly by: number;
  /** Null where there was nothing: no percentage of nought says anything. */
  readonly percent: number | null;
}

/** Null where either is not known. Of a negative figure no percentage is told: its sign would mislead. */
export function changeOf(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  const by = now - before;
  return { by, percent: before > 0 ? tenths((by / before) * 100) : null };
}

/** Null while nobody can say: the clock has neither run out nor been answered. */
export type Judged = 'on_time' | 'late' | null;

/** One clock of a complaint, for its response or its resolution. Times are epoch milliseconds. */
export interface JudgedClock {
  /** It was late once, whatever came after. */
  readonly breached: boolean;
  /** Until when it runs; null where it stands still or has been answered. */
  readonly runsUntil: number | null;
  readonly answered: boolean;
}

/** Once late is late for ever; a clock that stands still or still runs says nothing yet, an earlier answer does. */
export function judgeClock({ breached, runsUntil, answered }: JudgedClock, now: number): Judged {
  if (breached || (runsUntil !== null && now > runsUntil)) return 'late';
  return answered ? 'on_time' : null;
}

/** How many calls one window may make: so many at once, and so many more each second. */
export interface CallRate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * Far above what a person makes: some hundred questions are all that the screens have between them, and a
 * change makes those stale that are in sight. Twenty windows full of them fit into the burst.
 */
export const CALL_RATE: CallRate = { burst: 2000, perSecond: 500 };

/** A bucket that fills by the second and gives one call each; empty, it gives none. */
export class CallLimit {
  private left: number;
  private filledAt: number;

  /** `now` in milliseconds of a clock that never goes back. */
  constructor(
    private readonly rate: CallRate,
    now: number,
  ) {
    this.left = rate.burst;
    this.filledAt = now;
  }

  take(now: number): boolean {
    const filled = ((now - this.filledAt) / 1000) * this.rate.perSecond;
    this.left = Math.min(this.rate.burst, this.left + filled);
    this.filledAt = now;
    if (this.left < 1) return false;
    this.left -= 1;
    return true;
  }
}

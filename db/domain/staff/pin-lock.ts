/** Wrong tries in a row after which somebody above has to help. */
export const TRIES = 10;
/** From this one on each wrong try is followed by a wait. */
const FIRST_WAIT_AT = 5;
const FIRST_WAIT_MS = 30_000;

/**
 * Milliseconds to wait after so many wrong tries in a row: 30 s after the fifth, then each time twice
 * as long. Source: rules "Staff".
 */
export const waitAfter = (failures: number): number =>
  failures < FIRST_WAIT_AT ? 0 : FIRST_WAIT_MS * 2 ** (failures - FIRST_WAIT_AT);

/** Tries that are left before the next wait; none once every wrong one is followed by one. */
export const triesLeft = (failures: number): number => Math.max(0, FIRST_WAIT_AT - failures);

export const isBlocked = (failures: number): boolean => failures >= TRIES;

/**
 * The waits of one main. They are measured on a clock that nobody can set, and are not kept in the
 * store: who ends the process sits the wait out from its beginning, so neither a clock that jumps nor
 * a restart buys a guess.
 */
export class PinWaits {
  private readonly until = new Map<string, number>();

  /** Milliseconds until the next try is looked at; 0 = now. */
  left(staffId: string, failures: number, steadyNow: number): number {
    if (waitAfter(failures) === 0) return 0;
    const until = this.until.get(staffId);
    // Wrong tries of an earlier process: how much of their wait is over nobody can say.
    if (until === undefined) return this.begin(staffId, failures, steadyNow);
    return Math.max(0, until - steadyNow);
  }

  /** Begins the wait that follows this many wrong tries; answers its length in milliseconds. */
  begin(staffId: string, failures: number, steadyNow: number): number {
    const wait = waitAfter(failures);
    this.until.set(staffId, steadyNow + wait);
    return wait;
  }
}

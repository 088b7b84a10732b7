import type { WatchLimits } from '../audit/watch';
import { type Fen, fen, type Points, points } from '../units';

/** Above these two people stand for what is given or taken by hand; 0 = one is enough, however much it is. */
export interface FourEyes {
  /** Points of one adjustment or compensation. */
  readonly points: Points;
  /** Worth of one compensation. */
  readonly money: Fen;
}

/** Who is let to the counter: rules "Staff". Without a PIN of an owner nothing is locked and nothing asked. */
export interface StaffRules {
  /** Idle minutes after which the screen locks. */
  readonly lockMinutes: number;
  /** Digits of a new PIN, 4-8. */
  readonly pinDigits: number;
  readonly fourEyes: FourEyes;
  /** From when on the watch list tells something. */
  readonly watch: WatchLimits;
}

export const STARTING_STAFF_RULES: StaffRules = {
  lockMinutes: 5,
  pinDigits: 6,
  fourEyes: { points: points(10_000), money: fen(500_00) },
  watch: { adjustmentsPerDay: 5, salesPerCard: 4, refundMinutes: 60 },
};

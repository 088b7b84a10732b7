import { type Instant, instant } from '../units';

/** A step back of so much is written into the trail; less is the clock being set right by the network. */
const STEP_MS = 2 * 60_000;
/** From so much on nothing is recorded until the owner has looked at the clock. */
const OWNER_MS = 24 * 3_600_000;

/**
 * How the clock of the PC stands to the last entry of the trail. `right`: not before it by 2 minutes.
 * `stepped`: work goes on, at the time of the last entry until the clock has caught up. `behind`: a day
 * or more, the owner has to say so first. Source: trust "Durability"; rules "Staff".
 */
export const CLOCK_STATES = ['right', 'stepped', 'behind'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

export function clockState(pc: Instant, last: Instant | null): ClockState {
  const back = last === null ? 0 : last - pc;
  if (back >= OWNER_MS) return 'behind';
  return back >= STEP_MS ? 'stepped' : 'right';
}

/** The moment that is written: entries never go back in time, whatever the clock says. */
export const momentOf = (pc: Instant, last: Instant | null): Instant =>
  last === null ? pc : instant(Math.max(pc, last));

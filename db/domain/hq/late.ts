import { DAY_MS } from '../units';
/** How often a store has promised to send. */
export const DUE = ['daily', 'weekly', 'monthly'] as const;
export type Due = (typeof DUE)[number];

const DAYS: Readonly<Record<Due, number>> = { daily: 1, weekly: 7, monthly: 31 };
/** A drive is carried, a holiday lies between. */
const GRACE_DAYS = 2;

/** Whole days over the time a store has, 0 while it has some. `last` is when its last packet was made, epoch ms. */
export function daysLate(due: Due, last: number, now: number): number {
  const days = Math.floor((now - last) / DAY_MS) - DAYS[due] - GRACE_DAYS;
  return Math.max(0, days);
}

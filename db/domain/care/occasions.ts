import { type BusinessDate, businessDate, isBusinessDate } from '../units';
import type { Festival } from './task';

/**
 * What a task is made for, as a key: the same member, kind and occasion never make two tasks, whatever the
 * clock does and however often the morning's pass begins anew. Built of facts only, never of today.
 */
export const OCCASION = {
  /** The bill. */
  firstPurchase: (purchaseId: string) => purchaseId,
  /** The friend: brought once. */
  referral: (friendId: string) => friendId,
  /** A birthday, an anniversary, a data check: the day itself. */
  day: (on: BusinessDate) => on,
  /** Of churn, dormant, win-back: the last visit. One silence is one occasion. */
  silence: (lastVisit: BusinessDate) => lastVisit,
  festival: ({ id }: Festival, on: BusinessDate) => `${id}:${on}`,
  /** Resolved again is another occasion. */
  complaint: (complaintId: string, resolvedAt: number) => `${complaintId}:${resolvedAt}`,
  nurture: (days: number) => `day-${days}`,
  plan: (planId: string, on: BusinessDate) => `${planId}:${on}`,
  /** A next step that somebody put down with what came of a contact. */
  next: (contactId: string, words: number) => `next:${contactId}:${words}`,
  /** The first and the last of those of one contact: what is said anew names another step. */
  everyNext: (contactId: string) => [`next:${contactId}:`, `next:${contactId};`] as const,
  wrongNumber: (contactId: string) => `wrong:${contactId}`,
} as const;

/** The day that an occasion names, if it names one. */
export function dayOfOccasion(occasion: string): BusinessDate | null {
  const day = occasion.slice(occasion.lastIndexOf(':') + 1);
  return isBusinessDate(day) ? businessDate(day) : null;
}

/** The festival of a festival task; undefined when the shop keeps it no more. */
export const festivalOfOccasion = (occasion: string, festivals: readonly Festival[]): Festival | undefined =>
  festivals.find(({ id }) => occasion.startsWith(`${id}:`));

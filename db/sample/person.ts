import type { Gender } from './names';
import type { Shelf } from './products';

/** Days of the story, today being the last. */
export const DAYS = 731;

export interface Birthday {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

/** Somebody of the sample shop: what the file says of them, and how they live with the shop. */
export interface Person {
  readonly name: string;
  readonly gender: Gender;
  readonly birthday: Birthday | null;
  readonly phone: string | null;
  readonly phoneShared: boolean;
  readonly cardNo: string | null;
  readonly source: 'walk_in' | 'online_ad' | 'event' | 'referral';
  readonly tags: readonly string[];
  readonly note: string;
  readonly marketing: 'given' | 'withdrawn' | 'never';
  /** Day of the story (0 = first) on which they joined. */
  readonly joined: number;
  /** Minute of that day, from midnight. */
  readonly joinedMinute: number;
  /** Last day on which they may come; after it they are lost. */
  readonly leaves: number;
  /** Visits that an average day brings, before weekday and season. */
  readonly visitsPerDay: number;
  readonly buysOnJoining: boolean;
  readonly taste: Taste;
  /** Chance that a bill on which points can be used uses some. */
  readonly redeems: number;
  /** Called by name in the script and the guide; comes only when the script says so. */
  readonly inCast: boolean;
}

export type Hours = 'morning' | 'afternoon' | 'evening' | 'any';

export interface Taste {
  readonly shelves: readonly (readonly [Shelf, number])[];
  /** What they take most often; null for those without a habit. */
  readonly usual: string | null;
  /** Part of the day they prefer (S94). */
  readonly hours: Hours;
}

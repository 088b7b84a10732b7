import type { BusinessDate, Instant } from './domain/units';

/** Who does it and when, and the ids of what is written with it. */
export interface Doer {
  readonly staffId: string;
  readonly now: Instant;
  readonly newId: () => string;
}

/** The same where what is written counts for a business day. */
export interface DoerOfDay extends Doer {
  readonly today: BusinessDate;
}

import type { BusinessDate } from '../units';
import { addDays, daysBetween } from './business-day';

/** Business days from one to the other, both included. */
export interface Period {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** The period of the same length that ends on the day before: what a period is compared with. */
export const periodBefore = ({ from, to }: Period): Period => ({
  from: addDays(from, -(daysBetween(from, to) + 1)),
  to: addDays(from, -1),
});

import type { Instant } from '../units';
import { businessDateOf, type StoreCalendar, startOf } from './business-day';

/**
 * Whether a sale's moment tells a time of day. One that a file tells without a time stands, to the millisecond, at the
 * beginning of its business day (`exchange/moments.ts`): of such a moment only the day is known. A till that rings up
 * at that very minute loses its time of day to this rule; whoever reads a time that nobody has told loses more.
 */
export const hasTimeOfDay = (at: Instant, calendar: StoreCalendar): boolean =>
  startOf(businessDateOf(at, calendar), calendar) !== at;

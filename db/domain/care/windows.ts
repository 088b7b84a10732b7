import { addDays } from '../calendar/business-day';
import type { BusinessDate } from '../units';

/**
 * For how many days after it fell due a task has a point. Within them a morning that was missed is caught
 * up; a task whose days are over is never made, so that an import of old bills or a long absence does not
 * bury the shop in calls, and one that is open then lapses.
 */
const DAYS_OPEN = {
  /** "How was it" a week after the purchase at the latest (S57). */
  first_purchase: 4,
  anniversary: 2,
  complaint_follow_up: 7,
  /** After 30 more silent days a dormant member is left alone (S05). */
  dormant: 30,
  /** The valuable ones are worth a longer try. */
  win_back: 60,
  nurture: 7,
  referral_thanks: 6,
  plan: 14,
  data_refresh: 30,
  by_hand: 30,
} as const;

/** The last day of a task that is due on `dueOn`. Birthdays, festivals, churn and invitations end with their own day. */
export const lastDayOf = (kind: keyof typeof DAYS_OPEN, dueOn: BusinessDate): BusinessDate =>
  addDays(dueOn, DAYS_OPEN[kind]);

/** The first due day whose task still has a point today. */
export const earliestDue = (kind: keyof typeof DAYS_OPEN, today: BusinessDate): BusinessDate =>
  addDays(today, -DAYS_OPEN[kind]);

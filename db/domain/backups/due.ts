import { addDays, businessDateOf, type StoreCalendar, startOf } from '../calendar/business-day';
import { type Instant, instant } from '../units';

const MINUTE_MS = 60_000;
/** Nobody has acted for so long: a quiet moment. */
export const QUIET_MS = 2 * MINUTE_MS;
/** After this long a backup no longer waits for a quiet moment: a busy shop needs it most. */
const PATIENCE_MS = 3 * 60 * MINUTE_MS;
/** A try that failed is repeated after this long. */
const AGAIN_MS = 10 * MINUTE_MS;
const TRIAL_EVERY_MS = 7 * 24 * 60 * MINUTE_MS;
const OVERDUE_MS = 48 * 60 * MINUTE_MS;

export interface BackupClock {
  readonly now: Instant;
  readonly calendar: StoreCalendar;
  /** When the newest backup that reads back whole was made. */
  readonly lastMadeAt: Instant | null;
  readonly lastFailedAt: Instant | null;
  /** When the day was last closed (日结). */
  readonly lastDayClose: Instant | null;
  /** When somebody last recorded something, since the store was opened. */
  readonly lastActAt: Instant | null;
}

/**
 * Whether a backup is to be made now: after a day close, or once on each business day, in the first
 * moment in which nobody has acted for two minutes, at the latest three hours after its day began or
 * the store was opened. Source: trust "Durability".
 */
export function backupIsDue(clock: BackupClock, openedAt: Instant): boolean {
  const { now, calendar, lastMadeAt, lastFailedAt, lastDayClose, lastActAt } = clock;
  if (lastFailedAt !== null && now - lastFailedAt < AGAIN_MS) return false;
  const quiet = lastActAt === null || now - lastActAt >= QUIET_MS;
  if (lastMadeAt === null) return quiet || now - openedAt >= PATIENCE_MS;
  if (lastDayClose !== null && lastDayClose > lastMadeAt) return true;
  const today = businessDateOf(now, calendar);
  if (businessDateOf(lastMadeAt, calendar) >= today) return false;
  return quiet || now - Math.max(openedAt, startOf(today, calendar)) >= PATIENCE_MS;
}

/** By when the next one is made by itself: with the next business day; at once where none was made today. */
export function nextDue({ now, calendar, lastMadeAt }: BackupClock): Instant {
  const today = businessDateOf(now, calendar);
  if (lastMadeAt === null || businessDateOf(lastMadeAt, calendar) < today) return now;
  return startOf(addDays(today, 1), calendar);
}

/** A backup is opened, read and counted once a week, as one would after a loss. */
export const trialIsDue = (now: Instant, lastTrialAt: Instant | null): boolean =>
  lastTrialAt === null || now - lastTrialAt >= TRIAL_EVERY_MS;

/** None that reads back whole for two days; `since` is when that began. Null: there is one. */
export function overdueSince(now: Instant, lastMadeAt: Instant | null, storeSince: Instant): Instant | null {
  const from = lastMadeAt ?? storeSince;
  return now - from > OVERDUE_MS ? instant(from + OVERDUE_MS) : null;
}

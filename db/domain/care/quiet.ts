import { Temporal } from 'temporal-polyfill';
import type { StoreCalendar } from '../calendar/business-day';
import type { CareRules } from '../settings/shop-rules';
import { type Instant, instant } from '../units';

const DAY_MINUTES = 1440;

/**
 * Until when nobody is disturbed, if these are quiet hours (S58: 21:00-09:00); null outside of them. They are
 * hours of the wall in the store's zone, whatever its business day: where a clock change repeats or skips
 * some of them, what the wall says counts. From = to: there are none.
 */
export function quietUntil(
  now: Instant,
  { from, to }: CareRules['quiet'],
  { zone }: Pick<StoreCalendar, 'zone'>,
): Instant | null {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  const overnight = from > to;
  const quiet = overnight ? minute >= from || minute < to : minute >= from && minute < to;
  if (!quiet) return null;
  const endsTomorrow = (overnight && minute >= from) || to === DAY_MINUTES;
  const day = local.toPlainDate().add({ days: endsTomorrow ? 1 : 0 });
  const end = day.toPlainDateTime({ hour: Math.floor((to % DAY_MINUTES) / 60), minute: to % 60 });
  // An hour that comes twice: the quiet ends when it is over for the first time, then again for the second.
  const [first, second] = (['earlier', 'later'] as const).map(
    (disambiguation) => end.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
  return instant(first !== undefined && first > now ? first : (second ?? now));
}

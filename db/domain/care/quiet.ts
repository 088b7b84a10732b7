import { addDays, type StoreCalendar } from '../calendar/business-day';
import { momentsOfWall, wallTimeOf } from '../calendar/wall-moments';
import type { CareRules } from '../settings/shop-rules';
import type { Instant } from '../units';

const DAY_MINUTES = 1440;

/**
 * Until when nobody is disturbed, if these are quiet hours (S58: 21:00-09:00); null outside of them. They are
 * hours of the wall in the store's zone, whatever its business day: where a clock change repeats or skips
 * some of them, what the wall says counts. From = to: there are none.
 */
export function quietUntil(
  now: Instant,
  { from, to }: CareRules['quiet'],
  calendar: Pick<StoreCalendar, 'zone'>,
): Instant | null {
  const { date, minute } = wallTimeOf(now, calendar);
  const overnight = from > to;
  const quiet = overnight ? minute >= from || minute < to : minute >= from && minute < to;
  if (!quiet) return null;
  const endsTomorrow = (overnight && minute >= from) || to === DAY_MINUTES;
  // An hour that comes twice: the quiet ends when it is over for the first time, then again for the second.
  const [first, second] = momentsOfWall(addDays(date, endsTomorrow ? 1 : 0), to % DAY_MINUTES, calendar);
  const end = first > now ? first : second;
  // A clock change may skip the little that is not quiet: then it goes on.
  return quietUntil(end, { from, to }, calendar) ?? end;
}

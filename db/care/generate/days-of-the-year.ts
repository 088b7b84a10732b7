import { addDays, addMonths, startOf } from '../../domain/calendar/business-day';
import { lunarDatesBetween } from '../../domain/calendar/lunar';
import { OCCASION } from '../../domain/care/occasions';
import type { Festival } from '../../domain/care/task';
import { earliestDue, lastDayOf } from '../../domain/care/windows';
import { birthdayIn } from '../../domain/members/birthday';
import type { BusinessDate } from '../../domain/units';
import { birthdaysKeptOn, datesBetween, firstJoined, joinedForPeriodsEndingOn } from './days';
import { type Candidate, notYetMade, source, willing } from './source';

interface Member extends Candidate {
  readonly memberId: string;
}

/** Members by what they are asked for, in the order of their numbers. */
const members = (where: string): string =>
  `select m.n as at, m.id as memberId from member m where ${where} and m.n > +? and ${willing('m')} order by m.n limit +?`;

/** Greetings and checks of data are for who still comes: seen within a year. */
const SEEN_WITHIN_DAYS = 365;
const STILL_COMES = 'exists (select 1 from member_lookup l where l.n = m.n and l.last_visit >= +?)';
const seenSince = (today: BusinessDate): BusinessDate => addDays(today, -SEEN_WITHIN_DAYS);

/** So many days ahead of every birthday, until its day (S45). */
export const birthdays = source<Member, BusinessDate>({
  kinds: ['birthday'],
  slices: ({ today, rules: { birthdayDays } }) =>
    datesBetween(today, addDays(today, birthdayDays)).flatMap((on) =>
      birthdaysKeptOn(on).map((monthDay) => ({ asked: [...monthDay, OCCASION.day(on)], about: on })),
    ),
  sql: members(`m.birth_month = +? and m.birth_day = +? and ${notYetMade('birthday')}`),
  draft: ({ memberId }, on, { rules: { birthdayDays } }) => ({
    memberId,
    kind: 'birthday',
    occasion: OCCASION.day(on),
    content: 'service',
    dueOn: addDays(on, -birthdayDays),
    lastDay: on,
  }),
});

/** The day of joining, from its first year on, of who still comes (S46). */
export const anniversaries = source<Member, BusinessDate>({
  kinds: ['anniversary'],
  slices: ({ today }, tx) => {
    const first = firstJoined(tx);
    if (first === null) return [];
    return datesBetween(earliestDue('anniversary', today), today).flatMap((on) =>
      joinedForPeriodsEndingOn(on, 12, first).map((joined) => ({
        asked: [joined, OCCASION.day(on), seenSince(today)],
        about: on,
      })),
    );
  },
  sql: members(`m.joined_on = +? and ${notYetMade('anniversary')} and ${STILL_COMES}`),
  draft: ({ memberId }, on) => ({
    memberId,
    kind: 'anniversary',
    occasion: OCCASION.day(on),
    content: 'service',
    dueOn: on,
    lastDay: lastDayOf('anniversary', on),
  }),
});

/** Greetings with the gift that is kept, to the loyal and the VIP who still come (S46). */
export const festivals = source<Member, { readonly festival: Festival; readonly on: BusinessDate }>({
  kinds: ['festival'],
  slices: ({ today, rules }) =>
    rules.festivals
      .filter(({ active }) => active)
      .flatMap((festival) =>
        datesOf(festival, today, addDays(today, festival.daysBefore)).map((on) => {
          return { asked: [OCCASION.festival(festival, on), seenSince(today)], about: { festival, on } };
        }),
      ),
  sql: members(`m.tier <> 'regular' and ${notYetMade('festival')} and ${STILL_COMES}`),
  draft: ({ memberId }, { festival, on }) => ({
    memberId,
    kind: 'festival',
    occasion: OCCASION.festival(festival, on),
    content: 'service',
    dueOn: addDays(on, -festival.daysBefore),
    lastDay: on,
  }),
});

/** The dates of a festival in a stretch of days. One of 29 February is kept on the 28th of a common year. */
function datesOf(festival: Festival, from: BusinessDate, to: BusinessDate): BusinessDate[] {
  if (festival.calendar === 'lunar') return lunarDatesBetween(festival, from, to);
  const years = new Set([from, to].map((date) => Number(date.slice(0, 4))));
  return [...years].map((year) => birthdayIn(year, festival)).filter((date) => from <= date && date <= to);
}

/** So long after the anniversary that nobody hears twice in a week. */
const AFTER_ANNIVERSARY_DAYS = 15;

/**
 * Are name, phone and birthday still right (S32)? After every so many months since joining, of who still
 * comes and whose record nobody has touched for as long: spread over the year as joining was.
 */
export const dataChecks = source<Member, BusinessDate>({
  kinds: ['data_refresh'],
  slices: ({ today, calendar, rules: { refreshMonths } }, tx) => {
    const first = firstJoined(tx);
    if (first === null || refreshMonths === 0) return [];
    return datesBetween(earliestDue('data_refresh', today), today).flatMap((due) => {
      const untouched = startOf(addMonths(due, -refreshMonths), calendar);
      return joinedForPeriodsEndingOn(addDays(due, -AFTER_ANNIVERSARY_DAYS), refreshMonths, first).map(
        (joined) => ({ asked: [joined, OCCASION.day(due), seenSince(today), untouched], about: due }),
      );
    });
  },
  sql: members(`m.joined_on = +? and ${notYetMade('data_refresh')} and ${STILL_COMES} and m.updated_at < +?`),
  draft: ({ memberId }, due) => ({
    memberId,
    kind: 'data_refresh',
    occasion: OCCASION.day(due),
    content: 'service',
    dueOn: due,
    lastDay: lastDayOf('data_refresh', due),
  }),
});

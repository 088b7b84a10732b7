import { sql } from 'kysely';
import { addDays } from '../domain/calendar/business-day';
import { calendarOf } from '../domain/coupons/occasions';
import type { ShopRules } from '../domain/settings/shop-rules';
import type { BusinessDate } from '../domain/units';
import { businessDate, daysInMonth } from '../domain/units';
import type { Stamp } from '../points/stamp';
import type { Reader, Tx } from '../schema';
import { issueCoupons } from './commands';
import type { CouponName, NewCoupon } from './mapping';

/** Members of the calendar who are looked at in one transaction. */
export interface CalendarChunk {
  /** Members touched: their lookup rows are to be renewed. */
  readonly issued: readonly string[];
  /** Where the next chunk begins; null when this was the last. */
  readonly next: number | null;
}

/**
 * Birthday gifts and anniversary coupons of the day, about `most` members at a time, by their
 * number `n`. Asking again issues nothing again. Part of the daily pass, after tiers are judged.
 */
export async function issueDailyCoupons(
  tx: Tx,
  rules: ShopRules,
  { after, most }: { readonly after: number; readonly most: number },
  stamp: Stamp,
): Promise<CalendarChunk> {
  const members = await celebratedAfter(tx, rules, stamp.today, after, most);
  const issued = issueCoupons(tx, couponsFor(members, rules, stamp.today), stamp);
  const last = members.at(-1);
  return {
    issued: [...new Set(issued.map(({ memberId }) => memberId))],
    next: last === undefined || members.length < most ? null : last.n,
  };
}

/** The same for one member: at sign-up, and when a birthday has changed. Who rises has theirs with the next pass. */
export async function issueCalendarCoupons(
  tx: Tx,
  memberId: string,
  rules: ShopRules,
  stamp: Stamp,
): Promise<CouponName[]> {
  const members = await celebrants(tx).where('id', '=', memberId).execute();
  return issueCoupons(tx, couponsFor(members, rules, stamp.today), stamp);
}

const celebrants = (db: Reader) =>
  db
    .selectFrom('member')
    .select(['n', 'id', 'tier', 'birth_month', 'birth_day', 'joined_on'])
    .where('state', '=', 'active');

type Celebrant = Awaited<ReturnType<ReturnType<typeof celebrants>['executeTakeFirstOrThrow']>>;

function couponsFor(members: readonly Celebrant[], rules: ShopRules, today: BusinessDate): NewCoupon[] {
  const draftsFor = calendarOf(rules, today);
  return members.flatMap(({ id: memberId, tier, birth_month: month, birth_day: day, joined_on }) =>
    draftsFor({
      rights: rules.tiers.rights[tier],
      birthday: month === null || day === null ? null : { month, day },
      joinedOn: businessDate(joined_on),
    }).map((draft) => ({ memberId, draft })),
  );
}

/**
 * Members with a birthday or anniversary whose window may be open: the rules decide. Days are asked
 * for one by one, each a place in an index; nobody else is looked at.
 */
async function celebratedAfter(
  db: Reader,
  rules: ShopRules,
  today: BusinessDate,
  after: number,
  most: number,
): Promise<Celebrant[]> {
  const { daysBefore, daysAfter } = rules.birthday;
  const born = JSON.stringify(monthDaysBetween(addDays(today, -daysAfter), addDays(today, daysBefore)));
  const joined = JSON.stringify(await joiningDays(db, rules, today));
  return await celebrants(db)
    .where('n', '>', after)
    .where(
      'n',
      'in',
      sql<number>`(
        select m.n from json_each(${born}) asked cross join member m
          on m.birth_month = asked.value ->> 0 and m.birth_day = asked.value ->> 1
        union select m.n from json_each(${joined}) asked cross join member m on m.joined_on = asked.value)`,
    )
    .orderBy('n')
    .limit(most)
    .execute();
}

/** Month and day of each date; with 28 February of a common year, who was born on the 29th. */
function monthDaysBetween(from: BusinessDate, to: BusinessDate): [month: number, day: number][] {
  const days: [number, number][] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    days.push([Number(date.slice(5, 7)), Number(date.slice(8))]);
    if (date.endsWith('-02-28') && daysInMonth(Number(date.slice(0, 4)), 2) === 28) days.push([2, 29]);
  }
  return days;
}

/** Every date on which somebody may have joined whose anniversary is near; none when no coupon is for it. */
async function joiningDays(db: Reader, rules: ShopRules, today: BusinessDate): Promise<string[]> {
  const wanted = rules.coupons.templates.some(({ trigger, active }) => trigger === 'anniversary' && active);
  if (!wanted) return [];
  const { first } = await db
    .selectFrom('member')
    .select((eb) => eb.fn.min('joined_on').as('first'))
    .executeTakeFirstOrThrow();
  const monthDays = monthDaysBetween(addDays(today, -rules.birthday.daysAfter), today);
  const firstYear = Number((first ?? today).slice(0, 4));
  const years = Array.from(
    { length: Number(today.slice(0, 4)) - firstYear },
    (_, index) => firstYear + index,
  );
  const two = (value: number) => String(value).padStart(2, '0');
  return years.flatMap((year) => monthDays.map(([month, day]) => `${year}-${two(month)}-${two(day)}`));
}

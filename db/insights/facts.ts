import type SQLite from 'better-sqlite3';
import { dateOfDay, dayNumber } from '../domain/calendar/business-day';
import type { MemberFacts } from '../domain/insights/judge';
import { NONE } from '../domain/insights/judged';
import { monthsBack } from '../domain/insights/value';
import type { BusinessDate } from '../domain/units';

/** Members who were brought by another and have a bill that stands. */
const REFERRALS = `
select r.n, count(*) as value from member m
  cross join member_lookup l on l.n = m.n and l.visits > 0
  cross join member r on r.id = m.referrer_id
where m.referrer_id is not null group by r.n`;

/** Whoever recommends with 9-10 in the last answer that says so. */
const PROMOTERS = `
select m.n, 1 as value from (
  select member_id, recommend, max(seq) from survey_answer
  where member_id is not null and recommend is not null group by member_id
) a cross join member m on m.id = a.member_id where a.recommend >= 9`;

/** Came to an event, answered a survey, or took up a campaign by using its coupon; since a day, up to another. */
const TOOK_PART = `
select m.n, 1 as value from (
  select g.member_id from shop_event e cross join event_guest g on g.event_id = e.id
    where g.state = 'attended' and e.held_on between @from and @to
  union select member_id from survey_answer where business_date between @from and @to and member_id is not null
  union select c.member_id from coupon c cross join purchase p on p.id = c.used_on_sale
    where c.trigger = 'campaign' and c.state = 'used' and p.business_date between @from and @to
) t cross join member m on m.id = t.member_id`;

/** The last offer to who stays away that was not left unsent. */
const OFFERS = `
select m.n, max(unixepoch(c.business_date) / 86400) as value
from care_task t cross join care_contact c on c.task_id = t.id cross join member m on m.id = t.member_id
where t.kind in ('dormant', 'win_back') and c.direction = 'out' and c.content = 'offer' and c.business_date <= @to
  and coalesce((select outcome from care_outcome o where o.contact_id = c.id order by o.seq desc limit 1), '') <> 'not_sent'
group by m.n`;

const LEVELS = `select n, 1 as value from member_lookup where tier <> 'regular'`;

/** `n` ascending, as histories have it; whoever is not among them is left out. */
export function loadFacts(raw: SQLite.Database, n: Int32Array, asOf: BusinessDate): MemberFacts {
  const year = { from: dateOfDay(monthsBack(dayNumber(asOf), 12)), to: asOf };
  const filled = <Column extends Int32Array | Uint8Array>(
    column: Column,
    sql: string,
    asked: object = {},
  ) => {
    for (const row of raw.prepare<[object], { n: number; value: number }>(sql).iterate(asked)) {
      const at = placeOf(n, row.n);
      if (at >= 0) column[at] = row.value;
    }
    return column;
  };
  return {
    referrals: filled(new Int32Array(n.length), REFERRALS),
    promoter: filled(new Uint8Array(n.length), PROMOTERS),
    tookPart: filled(new Uint8Array(n.length), TOOK_PART, year),
    offeredOn: filled(new Int32Array(n.length).fill(NONE), OFFERS, { to: asOf }),
    aboveRegular: filled(new Uint8Array(n.length), LEVELS),
  };
}

/** Where a number stands in an ascending column, -1 where it does not. */
function placeOf(n: Int32Array, wanted: number): number {
  let [low, high] = [0, n.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = n[middle] ?? 0;
    if (found === wanted) return middle;
    if (found < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

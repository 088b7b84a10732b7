import { lastMonths, NEW_MEMBER_KINDS } from '../domain/insights/growth';
import type { BusinessDate } from '../domain/units';
import { type Reading, readOn, rows } from '../reading';
import type { Reader } from '../schema';

/** How often the shop got in touch for tasks, and how often somebody was there. */
export interface Work {
  readonly contacts: number;
  readonly reached: number;
}
export interface GrowthMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly joined: number;
  /** Members of today who had joined by its end. */
  readonly members: number;
  readonly newWork: Work;
  readonly oldWork: Work;
}

const JOINED = 'select substr(joined_on, 1, 7) as month, count(*) as joined from member_lookup group by 1';

/** What was not sent was no contact; the last word on one counts. */
const CONTACTS = `select month, fresh, count(*) as contacts, sum(outcome in ('reached', 'done')) as reached from (
    select c.month, t.kind in (select value from json_each(+?)) as fresh, coalesce((select o.outcome
      from care_outcome o where o.contact_id = c.id order by o.seq desc limit 1), '') as outcome
    from care_contact c cross join care_task t on t.id = c.task_id
    where c.direction = 'out' and c.month between ? and ?
  ) where outcome <> 'not_sent' group by 1, 2`;

interface ContactRow extends Work {
  readonly month: string;
  readonly fresh: 0 | 1;
}

/** Work with new members beside that with old ones, and how the shop grew (S98). */
export const growthByMonth = (
  db: Reader,
  { today }: { readonly today: BusinessDate },
): Promise<GrowthMonth[]> => readOn(db, growthOf(today));

function* growthOf(today: BusinessDate): Reading<GrowthMonth[]> {
  const months = lastMonths(today);
  const joined = yield* rows<{ month: string; joined: number }>(JOINED);
  const asked = [JSON.stringify(NEW_MEMBER_KINDS), months[0], months.at(-1)];
  const contacts = yield* rows<ContactRow>(CONTACTS, ...asked);
  const work = (month: string, fresh: 0 | 1): Work => {
    const row = contacts.find((one) => one.month === month && one.fresh === fresh);
    return { contacts: row?.contacts ?? 0, reached: row?.reached ?? 0 };
  };
  return months.map((month) => ({
    month,
    joined: joined.find((one) => one.month === month)?.joined ?? 0,
    members: joined.reduce((sum, one) => (one.month <= month ? sum + one.joined : sum), 0),
    newWork: work(month, 1),
    oldWork: work(month, 0),
  }));
}

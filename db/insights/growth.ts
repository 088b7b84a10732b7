import { signUpTarget } from '../domain/insights/excluded';
import type { ExclusionsFinding } from '../domain/insights/findings';
import { lastMonths, NEW_MEMBER_KINDS } from '../domain/insights/growth';
import type { InsightRules } from '../domain/settings/shop-rules';
import type { BusinessDate } from '../domain/units';
import { type Reading, readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';

/** How often the shop got in touch for tasks, and how often somebody was there. */
export interface Work {
  readonly contacts: number;
  readonly reached: number;
}
/** Sign-ups of the month beside what is wanted in it (S05). */
export interface SignUps {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Days of it so far, today included. */
  readonly days: number;
  readonly excluded: number;
  readonly excludedInMonth: number;
  readonly target: number;
  readonly joined: number;
}
export interface Growth {
  readonly signUps: SignUps;
  readonly months: GrowthMonth[];
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

const EXCLUDED = `select count(*) as excluded from member_lookup l cross join member_insight i on i.n = l.n
  where i.excluded = 1`;
const EXCLUSIONS = `select finding from insight_finding where name = 'exclusions'`;

/** Work with new members beside that with old ones, and how the shop grew (S98). */
export async function growthByMonth(
  db: Reader,
  { today }: { readonly today: BusinessDate },
): Promise<Growth> {
  const { rules } = await currentRules(db, today);
  return readOn(db, growthOf(today, rules.insights));
}

function* growthOf(today: BusinessDate, rules: InsightRules): Reading<Growth> {
  const months = lastMonths(today);
  const joined = yield* rows<{ month: string; joined: number }>(JOINED);
  const asked = [JSON.stringify(NEW_MEMBER_KINDS), months[0], months.at(-1)];
  const contacts = yield* rows<ContactRow>(CONTACTS, ...asked);
  const work = (month: string, fresh: 0 | 1): Work => {
    const row = contacts.find((one) => one.month === month && one.fresh === fresh);
    return { contacts: row?.contacts ?? 0, reached: row?.reached ?? 0 };
  };
  const joinedIn = (month: string) => joined.find((one) => one.month === month)?.joined ?? 0;
  return {
    signUps: yield* signUpsOf(today, rules, joinedIn),
    months: months.map((month) => ({
      month,
      joined: joinedIn(month),
      members: joined.reduce((sum, one) => (one.month <= month ? sum + one.joined : sum), 0),
      newWork: work(month, 1),
      oldWork: work(month, 0),
    })),
  };
}

function* signUpsOf(
  today: BusinessDate,
  rules: InsightRules,
  joinedIn: (month: string) => number,
): Reading<SignUps> {
  const month = today.slice(0, 7);
  const [all] = yield* rows<{ excluded: number }>(EXCLUDED);
  const [stored] = yield* rows<{ finding: string }>(EXCLUSIONS);
  // Our own JSON; a run of an earlier month says nothing of this one.
  const finding = stored === undefined ? null : (JSON.parse(stored.finding) as ExclusionsFinding);
  const excludedInMonth = finding?.month === month ? finding.members : 0;
  return {
    month,
    days: Number(today.slice(8)),
    excluded: all?.excluded ?? 0,
    excludedInMonth,
    target: signUpTarget(rules, excludedInMonth),
    joined: joinedIn(month),
  };
}

import { addDays } from '../domain/calendar/business-day';
import { BOUGHT_WITHIN_DAYS, type KindCounts, resultOf } from '../domain/care/results';
import { CHURN_REASONS, type ChurnReason, OUTCOMES, type Outcome, TASK_KINDS } from '../domain/care/task';
import { REFERENCE_SHARES } from '../domain/care/win-back';
import type { BusinessDate } from '../domain/units';
import { billStands } from '../purchases/standing';
import { type Reading, readOn, rows } from '../reading';
import type { Reader } from '../schema';

interface Period {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

const DAYS = `+${BOUGHT_WITHIN_DAYS} days`;
const boughtBetween = (and: string): string =>
  `exists (select 1 from purchase p where p.member_id = t.member_id and ${and} and ${billStands('p')})`;
const BOUGHT_SINCE_DUE = boughtBetween(`p.business_date between t.due_on and date(t.due_on, '${DAYS}')`);

/**
 * Of the tasks that fell due in a period: a contact counts from the first one that was sent, and only
 * once its 30 days are over. Against those whom the lot left out stand all whom it did not, contacted or
 * not, and both count from the day the task was due: held against those contacted only, whoever comes by
 * themselves before anybody calls would be missing on one side (intention to treat).
 */
const BY_KIND = `select t.kind,
    sum(t.state <> 'control') as made,
    sum(t.state = 'done') as done, sum(t.state = 'lapsed') as lapsed, sum(t.state = 'dropped') as dropped,
    count(c.seq) as contacted,
    sum(c.seq is not null and c.business_date <= asked.over) as contacted_of,
    sum(c.seq is not null and c.business_date <= asked.over and ${boughtBetween(
      `p.bought_at > c.at and p.business_date <= date(c.business_date, '${DAYS}')`,
    )}) as contacted_bought,
    sum(t.state <> 'control' and t.due_on <= asked.over) as tasked_of,
    sum(t.state <> 'control' and t.due_on <= asked.over and ${BOUGHT_SINCE_DUE}) as tasked_bought,
    sum(t.state = 'control' and t.due_on <= asked.over) as control_of,
    sum(t.state = 'control' and t.due_on <= asked.over and ${BOUGHT_SINCE_DUE}) as control_bought
  from (select +? as first, +? as last, +? as over) asked
  cross join care_task t on t.due_on between asked.first and asked.last
  left join care_contact c on c.seq = (select min(sent.seq) from care_contact sent
    where sent.task_id = t.id and sent.direction = 'out'
      and not exists (select 1 from care_outcome where contact_id = sent.id and outcome = 'not_sent'))
  group by t.kind`;

interface KindRow {
  readonly kind: KindCounts['kind'];
  readonly made: number;
  readonly contacted: number;
  readonly done: number;
  readonly lapsed: number;
  readonly dropped: number;
  readonly contacted_of: number;
  readonly contacted_bought: number;
  readonly tasked_of: number;
  readonly tasked_bought: number;
  readonly control_of: number;
  readonly control_bought: number;
}

/** The counts of each kind of which there was any, in the order of the kinds. */
function* resultsByKind({ from, to }: Period, today: BusinessDate): Reading<KindCounts[]> {
  // The last day whose 30 days have passed before today.
  const over = addDays(today, -BOUGHT_WITHIN_DAYS - 1);
  const counted = yield* rows<KindRow>(BY_KIND, from, to, over);
  return TASK_KINDS.flatMap((kind) => counted.filter((row) => row.kind === kind)).map((row) => ({
    kind: row.kind,
    made: row.made,
    contacted: row.contacted,
    done: row.done,
    lapsed: row.lapsed,
    dropped: row.dropped,
    contactedBought: { bought: row.contacted_bought, of: row.contacted_of },
    taskedBought: { bought: row.tasked_bought, of: row.tasked_of },
    controlBought: { bought: row.control_bought, of: row.control_of },
  }));
}

/** The last word on each contact that was begun in the period. */
const BY_OUTCOME = `select o.outcome, count(*) as count
  from (select +? as first, +? as last) asked
  cross join care_contact c on c.business_date between asked.first and asked.last
  cross join care_outcome o on o.seq = (select max(seq) from care_outcome where contact_id = c.id)
  group by o.outcome`;

function* outcomeCounts({ from, to }: Period): Reading<{ outcome: Outcome; count: number }[]> {
  const counted = yield* rows<{ outcome: Outcome; count: number }>(BY_OUTCOME, from, to);
  return OUTCOMES.map((outcome) => ({ outcome, count: countOf(counted, (row) => row.outcome === outcome) }));
}

const BY_REASON = `select t.churn_reason as reason, count(*) as count
  from (select +? as first, +? as last) asked
  cross join care_task t on t.due_on between asked.first and asked.last
  where t.churn_reason is not null group by t.churn_reason`;

function* churnReasonCounts({ from, to }: Period): Reading<{ reason: ChurnReason; count: number }[]> {
  const counted = yield* rows<{ reason: ChurnReason; count: number }>(BY_REASON, from, to);
  return CHURN_REASONS.map((reason) => ({ reason, count: countOf(counted, (row) => row.reason === reason) }));
}

const countOf = <Row extends { count: number }>(counted: readonly Row[], is: (row: Row) => boolean): number =>
  counted.find(is)?.count ?? 0;

/** What came of the tasks of a period, of its contacts, and why people left; over every bill of those it was about. */
export async function careResults(
  db: Reader,
  { today, ...period }: Period & { readonly today: BusinessDate },
) {
  const kinds = await readOn(db, resultsByKind(period, today));
  const reasons = await readOn(db, churnReasonCounts(period));
  return {
    kinds: kinds.map(resultOf),
    outcomes: await readOn(db, outcomeCounts(period)),
    churnReasons: reasons.map((row) => ({ ...row, reference: REFERENCE_SHARES[row.reason] })),
  };
}

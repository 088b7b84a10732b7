import { dayNumber, daysBetween } from '../domain/calendar/business-day';
import { baseScore, traitsIn } from '../domain/insights/base';
import { classesOn } from '../domain/insights/classes';
import type { Histories } from '../domain/insights/history';
import { relationOf } from '../domain/insights/relation';
import { CLASSES, type CustomerClass } from '../domain/insights/words';
import type { ShopRules } from '../domain/settings/shop-rules';
import { type BusinessDate, businessDate, fen } from '../domain/units';
import { fenOrNull } from '../nullable';
import { type Reading, readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { BILL_COLUMNS, type BillRow } from '../tiers/accounts';
import type { MemberInsightTable } from './tables';
import { FORMAT } from './write';

const BILLS = `select ${BILL_COLUMNS} from purchase p where p.member_id = +? order by p.business_date`;

const BROUGHT = `
select count(*) as brought, coalesce(sum(l.visits > 0), 0) as buyers
from member m cross join member_lookup l on l.n = m.n where m.referrer_id = ?`;

const OF_THE_RUN = `
select i.*, r.as_of from member_insight i cross join insight_run r
where i.n = +? and r.format = ${FORMAT}`;

/** What the value card says of one member (S13): their bills as of this moment, the rest as of the last run. */
export async function insightOfMember(db: Reader, memberId: string, today: BusinessDate, rules: ShopRules) {
  const member = await db
    .selectFrom('member')
    .select(['n', 'joined_on'])
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (member === undefined) return null;
  const bought = await readOn(db, boughtReading(memberId));
  const run = await readOn(db, runReading(member.n, rules.insights.baseFrom));
  const joinedOn = businessDate(member.joined_on);
  return { ...figuresOf(bought, joinedOn, today, rules), ...(await brought(db, memberId)), run };
}

interface Bought {
  readonly on: readonly BusinessDate[];
  readonly money: readonly number[];
}

function* boughtReading(memberId: string): Reading<Bought> {
  const standing = (yield* rows<BillRow>(BILLS, memberId)).filter(({ stands }) => stands === 1);
  return {
    on: standing.map(({ business_date }) => businessDate(business_date)),
    money: standing.map(({ money }) => money),
  };
}

async function brought(db: Reader, memberId: string) {
  const [row] = await readOn(db, rows<{ brought: number; buyers: number }>(BROUGHT, memberId));
  return { brought: row?.brought ?? 0, broughtBuyers: row?.buyers ?? 0 };
}

const MONTH_DAYS = 30;

function figuresOf({ on, money }: Bought, joinedOn: BusinessDate, today: BusinessDate, rules: ShopRules) {
  const visits = on.length;
  const spent = money.reduce((sum, bill) => sum + bill, 0);
  const [firstOn, lastOn] = [on[0], on.at(-1)];
  const days = firstOn === undefined ? 0 : daysBetween(firstOn, today);
  return {
    class: classNow({ on, money }, joinedOn, today, rules),
    memberDays: Math.max(0, daysBetween(joinedOn, today)),
    visits,
    spent: fen(spent),
    lastOn: lastOn ?? null,
    silentDays: Math.max(0, daysBetween(lastOn ?? joinedOn, today)),
    averageTicket: visits === 0 ? null : fen(Math.round(spent / visits)),
    visitsPerMonth: days < 1 ? null : Math.round((visits / (days + 1)) * MONTH_DAYS * 10) / 10,
  };
}

/** The class as of this moment, judged as a run judges everybody's. */
function classNow(
  { on, money }: Bought,
  joinedOn: BusinessDate,
  today: BusinessDate,
  { insights, care }: ShopRules,
): CustomerClass {
  const one: Histories = {
    n: Int32Array.of(1),
    joined: Int32Array.of(dayNumber(joinedOn)),
    start: Int32Array.of(0, on.length),
    day: Int32Array.from(on, dayNumber),
    fen: Float64Array.from(money),
  };
  const [place = 0] = classesOn(one, dayNumber(today), { ...insights, dormantDays: care.dormantDays });
  return CLASSES[place] ?? 'D';
}

function* runReading(n: number, baseFrom: number) {
  const [row] = yield* rows<MemberInsightTable & { as_of: string }>(OF_THE_RUN, n);
  if (row === undefined) return null;
  const { recency_score, frequency_score, money_score, rfm_group, expected_milli, expected_fen } = row;
  const scored =
    recency_score !== null && frequency_score !== null && money_score !== null && rfm_group !== null;
  return {
    asOf: businessDate(row.as_of),
    classBefore: row.class_before,
    excluded: row.excluded === 1,
    value: row.value,
    stage: row.stage,
    relation: relationOf(row.stage),
    rfm: scored
      ? { recency: recency_score, frequency: frequency_score, money: money_score, group: rfm_group }
      : null,
    traits: traitsIn(row.traits),
    base: baseScore(row.traits) >= baseFrom,
    cluster: row.cluster,
    usualGap: row.usual_gap,
    alivePerMille: row.alive,
    expectedPurchases: expected_milli === null ? null : expected_milli / 1000,
    expectedMoney: fenOrNull(expected_fen),
    warned: row.warned === 1,
  };
}

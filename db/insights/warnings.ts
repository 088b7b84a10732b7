import { daysBetween } from '../domain/calendar/business-day';
import type { CustomerClass } from '../domain/insights/words';
import { maskPhone } from '../domain/members/phone';
import type { Tier } from '../domain/tiers/tier';
import { type BusinessDate, businessDate, fen } from '../domain/units';
import { fenOrNull } from '../nullable';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';
import { warnedStill } from './warned-still';

export interface WarningsAsked {
  readonly today: BusinessDate;
  readonly offset: number;
  readonly limit: number;
}

const WARNED = `member_insight i cross join member_lookup l on l.n = i.n where ${warnedStill('i', 'l')}`;

const ALL = `select count(*) as total, coalesce(sum(i.expected_fen), 0) as expected from ${WARNED}`;

const PAGE = `
select m.id, l.name, l.member_no, l.phone, l.tier, i.class, l.last_visit, i.usual_gap, i.alive, i.year_fen, i.expected_fen,
  (select t.id from care_task t where t.member_id = m.id and t.kind = 'churn' and t.state = 'open' limit 1) as task_id
from (select i.n from ${WARNED} order by i.expected_fen desc, i.year_fen desc, i.n limit +? offset +?) w
  cross join member_insight i on i.n = w.n cross join member_lookup l on l.n = w.n cross join member m on m.n = w.n
order by i.expected_fen desc, i.year_fen desc, i.n`;

interface WarnedRow {
  readonly id: string;
  readonly name: string;
  readonly member_no: string;
  readonly phone: string | null;
  readonly tier: Tier;
  readonly class: CustomerClass;
  readonly last_visit: string;
  readonly usual_gap: number | null;
  readonly alive: number | null;
  readonly year_fen: number;
  readonly expected_fen: number | null;
  readonly task_id: string | null;
}

/** A page of those who are about to leave (S18), the most valuable first. */
export async function warnings(db: Reader, { today, offset, limit }: WarningsAsked) {
  const [all] = await readOn(db, rows<{ total: number; expected: number }>(ALL));
  const page = await readOn(db, rows<WarnedRow>(PAGE, limit, offset));
  return {
    total: all?.total ?? 0,
    expectedMoney: fen(all?.expected ?? 0),
    rows: page.map((row) => ({
      memberId: row.id,
      name: row.name,
      memberNo: row.member_no,
      phoneMasked: maskPhone(row.phone),
      tier: row.tier,
      class: row.class,
      lastOn: businessDate(row.last_visit),
      silentDays: Math.max(0, daysBetween(businessDate(row.last_visit), today)),
      usualGap: row.usual_gap,
      alivePerMille: row.alive,
      yearMoney: fen(row.year_fen),
      expectedMoney: fenOrNull(row.expected_fen),
      taskId: row.task_id,
    })),
  };
}

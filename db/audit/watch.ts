import {
  findingsOf,
  limitOf,
  WATCH_CODES,
  type WatchCode,
  type WatchFinding,
  type WatchLimits,
  type WatchRow,
  type WatchRowKind,
} from '../domain/audit/watch';
import type { Period } from '../domain/calendar/period';
import { businessDate, instant, points } from '../domain/units';
import { fenOrNull } from '../nullable';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';

export interface WatchAsked extends Period {
  readonly limits: WatchLimits;
}

/** What an owner should look at in these business days, the gravest kinds first. */
export async function watchList(db: Reader, asked: WatchAsked): Promise<WatchFinding[]> {
  const findings: WatchFinding[] = [];
  for (const code of WATCH_CODES) {
    const { text, values } = BEHIND[code](asked);
    const found = await readOn(db, rows<Row>(text, ...values));
    findings.push(...findingsOf(code, found.map(rowOf), asked.limits));
  }
  return findings;
}

interface Row {
  readonly kind: WatchRowKind;
  readonly id: string;
  readonly at: number;
  readonly day: string;
  readonly staff: string | null;
  readonly staff_name: string | null;
  readonly member: string | null;
  readonly member_name: string | null;
  readonly receipt: string | null;
  readonly amount: number | null;
  readonly points: number | null;
  readonly text: string;
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const MINUTE_MS = 60_000;
/** What a day's figures are made of: these after its close are told. */
const COUNTED = [
  'purchases.record',
  'purchases.refund',
  'purchases.undo',
  'points.adjust',
  'complaints.compensate',
];

const adjustment = (e: string): string => `'adjustment' as kind, ${e}.id, ${e}.at, ${e}.business_date as day,
  ${e}.staff_id as staff, ${e}.member_id as member, null as receipt, null as amount, ${e}.points, ${e}.reason as text`;
const sale = (p: string): string => `'sale' as kind, ${p}.id, ${p}.bought_at as at, ${p}.business_date as day,
  ${p}.staff_id as staff, ${p}.member_id as member, ${p}.receipt_no as receipt, ${p}.paid_fen as amount,
  ${p}.points_earned as points, '' as text`;

/** The names of today; whoever is erased has none. */
const named = (
  rows: string,
): string => `select r.*, s.name as staff_name, iif(m.name = '', m.member_no, m.name) as member_name
  from (${rows}) r left join staff s on s.id = r.staff left join member m on m.id = r.member order by r.at, r.id`;

/** The rows behind each kind, oldest first. Every one goes by an index of the days or of the people. */
const BEHIND: Readonly<Record<WatchCode, (asked: WatchAsked) => Statement>> = {
  own_card: ({ from, to }) => ({
    text: named(`select ${sale('p')} from staff o cross join purchase p on p.member_id = o.own_member_id
        and p.staff_id = o.id and p.business_date between +? and +? and p.import_id is null
        where o.own_member_id is not null
      union all select ${adjustment('e')} from staff o cross join points_entry e on e.staff_id = o.id
        and e.business_date between +? and +? and e.kind = 'adjust' and e.member_id = o.own_member_id
        where o.own_member_id is not null`),
    values: [from, to, from, to],
  }),
  // A bill typed wrongly is undone at once; it is told only where its points were spent in between.
  refund_after_earning: ({ from, to, limits }) => ({
    text: named(`select 'refund' as kind, p.id, f.refunded_at as at, f.business_date as day, f.staff_id as staff,
        f.member_id as member, p.receipt_no as receipt, f.amount_fen as amount, p.points_earned as points, f.reason as text
      from refund f cross join purchase p on p.id = f.purchase_id
      where f.business_date between ? and ? and f.kind <> 'import_undo' and p.import_id is null
        and p.points_earned > 0 and f.refunded_at - p.bought_at <= ?
        and (f.kind <> 'undo' or exists (select 1 from points_entry e where e.member_id = f.member_id
          and e.kind = 'redeem' and e.purchase_id <> p.id and e.at between p.bought_at and f.refunded_at))`),
    values: [from, to, limits.refundMinutes * MINUTE_MS],
  }),
  after_close: ({ from, to }) => ({
    text: named(`select 'entry' as kind, cast(e.seq as text) as id, e.at, e.business_date as day, e.staff_id as staff,
        (select id from audit_subject w where w.seq = e.seq and w.kind = 'member' limit 1) as member,
        null as receipt, null as amount, null as points, e.act as text
      from (select business_date, min(audit_seq) as closed from day_close
        where business_date between ? and ? group by business_date) c
      cross join audit_entry e on e.business_date = c.business_date and e.seq > c.closed
      where e.act in (select value from json_each(?))`),
    values: [from, to, JSON.stringify(COUNTED)],
  }),
  many_adjustments: ({ from, to }) => ({
    text: named(`select ${adjustment('e')} from staff o cross join points_entry e on e.staff_id = o.id
      and e.business_date between +? and +? and e.kind = 'adjust' and e.import_id is null`),
    values: [from, to],
  }),
  many_sales_on_card: ({ from, to, limits }) => ({
    text: named(`select ${sale('p')} from (select member_id, business_date from purchase b
        where b.business_date between ? and ? and b.import_id is null group by 1, 2 having count(*) >= ?) busy
      cross join purchase p on p.member_id = busy.member_id and p.business_date = busy.business_date
        and p.import_id is null
      where not exists (select 1 from refund u where u.purchase_id = p.id and u.kind = 'undo')`),
    values: [from, to, limitOf('many_sales_on_card', limits)],
  }),
};

const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

const rowOf = (row: Row): WatchRow => ({
  kind: row.kind,
  id: row.id,
  at: instant(row.at),
  businessDate: businessDate(row.day),
  staff: person(row.staff, row.staff_name),
  member: person(row.member, row.member_name),
  receiptNo: row.receipt,
  amount: fenOrNull(row.amount),
  points: row.points === null ? null : points(row.points),
  text: row.text,
});

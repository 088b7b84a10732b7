import type { Period } from '../domain/calendar/period';
import type { Counts, Takings } from '../domain/overview/figures';
import { businessDate, fen, type Instant, instant, points } from '../domain/units';
import { billStands, wasUndone } from '../purchases/standing';
import { readOn, rows } from '../reading';
import type { Reader } from '../schema';

/** Business days; of the last one maybe only what was done up to a moment. */
export interface Span extends Period {
  readonly until?: Instant;
}

/** Behind every moment there is. */
const FOR_EVER = instant(Number.MAX_SAFE_INTEGER);

const rowsIn = <Row>(db: Reader, text: string, { from, to, until = FOR_EVER }: Span) =>
  readOn(db, rows<Row>(text, from, to, until));

// A bill that was undone was none: neither it nor anything that went back of it is counted.

const BILLS = `select p.business_date as day, iif(p.import_id is null, p.staff_id, null) as seller,
    count(*) as bills, sum(p.paid_fen) as taken
  from purchase p where p.business_date between +? and +? and p.bought_at <= +?
    and not ${wasUndone('p')}
  group by 1, 2`;

/** Money kept back for spent points is no takings, as in db/tiers/accounts.ts. */
const REFUNDS = `select r.business_date as day, iif(p.import_id is null, p.staff_id, null) as seller,
    count(*) as refunds, sum(r.money_back_fen + r.reduced_by_fen) as refunded
  from refund r cross join purchase p on p.id = r.purchase_id
  where r.business_date between +? and +? and r.refunded_at <= +? and not ${wasUndone('p')}
  group by 1, 2`;

interface OfSeller {
  readonly day: string;
  readonly seller: string | null;
}

/** What was sold and what went back, by day and by who sold it. */
export async function takingsIn(db: Reader, span: Span): Promise<Takings[]> {
  const bills = await rowsIn<OfSeller & { bills: number; taken: number }>(db, BILLS, span);
  const refunds = await rowsIn<OfSeller & { refunds: number; refunded: number }>(db, REFUNDS, span);
  const nothing = { bills: 0, taken: 0, refunds: 0, refunded: 0 };
  return [...bills, ...refunds]
    .map((row) => ({ ...nothing, ...row }))
    .map(({ day, seller, taken, refunded, ...counts }) => ({
      ...counts,
      day: businessDate(day),
      staffId: seller,
      taken: fen(taken),
      refunded: fen(refunded),
    }));
}

const BUYERS = `select count(*) as buyers from (select distinct p.member_id from purchase p
    where p.business_date between +? and +? and p.bought_at <= +? and ${billStands('p')}) came
  where exists (select 1 from member m where m.id = came.member_id and m.state = 'active')`;

const JOINED = `select count(*) as joined from member
  where joined_on between +? and +? and created_at <= +? and state = 'active'`;

/** By everybody who works here, for that is how entries are found by their day. */
const POINTS = `select coalesce(o.kind, e.kind) as kind, sum(e.points) as points
  from staff s cross join points_entry e on e.staff_id = s.id and e.business_date between +? and +? and e.at <= +?
  left join points_entry o on o.id = e.reverses_id
  group by 1`;

/** What no day or seller adds up to. Points given and used are those of bills, less what their refunds undid. */
export async function countsIn(db: Reader, span: Span): Promise<Counts> {
  const [bought] = await rowsIn<{ buyers: number }>(db, BUYERS, span);
  const [joined] = await rowsIn<{ joined: number }>(db, JOINED, span);
  const byKind = await rowsIn<{ kind: string; points: number }>(db, POINTS, span);
  const pointsOf = (...kinds: string[]) =>
    byKind.filter(({ kind }) => kinds.includes(kind)).reduce((sum, row) => sum + row.points, 0);
  return {
    buyers: bought?.buyers ?? 0,
    newMembers: joined?.joined ?? 0,
    pointsGiven: points(pointsOf('earn', 'clawback')),
    pointsUsed: points(-pointsOf('redeem', 'restore')),
  };
}

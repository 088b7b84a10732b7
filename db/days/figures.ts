import { addDays, type StoreCalendar, startOf } from '../domain/calendar/business-day';
import { HAND_TRIGGERS } from '../domain/coupons/hand';
import { type DayAsAWhole, type DayFigures, type DayOfStaff, dayFigures } from '../domain/days/figures';
import type { EntryKind } from '../domain/points/ledger';
import { type BusinessDate, fen, points } from '../domain/units';
import { type Reading, rows } from '../reading';

interface OfStaff {
  readonly staff: string;
}

/** What was carried out at the counter on one business day, by everybody and by each. */
export function* figuresOfDay(day: BusinessDate, calendar: StoreCalendar): Reading<DayFigures> {
  const people = yield* rows<{ id: string; name: string }>('select id, name from staff');
  const sales = yield* rows<OfStaff & Sums>(SALES, day);
  const refunds = yield* rows<OfStaff & { undo: number; count: number; amount: number }>(REFUNDS, day);
  const adjusted = yield* rows<OfStaff & { count: number; up: number; down: number }>(ADJUSTED, day);
  const byHand = yield* rows<OfStaff & Count>(BY_HAND, day);
  const logged = yield* rows<OfStaff & Count>(LOGGED, day);
  const [from, to] = [startOf(day, calendar), startOf(addDays(day, 1), calendar)];
  const closed = yield* rows<OfStaff & Count>(CLOSED, from, to);
  const joined = yield* rows<OfStaff & Count>(JOINED, day);
  const of = <Row extends OfStaff>(all: readonly Row[], id: string) => all.find(({ staff }) => staff === id);
  const back = (id: string, undo: number) => {
    const found = refunds.find((row) => row.staff === id && row.undo === undo);
    return { count: found?.count ?? 0, amount: fen(found?.amount ?? 0) };
  };
  const staff = people.map(({ id, name }): DayOfStaff => {
    const sold = of(sales, id);
    const hand = of(adjusted, id);
    return {
      ...{ staffId: id, name },
      sales: {
        count: sold?.count ?? 0,
        amount: fen(sold?.amount ?? 0),
        discount: fen(sold?.discount ?? 0),
        pointsWorth: fen(sold?.worth ?? 0),
      },
      refunds: back(id, 0),
      undos: back(id, 1),
      adjustments: { count: hand?.count ?? 0, up: points(hand?.up ?? 0), down: points(hand?.down ?? 0) },
      couponsByHand: of(byHand, id)?.count ?? 0,
      complaints: { logged: of(logged, id)?.count ?? 0, closed: of(closed, id)?.count ?? 0 },
      signUps: of(joined, id)?.count ?? 0,
    };
  });
  return dayFigures(staff, yield* asAWhole(day));
}

interface Count {
  readonly count: number;
}
interface Sums extends Count {
  readonly amount: number;
  readonly discount: number;
  readonly worth: number;
}

function* asAWhole(day: BusinessDate): Reading<DayAsAWhole> {
  const byKind = yield* rows<{ kind: EntryKind; entries: number; points: number }>(BY_KIND, day);
  const steps = yield* rows<{ kind: string; count: number }>(COUPONS, day);
  const coupons = (...kinds: string[]) =>
    steps.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0);
  return {
    byKind: byKind.map((row) => ({ ...row, points: points(row.points) })),
    coupons: {
      issued: coupons('issued'),
      used: coupons('used', 'handed_over'),
      givenBack: coupons('restored'),
      revoked: coupons('revoked', 'withdrawn'),
    },
  };
}

// What an import brought, or took away again, happened elsewhere and earlier: it is no part of a day at the counter.

const SALES = `select staff_id as staff, count(*) as count, sum(paid_fen) as amount, sum(discount_fen) as discount,
  sum(points_worth_fen) as worth from purchase where business_date = ? and import_id is null group by staff_id`;

const REFUNDS = `select staff_id as staff, kind = 'undo' as undo, count(*) as count, sum(money_back_fen) as amount
  from refund where business_date = ? and kind <> 'import_undo' group by 1, 2`;

/** By everybody who works here, for that is how entries are found by their day. */
const ADJUSTED = `select e.staff_id as staff, count(*) as count, sum(max(e.points, 0)) as up, sum(min(e.points, 0)) as down
  from staff s cross join points_entry e on e.staff_id = s.id and e.business_date = ? and e.kind = 'adjust'
  where e.import_id is null group by 1`;

const BY_KIND = `select e.kind, count(*) as entries, sum(e.points) as points
  from staff s cross join points_entry e on e.staff_id = s.id and e.business_date = ?
  left join points_entry o on o.id = e.reverses_id
  where e.import_id is null and o.import_id is null group by 1`;

const BY_HAND = `select c.staff_id as staff, count(*) as count
  from staff s cross join coupon c on c.staff_id = s.id and c.business_date = ?
    and c.trigger in (${HAND_TRIGGERS.map((trigger) => `'${trigger}'`).join(', ')})
  group by 1`;

const COUPONS = 'select kind, count(*) as count from coupon_event where business_date = ? group by kind';

const LOGGED =
  'select staff_id as staff, count(*) as count from complaint where business_date = ? group by 1';

const CLOSED = `select e.staff_id as staff, count(*) as count
  from staff s cross join complaint_event e on e.staff_id = s.id and e.kind = 'closed' and e.at >= ? and e.at < ?
  group by 1`;

const JOINED = `select staff_id as staff, count(*) as count from member
  where joined_on = ? and import_id is null and state <> 'void' group by 1`;

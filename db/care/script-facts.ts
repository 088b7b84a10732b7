import { daysBetween } from '../domain/calendar/business-day';
import { festivalOfOccasion } from '../domain/care/occasions';
import type { ScriptFacts } from '../domain/care/script';
import type { ShopRules } from '../domain/settings/shop-rules';
import type { Tier } from '../domain/tiers/tier';
import { type BusinessDate, businessDate } from '../domain/units';
import { dateOrNull } from '../nullable';
import { billStands } from '../purchases/standing';
import { type Reading, rows } from '../reading';

/** Whom a script is for, and the task it is used for, if any. */
export interface Addressed {
  readonly memberId: string;
  readonly taskId: string | null;
}

interface FactsRow {
  /** Among those asked for. */
  readonly place: number;
  readonly shop: string;
  readonly name: string;
  readonly member_no: string;
  readonly tier: Tier;
  readonly birth_month: number | null;
  readonly birth_day: number | null;
  readonly joined_on: string;
  readonly points: number;
  readonly coupons: string | null;
  readonly bought_on: string | null;
  readonly last_visit: string | null;
  readonly item: string | null;
  readonly complaint: string | null;
  readonly due_on: string | null;
  readonly festival_occasion: string | null;
  readonly coupon_name: string | null;
  readonly coupon_last_day: string | null;
  readonly event_name: string | null;
  readonly held_on: string | null;
  readonly starts_at: number | null;
  readonly maintenance: string | null;
}

/**
 * Crossed in this order: those asked for are few, everything else is found by them. What a task was made
 * from (its bill, its complaint) goes before the member's last one.
 */
const FACTS = `select asked.place, s.name as shop, m.name, m.member_no, m.tier, m.birth_month, m.birth_day, m.joined_on,
    (select coalesce(sum(remaining), 0) from points_lot
      where member_id = m.id and remaining > 0 and (last_day is null or last_day >= asked.today))
      - coalesce((select owed from points_debt where member_id = m.id), 0) as points,
    (select json_group_array(name) from (select distinct name from coupon where member_id = m.id and state = 'issued'
      and last_day >= asked.today and first_day <= asked.today order by last_day, seq)) as coupons,
    p.business_date as bought_on,
    (select b.business_date from purchase b where b.member_id = m.id and ${billStands('b')}
      order by b.bought_at desc limit 1) as last_visit,
    (select product from purchase_line where purchase_id = p.id and product <> ''
      order by amount_fen desc, line_no limit 1) as item,
    c.what as complaint, t.due_on, case t.kind when 'festival' then t.occasion end as festival_occasion,
    w.name as coupon_name, w.last_day as coupon_last_day,
    e.name as event_name, e.held_on, e.starts_at, plan.what as maintenance
  from (select key as place, value ->> 0 as member_id, value ->> 1 as task_id, +? as today from json_each(?)) asked
  cross join store s
  cross join member m on m.id = asked.member_id
  left join care_task t on t.id = asked.task_id and t.member_id = m.id
  left join purchase p on p.id = coalesce(t.purchase_id, (select b.id from purchase b
    where b.member_id = m.id and ${billStands('b')} order by b.bought_at desc limit 1))
  left join complaint c on c.id = coalesce(t.complaint_id, (select id from complaint
    where member_id = m.id and state <> 'closed' order by number limit 1))
  left join coupon w on w.member_id = m.id and w.trigger = 'win_back' and w.occasion = t.id and w.state <> 'revoked'
  left join shop_event e on e.id = t.event_id
  left join care_plan plan on plan.id = t.plan_id`;

/** The shop's side of a script. */
export interface Speaking {
  readonly today: BusinessDate;
  readonly rules: ShopRules;
  /** Who speaks. */
  readonly staff: string;
}

/** What can be said to each of them, in the order asked; all in one statement, a call or a list of thousands. */
export function* scriptFacts(
  addressed: readonly Addressed[],
  speaking: Speaking,
): Reading<(ScriptFacts | undefined)[]> {
  const asked = JSON.stringify(addressed.map(({ memberId, taskId }) => [memberId, taskId]));
  const found = yield* rows<FactsRow>(FACTS, speaking.today, asked);
  const byPlace = new Map(found.map((row) => [row.place, factsFrom(row, speaking)]));
  return addressed.map((_, place) => byPlace.get(place));
}

function factsFrom(row: FactsRow, { today, rules, staff }: Speaking): ScriptFacts {
  const festival =
    row.festival_occasion === null
      ? undefined
      : festivalOfOccasion(row.festival_occasion, rules.care.festivals);
  // A bill that a task is about may be older than the last visit: it is what is spoken of.
  const lastVisit = row.bought_on ?? row.last_visit;
  return {
    today,
    shop: row.shop,
    staff,
    name: row.name,
    memberNo: row.member_no,
    tier: row.tier,
    points: row.points,
    coupons: JSON.parse(row.coupons ?? '[]') as string[], // made by json_group_array above
    birthday:
      row.birth_month === null || row.birth_day === null
        ? null
        : { month: row.birth_month, day: row.birth_day },
    birthdayGift: rules.tiers.rights[row.tier].birthdayGift,
    years: fullYears(row.joined_on, row.due_on !== null && row.due_on > today ? row.due_on : today),
    lastVisit: dateOrNull(lastVisit),
    lastItem: row.item ?? '',
    daysAway: row.last_visit === null ? null : daysBetween(businessDate(row.last_visit), today),
    festival: festival?.name ?? '',
    festivalGift: festival?.gift ?? '',
    complaint: row.complaint ?? '',
    winBackCoupon:
      row.coupon_name === null || row.coupon_last_day === null
        ? null
        : { name: row.coupon_name, lastDay: businessDate(row.coupon_last_day) },
    event:
      row.event_name === null || row.held_on === null
        ? null
        : { name: row.event_name, on: businessDate(row.held_on), startsAt: row.starts_at },
    maintenance: row.maintenance ?? '',
  };
}

const fullYears = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);

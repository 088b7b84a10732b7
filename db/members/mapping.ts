import { maskPhone } from '../domain/members/phone';
import type { LookupMatch } from '../domain/members/query';
import type { Tier } from '../domain/tiers/tier';
import type { BusinessDate } from '../domain/units';
import { dateOrNull } from '../nullable';

/** One row of an answer: what the counter sees before a member is opened, so the phone is masked. */
export interface LookupHit {
  readonly id: string;
  readonly name: string;
  readonly phoneMasked: string;
  readonly memberNo: string;
  readonly tier: Tier;
  /** Usable today: lapsed lots are not counted, debt is taken off. */
  readonly points: number;
  readonly openComplaints: number;
  /** Unused coupons whose days include today. */
  readonly usableCoupons: number;
  readonly lastVisitOn: BusinessDate | null;
  readonly visits: number;
  readonly match: LookupMatch;
}

export interface HitRow {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly member_no: string;
  readonly tier: Tier;
  readonly points: number;
  readonly open_complaints: number;
  readonly usable_coupons: number;
  readonly last_visit: string | null;
  readonly visits: number;
}

/**
 * Points usable on a day, from `member_lookup l` and `member m`. A lot that has lapsed since the row was
 * written is never counted: such a row is summed again as it is read.
 */
export const pointsOn = (today: string): string => `case when l.next_lapse < ${today} then
    (select coalesce(sum(remaining), 0) from points_lot
      where member_id = m.id and remaining > 0 and (last_day is null or last_day >= ${today}))
    - coalesce((select owed from points_debt where member_id = m.id), 0)
  else l.points end`;

/** Coupons usable on a day. They begin and lapse with the days, so those of who has any are counted as they are read. */
export const couponsOn = (today: string): string => `case when l.usable_coupons = 0 then 0 else
    (select count(*) from coupon where member_id = m.id and state = 'issued'
      and last_day >= ${today} and first_day <= ${today})
  end`;

/** The columns of a `HitRow` from `member_lookup l`, `member m` and `asked` (today). */
export const HIT_COLUMNS = `m.id, l.name, l.phone, l.member_no, l.tier, l.open_complaints, l.last_visit, l.visits,
  ${pointsOn('asked.today')} as points,
  ${couponsOn('asked.today')} as usable_coupons`;

export const hitFrom = (row: HitRow, match: LookupMatch): LookupHit => ({
  id: row.id,
  name: row.name,
  phoneMasked: maskPhone(row.phone),
  memberNo: row.member_no,
  tier: row.tier,
  points: row.points,
  openComplaints: row.open_complaints,
  usableCoupons: row.usable_coupons,
  lastVisitOn: dateOrNull(row.last_visit),
  visits: row.visits,
  match,
});

export function birthdayFrom(row: {
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
}) {
  if (row.birth_month === null || row.birth_day === null) return null;
  return { year: row.birth_year, month: row.birth_month, day: row.birth_day };
}

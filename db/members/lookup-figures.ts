import { foldKey } from '../domain/members/fold';
import { readingsOf } from '../domain/members/pinyin';
import { dayNumber, RANK_WINDOW_MS, rankScore } from '../domain/members/rank';
import { billStands, wentBack } from '../purchases/standing';

/** A row of `member_lookup` as it is written, column for column. */
export interface LookupRow {
  readonly n: number;
  readonly score: number;
  readonly points: number;
  readonly next_lapse: string | null;
  readonly open_complaints: number;
  readonly usable_coupons: number;
  readonly last_visit: string | null;
  readonly visits: number;
  readonly tier: string;
  readonly joined_on: string;
  readonly member_no: string;
  readonly card_no: string | null;
  readonly phone: string | null;
  readonly phone_reversed: string | null;
  readonly name: string;
  readonly name_key: string;
  readonly pinyin: string;
  readonly initials: string;
}

/** What the base tables say of a member; `state` other than active has no row in the lookup. */
export interface Figures {
  readonly n: number;
  readonly state: 'active' | 'erased' | 'void';
  readonly name: string;
  readonly phone: string | null;
  readonly card_no: string | null;
  readonly member_no: string;
  readonly tier: string;
  readonly joined_on: string;
  readonly points: number;
  readonly next_lapse: string | null;
  readonly open_complaints: number;
  /** Unused ones whose last day has not passed: none stays none until one is issued or given back. */
  readonly usable_coupons: number;
  readonly last_visit: string | null;
  readonly visits: number;
  readonly visits_in_year: number;
}

/** The member's bills that went back as a whole; few have any. */
const goneBills = (member: string, and = ''): string => `(
      select count(*) from (select 1 from refund r join purchase b on b.id = r.purchase_id
        where r.member_id = ${member} ${and} group by b.seq having ${wentBack('b')}))`;

const openLots = `points_lot where member_id = m.id and remaining > 0`;
const inYear = (bill: string): string =>
  `${bill}.bought_at > last.bought_at - ${RANK_WINDOW_MS} and ${bill}.bought_at <= last.bought_at`;

/**
 * The figures of the members whose `id` or `n` is in a JSON list. Parameters: the business date up
 * to whose end a lot must live to count, then the list. Purchases are counted on their index; only
 * the last one's row is read, and those of refunded bills.
 */
export const figuresSql = (by: 'id' | 'n'): string => `
with asked (today, members) as materialized (select ?, ?)
select w.n, w.state, w.name, w.phone, w.card_no, w.member_no, w.tier, w.joined_on,
  w.held - coalesce((select owed from points_debt where member_id = w.id), 0) as points,
  w.next_lapse, w.open_complaints, w.usable_coupons, w.visits, last.business_date as last_visit,
  case when last.seq is null then 0 else
    (select count(*) from purchase p where p.member_id = w.id and ${inYear('p')})
    - ${goneBills('w.id', `and ${inYear('b')}`)}
  end as visits_in_year
from (
  select m.*,
    (select coalesce(sum(remaining), 0) from ${openLots}
      and (last_day is null or last_day >= (select today from asked))) as held,
    (select min(last_day) from ${openLots} and last_day >= (select today from asked)) as next_lapse,
    (select count(*) from complaint where member_id = m.id and state <> 'closed') as open_complaints,
    (select count(*) from coupon where member_id = m.id and state = 'issued'
      and last_day >= (select today from asked)) as usable_coupons,
    (select count(*) from purchase p where p.member_id = m.id) - ${goneBills('m.id')} as visits,
    (select p.seq from purchase p where p.member_id = m.id and ${billStands('p')}
      order by p.bought_at desc, p.seq desc limit 1) as last_seq
  from member m where m.${by} in (select value from json_each((select members from asked)))
) w left join purchase last on last.seq = w.last_seq`;

type NameColumns = Pick<LookupRow, 'name' | 'name_key' | 'pinyin' | 'initials'>;

/**
 * The row that the figures make; pinyin and ranking are computed here and nowhere else. The row as it
 * was saves reading the same name again: a sale changes none.
 */
export function lookupRow(of: Figures, before?: NameColumns): LookupRow {
  return {
    n: of.n,
    score: rankScore({
      lastVisitDay: of.last_visit === null ? null : dayNumber(of.last_visit),
      visitsInYear: of.visits_in_year,
      visits: of.visits,
    }),
    points: of.points,
    next_lapse: of.next_lapse,
    open_complaints: of.open_complaints,
    usable_coupons: of.usable_coupons,
    last_visit: of.last_visit,
    visits: of.visits,
    tier: of.tier,
    joined_on: of.joined_on,
    member_no: of.member_no,
    card_no: of.card_no,
    phone: of.phone,
    phone_reversed: of.phone === null ? null : reversed(of.phone),
    ...(before?.name === of.name ? nameAs(before) : nameColumns(of.name)),
  };
}

const nameAs = ({ name, name_key, pinyin, initials }: NameColumns): NameColumns => ({
  name,
  name_key,
  pinyin,
  initials,
});

function nameColumns(name: string): NameColumns {
  const { pinyin, initials } = readingsOf(name);
  return { name, name_key: foldKey(name), pinyin: pinyin.join(' '), initials: initials.join(' ') };
}

/** Phones are digits and `+`: no character of them is more than one code unit. */
export const reversed = (phone: string): string => phone.split('').reverse().join('');

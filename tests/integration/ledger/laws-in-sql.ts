import type SQLite from 'better-sqlite3';

/** The fixed laws as questions to the file; every one must find nothing. Source: rules "Points". */
const BROKEN: Readonly<Record<string, string>> = {
  // Each ledger is summed up once: no index leads from a member to lots that are used up.
  'balance = sum of entries = sum of lot remainders minus debt': `
    with entries as (select member_id, sum(points) as points from points_entry group by member_id),
      lots as (select member_id, sum(remaining) as points from points_lot group by member_id)
    select m.id from member m left join entries e on e.member_id = m.id left join lots l on l.member_id = m.id
      left join points_debt d on d.member_id = m.id
    where coalesce(e.points, 0) <> coalesce(l.points, 0) - coalesce(d.owed, 0)`,
  'no lot below zero or above what it was':
    'select id from points_lot where remaining not between 0 and points',
  'a lot is its moves': `
    select id from points_lot l where remaining <> (select coalesce(sum(points), 0) from points_move where lot_id = l.id)`,
  'an entry is its moves': `
    select id from points_entry e where points <> (select coalesce(sum(points), 0) from points_move where entry_id = e.id)`,
  'a debt is its moves': `
    select member_id from points_debt d where owed <>
      -(select coalesce(sum(points), 0) from points_move where member_id = d.member_id and lot_id is null)`,
  'moves stay with their member': `
    select m.seq from points_move m join points_entry e on e.id = m.entry_id where e.member_id <> m.member_id`,
  'one reversal per entry': `
    select reverses_id from points_entry where reverses_id is not null group by reverses_id having count(*) > 1`,
  'a reversal mends exactly what it reverses': `
    select r.id from points_entry r join points_entry e on e.id = r.reverses_id where r.points <> -e.points`,
  'nobody is refunded more than they paid': `
    select p.id from purchase p join refund r on r.purchase_id = p.id group by p.id
      having sum(r.amount_fen) > p.total_fen or sum(r.money_back_fen) > p.paid_fen
        or sum(r.points_worth_fen) > p.points_worth_fen`,
  'a bill refunded to the last fen gave all its money and points back': `
    select p.id from purchase p join refund r on r.purchase_id = p.id group by p.id
      having sum(r.amount_fen) = p.total_fen
        and (sum(r.money_back_fen + r.reduced_by_fen) <> p.paid_fen
          or sum(r.points_worth_fen) <> p.points_worth_fen
          or p.points_redeemed <> (select coalesce(sum(points), 0) from points_entry e
               where e.purchase_id = p.id and (e.kind = 'restore' or e.kind = 'reverse' and e.points > 0)))`,
  'what a bill says is what the ledger says': `
    select p.id from purchase p where
      p.points_earned <> (select coalesce(sum(points), 0) from points_entry where purchase_id = p.id and kind = 'earn')
      or p.points_redeemed <> -(select coalesce(sum(points), 0) from points_entry where purchase_id = p.id and kind = 'redeem')`,
  'what is taken off a bill is what its lines have off': `
    select p.id from purchase p join purchase_line l on l.purchase_id = p.id group by p.id
      having sum(l.discount_fen) <> p.discount_fen or sum(l.amount_fen) <> p.total_fen + p.discount_fen`,
  'the steps of a price lead to its total and to what was paid': `
    select p.id from purchase p where p.account is not null and (
      (select sum(s.value ->> 'amount') from json_each(p.account, '$.steps') s
        where s.value ->> 'kind' in ('gross', 'tier', 'member_day', 'coupon')) <> p.total_fen
      or (select sum(s.value ->> 'amount') from json_each(p.account, '$.steps') s
        where s.value ->> 'kind' in ('total', 'points')) <> p.paid_fen
      or (select s.value ->> 'amount' from json_each(p.account, '$.steps') s
        where s.value ->> 'kind' = 'due') <> p.paid_fen
      or p.account ->> '$.earning.points' <> p.points_earned)`,
  'a coupon is used once at a time, and as its events say': `
    select c.id from coupon c left join coupon_event e on e.coupon_id = c.id group by c.id
      having sum(e.kind in ('used', 'handed_over')) - sum(e.kind = 'restored') <> (c.state = 'used')
        or sum(e.kind in ('revoked', 'withdrawn')) <> (c.state = 'revoked') or sum(e.kind = 'issued') <> 1`,
  'a used coupon lies on the bill that names it': `
    select c.id from coupon c join purchase p on p.id = c.used_on_sale where c.member_id <> p.member_id
      or not exists (select 1 from json_each(p.account, '$.steps') s where s.value ->> 'couponId' = c.id)`,
  'no coupon is left usable by a bill that has gone back': `
    select c.id from coupon c join refund r on r.purchase_id = c.issued_by_sale
      where r.kind <> 'part' and c.state = 'issued'`,
  'no valid coupon is left used by a bill that has gone back': `
    select c.id from coupon c join refund r on r.purchase_id = c.used_on_sale
      where r.kind <> 'part' and c.last_day >= r.business_date`,
  'a level is what its last change says': `
    select m.id from member m where m.tier <> coalesce(
      (select to_tier from tier_change where member_id = m.id order by seq desc limit 1), m.tier)`,
  'each change of level begins where the one before ended': `
    select seq from (select seq, from_tier, lag(to_tier) over (partition by member_id order by seq) as before
      from tier_change) where before is not null and before <> from_tier`,
};

/** The laws that do not hold, with how many rows break each. */
export function brokenLaws(raw: SQLite.Database): string[] {
  return Object.entries(BROKEN).flatMap(([law, sql]) => {
    const rows = raw.prepare(sql).all();
    return rows.length === 0 ? [] : [`${law}: ${rows.length}`];
  });
}

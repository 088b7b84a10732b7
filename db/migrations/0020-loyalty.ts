import { appendOnly } from './append-only';

/**
 * Tiers, coupons, and prices that explain themselves (rules "Tiers", "Coupons"). A bill's `total_fen`
 * stays what it was: the bill after discounts and before points; `discount_fen` is what had been taken
 * off before, so bills of older stores need no change.
 */
export const loyalty = {
  version: 20,
  sql: `
-- Rules take effect on a day; until then the ones before them are in force.
alter table rule_version add column effective_from text not null default '2000-01-01'
  check (effective_from glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
create index rule_version_effective on rule_version (effective_from, version);

alter table member add column tier_since text;
-- Last day on which the level is protected; null when nothing protects it, or when it is fixed for good.
alter table member add column tier_until text;
-- Set by hand and not under the automatic rule.
alter table member add column tier_fixed integer not null default 0 check (tier_fixed in (0, 1));
alter table member add column adviser_id text references staff (id) on delete restrict;
create index member_tier_until on member (tier_until) where tier_until is not null;
create index member_adviser on member (adviser_id) where adviser_id is not null;
create index member_birthday on member (birth_month, birth_day) where birth_month is not null;
create index member_joined on member (joined_on);

-- With the money in it, a window is summed without reading a single bill.
drop index purchase_member;
create index purchase_member on purchase (member_id, bought_at, paid_fen);
alter table purchase add column discount_fen integer not null default 0 check (discount_fen >= 0);
-- The price in steps and how its points came about (BillAccount); null for bills without: imported or older ones.
alter table purchase add column account text check (account is null or json_valid(account));
alter table purchase_line add column discount_fen integer not null default 0 check (discount_fen between 0 and amount_fen);
alter table purchase_line add column full_price integer not null default 1 check (full_price in (0, 1));

-- Covers what lapses when, over everybody: the sum of a million lots without reading one of them.
drop index points_lot_lapse;
create index points_lot_lapse on points_lot (last_day, remaining) where remaining > 0;

create table tier_change (
  seq integer primary key autoincrement,
  id text not null unique,
  member_id text not null references member (id) on delete restrict,
  kind text not null check (kind in ('up', 'down', 'kept', 'taken_back', 'by_hand', 'hand_ended')),
  from_tier text not null check (from_tier in ('regular', 'loyal', 'vip')),
  to_tier text not null check (to_tier in ('regular', 'loyal', 'vip')),
  -- What a level that is taken back returns to.
  from_since text,
  from_until text,
  since text not null,
  until text,
  fixed integer not null check (fixed in (0, 1)),
  -- What was counted in the window when it was judged.
  money_fen integer not null,
  visits integer not null check (visits >= 0),
  reason text not null default '',
  purchase_id text references purchase (id) on delete restrict,
  refund_id text references refund (id) on delete restrict,
  rule_version integer not null references rule_version (version) on delete restrict,
  -- The day as of which it was judged; the app may have been off on it.
  business_date text not null,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  check (kind <> 'by_hand' or reason <> ''),
  check (kind not in ('up', 'down', 'taken_back') or from_tier <> to_tier),
  check (kind <> 'kept' or from_tier = to_tier)
) strict;
create index tier_change_member on tier_change (member_id, seq);
create index tier_change_purchase on tier_change (purchase_id) where purchase_id is not null;
create index tier_change_refund on tier_change (refund_id) where refund_id is not null;
create index tier_change_rule on tier_change (rule_version);
create index tier_change_staff on tier_change (staff_id);

-- What the daily pass has done; a second start on the same day finds it here.
create table daily_pass (
  seq integer primary key autoincrement,
  business_date text not null,
  rule_version integer not null references rule_version (version) on delete restrict,
  finished_at integer not null,
  members integer not null check (members >= 0),
  tier_changes integer not null check (tier_changes >= 0),
  coupons integer not null check (coupons >= 0)
) strict;
create index daily_pass_date on daily_pass (business_date);
create index daily_pass_rule on daily_pass (rule_version);

create table coupon_batch (
  id text primary key not null,
  template_id text not null,
  segment text not null check (json_valid(segment)),
  rule_version integer not null references rule_version (version) on delete restrict,
  -- 'running' is found only while it runs or after a crash: it goes on when the store opens.
  state text not null check (state in ('running', 'done')),
  members integer not null check (members >= 0),
  first_day text not null,
  last_day text not null,
  business_date text not null,
  started_at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index coupon_batch_rule on coupon_batch (rule_version);
create index coupon_batch_staff on coupon_batch (staff_id);
create index coupon_batch_running on coupon_batch (state) where state = 'running';

-- Whom a batch is for, fixed when it was confirmed.
create table coupon_batch_member (
  batch_id text not null references coupon_batch (id) on delete restrict,
  member_id text not null references member (id) on delete restrict,
  primary key (batch_id, member_id)
) strict, without rowid;
create index coupon_batch_member_member on coupon_batch_member (member_id);

create table coupon (
  seq integer primary key autoincrement,
  id text not null unique,
  code text not null unique check (code glob 'Q[0-9]*' and length(code) = 14),
  member_id text not null references member (id) on delete restrict,
  -- The template in the rules of \`rule_version\`; birthday gifts come from a tier's rights: 'birthday'.
  template_id text not null check (template_id <> ''),
  trigger text not null check (trigger in
    ('first_purchase', 'birthday', 'anniversary', 'win_back', 'referral', 'apology', 'campaign', 'by_hand')),
  -- What it was issued for: the same thing never issues twice.
  occasion text not null check (occasion <> ''),
  name text not null check (name <> ''),
  kind text not null check (kind in ('amount', 'percent', 'gift')),
  off_fen integer check (off_fen > 0),
  percent_off integer check (percent_off between 1 and 99),
  cap_fen integer check (cap_fen > 0),
  item text check (item <> ''),
  cost_fen integer check (cost_fen >= 0),
  threshold_fen integer not null default 0 check (threshold_fen >= 0),
  stacks integer not null check (stacks in (0, 1)),
  first_day text not null,
  last_day text not null check (last_day >= first_day),
  blackout text not null default '[]' check (json_valid(blackout)),
  state text not null default 'issued' check (state in ('issued', 'used', 'revoked')),
  issued_by_sale text references purchase (id) on delete restrict,
  batch_id text references coupon_batch (id) on delete restrict,
  used_on_sale text references purchase (id) on delete restrict,
  reason text not null default '',
  rule_version integer not null references rule_version (version) on delete restrict,
  business_date text not null,
  issued_at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  unique (member_id, template_id, occasion),
  check (used_on_sale is null or state = 'used'),
  check ((kind = 'amount') = (off_fen is not null)),
  check ((kind = 'percent') = (percent_off is not null)),
  check (cap_fen is null or kind = 'percent'),
  check ((kind = 'gift') = (item is not null)),
  check ((kind = 'gift') = (cost_fen is not null))
) strict;
create index coupon_member on coupon (member_id, state, last_day);
create index coupon_issued_by on coupon (issued_by_sale) where issued_by_sale is not null;
create index coupon_used_on on coupon (used_on_sale) where used_on_sale is not null;
create index coupon_batch_of on coupon (batch_id, state) where batch_id is not null;
create index coupon_rule on coupon (rule_version);
create index coupon_staff on coupon (staff_id, business_date, trigger);
-- The last line of defence: a coupon is used once, and its terms stay as they were issued.
create trigger coupon_steps before update of state on coupon
  when old.state || '>' || new.state not in ('issued>used', 'issued>revoked', 'used>issued') begin
  select raise(abort, 'a coupon is used or revoked once');
end;
create trigger coupon_frozen before update of id, code, member_id, template_id, trigger, occasion, name, kind, off_fen,
  percent_off, cap_fen, item, cost_fen, threshold_fen, stacks, first_day, last_day, blackout, issued_by_sale, batch_id,
  reason, rule_version, business_date, issued_at, staff_id on coupon begin
  select raise(abort, 'the terms of a coupon are never changed');
end;
create trigger coupon_keep before delete on coupon begin
  select raise(abort, 'coupons are never deleted');
end;

create table coupon_event (
  seq integer primary key autoincrement,
  coupon_id text not null references coupon (id) on delete restrict,
  kind text not null check (kind in ('issued', 'used', 'handed_over', 'restored', 'revoked', 'withdrawn')),
  purchase_id text references purchase (id) on delete restrict,
  refund_id text references refund (id) on delete restrict,
  reason text not null default '',
  business_date text not null,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index coupon_event_coupon on coupon_event (coupon_id, seq);
create index coupon_event_purchase on coupon_event (purchase_id) where purchase_id is not null;
create index coupon_event_refund on coupon_event (refund_id) where refund_id is not null;
create index coupon_event_staff on coupon_event (staff_id);
${appendOnly('tier_change', 'coupon_event', 'coupon_batch_member', 'daily_pass')}
`,
} as const;

import { appendOnly } from './append-only';

/**
 * The store as first released. Rules of the house: singular snake_case, STRICT, every CHECK
 * given, every foreign key indexed, ledgers append-only by trigger. Instants are epoch
 * milliseconds UTC, money is fen, points are integers, business dates are `YYYY-MM-DD`.
 */
export const baseline = {
  version: 10,
  sql: `
create table store (
  only_row integer primary key check (only_row = 1),
  id text not null,
  name text not null check (length(name) between 1 and 60),
  zone text not null,
  day_start_hour integer not null check (day_start_hour between 0 and 11),
  sample integer not null check (sample in (0, 1)),
  created_at integer not null
) strict;

create table staff (
  id text primary key not null,
  name text not null,
  role text not null check (role in ('cashier', 'manager', 'owner')),
  active integer not null default 1 check (active in (0, 1)),
  created_at integer not null
) strict;

-- The rules in force are the last row; past entries keep the version they were made under.
create table rule_version (
  version integer primary key autoincrement,
  rules text not null check (json_valid(rules)),
  staff_id text not null references staff (id) on delete restrict,
  made_at integer not null
) strict;
create index rule_version_staff on rule_version (staff_id);

-- First answer of every command: a repeated request is answered from here and changes nothing.
create table command_outcome (
  request_id text primary key not null,
  channel text not null,
  outcome text not null check (json_valid(outcome)),
  done_at integer not null
) strict, without rowid;

create table import_batch (
  id text primary key not null,
  kind text not null check (kind in ('members', 'purchases')),
  file_name text not null,
  file_sha256 text not null,
  reading text not null check (json_valid(reading)),
  -- 'running' and 'undoing' are found only after a crash: both are undone to the end when the store opens.
  state text not null check (state in ('running', 'done', 'undoing', 'undone', 'cancelled')),
  counts text not null default '{}' check (json_valid(counts)),
  refused_file text,
  staff_id text not null references staff (id) on delete restrict,
  started_at integer not null,
  finished_at integer
) strict;
create index import_batch_staff on import_batch (staff_id);

create table member (
  n integer primary key,
  id text not null unique,
  member_no text not null unique,
  card_no text,
  external_id text,
  name text not null default '' check (length(name) <= 40),
  phone text check (phone is null or phone glob '[0-9+]*'),
  phone_shared integer not null default 0 check (phone_shared in (0, 1)),
  gender text check (gender in ('female', 'male')),
  birth_year integer check (birth_year between 1900 and 2100),
  birth_month integer check (birth_month between 1 and 12),
  birth_day integer check (birth_day between 1 and 31),
  source text not null check (source in ('walk_in', 'online_ad', 'event', 'referral', 'import')),
  referrer_id text references member (id) on delete restrict,
  tier text not null default 'regular' check (tier in ('regular', 'loyal', 'vip')),
  note text not null default '' check (length(note) <= 2000),
  state text not null default 'active' check (state in ('active', 'erased', 'void')),
  joined_on text not null,
  created_at integer not null,
  updated_at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  import_id text references import_batch (id) on delete restrict,
  check ((birth_month is null) = (birth_day is null)),
  check (birth_year is null or birth_month is not null),
  -- Somebody known only by a card or by the number of another system has neither name nor phone yet.
  check (state <> 'active' or name <> '' or phone is not null or external_id is not null or card_no is not null)
) strict;
create unique index member_phone on member (phone) where phone is not null and phone_shared = 0 and state = 'active';
create index member_phone_any on member (phone) where phone is not null;
create unique index member_card on member (card_no) where card_no is not null and state = 'active';
create unique index member_external on member (external_id) where external_id is not null and state = 'active';
create index member_referrer on member (referrer_id) where referrer_id is not null;
create index member_name on member (name) where name <> '';
create index member_staff on member (staff_id);
create index member_import on member (import_id) where import_id is not null;
create trigger member_keep before delete on member begin
  select raise(abort, 'members are anonymised, never deleted');
end;

create table member_tag (
  member_id text not null references member (id) on delete restrict,
  tag text not null check (length(tag) between 1 and 16),
  position integer not null,
  primary key (member_id, tag)
) strict, without rowid;

create table consent_entry (
  seq integer primary key autoincrement,
  id text not null unique,
  member_id text not null references member (id) on delete restrict,
  purpose text not null check (purpose in ('personal_data', 'marketing')),
  action text not null check (action in ('given', 'withdrawn')),
  text_version text not null,
  channel text not null,
  staff_id text not null references staff (id) on delete restrict,
  at integer not null
) strict;
create index consent_entry_member on consent_entry (member_id, purpose, seq);
create index consent_entry_staff on consent_entry (staff_id);

create table purchase (
  seq integer primary key autoincrement,
  id text not null unique,
  member_id text not null references member (id) on delete restrict,
  receipt_no text check (receipt_no <> ''),
  total_fen integer not null check (total_fen >= 0),
  points_redeemed integer not null default 0 check (points_redeemed >= 0),
  points_worth_fen integer not null default 0 check (points_worth_fen between 0 and total_fen),
  paid_fen integer not null check (paid_fen = total_fen - points_worth_fen),
  earning_base_fen integer not null check (earning_base_fen between 0 and paid_fen),
  points_earned integer not null default 0 check (points_earned >= 0),
  rule_version integer not null references rule_version (version) on delete restrict,
  bought_at integer not null,
  business_date text not null check (business_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  staff_id text not null references staff (id) on delete restrict,
  import_id text references import_batch (id) on delete restrict,
  recorded_at integer not null
) strict;
create index purchase_member on purchase (member_id, bought_at);
create index purchase_date on purchase (business_date, receipt_no);
create index purchase_rule on purchase (rule_version);
create index purchase_staff on purchase (staff_id);
create index purchase_import on purchase (import_id) where import_id is not null;

-- A receipt that was undone frees its number, so the number lives beside the bill, not in it.
create table receipt (
  business_date text not null,
  receipt_no text not null,
  purchase_id text not null unique references purchase (id) on delete restrict,
  primary key (business_date, receipt_no)
) strict, without rowid;

create table purchase_line (
  purchase_id text not null references purchase (id) on delete restrict,
  line_no integer not null check (line_no >= 1),
  product text not null check (length(product) <= 60),
  quantity_milli integer not null check (quantity_milli > 0),
  amount_fen integer not null check (amount_fen >= 0),
  earns integer not null default 1 check (earns in (0, 1)),
  primary key (purchase_id, line_no)
) strict, without rowid;

create table refund (
  seq integer primary key autoincrement,
  id text not null unique,
  purchase_id text not null references purchase (id) on delete restrict,
  member_id text not null references member (id) on delete restrict,
  kind text not null check (kind in ('part', 'all', 'undo', 'import_undo')),
  amount_fen integer not null check (amount_fen >= 0),
  money_back_fen integer not null check (money_back_fen between 0 and amount_fen),
  reduced_by_fen integer not null default 0 check (reduced_by_fen >= 0),
  points_worth_fen integer not null default 0 check (points_worth_fen >= 0),
  reason text not null,
  refunded_at integer not null,
  business_date text not null,
  staff_id text not null references staff (id) on delete restrict,
  -- What goes back is money, the worth of points, and what the shortfall has eaten.
  check (amount_fen = money_back_fen + reduced_by_fen + points_worth_fen)
) strict;
create index refund_purchase on refund (purchase_id);
create index refund_member on refund (member_id, refunded_at);
create index refund_date on refund (business_date);
create index refund_staff on refund (staff_id);

create table points_entry (
  seq integer primary key autoincrement,
  id text not null unique,
  member_id text not null references member (id) on delete restrict,
  kind text not null check (kind in
    ('opening', 'earn', 'redeem', 'expire', 'clawback', 'restore', 'adjust', 'settle', 'write_off', 'reverse')),
  points integer not null,
  purchase_id text references purchase (id) on delete restrict,
  refund_id text references refund (id) on delete restrict,
  reverses_id text unique references points_entry (id) on delete restrict,
  reason text not null default '',
  rule_version integer not null references rule_version (version) on delete restrict,
  at integer not null,
  business_date text not null,
  staff_id text not null references staff (id) on delete restrict,
  import_id text references import_batch (id) on delete restrict,
  check (case kind
    when 'opening' then points > 0 when 'earn' then points >= 0 when 'redeem' then points < 0
    when 'expire' then points < 0 when 'clawback' then points < 0 when 'restore' then points > 0
    when 'settle' then points = 0 when 'write_off' then points > 0 when 'adjust' then points <> 0
    else 1 end),
  check ((kind = 'reverse') = (reverses_id is not null))
) strict;
create index points_entry_member on points_entry (member_id, seq);
create index points_entry_purchase on points_entry (purchase_id) where purchase_id is not null;
create index points_entry_refund on points_entry (refund_id) where refund_id is not null;
create index points_entry_rule on points_entry (rule_version);
create index points_entry_staff on points_entry (staff_id, business_date, kind);
create index points_entry_import on points_entry (import_id) where import_id is not null;

-- \`remaining\` and \`owed\` follow the moves by trigger; their CHECKs are the overdraw guard of last resort.
create table points_lot (
  id text primary key not null,
  member_id text not null references member (id) on delete restrict,
  entry_id text not null references points_entry (id) on delete restrict,
  points integer not null check (points > 0),
  earned_on text not null,
  last_day text,
  revives_id text references points_lot (id) on delete restrict,
  remaining integer not null default 0 check (remaining between 0 and points)
) strict;
create index points_lot_open on points_lot (member_id, last_day) where remaining > 0;
create index points_lot_lapse on points_lot (last_day) where remaining > 0 and last_day is not null;
create index points_lot_entry on points_lot (entry_id);
create index points_lot_revives on points_lot (revives_id) where revives_id is not null;

create table points_debt (
  member_id text primary key not null references member (id) on delete restrict,
  owed integer not null check (owed >= 0)
) strict, without rowid;

-- One entry's effect on lots (\`lot_id\`) or on the member's debt (null). Sum of moves = the entry's points.
create table points_move (
  seq integer primary key autoincrement,
  entry_id text not null references points_entry (id) on delete restrict,
  member_id text not null references member (id) on delete restrict,
  lot_id text references points_lot (id) on delete restrict,
  points integer not null check (points <> 0)
) strict;
create index points_move_entry on points_move (entry_id);
create index points_move_lot on points_move (lot_id) where lot_id is not null;
create index points_move_debt on points_move (member_id) where lot_id is null;
create trigger points_move_follow_lot after insert on points_move when new.lot_id is not null begin
  update points_lot set remaining = remaining + new.points where id = new.lot_id and member_id = new.member_id;
  select raise(abort, 'a move needs a lot of the same member') where changes() = 0;
end;
create trigger points_move_follow_debt after insert on points_move when new.lot_id is null begin
  insert into points_debt (member_id, owed) values (new.member_id, 0) on conflict do nothing;
  update points_debt set owed = owed - new.points where member_id = new.member_id;
end;
create trigger points_lot_frozen before update on points_lot
  when new.id <> old.id or new.member_id <> old.member_id or new.entry_id <> old.entry_id or new.points <> old.points
    or new.earned_on <> old.earned_on or new.last_day is not old.last_day or new.revives_id is not old.revives_id begin
  select raise(abort, 'lots are never changed');
end;
create trigger points_lot_empty before insert on points_lot when new.remaining <> 0 begin
  select raise(abort, 'a lot begins empty and follows its moves');
end;
create trigger points_lot_follows before update of remaining on points_lot
  when new.remaining <> (select coalesce(sum(points), 0) from points_move where lot_id = new.id) begin
  select raise(abort, 'a lot follows its moves');
end;
create trigger points_debt_empty before insert on points_debt when new.owed <> 0 begin
  select raise(abort, 'a debt begins empty and follows its moves');
end;
create trigger points_debt_follows before update on points_debt
  when new.member_id <> old.member_id or new.owed <>
    -(select coalesce(sum(points), 0) from points_move where member_id = new.member_id and lot_id is null) begin
  select raise(abort, 'a debt follows its moves');
end;
create trigger points_lot_keep before delete on points_lot begin
  select raise(abort, 'lots are never deleted');
end;
create trigger points_debt_keep before delete on points_debt begin
  select raise(abort, 'debts are settled, never deleted');
end;

create table complaint (
  id text primary key not null,
  number integer not null unique check (number >= 1),
  member_id text references member (id) on delete restrict,
  purchase_id text references purchase (id) on delete restrict,
  object text not null check (object in ('goods', 'staff')),
  reason text not null check (reason in
    ('staff_attitude', 'staff_cashiering', 'staff_knowledge', 'goods_out_of_stock', 'goods_range', 'goods_price',
     'goods_spoiled', 'goods_price_tag', 'goods_packaging', 'environment_hygiene', 'environment_safety',
     'environment_aisle', 'operation_hours', 'operation_returns', 'operation_after_sales')),
  severity text not null check (severity in ('low', 'normal', 'high')),
  channel text not null check (channel in ('counter', 'phone', 'wechat', 'other')),
  what text not null check (what <> ''),
  wish text not null default '',
  state text not null check (state in ('open', 'responded', 'resolved', 'closed', 'reopened')),
  received_at integer not null,
  response_due_at integer not null,
  resolution_due_at integer not null,
  responded_at integer,
  resolved_at integer,
  closed_at integer,
  result text not null default '',
  cause text not null default '',
  measure text not null default '',
  staff_id text not null references staff (id) on delete restrict,
  check (state not in ('responded', 'resolved', 'closed') or responded_at is not null),
  check ((state in ('resolved', 'closed')) = (resolved_at is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (state not in ('resolved', 'closed') or result <> ''),
  check (state <> 'closed' or (cause <> '' and measure <> ''))
) strict;
create index complaint_member on complaint (member_id, state) where member_id is not null;
create index complaint_purchase on complaint (purchase_id) where purchase_id is not null;
create index complaint_open on complaint (state, response_due_at) where state <> 'closed';
create index complaint_received on complaint (received_at);
create index complaint_staff on complaint (staff_id);
create trigger complaint_keep before delete on complaint begin
  select raise(abort, 'complaints are never deleted');
end;

create table complaint_event (
  seq integer primary key autoincrement,
  id text not null unique,
  complaint_id text not null references complaint (id) on delete restrict,
  kind text not null check (kind in ('logged', 'note', 'responded', 'resolved', 'closed', 'reopened')),
  note text not null default '',
  due text not null default '[]' check (json_valid(due)),
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index complaint_event_complaint on complaint_event (complaint_id, seq);
create index complaint_event_staff on complaint_event (staff_id);

-- Which row of which source became what: the same file twice changes nothing. Freed when an import is undone.
create table import_key (
  kind text not null check (kind in ('member', 'purchase', 'opening')),
  key text not null,
  target_id text not null,
  batch_id text not null references import_batch (id) on delete restrict,
  primary key (kind, key)
) strict, without rowid;
create index import_key_batch on import_key (batch_id);

create table export_run (
  id text primary key not null,
  folder text not null,
  manifest text not null check (json_valid(manifest)),
  made_at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index export_run_staff on export_run (staff_id);

-- The counter's own view of a member: one narrow row, kept in the transaction of whatever changes it.
-- \`name_key\` is the folded name; \`pinyin\` and \`initials\` hold every reading, separated by spaces.
create table member_lookup (
  n integer primary key references member (n) on delete restrict,
  score integer not null check (score >= 0),
  points integer not null,
  next_lapse text,
  open_complaints integer not null,
  usable_coupons integer not null default 0,
  last_visit text,
  visits integer not null,
  phone text,
  phone_reversed text,
  name text not null,
  name_key text not null,
  pinyin text not null,
  initials text not null,
  card_no text,
  member_no text not null,
  tier text not null,
  joined_on text not null
) strict;
create index member_lookup_phone on member_lookup (phone) where phone is not null;
create index member_lookup_tail on member_lookup (phone_reversed) where phone_reversed is not null;
create index member_lookup_card on member_lookup (card_no) where card_no is not null;
create index member_lookup_member_no on member_lookup (member_no);
create index member_lookup_name on member_lookup (name_key) where name_key <> '';
create index member_lookup_score on member_lookup (score, n);
create index member_lookup_last_visit on member_lookup (last_visit, n);
create index member_lookup_joined on member_lookup (joined_on, n);
create index member_lookup_points on member_lookup (points, n);
create index member_lookup_visits on member_lookup (visits, n);
-- Each reading of a name, whole and of the given name alone, and its first letters; a search index, so without a foreign key of its own.
create table member_reading (
  reading text not null,
  n integer not null,
  primary key (reading, n)
) strict, without rowid;
-- Inner parts: phones in fours, names in ones and twos (as code points); rowid = member.n.
create virtual table member_grams using fts5 (grams, content='', contentless_delete=1, detail=none, tokenize='ascii');
${appendOnly(
  'rule_version',
  'consent_entry',
  'purchase',
  'purchase_line',
  'refund',
  'points_entry',
  'points_move',
  'complaint_event',
  'command_outcome',
)}
`,
} as const;

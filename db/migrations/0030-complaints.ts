import { appendOnly } from './append-only';

/**
 * Complaints to their full depth (rules "Complaints"): reasons that the owner edits, pauses, escalation,
 * compensation, photos, satisfaction, breaches kept, full-text search. A CHECK cannot be altered, so both
 * tables are written anew; the child goes first, for its references restrict.
 */
export const complaints = {
  version: 30,
  sql: `
create table complaint_next (
  id text primary key not null,
  number integer not null unique check (number >= 1),
  member_id text references member (id) on delete restrict,
  purchase_id text references purchase (id) on delete restrict,
  object text not null check (object in ('goods', 'staff')),
  reason_group text not null check (reason_group in ('staff', 'goods', 'environment', 'operation')),
  reason text not null check (reason <> ''),
  -- Which goods, or which member of staff, where somebody said so.
  product text not null default '' check (length(product) <= 60),
  about_staff_id text references staff (id) on delete restrict,
  severity text not null check (severity in ('low', 'normal', 'high')),
  channel text not null check (channel in ('counter', 'phone', 'wechat', 'other')),
  what text not null check (what <> ''),
  wish text not null default '',
  state text not null check (state in ('open', 'responded', 'resolved', 'closed', 'reopened')),
  received_at integer not null,
  business_date text not null check (business_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- Whether its clocks count store hours, as the rules of its version said.
  store_hours integer not null default 0 check (store_hours in (0, 1)),
  rule_version integer not null references rule_version (version) on delete restrict,
  response_due_at integer not null,
  resolution_due_at integer not null,
  -- Since then both clocks stand still: waiting for the customer.
  paused_at integer,
  -- The very first answer; \`responded_at\` is the one of the present round.
  first_responded_at integer,
  responded_at integer,
  resolved_at integer,
  closed_at integer,
  -- Once late, always late: set by the answer or the result that came too late.
  response_breached integer not null default 0 check (response_breached in (0, 1)),
  resolution_breached integer not null default 0 check (resolution_breached in (0, 1)),
  reopened integer not null default 0 check (reopened >= 0),
  escalated_to text references staff (id) on delete restrict,
  -- 1-5, asked at the end.
  satisfaction integer check (satisfaction between 1 and 5),
  result text not null default '',
  cause text not null default '',
  measure text not null default '',
  staff_id text not null references staff (id) on delete restrict,
  check (state not in ('responded', 'resolved', 'closed') or responded_at is not null),
  check (responded_at is null or first_responded_at is not null),
  check ((state in ('resolved', 'closed')) = (resolved_at is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check (state not in ('resolved', 'closed') or result <> ''),
  check (state <> 'closed' or (cause <> '' and measure <> '')),
  check (paused_at is null or state in ('open', 'responded', 'reopened'))
) strict;
-- The PC stands in the store, so its zone is the store's: SQLite knows no other. Whatever was late in an
-- earlier round stands in the timeline; the resolution clock was never moved until now.
insert into complaint_next (id, number, member_id, purchase_id, object, reason_group, reason, severity, channel, what, wish,
  state, received_at, business_date, rule_version, response_due_at, resolution_due_at, first_responded_at, responded_at,
  resolved_at, closed_at, response_breached, resolution_breached, reopened, result, cause, measure, staff_id)
select id, number, member_id, purchase_id, object, substr(reason, 1, instr(reason, '_') - 1), reason, severity, channel, what,
  wish, state, received_at, on_day,
  coalesce((select version from rule_version where effective_from <= on_day
    order by effective_from desc, version desc limit 1), (select min(version) from rule_version)),
  response_due_at, resolution_due_at,
  coalesce(first_at, responded_at), responded_at, resolved_at, closed_at,
  coalesce(responded_at > response_due_at, 0) or coalesce(first_at > first_due_at, 0),
  exists (select 1 from complaint_event e where e.complaint_id = complaint.id and e.kind = 'resolved'
    and e.at > complaint.resolution_due_at),
  (select count(*) from complaint_event e where e.complaint_id = complaint.id and e.kind = 'reopened'),
  result, cause, measure, staff_id
from (select complaint.*,
  date(received_at / 1000 - (select day_start_hour from store) * 3600, 'unixepoch', 'localtime') as on_day,
  (select min(at) from complaint_event e where e.complaint_id = complaint.id and e.kind in ('responded', 'resolved')) as first_at,
  (select due ->> '$[0].at' from complaint_event e where e.complaint_id = complaint.id and e.kind = 'logged') as first_due_at
  from complaint) as complaint;

create table complaint_event_next (
  seq integer primary key autoincrement,
  id text not null unique,
  complaint_id text not null references complaint_next (id) on delete restrict,
  kind text not null check (kind in ('logged', 'note', 'responded', 'resolved', 'closed', 'reopened', 'paused', 'resumed',
    'escalated', 'compensated', 'photo', 'satisfaction', 'corrected')),
  note text not null default '',
  due text not null default '[]' check (json_valid(due)),
  -- What the kind has to say beyond its note: worth and kind of a compensation, before and after of a correction.
  data text not null default '{}' check (json_valid(data)),
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
insert into complaint_event_next (seq, id, complaint_id, kind, note, due, at, staff_id)
select seq, id, complaint_id, kind, note, due, at, staff_id from complaint_event;

drop table complaint_event;
drop table complaint;
alter table complaint_next rename to complaint;
alter table complaint_event_next rename to complaint_event;

create index complaint_member on complaint (member_id, state) where member_id is not null;
create index complaint_purchase on complaint (purchase_id) where purchase_id is not null;
create index complaint_open on complaint (state, response_due_at) where state <> 'closed';
create index complaint_day on complaint (business_date);
-- Whatever narrows the archive, in the order in which it is shown: counting and paging read no complaint itself.
create index complaint_archive on complaint (number, business_date, state, object, reason_group, reason, severity,
  about_staff_id, paused_at, response_due_at, resolution_due_at, response_breached, resolution_breached);
create index complaint_staff on complaint (staff_id);
create index complaint_about_staff on complaint (about_staff_id) where about_staff_id is not null;
create index complaint_escalated on complaint (escalated_to) where escalated_to is not null;
create index complaint_rule on complaint (rule_version);
create trigger complaint_keep before delete on complaint begin
  select raise(abort, 'complaints are never deleted');
end;
create index complaint_event_complaint on complaint_event (complaint_id, seq);
create index complaint_event_staff on complaint_event (staff_id, kind, at);

-- A picture lies in the store's folder under its own hash, drawn anew so that it tells no place.
create table complaint_photo (
  id text primary key not null,
  complaint_id text not null references complaint (id) on delete restrict,
  sha256 text not null check (length(sha256) = 64),
  bytes integer not null check (bytes > 0),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  unique (complaint_id, sha256)
) strict;
create index complaint_photo_staff on complaint_photo (staff_id);

-- What was given for it. Worth counts against the day's allowance of whoever gave it (S80).
create table compensation (
  id text primary key not null,
  complaint_id text not null references complaint (id) on delete restrict,
  kind text not null check (kind in ('coupon', 'gift', 'points', 'refund')),
  coupon_id text references coupon (id) on delete restrict,
  points_entry_id text references points_entry (id) on delete restrict,
  -- The coupon's name, the gift, the number of points; money needs no name.
  what text not null check (what <> '' or kind = 'refund'),
  worth_fen integer not null check (worth_fen >= 0),
  business_date text not null,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index compensation_complaint on compensation (complaint_id);
create index compensation_coupon on compensation (coupon_id) where coupon_id is not null;
create index compensation_points on compensation (points_entry_id) where points_entry_id is not null;
create index compensation_staff on compensation (staff_id, business_date);

-- A warning is given once for each due time.
create table complaint_alert (
  complaint_id text not null references complaint (id) on delete restrict,
  clock text not null check (clock in ('response', 'resolution')),
  due_at integer not null,
  at integer not null,
  primary key (complaint_id, clock, due_at)
) strict, without rowid;

-- All that is said in a complaint, as domain/complaints/search-text cuts it; rowid = complaint.number. Phrases need positions (detail=full).
create virtual table complaint_text using fts5 (text, content='', contentless_delete=1, tokenize='ascii');
${appendOnly('complaint_event', 'complaint_photo', 'compensation', 'complaint_alert')}
`,
} as const;

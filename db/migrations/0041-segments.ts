/** Groups of members that the shop has named (S27). */
export const segments = {
  version: 41,
  sql: `
create table segment (
  id text primary key not null,
  name text not null check (length(name) between 1 and 40),
  rule text not null check (json_valid(rule)),
  -- Put away, not deleted: a campaign may have been for it.
  kept integer not null default 1 check (kept in (0, 1)),
  created_at integer not null,
  changed_at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create unique index segment_name on segment (name) where kept = 1;
create index segment_staff on segment (staff_id);
-- Whoever has a word leads to its members, and how often it is used is counted without reading them.
create index member_tag_tag on member_tag (tag);
create index event_guest_attended on event_guest (member_id) where state = 'attended';
create trigger segment_keep before delete on segment begin
  select raise(abort, 'segments are put away, never deleted');
end;

-- Something that is done for every member of a segment, an event or a rule, slice by slice (S27, S47).
create table care_round (
  seq integer primary key autoincrement,
  id text not null unique,
  kind text not null check (kind in ('by_hand', 'invitation')),
  -- For which members it was asked, as it was asked; null for those who were named one by one.
  rule text check (json_valid(rule)),
  segment_id text references segment (id) on delete restrict,
  event_id text references shop_event (id) on delete restrict,
  content text not null check (content in ('service', 'offer')),
  note text not null default '',
  due_on text not null check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  last_day text not null check (last_day >= due_on),
  -- 'running' is found only while it runs or after a crash: it goes on when the store opens.
  state text not null default 'running' check (state in ('running', 'done')),
  -- Whom it is for, fixed when it was asked for: member.n as whole numbers of four bytes, in their order.
  members blob not null check (length(members) % 4 = 0),
  -- So many of them have been come to, and how many tasks that made.
  done integer not null default 0 check (done >= 0 and done <= length(members) / 4),
  made integer not null default 0 check (made >= 0 and made <= done),
  -- Who got none, by the reason: a JSON object of counts.
  left_out text not null default '{}' check (json_valid(left_out)),
  rule_version integer not null references rule_version (version) on delete restrict,
  business_date text not null,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  check ((kind = 'invitation') = (event_id is not null))
) strict;
create index care_round_running on care_round (seq) where state = 'running';
create index care_round_segment on care_round (segment_id) where segment_id is not null;
create index care_round_event on care_round (event_id) where event_id is not null;
create index care_round_rule on care_round (rule_version);
create index care_round_staff on care_round (staff_id);
create trigger care_round_frozen before update of id, kind, rule, segment_id, event_id, content, note, due_on, last_day,
  members, rule_version, business_date, at, staff_id on care_round begin
  select raise(abort, 'what was asked for is never changed');
end;
create trigger care_round_keep before delete on care_round begin
  select raise(abort, 'rounds of care are never deleted');
end;
`,
} as const;

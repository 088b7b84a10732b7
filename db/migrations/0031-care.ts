import { appendOnly } from './append-only';

/** Care tasks, contacts and their outcomes, events with guests, plans (rules "Care tasks and contact budget"). */
export const care = {
  version: 31,
  sql: `
alter table daily_pass add column tasks integer not null default 0 check (tasks >= 0);

-- A tasting, a workshop, a test drive, a maintenance day (S47, S53).
create table shop_event (
  id text primary key not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('tasting', 'workshop', 'test_drive', 'maintenance_day', 'member_day', 'other')),
  held_on text not null check (held_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  starts_at integer check (starts_at between 0 and 1439),
  place text not null default '',
  -- Most guests; null = as many as come.
  places integer check (places >= 1),
  note text not null default '',
  state text not null default 'planned' check (state in ('planned', 'cancelled')),
  made_at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index shop_event_day on shop_event (held_on);
create index shop_event_staff on shop_event (staff_id);

create table event_guest (
  event_id text not null references shop_event (id) on delete restrict,
  member_id text not null references member (id) on delete restrict,
  state text not null check (state in ('invited', 'coming', 'declined', 'attended', 'absent')),
  changed_at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  primary key (event_id, member_id)
) strict, without rowid;
create index event_guest_member on event_guest (member_id);
create index event_guest_staff on event_guest (staff_id);

-- What a member's own things need every so many months (S53).
create table care_plan (
  id text primary key not null,
  member_id text not null references member (id) on delete restrict,
  what text not null check (length(what) between 1 and 120),
  every_months integer not null check (every_months between 1 and 60),
  first_on text not null check (first_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_at integer,
  made_at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index care_plan_member on care_plan (member_id);
create index care_plan_running on care_plan (first_on) where ended_at is null;
create index care_plan_staff on care_plan (staff_id);
create table care_task (
  seq integer primary key autoincrement,
  id text not null unique,
  member_id text not null references member (id) on delete restrict,
  kind text not null check (kind in ('first_purchase', 'birthday', 'anniversary', 'festival', 'complaint_follow_up', 'churn',
    'dormant', 'win_back', 'nurture', 'referral_thanks', 'invitation', 'plan', 'data_refresh', 'by_hand')),
  -- What it was made for: the same thing never makes two, whatever the clock does.
  occasion text not null check (occasion <> ''),
  content text not null check (content in ('service', 'offer')),
  due_on text not null check (due_on glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- After it the task is pointless.
  last_day text not null check (last_day >= due_on),
  -- Put off until then; \`due_on\` stays what it was.
  not_before text,
  state text not null default 'open' check (state in ('open', 'done', 'dropped', 'lapsed', 'control')),
  note text not null default '',
  purchase_id text references purchase (id) on delete restrict,
  complaint_id text references complaint (id) on delete restrict,
  event_id text references shop_event (id) on delete restrict,
  plan_id text references care_plan (id) on delete restrict,
  cause text check (cause in ('service_failure', 'need_changed', 'competitor')),
  churn_reason text check (churn_reason in ('died', 'moved', 'taste', 'friend', 'cheaper', 'product', 'indifference')),
  -- What is to be done to win them back, in somebody's words (S64).
  measure text not null default '',
  assigned_to text references staff (id) on delete restrict,
  -- The usual (median) days between two visits, as they were when a churn warning was made.
  usual_days integer check (usual_days >= 1),
  ended_at integer,
  ended_because text check (ended_because in ('by_hand', 'member_gone', 'came_back', 'bought', 'went_back', 'reopened',
    'birthday_changed', 'plan_ended', 'event_cancelled', 'died')),
  ended_words text not null default '',
  rule_version integer not null references rule_version (version) on delete restrict,
  made_on text not null,
  made_at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  unique (member_id, kind, occasion),
  check ((state in ('done', 'dropped', 'lapsed')) = (ended_at is not null)),
  check ((state = 'dropped') = (ended_because is not null))
) strict;
create index care_task_due on care_task (due_on) where state = 'open';
-- For what came of them, over a period.
create index care_task_period on care_task (due_on);
-- Nobody calls for a member who has died.
create index care_task_died on care_task (member_id) where churn_reason = 'died';
-- In the order in which they were made, for the morning's look at each of them.
create index care_task_open on care_task (seq) where state = 'open';
create index care_task_last_day on care_task (last_day) where state = 'open';
create index care_task_ended on care_task (ended_at) where ended_at is not null;
create index care_task_purchase on care_task (purchase_id) where purchase_id is not null;
create index care_task_complaint on care_task (complaint_id) where complaint_id is not null;
create index care_task_event on care_task (event_id) where event_id is not null;
create index care_task_plan on care_task (plan_id) where plan_id is not null;
create index care_task_assigned on care_task (assigned_to) where assigned_to is not null;
create index care_task_rule on care_task (rule_version);
create index care_task_staff on care_task (staff_id);
create trigger care_task_frozen before update of id, member_id, kind, occasion, content, due_on, last_day, purchase_id,
  complaint_id, event_id, plan_id, usual_days, rule_version, made_on, made_at, staff_id on care_task begin
  select raise(abort, 'what a task is for is never changed');
end;
create trigger care_task_keep before delete on care_task begin
  select raise(abort, 'tasks are never deleted');
end;

-- A list for a system that sends many messages at once (S97).
create table care_list (
  id text primary key not null,
  channel text not null check (channel in ('sms', 'wechat', 'wecom')),
  members integer not null check (members >= 1),
  business_date text not null,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index care_list_staff on care_list (staff_id);

-- Every time somebody speaks to a member, or a member to the shop (S66).
create table care_contact (
  seq integer primary key autoincrement,
  id text not null unique,
  member_id text not null references member (id) on delete restrict,
  task_id text references care_task (id) on delete restrict,
  list_id text references care_list (id) on delete restrict,
  direction text not null check (direction in ('out', 'in')),
  channel text not null check (channel in ('phone', 'sms', 'wechat', 'wecom', 'counter', 'app', 'mail', 'social')),
  content text not null check (content in ('service', 'offer')),
  -- Counts against the budget: what the shop began, away from the counter.
  counted integer not null check (counted in (0, 1)),
  -- WeChat was added with this contact, for the reason in \`text\` (S56).
  wechat_added integer not null default 0 check (wechat_added in (0, 1)),
  text text not null default '',
  -- The calendar month of the store that its budget belongs to: 'YYYY-MM'.
  month text not null check (month = substr(business_date, 1, 7)),
  business_date text not null check (business_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  at integer not null,
  rule_version integer not null references rule_version (version) on delete restrict,
  staff_id text not null references staff (id) on delete restrict,
  check (counted = 0 or direction = 'out')
) strict;
create index care_contact_member on care_contact (member_id, seq);
create index care_contact_task on care_contact (task_id) where task_id is not null;
create index care_contact_list on care_contact (list_id) where list_id is not null;
create index care_contact_date on care_contact (business_date);
create index care_contact_rule on care_contact (rule_version);
create index care_contact_staff on care_contact (staff_id);

-- What came of it; the last one counts, but what was not sent stays so.
create table care_outcome (
  seq integer primary key autoincrement,
  contact_id text not null references care_contact (id) on delete restrict,
  outcome text not null check (outcome in ('reached', 'no_answer', 'refused', 'wrong_number', 'done', 'not_sent')),
  note text not null default '',
  next_step text not null default '',
  next_on text,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index care_outcome_contact on care_outcome (contact_id, seq);
create index care_outcome_staff on care_outcome (staff_id);

-- A phone that reached somebody else: it is not used again, but the one that takes its place is.
create table wrong_phone (
  member_id text not null references member (id) on delete restrict,
  phone text not null,
  at integer not null,
  primary key (member_id, phone)
) strict, without rowid;

-- Where the morning finds its candidates.
create index member_valued on member (n) where tier <> 'regular';
create index complaint_resolved on complaint (resolved_at) where resolved_at is not null;

${appendOnly('care_contact', 'care_outcome', 'care_list')}
`,
} as const;

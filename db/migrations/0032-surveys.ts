import { appendOnly } from './append-only';

/** What customers say when asked, and what the shop changes because of it (S84-S88). */
export const surveys = {
  version: 32,
  sql: `
create table survey_answer (
  seq integer primary key autoincrement,
  id text not null unique,
  -- Null for somebody without a record.
  member_id text references member (id) on delete restrict,
  purchase_id text references purchase (id) on delete restrict,
  task_id text references care_task (id) on delete restrict,
  -- The complaint that was opened because of it.
  complaint_id text references complaint (id) on delete restrict,
  channel text not null check (channel in ('counter', 'display', 'phone', 'wechat')),
  satisfaction integer check (satisfaction between 1 and 5),
  recommend integer check (recommend between 0 and 10),
  note text not null default '',
  -- Who served; the person at the counter unless somebody says otherwise.
  served_by text not null references staff (id) on delete restrict,
  business_date text not null check (business_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  check (satisfaction is not null or recommend is not null)
) strict;
-- Counts are read from it alone, and a page comes in its order.
create index survey_answer_date on survey_answer (business_date, seq, satisfaction, recommend);
create index survey_answer_member on survey_answer (member_id, seq) where member_id is not null;
create index survey_answer_purchase on survey_answer (purchase_id) where purchase_id is not null;
create index survey_answer_task on survey_answer (task_id) where task_id is not null;
create index survey_answer_complaint on survey_answer (complaint_id) where complaint_id is not null;
create index survey_answer_served on survey_answer (served_by, business_date);
create index survey_answer_staff on survey_answer (staff_id);

create table survey_score (
  answer_id text not null references survey_answer (id) on delete restrict,
  dimension text not null check (dimension <> ''),
  score integer not null check (score between 1 and 5),
  -- That of its answer: what a dimension came to in a period is read from one index.
  business_date text not null,
  primary key (answer_id, dimension)
) strict, without rowid;
create index survey_score_dimension on survey_score (dimension, business_date, score);

-- All stays as it was said, but that the words go when a person is erased.
create trigger survey_answer_frozen before update of id, member_id, purchase_id, task_id, channel, satisfaction, recommend,
  served_by, business_date, at, staff_id on survey_answer begin
  select raise(abort, 'an answer is never changed');
end;
create trigger survey_answer_words before update of note on survey_answer when new.note <> '' begin
  select raise(abort, 'an answer is never changed');
end;
-- The complaint that a low score led to is known only afterwards, and is one.
create trigger survey_answer_linked before update of complaint_id on survey_answer when old.complaint_id is not null begin
  select raise(abort, 'an answer has led to one complaint');
end;
create trigger survey_answer_keep before delete on survey_answer begin
  select raise(abort, 'answers are never deleted');
end;

-- What was heard and what was changed (S84).
create table service_change (
  seq integer primary key autoincrement,
  id text not null unique,
  heard text not null check (heard <> ''),
  changed text not null check (changed <> ''),
  dimension text not null default '',
  since text not null check (since glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index service_change_staff on service_change (staff_id);

-- Reward, training and penalty notes of the ranking (S87).
create table staff_note (
  seq integer primary key autoincrement,
  id text not null unique,
  about_staff_id text not null references staff (id) on delete restrict,
  kind text not null check (kind in ('reward', 'training', 'penalty')),
  note text not null check (note <> ''),
  business_date text not null,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index staff_note_about on staff_note (about_staff_id, seq);
create index staff_note_staff on staff_note (staff_id);
${appendOnly('survey_score', 'service_change', 'staff_note')}
`,
} as const;

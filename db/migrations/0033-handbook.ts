import { appendOnly } from './append-only';

/** The handbook's own traces: self-checks of the six service levels (S89), checklists (S91), told successes (S67). */
export const handbook = {
  version: 33,
  sql: `
-- One self-check of one person: where they stand on each of the six levels, 0-3.
create table self_check (
  seq integer primary key autoincrement,
  id text not null unique,
  about_staff_id text not null references staff (id) on delete restrict,
  levels text not null check (json_valid(levels)),
  note text not null default '',
  business_date text not null,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index self_check_about on self_check (about_staff_id, seq);
create index self_check_staff on self_check (staff_id);

-- A checklist gone through: which of its items held.
create table checklist_run (
  seq integer primary key autoincrement,
  id text not null unique,
  checklist text not null check (checklist in ('standards', 'training', 'channels', 'evaluation')),
  held text not null check (json_valid(held)),
  note text not null default '',
  business_date text not null,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index checklist_run_checklist on checklist_run (checklist, seq);
create index checklist_run_staff on checklist_run (staff_id);

-- A success worth telling (S67); shared only if the member said so.
create table success_story (
  seq integer primary key autoincrement,
  id text not null unique,
  member_id text references member (id) on delete restrict,
  story text not null check (story <> ''),
  may_share integer not null check (may_share in (0, 1)),
  business_date text not null,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index success_story_member on success_story (member_id) where member_id is not null;
create index success_story_staff on success_story (staff_id);
${appendOnly('self_check', 'checklist_run', 'success_story')}
`,
} as const;

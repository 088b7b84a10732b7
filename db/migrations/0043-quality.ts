/** Records that looked like one person and are two: they are not proposed again (S31). Who is to be warned of, for the morning. */
export const quality = {
  version: 43,
  sql: `
create table told_apart (
  one_id text not null references member (id) on delete restrict,
  other_id text not null references member (id) on delete restrict,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  primary key (one_id, other_id),
  -- A pair has one row, whichever of the two was seen first.
  check (one_id < other_id)
) strict, without rowid;
create index told_apart_other on told_apart (other_id);
create index told_apart_staff on told_apart (staff_id);

-- In the order of their numbers, for the morning that makes a task for each of them (S18).
create index member_insight_leaving on member_insight (warned) where warned = 1;
`,
} as const;

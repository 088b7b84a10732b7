/** Merging two records of one person, with the way back. Source: rules "Lookup and member record". */
export const rights = {
  version: 52,
  sql: `
create table member_merge (
  id text primary key not null,
  from_id text not null references member (id) on delete restrict,
  into_id text not null references member (id) on delete restrict,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  undone_at integer,
  undone_by text references staff (id) on delete restrict,
  check (from_id <> into_id),
  check ((undone_at is null) = (undone_by is null))
) strict;
create index member_merge_from on member_merge (from_id);
create index member_merge_into on member_merge (into_id);
create index member_merge_staff on member_merge (staff_id);
create index member_merge_undone on member_merge (undone_by) where undone_by is not null;
`,
} as const;

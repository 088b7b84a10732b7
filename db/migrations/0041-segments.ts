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
create trigger segment_keep before delete on segment begin
  select raise(abort, 'segments are put away, never deleted');
end;
`,
} as const;

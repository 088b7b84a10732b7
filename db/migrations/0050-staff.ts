/**
 * Who may act: PINs, the owner's recovery code, the member that a person of the staff is themselves.
 * A hash says by which parameters it was made, so that they can be raised. Source: trust "People".
 */
export const staff = {
  version: 50,
  sql: `
alter table staff add column own_member_id text references member (id) on delete restrict;
create unique index staff_own_member on staff (own_member_id) where own_member_id is not null;

-- Failures are written before a PIN is compared: taking the power away does not buy another guess. How long
-- somebody waits after them is measured by main on a clock that nobody can set, so no instant stands here.
create table staff_pin (
  staff_id text primary key not null references staff (id) on delete restrict,
  hash text not null check (hash <> ''),
  set_at integer not null,
  failures integer not null default 0 check (failures >= 0)
) strict, without rowid;

create table recovery_code (
  only_row integer primary key check (only_row = 1),
  hash text not null check (hash <> ''),
  -- age recipient of the second medium's backups; its identity follows from the code itself.
  recipient text not null check (recipient <> ''),
  made_at integer not null
) strict;
`,
} as const;

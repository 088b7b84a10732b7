import { appendOnly } from './append-only';

/** The day close 日结: what was printed, with the head of the audit trail that it sealed. */
export const days = {
  version: 53,
  sql: `
create table day_close (
  id text primary key not null,
  business_date text not null check (business_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  -- A day may be closed again after a late entry; the paper says which one it is.
  round integer not null check (round >= 1),
  figures text not null check (json_valid(figures)),
  audit_seq integer not null references audit_entry (seq) on delete restrict,
  audit_hash text not null check (length(audit_hash) = 64),
  closed_at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  unique (business_date, round)
) strict;
create index day_close_audit on day_close (audit_seq);
create index day_close_staff on day_close (staff_id);
-- A day's coupons, whoever issued or used them.
create index coupon_event_date on coupon_event (business_date, kind);
${appendOnly('day_close')}
`,
} as const;

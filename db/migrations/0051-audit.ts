import { appendOnly } from './append-only';

/**
 * The audit trail: one entry for each act, each sealing the one before. What is personal in it stands
 * apart under its salted digest, so that it can be erased and the chain still be verified.
 */
export const audit = {
  version: 51,
  sql: `
create table audit_entry (
  seq integer primary key check (seq >= 1),
  at integer not null,
  business_date text not null,
  -- Null: Shuke itself.
  staff_id text references staff (id) on delete restrict,
  approver_id text references staff (id) on delete restrict,
  -- The channel, or what happened without one (\`clock.back\`, \`staff.wrong_pin\`).
  act text not null check (act <> ''),
  request_id text,
  -- Canonical JSON (RFC 8785): subjects, reason, before, after; no name, no phone, no free text of a person's own.
  body text not null check (json_valid(body)),
  personal_digest text,
  previous_hash text not null check (length(previous_hash) = 64),
  hash text not null check (length(hash) = 64)
) strict;
create index audit_entry_staff on audit_entry (staff_id, seq) where staff_id is not null;
create index audit_entry_approver on audit_entry (approver_id) where approver_id is not null;
create index audit_entry_act on audit_entry (act, seq, staff_id);
create index audit_entry_date on audit_entry (business_date, seq);
create trigger audit_entry_gapless before insert on audit_entry
  when new.seq <> 1 + coalesce((select max(seq) from audit_entry), 0)
    or new.previous_hash <> coalesce((select hash from audit_entry order by seq desc limit 1), new.previous_hash) begin
  select raise(abort, 'the audit trail has no gaps');
end;

-- Whom and what an entry is about; the same stands in its body.
create table audit_subject (
  kind text not null,
  id text not null,
  seq integer not null references audit_entry (seq) on delete restrict,
  primary key (kind, id, seq)
) strict, without rowid;
create index audit_subject_seq on audit_subject (seq);

-- Before and after of what is a person's own. It goes when the person is erased; its digest stays and says nothing.
create table audit_personal (
  seq integer primary key references audit_entry (seq) on delete restrict,
  member_id text not null references member (id) on delete restrict,
  salt text not null,
  body text not null check (json_valid(body))
) strict;
create index audit_personal_member on audit_personal (member_id);
create trigger audit_personal_no_update before update on audit_personal begin
  select raise(abort, 'audit_personal is append-only');
end;
create trigger audit_personal_keep before delete on audit_personal
  when (select state from member where id = old.member_id) <> 'erased' begin
  select raise(abort, 'what is personal in the audit trail goes with the person only');
end;
${appendOnly('audit_entry', 'audit_subject')}
`,
} as const;

import { appendOnly } from './append-only';

/**
 * What a row says of itself in a packet, by the number that rises with each new row of its table. Only what
 * a packet carries is watched, and only rows that have gone out with one: a sale writes new rows, so it pays nothing.
 */
interface Watched {
  readonly kind: string;
  readonly table: string;
  readonly number: string;
  readonly columns: readonly string[];
}

const WATCHED: readonly Watched[] = [
  {
    kind: 'member',
    table: 'member',
    number: 'n',
    columns: [
      ...['state', 'tier', 'source', 'joined_on', 'gender', 'birth_year', 'birth_month', 'birth_day'],
      ...['name', 'phone'],
    ],
  },
  // Ledgers stay as they are, but a merge moves them from one record of a person to the other.
  { kind: 'purchase', table: 'purchase', number: 'seq', columns: ['member_id'] },
  { kind: 'refund', table: 'refund', number: 'seq', columns: ['member_id'] },
  { kind: 'points', table: 'points_entry', number: 'seq', columns: ['member_id'] },
  {
    kind: 'complaint',
    table: 'complaint',
    number: 'number',
    columns: [
      ...['reason_group', 'severity', 'state', 'response_due_at', 'resolution_due_at', 'first_responded_at'],
      ...['resolved_at', 'paused_at', 'response_breached', 'resolution_breached', 'satisfaction'],
    ],
  },
  { kind: 'coupon', table: 'coupon', number: 'seq', columns: ['member_id', 'state'] },
];

const KINDS = WATCHED.map(({ kind }) => `'${kind}'`).join(', ');

/** Deleted and written anew rather than replaced: the conflict clause of whoever fires the trigger would rule it. */
const noted = (kind: string, number: string): string => `
  delete from hq_change where kind = '${kind}' and n = ${number};
  insert into hq_change (kind, n) values ('${kind}', ${number});`;

const isOut = (kind: string, number: string): string =>
  `${number} <= (select upto from hq_mark where kind = '${kind}')`;

const changed = ({ kind, table, number, columns }: Watched): string => `
create trigger hq_${table}_changed after update of ${columns.join(', ')} on ${table}
when ${isOut(kind, `new.${number}`)} and (${columns.map((name) => `new.${name} is not old.${name}`).join(' or ')}) begin
${noted(kind, `new.${number}`)}
end;`;

/** The class of a member is of the last run of insight, and goes with the member. */
const classed = (event: string, row: 'new' | 'old', besides = ''): string => `
create trigger hq_class_${event} after ${event}${event === 'update' ? ' of class' : ''} on member_insight
when ${isOut('member', `${row}.n`)}${besides} begin
${noted('member', `${row}.n`)}
end;`;

/** Reporting to head office 总部: this store's key, what has gone out, what must go out again. Source: exchange, "Packet". */
export const headOffice = {
  version: 60,
  sql: `
create table hq_setup (
  only_row integer primary key check (only_row = 1),
  -- As head office has handed it out.
  card text not null check (json_valid(card)),
  region text not null check (length(region) <= 40),
  schedule text not null check (json_valid(schedule)),
  -- 0 pseudonymous, 1 masked, 2 full; why it is more than nothing.
  personal integer not null check (personal between 0 and 2),
  reason text not null check (length(reason) <= 200),
  remind_days integer not null check (remind_days between 1 and 90),
  -- Where packets were written last.
  folder text,
  since integer not null,
  staff_id text not null references staff (id) on delete restrict,
  check (personal = 0 or reason <> '')
) strict;
create index hq_setup_staff on hq_setup (staff_id);

-- Outlives the set-up: who begins again is the same store to head office. Only a backup may hold a copy of it.
create table hq_key (
  only_row integer primary key check (only_row = 1),
  private_key text not null,
  public_key text not null,
  made_at integer not null
) strict;

-- Up to which row of each table a packet was ever made of; never lowered.
create table hq_mark (
  kind text primary key not null check (kind in (${KINDS})),
  upto integer not null check (upto >= 0)
) strict, without rowid;
insert into hq_mark (kind, upto) values ${WATCHED.map(({ kind }) => `('${kind}', 0)`).join(', ')};

-- Rows at or below the mark that have changed since: each once, at the end of the line.
create table hq_change (
  seq integer primary key autoincrement,
  kind text not null check (kind in (${KINDS})),
  n integer not null,
  unique (kind, n)
) strict;
${WATCHED.map(changed).join('')}
${classed('insert', 'new')}${classed('update', 'new', ' and new.class <> old.class')}${classed('delete', 'old')}

create table hq_packet (
  made integer primary key autoincrement,
  epoch text not null check (length(epoch) = 6),
  sequence integer not null check (sequence >= 1),
  kind text not null check (kind in ('full', 'delta')),
  epoch_started_at integer not null,
  -- The packet that the epoch follows after a restore; null in the first epoch of a store.
  parent text check (parent is null or json_valid(parent)),
  first_entry integer not null check (first_entry >= 1),
  last_entry integer not null check (last_entry >= first_entry - 1),
  -- Up to which row of each table the packets of this epoch have come with it.
  marks text not null check (json_valid(marks)),
  rows text not null check (json_valid(rows)),
  personal integer not null check (personal between 0 and 2),
  -- Whom it is encrypted to.
  recipient text not null,
  file_name text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null check (length(sha256) = 64),
  manifest_hash text not null check (length(manifest_hash) = 64),
  made_at integer not null,
  written_at integer,
  written_folder text,
  acked_at integer,
  -- 1: head office says that it has not got it.
  asked_again integer not null default 0 check (asked_again in (0, 1)),
  unique (epoch, sequence),
  check ((written_at is null) = (written_folder is null))
) strict;
create trigger hq_packet_frozen before update of made, epoch, sequence, kind, epoch_started_at, parent, first_entry, last_entry,
  marks, rows, personal, recipient, file_name, bytes, sha256, manifest_hash, made_at on hq_packet begin
  select raise(abort, 'a packet is never changed');
end;
create trigger hq_packet_keep before delete on hq_packet begin
  select raise(abort, 'packets are never forgotten');
end;

-- What head office has answered, as its signed file says.
create table hq_ack (
  seq integer primary key autoincrement,
  document text not null check (json_valid(document)),
  at integer not null,
  taken_at integer not null
) strict;
${appendOnly('hq_ack')}

-- Rules that head office has sent, and what the owner said to them.
create table hq_rules (
  id text primary key not null,
  document text not null check (json_valid(document)),
  received_at integer not null,
  state text not null check (state in ('waiting', 'accepted', 'refused')),
  answered_at integer,
  answered_by text references staff (id) on delete restrict,
  reason text not null default '',
  rule_version integer references rule_version (version) on delete restrict,
  check ((state = 'waiting') = (answered_at is null)),
  check ((answered_at is null) = (answered_by is null)),
  check (state = 'accepted' or rule_version is null)
) strict;
create index hq_rules_staff on hq_rules (answered_by) where answered_by is not null;
create index hq_rules_version on hq_rules (rule_version) where rule_version is not null;
create trigger hq_rules_frozen before update of id, document, received_at on hq_rules begin
  select raise(abort, 'what head office has sent is never changed');
end;
create trigger hq_rules_answered before update on hq_rules when old.state <> 'waiting' begin
  select raise(abort, 'rules are answered once');
end;
create trigger hq_rules_keep before delete on hq_rules begin
  select raise(abort, 'rules of head office are answered, never deleted');
end;
`,
} as const;

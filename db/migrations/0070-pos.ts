import { appendOnly } from './append-only';

/** Sales that the till writes into a folder 收银导入: the folder, its files, and every receipt once. Source: rules "Purchases". */
export const pos = {
  version: 70,
  sql: `
create table pos_source (
  only_row integer primary key check (only_row = 1),
  name text not null check (length(name) between 1 and 40),
  folder text not null,
  pattern text not null check (length(pattern) between 1 and 80),
  reading text not null check (json_valid(reading)),
  -- Receipts of before this day are passed by.
  from_date text not null check (from_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  still_seconds integer not null check (still_seconds between 1 and 600),
  marker text not null check (marker in ('none', 'ok', 'done')),
  -- 1: the till goes on writing to the same file all day.
  grows integer not null check (grows in (0, 1)),
  paused integer not null default 0 check (paused in (0, 1)),
  since integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict;
create index pos_source_staff on pos_source (staff_id);

create table pos_file (
  seq integer primary key autoincrement,
  id text not null unique,
  name text not null,
  bytes integer not null check (bytes >= 0),
  modified_at integer not null,
  sha256 text check (length(sha256) = 64),
  -- Null while it is read: after a crash it is read again, and its row goes on.
  read_at integer,
  business_date text,
  failure text,
  counts text not null check (json_valid(counts)),
  place text not null default 'left' check (place in ('left', 'done', 'refused')),
  -- Under which name it was moved there.
  moved_name text,
  check ((read_at is null) = (business_date is null)),
  check ((place = 'left') = (moved_name is null))
) strict;
create index pos_file_name on pos_file (name);
create index pos_file_day on pos_file (business_date) where business_date is not null;
create trigger pos_file_keep before delete on pos_file begin
  select raise(abort, 'files of the till are never forgotten');
end;

-- A refused receipt; nothing in it says whose it is.
create table pos_refused (
  file_id text not null references pos_file (id) on delete restrict,
  line integer not null check (line >= 0),
  receipt_no text not null check (length(receipt_no) <= 40),
  why text not null,
  booked_fen integer,
  told_fen integer,
  primary key (file_id, line)
) strict, without rowid;

-- What the till has said of a receipt, once; \`receipt\` guards that it is booked once.
create table pos_receipt (
  id text primary key not null,
  business_date text not null check (business_date glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  receipt_no text not null check (length(receipt_no) between 1 and 40),
  bought_at integer not null,
  told_fen integer not null check (told_fen > 0),
  -- Refunded at the till while nobody's.
  back_fen integer not null default 0 check (back_fen between 0 and told_fen),
  -- As far as it may still be booked.
  items text not null default '[]' check (json_valid(items)),
  state text not null check (state in ('waiting', 'booked', 'by_hand', 'dismissed')),
  why text check ((why is not null) = (state = 'waiting')),
  -- A bill recorded by hand that may be the same.
  maybe_id text references purchase (id) on delete restrict,
  purchase_id text unique references purchase (id) on delete restrict,
  file_id text not null references pos_file (id) on delete restrict,
  unique (business_date, receipt_no),
  check ((purchase_id is not null) = (state in ('booked', 'by_hand')))
) strict;
create index pos_receipt_waiting on pos_receipt (business_date, receipt_no) where state = 'waiting';
create index pos_receipt_no on pos_receipt (receipt_no);
create index pos_receipt_maybe on pos_receipt (maybe_id) where maybe_id is not null;
create index pos_receipt_file on pos_receipt (file_id);
create trigger pos_receipt_frozen before update of id, business_date, receipt_no, bought_at, told_fen on pos_receipt begin
  select raise(abort, 'what the till has said is never changed');
end;
create trigger pos_receipt_settled before update on pos_receipt when old.state <> 'waiting' begin
  select raise(abort, 'a receipt of the till is settled once');
end;
create trigger pos_receipt_keep before delete on pos_receipt begin
  select raise(abort, 'receipts of the till are never forgotten');
end;

-- A refund row of the till, once.
create table pos_refund (
  key text primary key not null,
  business_date text not null,
  receipt_no text not null,
  amount_fen integer not null check (amount_fen > 0),
  -- Null while its receipt is nobody's, and where it had been refunded by hand.
  refund_id text unique references refund (id) on delete restrict,
  -- The bill it is of; null while its receipt is nobody's.
  purchase_id text references purchase (id) on delete restrict,
  file_id text not null references pos_file (id) on delete restrict
) strict, without rowid;
create index pos_refund_purchase on pos_refund (purchase_id) where purchase_id is not null;
create index pos_refund_file on pos_refund (file_id);
${appendOnly('pos_refund')}
`,
} as const;

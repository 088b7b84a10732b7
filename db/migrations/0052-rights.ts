/**
 * A ledger row stays as it was written, with two exceptions: while a merge is open its member may become
 * the other one of the two, and once the member is erased their words may go. Nothing else ever changes.
 */
const frozen = (table: string, ...columns: readonly string[]): string => `
drop trigger ${table}_no_update;
create trigger ${table}_no_update before update of ${columns.join(', ')} on ${table} begin
  select raise(abort, '${table} is append-only');
end;`;

/** Only a merge that is not taken back moves a row, and only between its two members. */
const moves = (table: string): string => `
create trigger ${table}_moves before update of member_id on ${table} when not exists (
  select 1 from member_merge g where g.undone_at is null
    and ((g.from_id = old.member_id and g.into_id = new.member_id) or (g.from_id = new.member_id and g.into_id = old.member_id))) begin
  select raise(abort, 'what is a member''s own moves with a merge only');
end;`;

/** A column of a person's words becomes \`blank\`, once they are erased. \`member\`: whose the old row is, in SQL. */
const words = (table: string, column: string, member: string, blank = "''"): string => `
create trigger ${table}_${column}_words before update of ${column} on ${table}
  when new.${column} <> ${blank} or coalesce((select state from member where id = ${member}), '') <> 'erased' begin
  select raise(abort, 'words go with the person only');
end;`;

const OF_COUPON = '(select member_id from coupon where id = old.coupon_id)';
const OF_CONTACT = '(select member_id from care_contact where id = old.contact_id)';
const OF_COMPLAINT = '(select member_id from complaint where id = old.complaint_id)';

/**
 * Rights of the person: merging two records of one person with the way back, and erasing them. A text that may
 * not be empty becomes a dash. Source: rules "Lookup and member record", trust "People".
 */
export const rights = {
  version: 52,
  sql: `
create table member_merge (
  id text primary key not null,
  from_id text not null references member (id) on delete restrict,
  into_id text not null references member (id) on delete restrict,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  -- Fields of the surviving record as they were and as the merge left them; empty once the person is erased.
  before text not null default '{}' check (json_valid(before)),
  after text not null default '{}' check (json_valid(after)),
  -- Where the ledgers ended: what came later is no part of it.
  points_seq integer not null,
  tier_seq integer not null,
  undone_at integer,
  undone_by text references staff (id) on delete restrict,
  check (from_id <> into_id),
  check ((undone_at is null) = (undone_by is null))
) strict;
create index member_merge_from on member_merge (from_id);
create index member_merge_into on member_merge (into_id);
create index member_merge_staff on member_merge (staff_id);
create index member_merge_undone on member_merge (undone_by) where undone_by is not null;
-- A record is merged away once at a time.
create unique index member_merge_open on member_merge (from_id) where undone_at is null;
create trigger member_merge_frozen before update of id, from_id, into_id, at, staff_id, points_seq, tier_seq on member_merge begin
  select raise(abort, 'a merge is never changed');
end;
create trigger member_merge_keep before delete on member_merge begin
  select raise(abort, 'merges are undone, never deleted');
end;

-- The old card of a record that was merged away leads to the one that is left.
create index member_void_card on member (card_no) where card_no is not null and state = 'void';
create index member_void_external on member (external_id) where external_id is not null and state = 'void';

-- Which rows a merge has moved: the table's own key of each, as text.
create table member_merge_row (
  merge_id text not null references member_merge (id) on delete restrict,
  place text not null,
  key text not null,
  primary key (merge_id, place, key)
) strict, without rowid;

-- Who was erased; what is still to be cleaned up after the commit, and then nothing any more.
create table member_erasure (
  member_id text primary key not null references member (id) on delete restrict,
  at integer not null,
  staff_id text not null references staff (id) on delete restrict,
  -- Words to look for in files of refused rows, and pictures to delete; null once that is done.
  leftovers text check (leftovers is null or json_valid(leftovers)),
  -- When no trace was left in the store's files.
  cleaned_at integer
) strict, without rowid;
create index member_erasure_staff on member_erasure (staff_id);
create index member_erasure_unclean on member_erasure (member_id) where cleaned_at is null;
${frozen('consent_entry', 'seq', 'id', 'purpose', 'action', 'text_version', 'channel', 'staff_id', 'at')}
${moves('consent_entry')}
${frozen(
  'purchase',
  ...['seq', 'id', 'receipt_no', 'total_fen', 'points_redeemed', 'points_worth_fen', 'paid_fen'],
  ...['earning_base_fen', 'points_earned', 'rule_version', 'bought_at', 'business_date', 'staff_id'],
  ...['import_id', 'recorded_at', 'discount_fen', 'account'],
)}
${moves('purchase')}
${frozen(
  'refund',
  ...[
    'seq',
    'id',
    'purchase_id',
    'kind',
    'amount_fen',
    'money_back_fen',
    'reduced_by_fen',
    'points_worth_fen',
  ],
  ...['refunded_at', 'business_date', 'staff_id'],
)}
${moves('refund')}
${words('refund', 'reason', 'old.member_id')}
${frozen(
  'points_entry',
  ...['seq', 'id', 'kind', 'points', 'purchase_id', 'refund_id', 'reverses_id', 'rule_version', 'at'],
  ...['business_date', 'staff_id', 'import_id'],
)}
${moves('points_entry')}
${words('points_entry', 'reason', 'old.member_id')}
${frozen('points_move', 'seq', 'entry_id', 'lot_id', 'points')}
${moves('points_move')}
drop trigger points_lot_frozen;
create trigger points_lot_frozen before update of id, entry_id, points, earned_on, last_day, revives_id on points_lot begin
  select raise(abort, 'lots are never changed');
end;
${moves('points_lot')}
${frozen(
  'tier_change',
  ...['seq', 'id', 'member_id', 'kind', 'from_tier', 'to_tier', 'from_since', 'from_until', 'since', 'until'],
  ...[
    'fixed',
    'money_fen',
    'visits',
    'purchase_id',
    'refund_id',
    'rule_version',
    'business_date',
    'at',
    'staff_id',
  ],
)}
${words('tier_change', 'reason', 'old.member_id', "iif(old.kind = 'by_hand', '—', '')")}
drop trigger coupon_frozen;
create trigger coupon_frozen before update of id, code, template_id, trigger, occasion, name, kind, off_fen,
  percent_off, cap_fen, item, cost_fen, threshold_fen, stacks, first_day, last_day, blackout, issued_by_sale, batch_id,
  rule_version, business_date, issued_at, staff_id on coupon begin
  select raise(abort, 'the terms of a coupon are never changed');
end;
${moves('coupon')}
${words('coupon', 'reason', 'old.member_id')}
${frozen('coupon_event', 'seq', 'coupon_id', 'kind', 'purchase_id', 'refund_id', 'business_date', 'at', 'staff_id')}
${words('coupon_event', 'reason', OF_COUPON)}
${frozen('coupon_batch_member', 'batch_id')}
${moves('coupon_batch_member')}
${frozen('complaint_event', 'seq', 'id', 'complaint_id', 'kind', 'due', 'data', 'at', 'staff_id')}
${words('complaint_event', 'note', OF_COMPLAINT)}
drop trigger complaint_photo_no_delete;
create trigger complaint_photo_keep before delete on complaint_photo
  when coalesce((select state from member where id = ${OF_COMPLAINT}), '') <> 'erased' begin
  select raise(abort, 'pictures go with the person only');
end;
drop trigger care_task_frozen;
create trigger care_task_frozen before update of id, kind, occasion, content, due_on, last_day, purchase_id,
  complaint_id, event_id, plan_id, usual_days, rule_version, made_on, made_at, staff_id on care_task begin
  select raise(abort, 'what a task is for is never changed');
end;
${moves('care_task')}
${frozen(
  'care_contact',
  ...[
    'seq',
    'id',
    'task_id',
    'list_id',
    'direction',
    'channel',
    'content',
    'counted',
    'wechat_added',
    'month',
  ],
  ...['business_date', 'at', 'rule_version', 'staff_id'],
)}
${moves('care_contact')}
${words('care_contact', 'text', 'old.member_id')}
${frozen('care_outcome', 'seq', 'contact_id', 'outcome', 'next_on', 'at', 'staff_id')}
${words('care_outcome', 'note', OF_CONTACT)}
${words('care_outcome', 'next_step', OF_CONTACT)}
drop trigger survey_answer_frozen;
create trigger survey_answer_frozen before update of id, purchase_id, task_id, channel, satisfaction, recommend,
  served_by, business_date, at, staff_id on survey_answer begin
  select raise(abort, 'an answer is never changed');
end;
${moves('survey_answer')}
drop trigger survey_answer_words;
${words('survey_answer', 'note', 'old.member_id')}
${frozen('success_story', 'seq', 'id', 'business_date', 'at', 'staff_id')}
${moves('success_story')}
${words('success_story', 'story', 'old.member_id', "'—'")}
${words('success_story', 'may_share', 'old.member_id', '0')}
`,
} as const;

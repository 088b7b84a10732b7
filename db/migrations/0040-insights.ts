/**
 * One of several words. Told with `or`: a list of more than two in a CHECK is made into a table anew for every
 * row, which was four tenths of the time of writing a million of them.
 */
const oneOf = (column: string, ...words: readonly string[]): string =>
  `check (${words.map((word) => `${column} = '${word}'`).join(' or ')})`;

/**
 * Who the members are and what they are worth. All of it is computed from the ledgers and may be thrown away
 * and made again: `member_history` follows purchases and refunds by two watermarks, `member_insight` and
 * `insight_finding` are those of the last run.
 */
export const insights = {
  version: 40,
  sql: `
-- One row per member who ever bought, so that insight over millions of bills need not read them.
create table member_history (
  n integer primary key references member (n) on delete restrict,
  -- Entries are added, never changed: what a bill was, and what of it went back (see db/insights/history.ts).
  log text not null
) strict;
-- Up to which row of each ledger the histories have come.
create table history_mark (
  only_row integer primary key check (only_row = 1),
  purchase_seq integer not null,
  refund_seq integer not null
) strict;
insert into history_mark values (1, 0, 0);

create table member_insight (
  n integer primary key references member (n) on delete restrict,
  class text not null ${oneOf('class', 'A', 'B', 'C', 'D')},
  -- A week earlier; null for who was no member then.
  class_before text ${oneOf('class_before', 'A', 'B', 'C', 'D')},
  -- Class D, offered something, silent for 30 days more (S05).
  excluded integer not null check (excluded in (0, 1)),
  recency_score integer check (recency_score between 1 and 5),
  frequency_score integer check (frequency_score between 1 and 5),
  money_score integer check (money_score between 1 and 5),
  rfm_group text ${oneOf(
    'rfm_group',
    'important_value',
    'important_develop',
    'important_keep',
    'important_win_back',
    'general_value',
    'general_develop',
    'general_keep',
    'general_win_back',
  )},
  value text not null ${oneOf('value', 'high', 'middle', 'low')},
  stage text not null ${oneOf('stage', 'attract', 'convert', 'retain', 'develop', 'lost')},
  -- Bits: 1 loyalty, 2 buying power, 4 referral, 8 participation (S12).
  traits integer not null check (traits between 0 and 15),
  cluster integer check (cluster >= 0),
  first_on text,
  last_on text,
  bills integer not null check (bills >= 0),
  spent_fen integer not null,
  year_bills integer not null check (year_bills >= 0),
  year_fen integer not null,
  -- Median days between visits; null below four of them.
  usual_gap integer check (usual_gap >= 1),
  -- Of 1,000: that they will come again (BG/NBD); null where there is no model.
  alive integer check (alive between 0 and 1000),
  -- What 12 months should bring: purchases in thousandths, money discounted.
  expected_milli integer check (expected_milli >= 0),
  expected_fen integer check (expected_fen >= 0),
  -- Valuable and about to leave (S18).
  warned integer not null check (warned in (0, 1)),
  -- Members they brought who bought (S38).
  referrals integer not null check (referrals >= 0)
) strict;
-- Views and segments count along the lookup: indexes of words that thousands share would only make a run dearer.
create index member_insight_warned on member_insight (expected_fen) where warned = 1;

-- The run that all of it is of; one row, once there was one.
create table insight_run (
  only_row integer primary key check (only_row = 1),
  as_of text not null check (as_of glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  rule_version integer not null references rule_version (version) on delete restrict,
  members integer not null,
  repeat_buyers integer not null,
  -- Where the histories stood: what came after is not in it.
  purchase_seq integer not null,
  refund_seq integer not null,
  -- How its JSON is to be read; another one is computed anew.
  format integer not null,
  took_ms integer not null,
  made_at integer not null,
  -- 0 while the rows of members are partly of a later run: one is writing, or was interrupted and is to be made again.
  whole integer not null check (whole in (0, 1))
) strict;
create index insight_run_rule on insight_run (rule_version);
create table insight_finding (
  name text primary key not null,
  finding text not null check (json_valid(finding))
) strict, without rowid;
`,
} as const;

/** What a member may tell of themselves beyond a name (S10, S11, S33): optional, only with their consent. */
export const profile = {
  version: 42,
  sql: `
create table member_profile (
  member_id text primary key not null references member (id) on delete restrict,
  occupation text not null default '' check (length(occupation) <= 40),
  income text check (income in ('low', 'middle', 'high')),
  education text check (education in ('school', 'college', 'university')),
  price_sensitivity text check (price_sensitivity in ('low', 'middle', 'high')),
  -- What they look for, as a JSON list of 'product', 'service', 'emotional'.
  needs text not null default '[]' check (json_valid(needs)),
  updated_at integer not null,
  staff_id text not null references staff (id) on delete restrict
) strict, without rowid;
create index member_profile_staff on member_profile (staff_id);

-- Interests, values, way of life, in the shop's own words (S11).
create table member_interest (
  member_id text not null references member (id) on delete restrict,
  interest text not null check (length(interest) between 1 and 16),
  position integer not null,
  primary key (member_id, interest)
) strict, without rowid;
create index member_interest_interest on member_interest (interest);
`,
} as const;

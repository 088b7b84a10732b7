import { type ListOrder, memberPage, recentMembers } from '@db/members/lists';
import { figuresSql } from '@db/members/lookup-figures';
import { CANDIDATES, type CandidateKind } from '@db/members/lookup-plan';
import { rebuildLookup } from '@db/members/lookup-rows';
import { LOOKUP_SQL } from '@db/members/lookup-statements';
import { consentsOf, knownBeside, memberCard } from '@db/members/queries';
import { readIdentity } from '@domain/members/sign-up';
import { Refusal } from '@domain/refusal';
import { businessDate, instant } from '@domain/units';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crowd, insertBills, insertMembers, visits } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');
let store: StoreFile;
let someone: string;
beforeAll(() => {
  store = aStoreFile();
  const ids = insertMembers(store.raw, crowd(2000));
  someone = ids[0] ?? '';
  insertBills(store.raw, visits(ids, 4000, TODAY));
  rebuildLookup(store.raw, TODAY);
  store.raw.exec('analyze'); // the planner must not be led astray by what it knows either
});
afterAll(() => store.close());

const planOf = (sql: string) =>
  store.raw
    .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
    .all(...Array.from(sql.matchAll(/\?/g), () => 1))
    .map((step) => step.detail)
    .join('\n');

test.each<[CandidateKind, RegExp[]]>([
  ['phoneIs', [/COVERING INDEX member_lookup_phone /]],
  ['phone', [/COVERING INDEX member_lookup_phone /]],
  ['phoneTail', [/COVERING INDEX member_lookup_tail /]],
  ['card', [/COVERING INDEX member_lookup_card /]],
  ['coupon', [/SEARCH c USING INDEX \w+ \(code=\?\)/, /SEARCH m USING .*INDEX \w+ \(id=\?\)/]],
  ['nameIs', [/COVERING INDEX member_lookup_name /]],
  ['name', [/COVERING INDEX member_lookup_name /]],
  ['readingIs', [/SEARCH member_reading USING PRIMARY KEY \(reading=\?\)/]],
  ['reading', [/SEARCH member_reading USING PRIMARY KEY \(reading>\? AND reading<\?\)/]],
  ['part', [/member_grams VIRTUAL TABLE INDEX/]],
  [
    'numbered',
    [
      /member_lookup_card \(card_no=\?\)/,
      /member_lookup_member_no \(member_no=\?\)/,
      /member_external \(external_id=\?\)/,
      /member_void_card \(card_no=\?\)/,
      /member_void_external \(external_id=\?\)/,
    ],
  ],
])('candidates by %s come from the index made for them', (kind, indexes) => {
  const plan = planOf(`${CANDIDATES[kind]} limit +?`);
  for (const index of indexes) expect(plan).toMatch(index);
  expect(plan).not.toMatch(/SCAN (l|m|member\w*)( |$)(?!VIRTUAL)/m);
});

test('the ranking is followed along its index, and scores are read from it alone', () => {
  expect(planOf(LOOKUP_SQL.ranking)).toMatch(/SEARCH l USING INDEX member_lookup_score/);
  expect(planOf(LOOKUP_SQL.scores)).toMatch(/USING COVERING INDEX member_lookup_score/);
  for (const sql of [LOOKUP_SQL.ranking, LOOKUP_SQL.scores]) expect(planOf(sql)).not.toMatch(/TEMP B-TREE/);
});

test('twenty rows are twenty steps', () => {
  for (const sql of [LOOKUP_SQL.hits, LOOKUP_SQL.searchable, LOOKUP_SQL.scoresOf]) {
    expect(planOf(sql)).toMatch(/SEARCH l USING INTEGER PRIMARY KEY/);
  }
  expect(planOf(LOOKUP_SQL.followed)).toMatch(/SEARCH m USING .*INDEX sqlite_autoindex_member_1 \(id=\?\)/);
});

test('a member’s figures read that member’s rows and no others', () => {
  const plan = planOf(figuresSql('id'));
  expect(plan).toMatch(/SEARCH m USING INDEX sqlite_autoindex_member_1 \(id=\?\)/);
  expect(plan).toMatch(/purchase_member \(member_id=\?/);
  expect(plan).toMatch(/points_lot_open \(member_id=\?/);
  expect(plan).toMatch(/COVERING INDEX coupon_member \(member_id=\? AND state=\? AND last_day>\?\)/);
  expect(plan).not.toMatch(/SCAN (m|p|b|r|last|points_lot|complaint|coupon)( |$)/m);
});

test.each<[ListOrder, string]>([
  ['last_visit', 'member_lookup_last_visit'],
  ['joined', 'member_lookup_joined'],
  ['points', 'member_lookup_points'],
  ['visits', 'member_lookup_visits'],
])('the list by %s is a walk along %s', async (order, index) => {
  const plan = await plansOf(store, (db) => memberPage(db, { order, offset: 40, limit: 20 }, TODAY));
  expect(plan).toContain(`SCAN member_lookup USING COVERING INDEX ${index}`);
});

test('the card and the counter’s left column scan nothing', async () => {
  const at = { today: TODAY, now: instant(0) };
  const plan = await plansOf(store, async (db) => {
    await memberCard(db, someone, at);
    await recentMembers(db, TODAY);
    await consentsOf(db, someone);
  });
  expect(plan).toMatch(/purchase_date \(business_date=\?/);
  expect(plan).not.toMatch(
    /SCAN (member|purchase|purchase_line|refund|p|line|l|m|points_lot|complaint|consent_entry|member_tag)( |$)/m,
  );
});

test('who is already there is asked by index', async () => {
  const identity = readIdentity(
    {
      name: '王伟',
      phone: '13812348812',
      phoneShared: false,
      cardNo: 'A1',
      birthday: { year: null, month: 5, day: 1 },
      gender: null,
      source: 'walk_in',
      referrerId: null,
      tags: [],
      note: '',
    },
    TODAY,
  );
  if (identity instanceof Refusal) throw new Error(identity.code);
  const plan = await plansOf(store, (db) => knownBeside(db, identity, null));
  expect(plan).toMatch(/member_phone/);
  expect(plan).toMatch(/member_card/);
  expect(plan).toMatch(/member_name/);
  expect(plan).not.toMatch(/SCAN member/);
});

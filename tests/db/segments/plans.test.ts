import { readOn } from '@db/reading';
import type { Reader } from '@db/schema';
import { memberCount, memberNs, membersByN, segmentSize } from '@db/segments/queries';
import { vocabulary } from '@db/segments/vocabulary';
import {
  type Condition,
  EVERYBODY,
  NUMBER_FACTS,
  type SegmentRule,
  where,
  within,
} from '@domain/segments/segment';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { ADVISER, TODAY } from './people';

let store: StoreFile;
beforeAll(() => {
  store = aStoreFile();
});
afterAll(() => store.close());

const plan = (rule: SegmentRule) => plansOf(store, (db: Reader) => readOn(db, memberCount(rule, TODAY)));
const not = false;
const choice = (fact: Extract<Condition, { kind: 'choice' }>['fact'], word: string): Condition => ({
  ...{ kind: 'choice', fact, in: [word], not },
});
const number = (fact: Extract<Condition, { kind: 'number' }>['fact']): Condition => ({
  ...{ kind: 'number', fact, from: 1, to: 2, not },
});
const text = (fact: Extract<Condition, { kind: 'text' }>['fact']): Condition => ({
  ...{ kind: 'text', fact, is: '热', not },
});
const BOUGHT: Condition = { kind: 'bought', product: '奶茶', times: 3, withinDays: 30, not };

describe('S27 the plan of a segment', () => {
  // What an index of its own can lead is led by it, and nobody else is looked at.
  test.each<[Condition, string]>([
    [choice('adviser', ADVISER), 'SEARCH member USING COVERING INDEX member_adviser'],
    [{ kind: 'yes', fact: 'warned', not }, 'SEARCH member_insight USING COVERING INDEX member_insight_'],
    [{ kind: 'yes', fact: 'came_to_event', not }, 'USING COVERING INDEX event_guest_attended'],
    [number('silent_days'), 'SEARCH member_lookup USING COVERING INDEX member_lookup_last_visit'],
    [number('member_days'), 'SEARCH member_lookup USING COVERING INDEX member_lookup_joined'],
    [number('visits'), 'SEARCH member_lookup USING COVERING INDEX member_lookup_visits'],
    [number('birthday_month'), 'SEARCH member USING COVERING INDEX member_birthday'],
    [text('tag'), 'SEARCH member_tag USING COVERING INDEX member_tag_tag'],
    [text('interest'), 'SEARCH member_interest USING COVERING INDEX member_interest_interest'],
  ])('%j: %s', async (condition, step) => {
    const steps = await plan(where(condition));
    expect(steps).toContain(step);
    expect(steps).not.toMatch(/^SCAN (l|m)\b/m);
  });

  // A run writes every row of it, so it has few indexes: it is read beside the members, in their order.
  test.each<Condition>([
    choice('class', 'A'),
    choice('stage', 'lost'),
    choice('relation', 'lost'),
    choice('value', 'high'),
    choice('rfm_group', 'important_value'),
  ])('%j is read row by row beside what the last run said', async (condition) => {
    const steps = await plan(where(condition));
    expect(steps).toMatch(/SCAN l$/m);
    expect(steps).toContain('SEARCH i USING INTEGER PRIMARY KEY');
  });

  it('counting everybody goes row by row, a page of everybody along the index of its order', async () => {
    expect(await plan(EVERYBODY)).toMatch(/SCAN l$/m);
    const asked = { order: 'last_visit', page: { offset: 0, limit: 50 } } as const;
    const page = await plansOf(store, (db) => readOn(db, memberNs(EVERYBODY, asked, TODAY)));
    expect(page).toContain('SCAN l USING COVERING INDEX member_lookup_last_visit');
    expect(page).not.toContain('TEMP B-TREE');
  });

  it('S37 what was bought reads the bills of its days by their date, and theirs alone', async () => {
    const steps = await plan(where(BOUGHT));
    expect(steps).toContain('SEARCH p USING INDEX purchase_date (business_date>?)');
    expect(steps).not.toMatch(/SCAN (p|line|r)\b/);
    expect(steps).toContain('SEARCH member USING COVERING INDEX sqlite_autoindex_member_1 (id=?)');
  });

  it('the members of the cheapest condition are looked up in the others, not the other way round', async () => {
    const steps = await plan(within(where(number('points')), where(text('tag'))));
    expect(steps).toContain('member_tag_tag');
    expect(steps).not.toMatch(/^SCAN (l|m)\b/m);
  });

  // What has no index is asked of each member in turn; never are bills walked through for it.
  it('no number of a member reads through bills, lines or complaints', async () => {
    for (const fact of NUMBER_FACTS)
      for (const turned of [false, true]) {
        const steps = await plan(where({ ...number(fact), not: turned }));
        expect(steps).not.toMatch(/SCAN (purchase|p|line|purchase_line|complaint|c|s|survey_answer|e)\b/);
      }
  });

  it('one of two conditions asks each member once, and makes each list once', async () => {
    const steps = await plan(where(BOUGHT, text('tag'), choice('class', 'A')));
    expect(steps).not.toMatch(/SCAN (p|line|i|member_tag)\b/);
    expect(steps.match(/LIST SUBQUERY/g)).toHaveLength(4);
  });

  it('how many may be written to is counted in the same walk', async () => {
    const steps = await plansOf(store, (db) => readOn(db, segmentSize(EVERYBODY, TODAY)));
    expect(steps).toContain('consent_entry_member');
    expect(steps).not.toMatch(/SCAN (consent_entry|care_task|died|w)\b/);
  });

  it('the rows of a page are found by their numbers', async () => {
    const steps = await plansOf(store, (db) => readOn(db, membersByN([1, 2], TODAY)));
    expect(steps).toContain('SEARCH l USING INTEGER PRIMARY KEY');
    expect(steps).not.toMatch(/SCAN (l|m|i)\b/);
  });

  it('words are counted by their indexes, products in the last bills alone', async () => {
    const steps = await plansOf(store, (db) => vocabulary(db, {}));
    expect(steps).toContain('SCAN member_tag USING COVERING INDEX member_tag_tag');
    expect(steps).toContain('SCAN member_interest USING COVERING INDEX member_interest_interest');
    expect(steps).toContain('SEARCH line USING PRIMARY KEY (purchase_id=?)');
  });
});

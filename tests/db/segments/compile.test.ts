import { rebuildLookup } from '@db/members/lookup-rows';
import { readOn } from '@db/reading';
import { memberNs, segmentSize } from '@db/segments/queries';
import { type Condition, EVERYBODY, type SegmentRule, where, within } from '@domain/segments/segment';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { idOf } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { ADVISER, type Person, STRANGER, TODAY, writePeople } from './people';
import { isIn } from './plain';

/** 林 has something in every fact; of the stranger nothing is known. */
const LIN: Person = {
  name: '林一',
  tier: 'vip',
  phone: 'right',
  gender: 'female',
  born: { year: 1990, month: 5, day: 19 },
  source: 'referral',
  advised: true,
  joined: 400,
  tags: ['少糖', '少冰'],
  note: '',
  points: 120,
  coupons: 2,
  bills: [
    { ago: 2, products: ['奶茶'], back: 'no' },
    { ago: 9, products: ['奶茶', '蛋糕'], back: 'part' },
    { ago: 29, products: ['奶茶'], back: 'no' },
    { ago: 30, products: ['咖啡'], back: 'no' },
    { ago: 1, products: ['曲奇'], back: 'all' },
  ],
  marketing: ['withdrawn', 'given'],
  data: ['given'],
  profile: {
    occupation: '教师',
    income: 'high',
    education: 'college',
    priceSensitivity: 'low',
    needs: ['service'],
  },
  interests: ['烘焙'],
  complaints: [
    { ago: 10, closed: false },
    { ago: 400, closed: true },
  ],
  answers: [
    { satisfaction: 2, recommend: 9 },
    { satisfaction: 5, recommend: null },
  ],
  event: 'attended',
  insight: {
    class: 'A',
    classBefore: 'B',
    excluded: true,
    scores: [5, 4, 3],
    rfm: 'important_value',
    value: 'high',
    stage: 'develop',
    traits: 11,
    cluster: 2,
    bills: 4,
    spent: 18_001,
    yearBills: 3,
    yearSpent: 15_000,
    gap: 8,
    alive: 905,
    expected: 60_000,
    warned: true,
    referrals: 2,
  },
};
/** Knows the same facts, each with another answer. */
const WU: Person = {
  ...STRANGER,
  name: '吴二',
  tier: 'loyal',
  phone: 'wrong',
  gender: 'male',
  born: { year: 1990, month: 2, day: 28 },
  source: 'online_ad',
  joined: 10,
  tags: ['热'],
  points: -5,
  coupons: 1,
  bills: [{ ago: 60, products: ['奶茶'], back: 'no' }],
  marketing: ['given', 'withdrawn'],
  data: ['given', 'withdrawn'],
  profile: {
    occupation: '医生',
    income: 'low',
    education: 'school',
    priceSensitivity: 'high',
    needs: ['product'],
  },
  interests: ['骑行'],
  complaints: [{ ago: 500, closed: true }],
  answers: [{ satisfaction: 3, recommend: 6 }],
  event: 'invited',
  insight: {
    class: 'C',
    classBefore: 'C',
    excluded: false,
    scores: [1, 1, 1],
    rfm: 'general_win_back',
    value: 'low',
    stage: 'lost',
    traits: 4,
    cluster: 0,
    bills: 1,
    spent: 3000,
    yearBills: 1,
    yearSpent: 3000,
    gap: 30,
    alive: 899,
    expected: 100,
    warned: false,
    referrals: 0,
  },
};

const PEOPLE = [LIN, WU, STRANGER];
const not = false;
const choice = (fact: Extract<Condition, { kind: 'choice' }>['fact'], ...words: string[]): Condition => ({
  ...{ kind: 'choice', fact, in: words, not },
});
const number = (
  fact: Extract<Condition, { kind: 'number' }>['fact'],
  from: number | null,
  to: number | null,
): Condition => ({ kind: 'number', fact, from, to, not });
const yes = (fact: Extract<Condition, { kind: 'yes' }>['fact']): Condition => ({ kind: 'yes', fact, not });
const text = (fact: Extract<Condition, { kind: 'text' }>['fact'], is: string): Condition => ({
  ...{ kind: 'text', fact, is, not },
});
const bought = (product: string, times: number, withinDays: number): Condition => ({
  ...{ kind: 'bought', product, times, withinDays, not },
});

let store: StoreFile;
beforeAll(() => {
  store = aStoreFile();
  writePeople(store.raw, PEOPLE);
});
afterAll(() => store.close());

async function namesIn(rule: SegmentRule): Promise<string[]> {
  const ns = await readOn(store.db, memberNs(rule, { order: 'joined' }, TODAY));
  return PEOPLE.flatMap(({ name }, at) => (ns.includes(at + 1) ? [name] : []));
}

describe('S09 S10 S11 S27 every fact finds who it is about, and turned round everybody else', () => {
  test.each<[Condition, string[]]>([
    [choice('tier', 'vip'), ['林一']],
    [choice('tier', 'vip', 'loyal'), ['林一', '吴二']],
    [choice('class', 'A', 'B'), ['林一']],
    [choice('class_before', 'B'), ['林一']],
    [choice('value', 'high'), ['林一']],
    [choice('stage', 'develop'), ['林一']],
    [choice('relation', 'old'), ['林一']],
    [choice('relation', 'lost'), ['吴二']],
    [choice('rfm_group', 'important_value'), ['林一']],
    [choice('trait', 'participation'), ['林一']],
    [choice('trait', 'referral'), ['吴二']],
    [choice('trait', 'referral', 'loyalty'), ['林一', '吴二']],
    [choice('cluster', '2'), ['林一']],
    [choice('gender', 'female'), ['林一']],
    [choice('source', 'referral'), ['林一']],
    [choice('adviser', ADVISER), ['林一']],
    [choice('income', 'high'), ['林一']],
    [choice('education', 'college'), ['林一']],
    [choice('price_sensitivity', 'low'), ['林一']],
    [choice('need', 'service'), ['林一']],
    [number('visits', 4, 4), ['林一']],
    [number('visits', 0, 0), ['陌生']],
    [number('visits_12_months', 2, null), ['林一']],
    [number('spent', 18_001, 18_001), ['林一']],
    [number('spent_12_months', null, 3000), ['吴二']],
    [number('average_ticket', 4500, 4500), ['林一']],
    [number('points', null, -1), ['吴二']],
    [number('points', 100, null), ['林一']],
    [number('usable_coupons', 2, null), ['林一']],
    [number('silent_days', 2, 2), ['林一']],
    [number('silent_days', 3, null), ['吴二']],
    [number('silent_days', null, 59), ['林一']],
    // As far as any number goes, which no date can follow.
    [number('silent_days', 0, 1_000_000_000_000), ['林一', '吴二']],
    [number('silent_days', 1_000_000, null), []],
    [number('member_days', -1_000_000_000_000, 9), ['陌生']],
    [number('usual_gap', null, 8), ['林一']],
    [number('member_days', 400, null), ['林一']],
    [number('member_days', null, 3), ['陌生']],
    [number('age', 35, 35), ['林一']],
    [number('age', 36, 36), ['吴二']],
    [number('birthday_month', 5, 5), ['林一']],
    [number('joined_month', 4, 4), ['林一']],
    [number('recency_score', 5, 5), ['林一']],
    [number('frequency_score', 4, 5), ['林一']],
    [number('money_score', 2, 3), ['林一']],
    [number('base_score', 3, null), ['林一']],
    [number('alive_percent', 90, 90), ['林一']],
    [number('alive_percent', null, 89), ['吴二']],
    [number('expected_money', 50_000, null), ['林一']],
    [number('referrals', 1, null), ['林一']],
    [number('completeness', 100, 100), ['林一']],
    [number('completeness', 20, 20), ['陌生']],
    [number('complaints_12_months', 1, 1), ['林一']],
    [number('last_satisfaction', 5, 5), ['林一']],
    [number('last_recommend', 9, 10), ['林一']],
    [yes('agreed_to_marketing'), ['林一']],
    [yes('agreed_to_data'), ['林一']],
    [yes('has_phone'), ['林一']],
    [yes('has_birthday'), ['林一', '吴二']],
    [yes('open_complaint'), ['林一']],
    [yes('warned'), ['林一']],
    [yes('excluded'), ['林一']],
    [yes('came_to_event'), ['林一']],
    [text('tag', '少冰'), ['林一']],
    [text('occupation', '教师'), ['林一']],
    [text('interest', '烘焙'), ['林一']],
    // S37: three milk teas in 30 days; the day itself is one of them, and a bill that went back is none.
    [bought('奶茶', 3, 30), ['林一']],
    [bought('奶茶', 3, 29), []],
    [bought('奶茶', 4, 30), []],
    [bought('奶茶', 1, 61), ['林一', '吴二']],
    [bought('曲奇', 1, 30), []],
    [bought('咖啡', 1, 30), []],
  ])('%j', async (condition, names) => {
    expect(await namesIn(where(condition))).toEqual(names);
    const others = PEOPLE.map(({ name }) => name).filter((name) => !names.includes(name));
    expect(await namesIn(where({ ...condition, not: true }))).toEqual(others);
    // The plain evaluation of the property test says the same.
    expect(PEOPLE.filter((person) => isIn(person, where(condition))).map(({ name }) => name)).toEqual(names);
  });

  it('no group at all is everybody; all groups must hold, one condition of each is enough', async () => {
    expect(await namesIn(EVERYBODY)).toEqual(['林一', '吴二', '陌生']);
    expect(await namesIn(where(text('tag', '热'), yes('warned')))).toEqual(['林一', '吴二']);
    expect(await namesIn(within(where(text('tag', '热')), where(yes('warned'))))).toEqual([]);
  });

  it('who has died is in it, and nobody to be written to', async () => {
    const other = aStoreFile();
    const [gone] = writePeople(other.raw, [LIN, { ...LIN, name: '林三' }]);
    const size = () => readOn(other.db, segmentSize(EVERYBODY, TODAY));
    expect(await size()).toEqual({ members: 2, reachable: 2 });
    other.raw
      .prepare(
        `insert into care_task (id, member_id, kind, occasion, content, due_on, last_day, rule_version, made_on, made_at, staff_id,
           churn_reason) values (?, ?, 'win_back', 'x', 'service', ?, ?, 1, ?, 0, ?, 'died')`,
      )
      .run(idOf(7, 1), gone, TODAY, TODAY, TODAY, ADVISER);
    const after = await size();
    await other.close();
    expect(after).toEqual({ members: 2, reachable: 1 });
  });

  it('the longest silent come first, and who never came after all who did', async () => {
    expect(await readOn(store.db, memberNs(EVERYBODY, { order: 'silent_days' }, TODAY))).toEqual([2, 1, 3]);
  });

  it('a year of age is full on the birthday itself', async () => {
    const other = aStoreFile();
    const born = (day: number): Person => ({ ...STRANGER, born: { year: 1990, month: 5, day } });
    writePeople(other.raw, [born(18), born(19)]); // today is the 18th
    const aged = (years: number) =>
      readOn(other.db, memberNs(where(number('age', years, years)), { order: 'rank' }, TODAY));
    const found = [await aged(36), await aged(35)];
    await other.close();
    expect(found).toEqual([[1], [2]]);
  });

  it('only active members are in any of them', async () => {
    const other = aStoreFile();
    const [gone] = writePeople(other.raw, [LIN, WU]);
    other.raw.prepare("update member set state = 'void' where id = ?").run(gone);
    rebuildLookup(other.raw, TODAY);
    const ns = await readOn(other.db, memberNs(EVERYBODY, { order: 'rank' }, TODAY));
    const warned = await readOn(other.db, memberNs(where(yes('warned')), { order: 'rank' }, TODAY));
    await other.close();
    expect([ns, warned]).toEqual([[2], []]);
  });
});

import { completenessSql } from '@db/members/completeness';
import { readOn } from '@db/reading';
import { memberCount, memberNs, segmentSize } from '@db/segments/queries';
import { CLASSES, RFM_GROUPS, STAGES, VALUES } from '@domain/insights/words';
import { CHOICES, flawIn } from '@domain/segments/flaw';
import { MEMBER_ORDERS } from '@domain/segments/order';
import {
  CHOICE_FACTS,
  type Condition,
  NUMBER_FACTS,
  type SegmentRule,
  TEXT_FACTS,
  within,
  YES_FACTS,
} from '@domain/segments/segment';
import { TIERS } from '@domain/tiers/tier';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { ADVISER, type Person, TODAY, writePeople } from './people';
import { completeness, isIn } from './plain';

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const upTo = (max: number) => fc.integer({ min: 0, max });
const some = <T>(of: readonly T[], most: number) =>
  fc.uniqueArray(fc.constantFrom(...of), { maxLength: most });
const PRODUCTS = ['奶茶', '咖啡', '蛋糕'];
const TAGS = ['热', '少糖', '少冰'];
const consent = fc.array(fc.constantFrom('given' as const, 'withdrawn' as const), { maxLength: 3 });

const person: fc.Arbitrary<Person> = fc.record({
  name: fc.constantFrom('', '林', '吴'),
  tier: fc.constantFrom(...TIERS),
  // Somebody without a name is known by a phone.
  phone: fc.constantFrom('right' as const, 'wrong' as const),
  gender: fc.constantFrom('female' as const, 'male' as const, null),
  born: maybe(
    fc.record({
      year: maybe(fc.integer({ min: 1950, max: 2010 })),
      month: fc.integer({ min: 4, max: 6 }),
      day: fc.integer({ min: 15, max: 20 }),
    }),
  ),
  source: fc.constantFrom('walk_in' as const, 'online_ad' as const, 'event' as const, 'referral' as const),
  advised: fc.boolean(),
  joined: upTo(500),
  tags: some(TAGS, 3),
  note: fc.constantFrom('', '靠窗'),
  points: fc.integer({ min: -50, max: 500 }),
  coupons: upTo(2),
  bills: fc.array(
    fc.record({
      ago: upTo(70),
      products: some(PRODUCTS, 2),
      back: fc.constantFrom('no' as const, 'no' as const, 'part' as const, 'all' as const),
    }),
    { maxLength: 6 },
  ),
  marketing: consent,
  data: consent,
  profile: maybe(
    fc.record({
      occupation: fc.constantFrom('', '教师', '医生'),
      income: fc.constantFrom('low' as const, 'high' as const, null),
      education: fc.constantFrom('school' as const, 'college' as const, null),
      priceSensitivity: fc.constantFrom('low' as const, 'middle' as const, null),
      needs: some(['product', 'service', 'emotional'] as const, 3),
    }),
  ),
  interests: some(['烘焙', '骑行'], 2),
  complaints: fc.array(fc.record({ ago: fc.constantFrom(5, 364, 365, 400), closed: fc.boolean() }), {
    maxLength: 2,
  }),
  answers: fc.array(
    fc.oneof(
      fc.record({ satisfaction: fc.integer({ min: 1, max: 5 }), recommend: maybe(upTo(10)) }),
      fc.record({ satisfaction: fc.constant(null), recommend: upTo(10) }),
    ),
    { maxLength: 3 },
  ),
  event: fc.constantFrom('none' as const, 'invited' as const, 'attended' as const),
  insight: maybe(
    fc.record({
      class: fc.constantFrom(...CLASSES),
      classBefore: maybe(fc.constantFrom(...CLASSES)),
      excluded: fc.boolean(),
      scores: maybe(fc.tuple(...[1, 2, 3].map(() => fc.integer({ min: 1, max: 5 })))) as fc.Arbitrary<
        [number, number, number] | null // three of them, as the list above says
      >,
      rfm: maybe(fc.constantFrom(...RFM_GROUPS)),
      value: fc.constantFrom(...VALUES),
      stage: fc.constantFrom(...STAGES),
      traits: upTo(15),
      cluster: maybe(upTo(3)),
      bills: upTo(4),
      spent: fc.integer({ min: -100, max: 20_000 }),
      yearBills: upTo(4),
      yearSpent: upTo(10_000),
      gap: maybe(fc.integer({ min: 1, max: 40 })),
      alive: maybe(upTo(1000)),
      expected: maybe(upTo(10_000)),
      warned: fc.boolean(),
      referrals: upTo(2),
    }),
  ),
});

const CLUSTERS = ['0', '1', '2', '3'];
const choice = fc.constantFrom(...CHOICE_FACTS).chain((fact) =>
  fc.record({
    kind: fc.constant('choice' as const),
    fact: fc.constant(fact),
    in: fc.uniqueArray(fc.constantFrom(...(CHOICES[fact] ?? (fact === 'cluster' ? CLUSTERS : [ADVISER]))), {
      minLength: 1,
    }),
    not: fc.boolean(),
  }),
);
/** Around what the people have, of every fact. */
const limit = fc.oneof(upTo(12), upTo(100), upTo(20_000));
const number = fc
  .record({
    kind: fc.constant('number' as const),
    fact: fc.constantFrom(...NUMBER_FACTS),
    from: maybe(limit),
    to: maybe(limit),
    not: fc.boolean(),
  })
  .filter(({ from, to }) => (from !== null || to !== null) && (from ?? 0) <= (to ?? Number.MAX_SAFE_INTEGER));
const yes = fc.record({
  kind: fc.constant('yes' as const),
  fact: fc.constantFrom(...YES_FACTS),
  not: fc.boolean(),
});
const text = fc.record({
  kind: fc.constant('text' as const),
  fact: fc.constantFrom(...TEXT_FACTS),
  is: fc.constantFrom(...TAGS, '烘焙', '教师'),
  not: fc.boolean(),
});
const bought = fc.record({
  kind: fc.constant('bought' as const),
  product: fc.constantFrom(...PRODUCTS),
  times: fc.integer({ min: 1, max: 3 }),
  withinDays: fc.integer({ min: 1, max: 80 }),
  not: fc.boolean(),
});
const condition: fc.Arbitrary<Condition> = fc.oneof(choice, number, yes, text, bought);
const rule: fc.Arbitrary<SegmentRule> = fc.record({
  all: fc.array(fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 3 }) }), { maxLength: 3 }),
});

const [PEOPLE = []] = fc.sample(fc.array(person, { minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 41 });

let store: StoreFile;
beforeAll(() => {
  store = aStoreFile();
  writePeople(store.raw, PEOPLE);
});
afterAll(() => store.close());

const nsIn = (of: SegmentRule) => readOn(store.db, memberNs(of, { order: 'rank' }, TODAY));
const always = (check: (one: SegmentRule, other: SegmentRule) => Promise<void>, numRuns: number) =>
  fc.assert(fc.asyncProperty(rule, rule, check), { numRuns, seed: 27 });

describe('the laws of a segment', () => {
  it('S27 the members of any rule are those whom a plain evaluation finds', async () => {
    await always(async (one) => {
      expect(flawIn(one)).toBeUndefined();
      const expected = PEOPLE.flatMap((somebody, at) => (isIn(somebody, one) ? [at + 1] : []));
      expect((await nsIn(one)).sort((a, b) => a - b)).toEqual(expected);
      expect(await readOn(store.db, memberCount(one, TODAY))).toBe(expected.length);
      expect((await readOn(store.db, segmentSize(one, TODAY))).members).toBe(expected.length);
    }, 300);
  });

  it('one more condition in a group never loses anybody, one more group never gains', async () => {
    await always(async (one, other) => {
      const more = other.all.flatMap(({ any }) => any);
      const wider = { all: one.all.map(({ any }) => ({ any: [...any, ...more] })) };
      const before = await nsIn(one);
      expect(await nsIn(wider)).toEqual(expect.arrayContaining(before));
      expect(before).toEqual(expect.arrayContaining(await nsIn(within(one, other))));
    }, 100);
  });

  it('a condition and the same turned round are everybody, and nobody twice', async () => {
    await fc.assert(
      fc.asyncProperty(condition, async (one) => {
        const holds = await nsIn({ all: [{ any: [one] }] });
        const not = await nsIn({ all: [{ any: [{ ...one, not: !one.not }] }] });
        expect([...holds, ...not].sort((a, b) => a - b)).toEqual(PEOPLE.map((_, at) => at + 1));
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it('pages of every order hold everybody once', async () => {
    for (const order of MEMBER_ORDERS) {
      const pages: number[] = [];
      for (let offset = 0; offset < PEOPLE.length; offset += 7)
        pages.push(
          ...(await readOn(store.db, memberNs({ all: [] }, { order, page: { offset, limit: 7 } }, TODAY))),
        );
      expect(pages).toEqual(await readOn(store.db, memberNs({ all: [] }, { order }, TODAY)));
      expect(new Set(pages).size).toBe(PEOPLE.length);
    }
  });

  it('S31 completeness in SQL is that of the rule', () => {
    const inSql = store.raw
      .prepare<[], number>(`select ${completenessSql('m')} from member m order by n`)
      .pluck()
      .all();
    expect(inSql).toEqual(PEOPLE.map(completeness));
  });
});

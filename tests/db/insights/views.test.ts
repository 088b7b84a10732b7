import { growthByMonth } from '@db/insights/growth';
import { pipelineBySource } from '@db/insights/pipeline';
import { insightViews, type Views } from '@db/insights/views';
import { readOn } from '@db/reading';
import { memberCount } from '@db/segments/queries';
import { CLASSES, RFM_GROUPS, STAGES, VALUES } from '@domain/insights/words';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { numbersOf, numbersOfPipeline, numbersOfSignUps, type ShownNumber } from '../../support/view-numbers';
import { ADVISER, type Person, STRANGER, TODAY, writePeople } from '../segments/people';

const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const band = fc.integer({ min: 1, max: 5 });
/** All that a run may have said of somebody, whether it fits together or not: what is counted is what stands there. */
const judged = fc.record({
  class: fc.constantFrom(...CLASSES),
  classBefore: maybe(fc.constantFrom(...CLASSES)),
  excluded: fc.boolean(),
  scores: maybe(fc.tuple(band, band, band)),
  rfm: maybe(fc.constantFrom(...RFM_GROUPS)),
  value: fc.constantFrom(...VALUES),
  stage: fc.constantFrom(...STAGES),
  traits: fc.integer({ min: 0, max: 15 }),
  cluster: maybe(fc.integer({ min: 0, max: 3 })),
  yearSpent: fc.nat(100_000),
});
const person: fc.Arbitrary<Person> = fc
  .record({
    source: fc.constantFrom('walk_in', 'online_ad', 'event', 'referral'),
    joined: fc.nat(500),
    visits: fc.nat(3),
    said: maybe(judged),
  })
  .map(({ source, joined, visits, said }) => ({
    ...{ ...STRANGER, source, joined },
    bills: Array.from({ length: visits }, (_, ago) => ({ ago, products: [], back: 'no' as const })),
    insight: said && {
      ...{ bills: visits, spent: 0, yearBills: visits, gap: null, alive: null, expected: null },
      ...{ warned: false, referrals: 0, ...said },
    },
  }));
const PEOPLE = [
  ...fc.sample(person, { numRuns: 398, seed: 5 }),
  { ...STRANGER, joined: 17 }, // the first day of the month, and the last of the one before
  { ...STRANGER, joined: 18 },
];
const RUN = `insert into insight_run (only_row, as_of, rule_version, members, repeat_buyers, purchase_seq, refund_seq, format,
  whole, took_ms, made_at) values (1, ?, 1, 400, 0, 0, 0, 1, 1, 0, 0)`;

describe('the numbers of the views', () => {
  let store: StoreFile;
  let views: Views;
  beforeAll(async () => {
    store = aStoreFile();
    const ids = writePeople(store.raw, PEOPLE);
    store.raw.prepare(RUN).run(TODAY);
    store.raw
      .prepare("insert into insight_finding values ('exclusions', ?)")
      .run(JSON.stringify({ month: TODAY.slice(0, 7), members: 4 }));
    // Members who went after the run are counted no more.
    for (const id of ids.slice(0, 20)) {
      store.raw.prepare('delete from member_lookup where n = (select n from member where id = ?)').run(id);
      store.raw.prepare("update member set state = 'void' where id = ?").run(id);
    }
    const read = await insightViews(store.db, { today: TODAY });
    if (read === null) throw new Error('there was a run');
    views = read;
  });
  afterAll(() => store.close());

  const counted = PEOPLE.slice(20).filter(({ insight }) => insight !== null);
  const opens = async (numbers: readonly ShownNumber[]) => {
    for (const { what, members, rule } of numbers)
      expect({ what, members: await readOn(store.db, memberCount(rule, TODAY)) }).toEqual({ what, members });
  };

  it('S01-S14 each is the number of members in the list that it opens', async () => {
    const numbers = numbersOf(views);
    expect(numbers.length).toBeGreaterThan(70);
    await opens(numbers);
  });

  it('S26 the pipeline: so is each of its numbers, and no step holds more than the one before', async () => {
    const pipeline = await pipelineBySource(store.db, { today: TODAY });
    expect(pipeline.sources.map(({ source }) => source)).toHaveLength(5);
    await opens(numbersOfPipeline(pipeline));
    for (const { steps } of pipeline.sources) {
      const sizes = steps.map(({ members }) => members);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    }
    const [all, ...each] = pipeline.sources.map(({ steps }) => steps.map(({ members }) => members));
    expect(all).toEqual(all?.map((_, step) => each.reduce((sum, sizes) => sum + (sizes[step] ?? 0), 0)));
  });

  it('every way of counting counts everybody once', () => {
    const sum = (rows: readonly { readonly members: number }[]) =>
      rows.reduce((total, { members }) => total + members, 0);
    expect(views.members).toBe(counted.length);
    for (const rows of [views.classes, views.values, views.stages, views.base.scores])
      expect(sum(rows)).toBe(views.members);
    const { up, down, joined, stayed } = views.drift;
    expect(sum([...up, ...down, ...joined]) + stayed).toBe(views.members);
    const bought = counted.filter(({ insight }) => insight?.scores);
    expect(sum(views.rfm.grid)).toBe(bought.length);
  });

  it('S15 a group is there, and those after it, when all of its members have gone', async () => {
    const other = aStoreFile();
    writePeople(
      other.raw,
      PEOPLE.filter(({ insight }) => insight !== null && insight.cluster !== 0),
    );
    other.raw.prepare(RUN).run(TODAY);
    const read = await insightViews(other.db, { today: TODAY });
    await other.close();
    expect(read?.clusters.map(({ cluster, members }) => [cluster, members > 0])).toEqual([
      [0, false],
      [1, true],
      [2, true],
      [3, true],
    ]);
  });

  it('S08 each value has its share of the money', () => {
    const moneyOf = (value: string) =>
      counted.reduce((total, { insight }) => total + (insight?.value === value ? insight.yearSpent : 0), 0);
    const all = VALUES.reduce((total, value) => total + moneyOf(value), 0);
    expect(views.values.map(({ value, money, moneyPerMille }) => ({ value, money, moneyPerMille }))).toEqual(
      VALUES.map((value) => ({
        value,
        money: moneyOf(value),
        moneyPerMille: Math.round((moneyOf(value) / all) * 1000),
      })),
    );
  });

  it('S05 the target of the month is that of the rules and one for each one excluded in it', async () => {
    const growth = await growthByMonth(store.db, { today: TODAY });
    expect(growth.signUps).toMatchObject({ month: '2026-05', days: 18, excludedInMonth: 4, target: 34 });
    expect(growth.signUps.excluded).toBeGreaterThan(50);
    await opens(numbersOfSignUps(growth));
    // A run of last month says nothing of this one.
    const next = await growthByMonth(store.db, { today: '2026-06-01' as typeof TODAY });
    expect(next.signUps).toMatchObject({ month: '2026-06', days: 1, excludedInMonth: 0, target: 30 });
  });

  it('all are read in one pass over the members', async () => {
    const plan = await plansOf(store, (db) => insightViews(db, { today: TODAY }));
    expect(plan.match(/SCAN l\b/g)).toHaveLength(1);
    expect(plan).toContain('SEARCH i USING INTEGER PRIMARY KEY');
    const pipeline = await plansOf(store, (db) => pipelineBySource(db, { today: TODAY }));
    expect(pipeline.match(/SCAN l\b/g)).toHaveLength(1);
  });
});

describe('growth', () => {
  let store: StoreFile;
  beforeEach(() => {
    store = aStoreFile();
  });
  afterEach(() => store.close());

  it('says nothing before the first run, but how the shop grew', async () => {
    writePeople(store.raw, [
      { ...STRANGER, joined: 0 },
      { ...STRANGER, joined: 17 },
      { ...STRANGER, joined: 400 },
    ]);
    expect(await insightViews(store.db, { today: TODAY })).toBeNull();
    const { months, signUps } = await growthByMonth(store.db, { today: TODAY });
    expect(signUps).toMatchObject({ excluded: 0, target: 30, joined: 2 });
    expect(months.map(({ month, joined, members }) => [month, joined, members])).toEqual([
      ...['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'].map((m) => [m, 0, 1]),
      ...['2026-01', '2026-02', '2026-03', '2026-04'].map((m) => [m, 0, 1]),
      ['2026-05', 2, 3],
    ]);
  });

  it('S98 work with new members stands beside that with old ones', async () => {
    const [id] = writePeople(store.raw, [STRANGER]);
    let made = 0;
    const contact = (kind: string, on: string, outcome: string | null) => {
      const [task, said] = [idOf(5, ++made), idOf(6, made)];
      store.raw
        .prepare(
          `insert into care_task (id, member_id, kind, occasion, content, due_on, last_day, made_on, made_at, rule_version, staff_id)
           values (?, ?, ?, ?, 'service', ?, ?, ?, 0, 1, ?)`,
        )
        .run(task, id, kind, String(made), on, on, on, ADVISER);
      store.raw
        .prepare(
          `insert into care_contact (id, member_id, task_id, direction, channel, content, counted, month, business_date, at,
             rule_version, staff_id) values (?, ?, ?, 'out', 'phone', 'service', 1, ?, ?, 0, 1, ?)`,
        )
        .run(said, id, task, on.slice(0, 7), on, ADVISER);
      if (outcome !== null)
        store.raw
          .prepare('insert into care_outcome (contact_id, outcome, at, staff_id) values (?, ?, 0, ?)')
          .run(said, outcome, ADVISER);
    };
    contact('first_purchase', '2026-05-02', 'reached');
    contact('nurture', '2026-05-03', 'no_answer');
    contact('nurture', '2026-05-04', 'not_sent');
    contact('dormant', '2026-05-05', 'done');
    contact('win_back', '2026-04-30', null);
    contact('win_back', '2026-05-06', 'reached');
    store.raw.exec(`insert into care_outcome (contact_id, outcome, at, staff_id)
      select id, 'not_sent', 1, staff_id from care_contact where business_date = '2026-05-06'`);
    const [april, may] = (await growthByMonth(store.db, { today: TODAY })).months.slice(-2);
    expect(may).toMatchObject({
      newWork: { contacts: 2, reached: 1 },
      oldWork: { contacts: 1, reached: 1 },
    });
    expect(april).toMatchObject({
      newWork: { contacts: 0, reached: 0 },
      oldWork: { contacts: 1, reached: 0 },
    });
  });
});

import { worthOfMembers } from '@db/insights/worth';
import { readOn } from '@db/reading';
import { memberCount } from '@db/segments/queries';
import { ruleOfAlive, ruleOfClass, ruleOfForetold, ruleOfStage } from '@domain/insights/rules-of';
import { CLASSES, type CustomerClass, STAGES, type Stage } from '@domain/insights/words';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { type Person, STRANGER, TODAY, writePeople } from '../segments/people';

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

interface Said {
  readonly class?: CustomerClass;
  readonly stage?: Stage;
  readonly alive: number | null;
  readonly expected: number | null;
}
const somebody = ({ class: name = 'A', stage = 'retain', alive, expected }: Said): Person => ({
  ...STRANGER,
  insight: {
    ...{ classBefore: null, excluded: false, scores: null, rfm: null, value: 'low', traits: 0 },
    ...{ cluster: null, bills: 1, spent: 0, yearBills: 1, yearSpent: 0, gap: null, warned: false },
    ...{ referrals: 0, class: name, stage, alive, expected },
  },
});
const worth = () => worthOfMembers(store.db, {});
const counts = (rule: Parameters<typeof memberCount>[0]) => readOn(store.db, memberCount(rule, TODAY));

const SEVERAL = [
  ...[0, 99, 100, 299, 300, 899, 900, 999, 1000].map((alive) => somebody({ alive, expected: 1000 + alive })),
  somebody({ class: 'B', stage: 'lost', alive: 120, expected: 500 }),
  somebody({ class: 'D', stage: 'attract', alive: null, expected: null }),
];

describe('what the model expects of the members', () => {
  it('S16 is summed up by class and by stage; whom it says nothing of is in no number', async () => {
    writePeople(store.raw, SEVERAL);
    const found = await worth();
    expect(found?.byClass.map(({ class: name, members, money }) => [name, members, money])).toEqual([
      ['A', 9, 9 * 1000 + 4596],
      ['B', 1, 500],
      ['C', 0, null],
      ['D', 0, null],
    ]);
    expect(found?.byStage.find(({ stage }) => stage === 'lost')).toMatchObject({ members: 1, money: 500 });
  });

  it('S19 tells how likely they come in ten bands, certainty in the highest', async () => {
    writePeople(store.raw, SEVERAL);
    const found = await worth();
    expect(found?.alive.map(({ from, to, members }) => [from, to, members])).toEqual([
      ...[[0, 9, 2] as const, [10, 19, 2] as const, [20, 29, 1] as const, [30, 39, 1] as const],
      ...[40, 50, 60, 70].map((from) => [from, from + 9, 0]),
      ...[[80, 89, 1] as const, [90, 100, 3] as const],
    ]);
  });

  it('every number is that of the list which it opens, also after somebody has gone', async () => {
    const ids = writePeople(store.raw, SEVERAL);
    store.raw.prepare('delete from member_lookup where n = (select n from member where id = ?)').run(ids[0]);
    store.raw.prepare("update member set state = 'void' where id = ?").run(ids[0]);
    const found = await worth();
    if (found === null) throw new Error('there is a model');
    expect(found.byClass).toHaveLength(CLASSES.length);
    expect(found.byStage).toHaveLength(STAGES.length);
    for (const { class: name, members } of found.byClass)
      expect([name, await counts(ruleOfForetold(ruleOfClass(name)))]).toEqual([name, members]);
    for (const { stage, members } of found.byStage)
      expect([stage, await counts(ruleOfForetold(ruleOfStage(stage)))]).toEqual([stage, members]);
    for (const { from, to, members } of found.alive)
      expect([from, await counts(ruleOfAlive(from, to))]).toEqual([from, members]);
  });

  it('is nothing where the last run had no model, and purchases without money where it had none of money', async () => {
    writePeople(store.raw, [somebody({ alive: null, expected: null })]);
    expect(await worth()).toBeNull();
    writePeople(store.raw, [somebody({ alive: 700, expected: null })]);
    expect((await worth())?.byClass[0]).toMatchObject({ members: 1, money: null });
  });

  it('is one pass over the members', async () => {
    const plan = await plansOf(store, (db) => worthOfMembers(db, {}));
    expect(plan).toMatch(/SCAN l/);
    expect(plan).toMatch(/SEARCH i USING INTEGER PRIMARY KEY/);
  });
});

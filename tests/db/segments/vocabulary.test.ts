import { rebuildLookup } from '@db/members/lookup-rows';
import { readOn } from '@db/reading';
import { memberCount } from '@db/segments/queries';
import { vocabulary } from '@db/segments/vocabulary';
import { ruleOfCluster } from '@domain/insights/rules-of';
import { where } from '@domain/segments/segment';
import { expect, it } from 'vitest';
import { aStoreFile } from '../../support/store-file';
import { type Person, STRANGER, TODAY, writePeople } from './people';

const INSIGHT: NonNullable<Person['insight']> = {
  ...{
    class: 'B',
    classBefore: null,
    excluded: false,
    scores: null,
    rfm: null,
    value: 'low',
    stage: 'retain',
  },
  ...{ traits: 0, cluster: 0, bills: 0, spent: 0, yearBills: 0, yearSpent: 0, gap: null, alive: null },
  ...{ expected: null, warned: false, referrals: 0 },
};

it('S27 a word that is offered says how many members a segment of it holds, without those who have gone', async () => {
  const store = aStoreFile();
  const [gone] = writePeople(store.raw, [
    { ...STRANGER, insight: INSIGHT },
    { ...STRANGER, insight: INSIGHT, tags: ['热'], interests: ['骑行'] },
    { ...STRANGER, insight: { ...INSIGHT, cluster: 1 }, tags: ['热', '少糖'] },
  ]);
  store.raw.prepare("update member set state = 'void' where id = ?").run(gone);
  rebuildLookup(store.raw, TODAY);
  const { clusters, tags, interests } = await vocabulary(store.db, {});
  expect(clusters).toEqual([
    { cluster: 0, members: 1 },
    { cluster: 1, members: 1 },
  ]);
  const counted = (rule: Parameters<typeof memberCount>[0]) => readOn(store.db, memberCount(rule, TODAY));
  for (const { cluster, members } of clusters) expect(await counted(ruleOfCluster(cluster))).toBe(members);
  for (const [fact, found] of [
    ['tag', tags],
    ['interest', interests],
  ] as const)
    for (const { word, members } of found)
      expect(await counted(where({ kind: 'text', fact, is: word, not: false }))).toBe(members);
  expect(tags.map(({ word, members }) => [word, members])).toEqual([
    ['热', 2],
    ['少糖', 1],
  ]);
  await store.close();
});

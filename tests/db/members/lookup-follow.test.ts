import { LookupIndex, type LookupSizes } from '@db/members/lookup-index';
import { rebuildLookup, refreshLookup } from '@db/members/lookup-rows';
import { readQuery } from '@domain/members/query';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { likeScan } from '../../support/like-scan';
import {
  chances,
  crowd,
  insertBills,
  insertMembers,
  type MemberSpec,
  pick,
  visits,
} from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');
const NARROW: LookupSizes = { hot: 40, few: 4, many: 30, walk: 1000 };

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

/** What main does around a command: change, renew the rows, commit, tell the index. */
async function changed(index: LookupIndex, memberId: string): Promise<void> {
  await store.db.transaction().execute(async (tx) => refreshLookup(tx, [memberId], TODAY));
  index.follow([memberId]);
}

const namesFor = (index: LookupIndex, text: string) =>
  index.find(readQuery(text), TODAY).map((hit) => hit.name);

describe('the hot set follows the counter', () => {
  test('a sale moves a member to the front', async () => {
    const [li, wang] = insertMembers(store.raw, [
      { name: '李四', phone: '13812340001' },
      { name: '王五', phone: '13812340002' },
    ]) as [string, string];
    insertBills(store.raw, [{ memberId: li, on: '2026-05-17' }]);
    rebuildLookup(store.raw, TODAY);
    const index = new LookupIndex(store.raw);
    index.warm();
    expect(namesFor(index, '138')).toEqual(['李四', '王五']);
    insertBills(store.raw, [{ memberId: wang, on: '2026-05-18' }]);
    await changed(index, wang);
    expect(namesFor(index, '138')).toEqual(['王五', '李四']);
  });

  test('a sale writes no search index, a new name does', async () => {
    const [id] = insertMembers(store.raw, [{ name: '李四', phone: '13812340001' }]) as [string];
    rebuildLookup(store.raw, TODAY);
    const written: string[] = [];
    const watch = (table: string, event: string) =>
      store.raw.exec(`create temp trigger watch_${table}_${event} after ${event} on main.${table}
        begin select watched('${table}'); end`);
    store.raw.function('watched', (table: unknown) => {
      written.push(String(table));
      return null;
    });
    for (const table of ['member_lookup', 'member_reading'])
      for (const event of ['insert', 'update', 'delete']) watch(table, event);

    const index = new LookupIndex(store.raw);
    insertBills(store.raw, [{ memberId: id, on: '2026-05-18' }]);
    await changed(index, id);
    expect(written).toEqual(['member_lookup']);
    written.length = 0;
    await changed(index, id); // nothing has changed, nothing is written
    expect(written).toEqual([]);
    store.raw.prepare("update member set name = '王五' where id = ?").run(id);
    await changed(index, id);
    expect(written).toContain('member_reading');
    expect(namesFor(index, '李')).toEqual([]);
    expect(namesFor(index, 'wangwu')).toEqual(['王五']);
  });

  test('who is no longer active is found by nothing', async () => {
    const [id] = insertMembers(store.raw, [
      { name: '李四', phone: '13812340001', cardNo: 'A1', externalId: '77' },
    ]) as [string];
    rebuildLookup(store.raw, TODAY);
    const index = new LookupIndex(store.raw);
    index.warm();
    store.raw
      .prepare("update member set state = 'erased', name = '', phone = null, card_no = null where id = ?")
      .run(id);
    await changed(index, id);
    for (const text of ['138', '0001', '1234', '李', 'lisi', 'ls', 'a1', '77'])
      expect(namesFor(index, text)).toEqual([]);
  });

  test('after any sequence of acts, followed and cold answers are the LIKE scan’s', async () => {
    const specs = [...crowd(400, 9)];
    const ids = insertMembers(store.raw, specs);
    insertBills(store.raw, visits(ids, 900, TODAY));
    rebuildLookup(store.raw, TODAY);
    const followed = new LookupIndex(store.raw, NARROW);
    const steps: (() => void)[] = [];
    followed.warm((step) => steps.push(step));
    steps.shift()?.();
    const chance = chances(21);
    const change = (set: string) => (id: string) => {
      store.raw.prepare(`update member set ${set} where id = ?`).run(id);
      return id;
    };
    const buy = (on: string) => (id: string) => {
      insertBills(store.raw, [{ memberId: id, on }]);
      return id;
    };
    const signUp = () =>
      insertMembers(store.raw, [
        { name: '新人', phone: `17${String(Math.floor(chance() * 1e9)).padStart(9, '0')}` },
      ])[0] ?? '';
    const acts = [
      buy('2026-05-18'),
      buy('2025-11-02'),
      change("state = 'void', phone = null"),
      change("name = '欧阳' || n"),
      signUp,
    ];
    for (let step = 0; step < 120; step++) {
      await changed(followed, pick(acts, chance())(pick(ids, chance())));
      if (step === 60) steps.shift()?.();
      if (step === 90) followed.warm((rest) => rest());
      const spec = pick(specs, chance());
      const cold = new LookupIndex(store.raw, NARROW);
      for (const text of [
        spec.phone?.slice(0, 3),
        spec.phone?.slice(-2),
        spec.name?.slice(0, 1),
        '欧阳',
        'x',
        '17',
        'oy',
      ]) {
        const query = readQuery(text ?? '');
        const expected = likeScan(store.raw, query);
        expect({ step, text, ids: followed.find(query, TODAY).map((hit) => hit.id) }).toEqual({
          step,
          text,
          ids: expected,
        });
        expect(cold.find(query, TODAY).map((hit) => hit.id)).toEqual(expected);
      }
    }
  });
});

describe('the unlucky store', () => {
  /** A bought list of never-seen people with one prefix: rare among regulars, frequent in the file. */
  function* leads(): Generator<MemberSpec> {
    for (let i = 0; i < 3000; i++) yield { name: `客${i}`, phone: `1990000${String(i).padStart(4, '0')}` };
  }

  test('a prefix that thousands have who never bought: the same answer by every way', () => {
    const ids = insertMembers(store.raw, crowd(3000, 4));
    insertBills(store.raw, visits(ids, 7000, TODAY));
    insertMembers(store.raw, leads());
    rebuildLookup(store.raw, TODAY);
    const texts = ['199', '1990', '1990000', '0000', '00000', '客', '客1', 'ke', 'k'];
    const scanned = texts.map((text) => likeScan(store.raw, readQuery(text)));
    const answers = (index: LookupIndex) =>
      texts.map((text) => index.find(readQuery(text), TODAY).map((hit) => hit.id));
    for (const walk of [5000, 1000]) {
      const index = new LookupIndex(store.raw, { hot: 1000, few: 128, many: 1000, walk });
      expect(answers(index)).toEqual(scanned);
      index.warm();
      expect(answers(index)).toEqual(scanned);
    }
  });
});

import { indexComplaint, indexComplaintsOf, indexMissingComplaints } from '@db/complaints/search';
import { indexText, matchExpression, readSearch } from '@domain/complaints/search-text';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anyText } from '../../support/any-text';
import { insertComplaints } from '../../support/complaint-rows';
import { scanFinds } from '../../support/complaint-scan';
import { insertMembers } from '../../support/member-rows';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

function found(query: string): number[] {
  const search = readSearch(query);
  if (search.kind !== 'text') return [];
  return store.raw
    .prepare<[string], number>('select rowid from complaint_text where complaint_text match ? order by rowid')
    .pluck()
    .all(matchExpression(search.terms));
}

describe('S71 full-text search', () => {
  it('finds exactly what a scan of all texts finds, whatever was written and whatever is asked', () => {
    const signs = '鱼油发霉a2Ａé，。 \n・のーＢ😀\u200b"*¶^';
    const sign = fc.constantFrom(...signs);
    const text = fc.string({ unit: fc.constantFrom(...signs, '#'), maxLength: 12 });
    const complaint = fc.array(text, { minLength: 1, maxLength: 3 });
    const query = fc.string({ unit: sign, minLength: 1, maxLength: 5 });
    const write = store.raw.prepare('insert into complaint_text (rowid, text) values (?, ?)');
    fc.assert(
      fc.property(
        fc.array(complaint, { maxLength: 6 }),
        fc.array(query, { maxLength: 8 }),
        (all, queries) => {
          store.raw.exec('delete from complaint_text');
          for (const [at, texts] of all.entries()) write.run(at + 1, indexText(texts));
          for (const asked of queries) {
            const scanned = all.flatMap((texts, at) => (scanFinds(texts, asked) ? [at + 1] : []));
            expect(found(asked)).toEqual(scanned);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds three and four Han characters in one piece only, two words in any order, a Latin word by its beginning', () => {
    insertComplaints(store.raw, [
      { receivedAt: STORE_NOW, what: '鱼油发霉，要求退货' },
      { receivedAt: STORE_NOW, what: '发霉的是鱼油' },
      { receivedAt: STORE_NOW, what: 'Latte 太凉，latte 漏了' },
    ]);
    indexMissingComplaints(store.raw);
    expect(found('鱼油发霉')).toEqual([1]);
    expect(found('霉要求')).toEqual([1]);
    expect(found('发霉 鱼油')).toEqual([1, 2]);
    expect(found('lat')).toEqual([3]);
    expect(found('ＬＡＴ')).toEqual([3]);
    expect(found('atte')).toEqual([]);
    expect(found('凉')).toEqual([3]);
  });

  it('takes whatever a keyboard gives: words of the query language, half an emoji, nothing that anybody can see', () => {
    insertComplaints(store.raw, [{ receivedAt: STORE_NOW, what: 'near AND "not" 鱼油😀' }]);
    indexMissingComplaints(store.raw);
    for (const asked of [
      'NEAR',
      'AND',
      'not',
      '"not"',
      'near AND',
      '-near',
      '^near',
      'NOT*',
      '+鱼油',
      '{鱼油}',
    ])
      expect(found(asked), asked).toEqual([1]);
    for (const asked of ['NEAR(鱼油 2)', 'text:鱼油', 'near OR 退货', '\ud83d', '😀', '""', '*', '\0'])
      expect(found(asked), asked).toEqual([]);
    const most = 64; // the contract takes no more
    const anything = anyText(most);
    fc.assert(
      fc.property(anything, (asked) => {
        expect(found(asked)).not.toContain(2);
      }),
    );
    for (const unit of ['鱼', 'a ', '鱼 ', '鱼a', '"'])
      expect(found(unit.repeat(most / unit.length))).toEqual(
        unit.trim() === 'a' || unit === '鱼 ' ? [1] : [],
      );
  });

  it('never finds a term that begins in one text and ends in the next', () => {
    insertComplaints(store.raw, [
      { receivedAt: STORE_NOW, what: '买了 A2', wish: '奶粉', notes: ['退货', 'x1'] },
    ]);
    indexMissingComplaints(store.raw);
    expect(found('A2奶')).toEqual([]);
    expect(found('粉退')).toEqual([]);
    expect(found('货x')).toEqual([]);
    expect(found('A2 奶粉 退货 x1')).toEqual([1]);
  });
});

describe('the index', () => {
  it('holds what happened, wish, product, result, cause, measure, every note and the member’s name', () => {
    const [memberId] = insertMembers(store.raw, [{ name: '欧阳娜娜' }]);
    insertComplaints(store.raw, [
      {
        receivedAt: STORE_NOW,
        memberId: memberId ?? null,
        product: '深海鱼油',
        what: '瓶口发黑',
        wish: '想要道歉',
        notes: ['第一次去电', '第二次上门'],
        closedAfter: 3,
        solvedAfter: 2,
      },
    ]);
    expect(indexMissingComplaints(store.raw)).toBe(1);
    for (const word of ['深海', '发黑', '道歉', '换货并道歉', '受潮', '冷柜', '去电', '上门', '阳娜'])
      expect(found(word), word).toEqual([1]);
  });

  it('is renewed complaint by complaint, and for all of a member who has another name', async () => {
    const [memberId = ''] = insertMembers(store.raw, [{ name: '张三' }]);
    const [first = ''] = insertComplaints(store.raw, [
      { receivedAt: STORE_NOW, memberId },
      { receivedAt: STORE_NOW, memberId },
      { receivedAt: STORE_NOW },
    ]);
    indexMissingComplaints(store.raw);
    await store.db.transaction().execute(async (tx) => {
      await tx.updateTable('complaint').set({ wish: '赔一箱' }).where('id', '=', first).execute();
      indexComplaint(tx, first);
    });
    expect(found('一箱')).toEqual([1]);
    expect(found('鱼油')).toEqual([1, 2, 3]);
    await store.db.transaction().execute(async (tx) => {
      await tx.updateTable('member').set({ name: '李四' }).where('id', '=', memberId).execute();
      indexComplaintsOf(tx, memberId);
    });
    expect(found('张三')).toEqual([]);
    expect(found('李四')).toEqual([1, 2]);
  });

  it('is made for what it lacks, in a store of before as after rows that no command wrote, and for nothing else', () => {
    expect(indexMissingComplaints(store.raw)).toBe(0);
    insertComplaints(
      store.raw,
      Array.from({ length: 501 }, () => ({ receivedAt: STORE_NOW })),
    );
    expect(indexMissingComplaints(store.raw)).toBe(501);
    expect(indexMissingComplaints(store.raw)).toBe(0);
    insertComplaints(store.raw, [{ receivedAt: STORE_NOW, what: '又来了' }]);
    expect(indexMissingComplaints(store.raw)).toBe(1);
    expect(found('来了')).toEqual([502]);
  });
});

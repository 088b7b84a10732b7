import { LookupIndex, type LookupSizes } from '@db/members/lookup-index';
import { rebuildLookup } from '@db/members/lookup-rows';
import { readQuery } from '@domain/members/query';
import { businessDate } from '@domain/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { likeScan } from '../../support/like-scan';
import { chances, crowd, insertBills, insertMembers, type MemberSpec, pick, visits } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');

/** Small bounds, so that three thousand members need every way the index has. */
const NARROW: LookupSizes = { hot: 150, few: 4, many: 30, walk: 1000 };

const ODD_ONES: MemberSpec[] = [
  { name: '阿依古丽·买买提', phone: '13999990001' },
  { name: '𫠚𬍛', phone: '13999990002' }, // characters newer than most tables of Unicode
  { name: 'Tom Smith', phone: '+13812345678' },
  { name: 'José', phone: '02088886666' },
  { name: '', phone: '88123456' },
  { name: '', externalId: '04711' },
  { name: '', externalId: 'b-17' },
  { name: '王小明', phone: '13800138000', phoneShared: true },
  { name: '王大明', phone: '13800138000', phoneShared: true },
  { name: '李四', cardNo: 'VIP0012', phone: '13911112222' },
  { name: '李四', cardNo: 'VIP0013' },
  { name: '王王王', phone: '0000000' },
  { name: '张伟', cardNo: '138' },
  { name: 'ｔｏｍ', phone: '4008001234' },
];

function* queries(raw: StoreFile['raw'], count: number, seed: number): Generator<string> {
  const chance = chances(seed);
  const rows = raw
    .prepare<[], { phone: string | null; name_key: string; pinyin: string; initials: string; card_no: string | null; member_no: string }>(
      'select phone, name_key, pinyin, initials, card_no, member_no from member_lookup',
    )
    .all();
  const part = (text: string, most: number) => {
    const characters = Array.from(text);
    const from = Math.floor(chance() * characters.length);
    return characters.slice(from, from + 1 + Math.floor(chance() * most)).join('');
  };
  for (let i = 0; i < count; i++) {
    const row = pick(rows, chance());
    const kinds = [
      () => (row.phone ?? '').slice(0, 1 + Math.floor(chance() * 11)),
      () => (row.phone ?? '').slice(-1 - Math.floor(chance() * 8)),
      () => part(row.phone ?? '', 10),
      () => row.phone ?? '',
      () => String(Math.floor(chance() * 10 ** (1 + Math.floor(chance() * 11)))),
      () => part(row.name_key, 4),
      () => row.name_key,
      () => pick(row.pinyin.split(' '), chance()).slice(0, 1 + Math.floor(chance() * 12)),
      () => pick(row.initials.split(' '), chance()).slice(0, 1 + Math.floor(chance() * 4)),
      () => row.card_no ?? row.member_no,
      () => (row.card_no ?? row.member_no).slice(0, 1 + Math.floor(chance() * 9)),
    ];
    yield pick(kinds, chance())();
  }
  yield* ['0000000', 'zzz', '1', 'w', '王', '买买提', '古丽买', 'vip', 'vip00', 'VIP0012', '04711', 'B-17', '138', '𬍛', 'tom', '13812345678', '4008'];
}

function answers(store: StoreFile, index: LookupIndex, texts: Iterable<string>): void {
  for (const text of texts) {
    const query = readQuery(text);
    const found = index.find(query, TODAY).map((hit) => hit.id);
    if (found.join() !== likeScan(store.raw, query).join()) {
      expect({ text, found }).toEqual({ text, found: likeScan(store.raw, query) });
    }
  }
}

describe('every answer equals the LIKE scan with the same ranking', () => {
  let store: StoreFile;
  beforeAll(() => {
    store = aStoreFile();
    const ids = insertMembers(store.raw, [...crowd(3000), ...ODD_ONES]);
    insertBills(store.raw, visits(ids, 9000, TODAY));
    rebuildLookup(store.raw, TODAY);
  });
  afterAll(() => store.close());

  test.each([
    ['as it ships', undefined],
    ['with every bound small', NARROW],
    ['without patience for the walk', { ...NARROW, walk: 0 }],
  ])('%s, cold and warm', (_, sizes) => {
    const index = new LookupIndex(store.raw, sizes);
    answers(store, index, queries(store.raw, 700, 3));
    index.warmStep();
    answers(store, index, queries(store.raw, 300, 4));
    index.warm();
    answers(store, index, queries(store.raw, 700, 5));
  });
});

import { LookupIndex, type LookupSizes } from '@db/members/lookup-index';
import { rebuildLookup } from '@db/members/lookup-rows';
import { readQuery } from '@domain/members/query';
import { businessDate } from '@domain/units';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf, likePass } from '../../support/like-pass';
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

/** Small bounds, so that two thousand members need every way the index has. */
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
  { name: '卡如券', cardNo: 'Q0000000005724' }, // reads as a coupon's code, and is one of somebody else
];

function* queries(raw: StoreFile['raw'], count: number, seed: number): Generator<string> {
  const chance = chances(seed);
  const rows = raw
    .prepare<
      [],
      {
        phone: string | null;
        name_key: string;
        pinyin: string;
        initials: string;
        card_no: string | null;
        member_no: string;
      }
    >('select phone, name_key, pinyin, initials, card_no, member_no from member_lookup')
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
      () => part(row.phone ?? '', 3),
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
  yield* [
    '0000000',
    'zzz',
    '1',
    'w',
    '王',
    '买买提',
    '古丽买',
    'vip',
    'vip00',
    'VIP0012',
    '04711',
    'B-17',
    '138',
    '𬍛',
    'tom',
    '13812345678',
    '4008',
    'Q0000000005724',
    'q 0000 0000 0572 4',
    'Q0000000005725', // the check digit does not fit
    'Q0000000000000', // nobody's
  ];
}

/** One coupon of the first member, with the code that is also a card. */
function giveCoupon(raw: StoreFile['raw'], memberId: string): void {
  raw
    .prepare(
      `insert into coupon (id, code, member_id, template_id, trigger, occasion, name, kind, off_fen, stacks, first_day,
         last_day, rule_version, business_date, issued_at, staff_id)
       values ('coupon', 'Q0000000005724', ?, 'five', 'by_hand', 'x', '…', 'amount', 500, 0, ?, ?, 1, ?, 0,
         (select id from staff))`,
    )
    .run(memberId, TODAY, TODAY, TODAY);
}

describe('every answer equals the LIKE scan with the same ranking', () => {
  let store: StoreFile;
  const expected = new Map<string, string>();
  beforeAll(() => {
    store = aStoreFile();
    const ids = insertMembers(store.raw, [...crowd(2000), ...ODD_ONES]);
    insertBills(store.raw, visits(ids, 6000, TODAY));
    giveCoupon(store.raw, ids[0] ?? '');
    rebuildLookup(store.raw, TODAY);
    for (const text of queries(store.raw, 1000, 3)) {
      expected.set(text, likeScan(store.raw, readQuery(text)).join());
    }
  });
  afterAll(() => store.close());

  test('and so does one pass over all members, which a million of them are compared by', () => {
    const read = [...expected.keys()].map(readQuery);
    const passed = likePass(store.raw, read);
    const differ = [...expected].filter(
      ([text, ids]) => (passed.get(keyOf(readQuery(text))) ?? []).join() !== ids,
    );
    expect(passed.size).toBeGreaterThan(500);
    expect(differ).toEqual([]);
  });

  function differing(index: LookupIndex): string[] {
    const answer = (text: string) =>
      index
        .find(readQuery(text), TODAY)
        .map((hit) => hit.id)
        .join();
    return [...expected].filter(([text, ids]) => answer(text) !== ids).map(([text]) => text);
  }

  test.each([
    ['as it ships', undefined],
    ['with every bound small, so that each way to the answer is taken', NARROW],
    ['without patience for the walk', { ...NARROW, walk: 0 }],
    ['with a hot set of nobody', { ...NARROW, hot: 0 }],
  ])('%s: cold, half warm, warm', (_, sizes) => {
    const index = new LookupIndex(store.raw, sizes);
    expect(differing(index)).toEqual([]);
    const steps: (() => void)[] = [];
    index.warm((step) => steps.push(step));
    steps.shift()?.();
    expect(differing(index)).toEqual([]);
    for (let step = steps.shift(); step !== undefined; step = steps.shift()) step();
    expect(differing(index)).toEqual([]);
    index.reload();
    expect(differing(index)).toEqual([]);
  });

  test('fewer rows may be asked for', () => {
    const index = new LookupIndex(store.raw, NARROW);
    for (const limit of [1, 3, 50]) {
      const found = index.find(readQuery('王'), TODAY, limit).map((hit) => hit.id);
      expect(found).toEqual(likeScan(store.raw, readQuery('王'), limit));
    }
  });

  test('a coupon code finds whose it is, after the card that is exactly these characters', () => {
    const found = new LookupIndex(store.raw).find(readQuery('Q0000000005724'), TODAY);
    expect(found.map(({ name, match }) => [match, name === '卡如券'])).toEqual([
      ['card', true],
      ['coupon', false],
    ]);
  });

  test('each row says why it is there', () => {
    const index = new LookupIndex(store.raw);
    const why = (text: string) => [...new Set(index.find(readQuery(text), TODAY).map((hit) => hit.match))];
    expect(why('13800138000')).toEqual(['phone']);
    expect(why('139999900')).toEqual(['phone_prefix']);
    expect(why('90002')).toEqual(['phone_tail']);
    expect(why('3999990')).toEqual(['phone_part']);
    expect(why('vip0012')).toEqual(['card']);
    expect(why('04711')).toContain('card');
    expect(why('买买提')).toEqual(['name']);
    expect(why('ayiguli')).toEqual(['pinyin']);
    expect(why('ayglm')).toEqual(['initials']);
    expect(why('')).toEqual([]);
    expect(why('134567890123456789')).toEqual([]);
  });

  test('exact before prefix before tail before part, whoever was here last', () => {
    const index = new LookupIndex(store.raw);
    const [first] = index.find(readQuery('138'), TODAY);
    expect(first).toMatchObject({ name: '张伟', match: 'card' });
    const degrees = ['card', 'phone', 'phone_prefix', 'phone_tail', 'phone_part'];
    const order = index.find(readQuery('99990'), TODAY).map((hit) => degrees.indexOf(hit.match));
    expect(order).toEqual([...order].sort());
  });
});

import { rebuildLookup } from '@db/members/lookup-rows';
import { likelyPairs } from '@db/quality/duplicates';
import { qualityList } from '@db/quality/lists';
import { qualityStanding } from '@db/quality/standing';
import { memberNoOf } from '@domain/members/member-no';
import { QUALITY_LISTS, type QualityList } from '@domain/quality/checks';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf, insertBills, insertMembers } from '../../support/member-rows';
import { aStoreFile, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');
let store: StoreFile;
let consents: number;

beforeEach(() => {
  store = aStoreFile();
  store.raw.pragma('synchronous = off'); // nothing here is about power cuts
  consents = 0;
});
afterEach(() => store.close());

interface Person {
  readonly name?: string;
  readonly phone?: string;
  readonly shared?: boolean;
  readonly born?: readonly [year: number | null, month: number, day: number];
  readonly joinedOn?: string;
  readonly cardNo?: string;
}
/** Adds members; answers their ids. */
function people(...all: readonly Person[]): string[] {
  return all.map(({ name, phone, shared, born, joinedOn, cardNo }) => {
    const spec = {
      name: name ?? '',
      phone: phone ?? null,
      phoneShared: shared ?? false,
      cardNo: cardNo ?? null,
    };
    const [id = ''] = insertMembers(store.raw, [{ ...spec, joinedOn: joinedOn ?? '2026-01-01' }]);
    const [year, month, day] = born ?? [null, null, null];
    store.raw
      .prepare('update member set birth_year = ?, birth_month = ?, birth_day = ? where id = ?')
      .run(year, month, day, id);
    return id;
  });
}
const told = () => rebuildLookup(store.raw, TODAY);

function consent(
  memberId: string,
  purpose: 'personal_data' | 'marketing',
  action: 'given' | 'withdrawn',
): void {
  consents += 1;
  store.raw
    .prepare(
      `insert into consent_entry (id, member_id, purpose, action, text_version, channel, staff_id, at)
       select ?, ?, ?, ?, '1', 'counter', id, 0 from staff`,
    )
    .run(idOf(7, consents), memberId, purpose, action);
}

const page = { offset: 0, limit: 100 };
const list = async (name: QualityList, more: Partial<typeof page> = {}) => {
  const { total, rows } = await qualityList(
    store.db,
    { list: name, ...page, ...more, today: TODAY },
    store.raw,
  );
  return { total, names: rows.map((row) => row.name) };
};
const standing = () => qualityStanding(store.db, { today: TODAY }, store.raw);
const pairs = async () =>
  (await likelyPairs(store.db, page, store.raw)).rows.map(({ why, one, other }) => [
    why,
    one.memberNo,
    other.memberNo,
  ]);

describe('S31 how complete the records are', () => {
  it('the mean, by tens, and of how many each part is known', async () => {
    const [one = ''] = people({ name: '张三', phone: '13800138812', born: [1990, 5, 1] }, { name: '李四' });
    consent(one, 'personal_data', 'given');
    told();
    const { members, completeness } = await standing();
    // Name 20, phone 25, birthday 15, its year 5, consent 10; the other one has a name.
    expect([members, completeness.average]).toEqual([2, Math.round((75 + 20) / 2)]);
    expect(completeness.byTens).toEqual([0, 0, 1, 0, 0, 0, 0, 1, 0, 0]);
    const known = Object.fromEntries(completeness.parts.map(({ part, known }) => [part, known]));
    expect(known).toMatchObject({ name: 2, phone: 1, birthday: 1, data_consent: 1, gender: 0 });
  });

  it('a record in which nothing is missing is among the last ten', async () => {
    const [one = ''] = people({ name: '张三', phone: '13800138812', born: [1990, 5, 1] });
    for (const purpose of ['personal_data', 'marketing'] as const) consent(one, purpose, 'given');
    store.raw.exec(`update member set gender = 'female', note = '常客' where id = '${one}';
      insert into member_interest values ('${one}', '骑行', 0);
      insert into member_profile (member_id, occupation, needs, updated_at, staff_id)
        select '${one}', '教师', '["service"]', 0, id from staff limit 1`);
    told();
    const { completeness } = await standing();
    expect(completeness).toMatchObject({ average: 100, byTens: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] });
  });

  it('of a store without members there is no mean', async () => {
    expect(await standing()).toMatchObject({
      members: 0,
      completeness: { average: null },
      duplicates: 0,
    });
  });
});

describe('S31 S32 the lists', () => {
  it('count whoever told the day of their birth and not the year, as the lists have them', async () => {
    people(
      { name: '测试', phone: '13800000000', born: [null, 2, 30] },
      { name: '没年份', born: [null, 5, 1] },
    );
    told();
    const { lists } = await standing();
    for (const { list: name, members } of lists)
      expect([name, members]).toEqual([name, (await list(name)).total]);
    expect((await list('phone_missing')).names).toEqual(['没年份']);
    expect((await list('birthday_impossible')).names).toEqual(['测试']);
  });

  it('each has a count and its members, those who come most first', async () => {
    const [, often = ''] = people(
      { name: '没手机' },
      { name: '常客' },
      { name: '有手机', phone: '13800138812' },
    );
    insertBills(store.raw, [{ memberId: often, on: TODAY }]);
    told();
    expect(await list('phone_missing')).toEqual({ total: 2, names: ['常客', '没手机'] });
    expect(await list('phone_missing', { offset: 1, limit: 1 })).toEqual({ total: 2, names: ['没手机'] });
  });

  it('what is missing: birthdays, consent that was never given or was withdrawn, marketing never asked', async () => {
    const [given = '', withdrawn = ''] = people(
      { name: '给了', born: [null, 5, 1] },
      { name: '撤回' },
      { name: '没问' },
    );
    for (const purpose of ['personal_data', 'marketing'] as const) consent(given, purpose, 'given');
    consent(withdrawn, 'personal_data', 'given');
    consent(withdrawn, 'personal_data', 'withdrawn');
    consent(withdrawn, 'marketing', 'withdrawn');
    told();
    expect((await list('birthday_missing')).names.sort()).toEqual(['撤回', '没问']);
    expect((await list('data_consent_missing')).names.sort()).toEqual(['撤回', '没问']);
    expect((await list('marketing_not_asked')).names).toEqual(['没问']);
  });

  it('what cannot be right: phone, name, birthday, a number that reached somebody else', async () => {
    const [wrong = ''] = people(
      { name: '打错', phone: '13911112222' },
      { name: '多个零', phone: '13800000000' },
      { name: '测试' },
      { name: '一九零零', born: [1900, 1, 1] },
      { name: '换了号', phone: '13911113333' },
    );
    const put = store.raw.prepare('insert into wrong_phone (member_id, phone, at) values (?, ?, 0)');
    put.run(wrong, '13911112222');
    told();
    expect((await list('wrong_number')).names).toEqual(['打错']);
    expect((await list('phone_malformed')).names).toEqual(['多个零']);
    expect((await list('name_malformed')).names).toEqual(['测试']);
    expect((await list('birthday_impossible')).names).toEqual(['一九零零']);
    store.raw.prepare(`update member set phone = '13911114444' where id = ?`).run(wrong);
    expect((await list('wrong_number')).total).toBe(0);
  });

  it('what has grown old: two years of silence without consent', async () => {
    const [left = '', came = '', agreed = ''] = people(
      { name: '走了', joinedOn: '2020-01-01' },
      { name: '还来', joinedOn: '2020-01-01' },
      { name: '同意', joinedOn: '2020-01-01' },
      { name: '没买过', joinedOn: '2024-05-17' },
      { name: '新来', joinedOn: '2024-05-18' },
    );
    insertBills(store.raw, [
      { memberId: left, on: '2024-05-17' },
      { memberId: came, on: '2024-05-18' },
      { memberId: agreed, on: '2023-01-01' },
    ]);
    consent(agreed, 'personal_data', 'given');
    told();
    expect((await list('silent_without_consent')).names.sort()).toEqual(['没买过', '走了']);
  });

  it('S32 whose yearly check is due', async () => {
    const [due = '', later = '', done = ''] = people({ name: '到期' }, { name: '未到' }, { name: '做了' });
    const put = store.raw.prepare(
      `insert into care_task (id, member_id, kind, occasion, content, due_on, last_day, state, ended_at, rule_version, made_on, made_at, staff_id)
       select ?, ?, 'data_refresh', ?, 'service', ?, '2026-07-01', ?, ?, 1, '2026-05-01', 0, id from staff`,
    );
    put.run(idOf(8, 1), due, 'a', TODAY, 'open', null);
    put.run(idOf(8, 2), later, 'a', '2026-05-19', 'open', null);
    put.run(idOf(8, 3), done, 'a', TODAY, 'done', 1);
    told();
    expect(await list('refresh_due')).toEqual({ total: 1, names: ['到期'] });
  });

  it('nobody who was erased is on any, and the counts are those of the lists', async () => {
    const [gone = ''] = people(
      { name: '走了', joinedOn: '2020-01-01' },
      { name: '测试', phone: '13800000000' },
      { name: '', phone: '13800138812', born: [null, 2, 30] },
    );
    store.raw.prepare(`update member set state = 'erased', name = '' where id = ?`).run(gone);
    told();
    const { lists, members } = await standing();
    expect(members).toBe(2);
    expect(lists.map(({ list: name }) => name)).toEqual(QUALITY_LISTS);
    for (const { list: name, members: counted } of lists)
      expect([name, (await list(name)).total]).toEqual([name, counted]);
  });
});

describe('S31 who may be entered twice', () => {
  it('the same name and birthday, where a year that is not known fits every year', async () => {
    people(
      { name: '张三', born: [1990, 5, 1] },
      { name: '张三', born: [null, 5, 1] },
      { name: '张三', born: [1991, 5, 1] },
      { name: '李四', born: [1990, 5, 1] },
    );
    told();
    expect(await pairs()).toEqual([
      ['same_name_and_birthday', memberNoOf(1), memberNoOf(2)],
      ['same_name_and_birthday', memberNoOf(2), memberNoOf(3)],
    ]);
  });

  it('the same name and last four digits, and the same phone where no family was marked', async () => {
    people(
      { name: '张三', phone: '13800138812' },
      { name: '张三', phone: '15900008812' },
      { name: '王五', phone: '13711112222', shared: true },
      { name: '', phone: '13711112222' },
      { name: '王六', phone: '13711112222', shared: true },
    );
    told();
    expect(await pairs()).toEqual([
      ['same_phone', memberNoOf(3), memberNoOf(4)],
      ['same_phone', memberNoOf(4), memberNoOf(5)],
      ['same_name_and_phone_tail', memberNoOf(1), memberNoOf(2)],
    ]);
  });

  it('each pair once, under the surest reason, and none that was told apart', async () => {
    const [one = '', other = ''] = people(
      { name: '张三', phone: '13800138812', born: [1990, 5, 1] },
      { name: '张三', phone: '13800138812', shared: true, born: [1990, 5, 1] },
    );
    told();
    expect(await pairs()).toEqual([['same_phone', memberNoOf(1), memberNoOf(2)]]);
    store.raw
      .prepare(`insert into told_apart select min(?1, ?2), max(?1, ?2), 0, id from staff`)
      .run({ 1: one, 2: other });
    expect(await pairs()).toEqual([]);
    expect((await standing()).duplicates).toBe(0);
  });

  it('of many who are alike each is compared with the one before, so that their number stays small', async () => {
    people(...Array.from({ length: 60 }, () => ({ name: '会员', born: [1900, 1, 1] as const })));
    told();
    expect((await likelyPairs(store.db, page, store.raw)).total).toBe((7 * 8) / 2 + 52);
  });

  it('page by page, and says when there are more than it looks at', async () => {
    const twice = Array.from({ length: 2002 }, (_, at) => [{ name: `客人${at}号` }, { name: `客人${at}号` }]);
    insertMembers(store.raw, twice.flat());
    store.raw.exec('update member set birth_month = 5, birth_day = 1');
    told();
    const last = await likelyPairs(store.db, { offset: 1999, limit: 100 }, store.raw);
    expect([last.total, last.more, last.rows.length]).toEqual([2000, true, 1]);
  });
});

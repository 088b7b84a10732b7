import { appendStaffNote } from '@db/surveys/commands';
import { staffRanking } from '@db/surveys/ranking';
import { businessDate, instant } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf, insertMembers } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { aColleague, answered, bought, OWNER, refunded } from './service-file';

let store: StoreFile;
let li: string;
beforeEach(() => {
  store = aStoreFile();
  li = aColleague(store, '李');
});
afterEach(() => store.close());

const TODAY = businessDate('2026-06-02');
const MAY = { from: businessDate('2026-05-01'), to: businessDate('2026-05-31') };
const SEEN = {
  ...{ today: TODAY, now: instant(Date.parse('2026-06-02T04:00:00Z')) },
  calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
};
const ranking = (more: object = {}) => staffRanking(store.db, { ...MAY, ...SEEN, ...more });
const of = async (staffId: string, more: object = {}) =>
  (await ranking(more)).find((one) => one.staffId === staffId);
const members = (count: number) =>
  insertMembers(
    store.raw,
    Array.from({ length: count }, () => ({ name: '张三' })),
  );

describe('S86 figures of each member of staff', () => {
  it('sales are bills that stand and were sold here', async () => {
    const [memberId = ''] = members(1);
    const [, back] = bought(store, memberId, ['2026-05-02', '2026-05-03', '2026-04-30'], { staffId: li });
    refunded(store, back ?? '');
    store.raw
      .prepare(
        `insert into import_batch (id, kind, file_name, file_sha256, reading, state, staff_id, started_at)
         values ('old', 'purchases', 'a.csv', '0', '{}', 'done', ?, 0)`,
      )
      .run(OWNER);
    bought(store, memberId, ['2026-05-04'], { staffId: li, importId: 'old' });
    expect(await of(li)).toMatchObject({ name: '李', sales: 1 });
  });

  it('satisfaction is that of the answers about them', async () => {
    await answered(store, '2026-05-02', { servedBy: li, satisfaction: 5 }, 3);
    await answered(store, '2026-05-02', { servedBy: li, satisfaction: 3 });
    await answered(store, '2026-05-02', { servedBy: li, satisfaction: null, recommend: 9 });
    await answered(store, '2026-05-02', { satisfaction: 1 });
    expect(await of(li)).toMatchObject({ answers: 5, satisfaction: { percent: 75, of: 4 } });
  });

  it('who came back: on another day within 30 days of the first time, to whomever', async () => {
    const [sameDay, inTime, atTheEnd, tooLate, never] = members(5);
    const june = { today: businessDate('2026-08-01') };
    for (const memberId of [sameDay, inTime, atTheEnd, tooLate, never])
      bought(store, memberId ?? '', ['2026-05-02'], { staffId: li });
    bought(store, sameDay ?? '', ['2026-05-02']);
    bought(store, inTime ?? '', ['2026-05-03']);
    bought(store, atTheEnd ?? '', ['2026-06-01']);
    bought(store, tooLate ?? '', ['2026-06-02']);
    const [back] = bought(store, never ?? '', ['2026-05-09']);
    refunded(store, back ?? '');
    expect(await of(li, june)).toMatchObject({ repurchase: { percent: 40, of: 5 } });
  });

  it('whose 30 days are not over is not judged', async () => {
    const [early = '', late = ''] = members(2);
    bought(store, early, ['2026-05-02'], { staffId: li });
    bought(store, late, ['2026-05-03'], { staffId: li });
    expect(await of(li)).toMatchObject({ repurchase: { percent: 0, of: 1 } });
    expect(await of(li, { today: businessDate('2026-06-01') })).toMatchObject({ repurchase: null });
  });
});

describe('S87 the ranking', () => {
  it('shows everybody who works here, and who has left only where they were seen', async () => {
    const gone = aColleague(store, '走');
    store.raw.prepare('update staff set active = 0 where id = ?').run(gone);
    expect((await ranking()).map(({ name }) => name)).toEqual(expect.arrayContaining(['店主', '李']));
    expect(await of(gone)).toBeUndefined();
    await answered(store, '2026-05-02', { servedBy: gone });
    expect(await of(gone)).toMatchObject({ answers: 1 });
  });

  it('carries the notes of each, newest first', async () => {
    await store.db.transaction().execute(async (tx) => {
      for (const [index, kind] of (['reward', 'training'] as const).entries()) {
        const by = { staffId: OWNER, now: instant(index), today: TODAY, newId: () => idOf(45, index) };
        await appendStaffNote(tx, { aboutStaffId: li, kind, note: `第${index}条` }, by);
      }
    });
    expect((await of(li))?.notes).toEqual([
      { kind: 'training', note: '第1条', on: TODAY, by: '店主' },
      { kind: 'reward', note: '第0条', on: TODAY, by: '店主' },
    ]);
    expect((await of(OWNER))?.notes).toEqual([]);
  });

  it('reads the bills of the period by its days, and who came back by the member', async () => {
    const plans = await plansOf(store, (db) => staffRanking(db, { ...MAY, ...SEEN }));
    expect(plans).toContain('purchase_date (business_date>? AND business_date<?)');
    expect(plans).toContain('purchase_member (member_id=? AND bought_at>? AND bought_at<?)');
    expect(plans).not.toMatch(/SCAN (p|survey_answer)$/m);
  });
});

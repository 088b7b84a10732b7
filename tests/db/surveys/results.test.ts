import { serviceChanges } from '@db/surveys/changes';
import { appendChange } from '@db/surveys/commands';
import { answersOf } from '@db/surveys/queries';
import { loyaltyIn, surveyResults } from '@db/surveys/results';
import { businessDate, instant } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf, insertMembers } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { answered, bought, OWNER, refunded } from './service-file';

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

const MAY = { from: businessDate('2026-05-01'), to: businessDate('2026-05-31') };
const TODAY = businessDate('2026-06-02');
const results = () => surveyResults(store.db, { ...MAY, today: TODAY });
const members = (count: number) =>
  insertMembers(
    store.raw,
    Array.from({ length: count }, () => ({ name: '张三' })),
  );

describe('S85 results of a period', () => {
  it('count what was said on its days and no others', async () => {
    await answered(store, '2026-04-30', { satisfaction: 1 });
    await answered(store, '2026-05-01', { satisfaction: 5, recommend: 10 });
    await answered(store, '2026-05-31', { satisfaction: 2, recommend: 3 });
    await answered(store, '2026-06-01', { satisfaction: 1 });
    const found = await results();
    expect(found).toMatchObject({
      answers: 2,
      targets: { satisfaction: 90, loyalty: 80, wordOfMouth: 100 },
      satisfaction: { percent: 50, of: 2 },
      wordOfMouth: { percent: 50, of: 2 },
      nps: { score: 0, of: 2 },
      satisfactionCounts: [0, 1, 0, 0, 1],
      recommendCounts: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1],
      loyalty: null,
    });
    expect(found.months).toHaveLength(12);
    expect(found.months.slice(-2)).toEqual([
      { month: '2026-04', answers: 1, satisfaction: 0, wordOfMouth: null, nps: null },
      { month: '2026-05', answers: 2, satisfaction: 50, wordOfMouth: 50, nps: 0 },
    ]);
  });

  it('S88 the mean of each dimension, by the name of the rules', async () => {
    await answered(store, '2026-05-02', { dimensions: { range: 5, warmth: 2 } });
    await answered(store, '2026-05-03', { dimensions: { range: 4 } });
    await answered(store, '2026-06-03', { dimensions: { range: 1, value: 1 } });
    expect((await results()).dimensions).toEqual([
      { id: 'range', group: 'expected', name: '', mean: 4.5, of: 2 },
      { id: 'warmth', group: 'exceeding', name: '', mean: 2, of: 1 },
    ]);
  });
});

describe('S85 loyalty', () => {
  it('is the share of the buyers of the period before who bought again in this one', async () => {
    const [again, gone, both, fresh, tooEarly] = members(5);
    bought(store, again ?? '', ['2026-04-02', '2026-04-03', '2026-05-31']);
    bought(store, gone ?? '', ['2026-04-30']);
    bought(store, both ?? '', ['2026-03-31', '2026-05-01', '2026-05-02']);
    bought(store, fresh ?? '', ['2026-05-01']);
    bought(store, tooEarly ?? '', ['2026-03-30', '2026-05-01']);
    expect(await loyaltyIn(store.db, MAY)).toMatchObject({ percent: 66.7, of: 3 });
  });

  it('a bill that went back as a whole makes no buyer, one of which a part went back does', async () => {
    const [returned, kept, cameForNothing] = members(3);
    const [all] = bought(store, returned ?? '', ['2026-04-10', '2026-05-10']);
    const [part] = bought(store, kept ?? '', ['2026-04-10', '2026-05-10']);
    const [, second] = bought(store, cameForNothing ?? '', ['2026-04-10', '2026-05-10']);
    refunded(store, all ?? '');
    refunded(store, part ?? '', 'part');
    refunded(store, second ?? '');
    expect(await loyaltyIn(store.db, MAY)).toMatchObject({ percent: 50, of: 2 });
  });
});

describe('S84 changes', () => {
  it('come newest first, each with the share of 4-5 in its 90 days before and since', async () => {
    await answered(store, '2026-01-30', { satisfaction: 1 });
    await answered(store, '2026-04-30', { satisfaction: 2, dimensions: { timely: 2 } }, 3);
    await answered(store, '2026-05-01', { satisfaction: 5, dimensions: { timely: 4 } }, 4);
    const by = { staffId: OWNER, now: instant(0), today: TODAY };
    await store.db.transaction().execute(async (tx) => {
      const at = businessDate('2026-05-01');
      const change = { heard: '等太久', changed: '早上加一人', since: at };
      await appendChange(tx, { ...change, dimension: 'timely' }, { ...by, newId: () => idOf(44, 1) });
      const later = { ...change, since: businessDate('2026-09-01'), dimension: '' };
      await appendChange(tx, later, { ...by, newId: () => idOf(44, 2) });
    });
    const [planned, done] = await serviceChanges(store.db);
    expect(planned).toMatchObject({ since: '2026-09-01', before: null, after: null, staffName: '店主' });
    expect(done).toMatchObject({
      ...{ heard: '等太久', changed: '早上加一人', dimension: 'timely' },
      ...{ before: { percent: 0, of: 3 }, after: { percent: 100, of: 4 } },
    });
  });
});

describe('answers', () => {
  const page = (more: object = {}) =>
    answersOf(store.db, { ...MAY, lowOnly: false, offset: 0, limit: 2, ...more });

  it('come newest first, page by page', async () => {
    for (const satisfaction of [1, 2, 3]) await answered(store, `2026-05-0${satisfaction}`, { satisfaction });
    expect(await page()).toMatchObject({ total: 3, rows: [{ satisfaction: 3 }, { satisfaction: 2 }] });
    expect(await page({ offset: 2 })).toMatchObject({ total: 3, rows: [{ satisfaction: 1 }] });
  });

  it('of somebody who was erased keep the score, not the name or the words', async () => {
    const [memberId] = members(1);
    await answered(store, '2026-05-01', { memberId: memberId ?? '', note: '我住在隔壁' });
    store.raw.prepare("update member set state = 'erased', name = '' where id = ?").run(memberId);
    expect((await page()).rows[0]).toMatchObject({ memberId, memberName: null, satisfaction: 5, note: '' });
  });
});

describe('the file keeps answers as they were given', () => {
  const change = (sql: string) => () => store.raw.prepare(sql).run();

  it('nothing of one is changed or deleted; its words go with the person only', async () => {
    await answered(store, '2026-05-01', { note: '我住在隔壁', dimensions: { range: 4 } });
    expect(change('update survey_answer set satisfaction = 1')).toThrow('never changed');
    expect(change("update survey_answer set note = '另外一句'")).toThrow('with the person only');
    expect(change('delete from survey_answer')).toThrow('never deleted');
    expect(change('update survey_score set score = 1')).toThrow('append-only');
  });
});

describe('how it is read', () => {
  it('counts come from covering indexes, the buyers of a period by its days', async () => {
    const plans = await plansOf(store, (db) => surveyResults(db, { ...MAY, today: TODAY }));
    expect(plans).toContain('COVERING INDEX survey_answer_date');
    expect(plans).toContain('COVERING INDEX survey_score_dimension');
    expect(plans).toContain('purchase_date (business_date>? AND business_date<?)');
    expect(plans).not.toMatch(/SCAN (p|survey_answer|survey_score)$/m);
  });

  it('which answers stand on a page is read in the order of one index, before any of them is read', async () => {
    const plans = await plansOf(store, (db) =>
      answersOf(db, { ...MAY, lowOnly: true, offset: 0, limit: 50 }),
    );
    expect(plans.match(/COVERING INDEX survey_answer_date/g)).toHaveLength(2);
    expect(plans).not.toMatch(/SCAN (answer|survey_answer)$/m);
  });
});

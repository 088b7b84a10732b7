import { indicatorsIn } from '@db/overview/indicators';
import { businessDate, instant } from '@domain/units';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { insertMembers } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { answered } from '../surveys/service-file';
import { aSeller, sold } from './till-file';

let store: StoreFile;
let seller: string;
let members: string[];
beforeEach(() => {
  store = aStoreFile();
  seller = aSeller(store, 1);
  members = insertMembers(
    store.raw,
    Array.from({ length: 4 }, () => ({ name: '张三' })),
  );
});
afterEach(() => store.close());

const ASKED = {
  ...{ from: businessDate('2026-10-01'), to: businessDate('2026-10-31'), today: businessDate('2026-12-02') },
  now: instant(Date.parse('2026-12-02T04:00:00Z')),
  calendar: { zone: 'Asia/Shanghai', dayStartHour: 0 },
};
const indicators = () => indicatorsIn(store.db, ASKED);

it('S17 S85 the key figures of a month beside those of the month before', async () => {
  const [zhang = '', li = '', wang = ''] = members;
  for (const member of [zhang, li]) sold(store, member, { on: '2026-09-10', fen: 3000 });
  for (const member of [zhang, wang]) sold(store, member, { on: '2026-10-10', fen: 3000, by: seller });
  await answered(store, '2026-10-02', { satisfaction: 5, recommend: 10 }, 3);
  await answered(store, '2026-10-02', { satisfaction: 3, recommend: 0 });
  await answered(store, '2026-09-02', { satisfaction: 1 });
  expect(await indicators()).toMatchObject({
    targets: { satisfaction: 90, loyalty: 80, wordOfMouth: 100 },
    now: {
      ...{
        answers: 4,
        satisfaction: { percent: 75, of: 4 },
        wordOfMouth: { percent: 75 },
        nps: { score: 50 },
      },
      // Of the two buyers of September one came again: (75 + 50) / 2.
      ...{ loyalty: { percent: 50, of: 2 }, loyaltyScore: { score: 62.5 } },
      ...{ complaints: 0, answeredOnTime: null, resolvedOnTime: null },
    },
    before: { satisfaction: { percent: 0, of: 1 }, loyalty: null, loyaltyScore: null },
  });
});

it('S86 each member of staff has a loyalty score of their own', async () => {
  const [zhang = '', li = ''] = members;
  for (const member of [zhang, li]) sold(store, member, { on: '2026-10-10', fen: 3000, by: seller });
  sold(store, zhang, { on: '2026-10-20', fen: 3000 });
  await answered(store, '2026-10-02', { satisfaction: 5, servedBy: seller }, 2);
  const own = (await indicators()).staff.find(({ staffId }) => staffId === seller);
  expect(own).toMatchObject({
    ...{ satisfaction: { percent: 100, of: 2 }, repurchase: { percent: 50, of: 2 } },
    ...{ loyaltyScore: { score: 75 }, complaintsOnTime: null },
  });
});

it('S21 a customer is worth what was spent so far and what is foretold, by the last run', async () => {
  expect((await indicators()).worth).toBeNull();
  const insight = store.raw.prepare(
    `insert into member_insight (n, class, excluded, value, stage, traits, bills, spent_fen, year_bills, year_fen,
       expected_fen, warned, referrals) values (?, 'A', 0, 'low', 'retain', 0, ?, ?, 0, 0, ?, 0, 0)`,
  );
  insight.run(1, 3, 9000, 5000);
  insight.run(2, 1, 1000, null);
  insight.run(3, 0, 0, null);
  store.raw
    .prepare(
      `insert into insight_run (only_row, as_of, rule_version, members, repeat_buyers, purchase_seq, refund_seq, format, took_ms, made_at, whole)
       values (1, '2026-12-01', 1, 3, 1, 0, 0, 1, 1, 0, 1)`,
    )
    .run();
  expect((await indicators()).worth).toEqual({ asOf: '2026-12-01', buyers: 2, spent: 5000, expected: 5000 });
});

it('reads bills and answers by their days', async () => {
  const plans = await plansOf(store, (db) => indicatorsIn(db, ASKED));
  expect(plans).toContain('purchase_date (business_date>? AND business_date<?)');
  expect(plans).not.toMatch(/SCAN (p|survey_answer|complaint)\b/);
});

import { loadHistories } from '@db/insights/histories';
import { catchUp } from '@db/insights/history';
import { rebuildLookup } from '@db/members/lookup-rows';
import { figuresIn, todaysFigures } from '@db/overview/figures';
import { readOn } from '@db/reading';
import { memberCount } from '@db/segments/queries';
import { ruleOfBuyers, ruleOfJoinedIn } from '@domain/overview/rules-of';
import { businessDate, instant } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chances, insertMembers } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { aSeller, OWNER, pointsEntry, refunded, sold } from './till-file';

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
  store.raw.pragma('synchronous = off'); // nothing here is about power cuts
});
afterEach(() => store.close());

const TODAY = businessDate('2026-11-22');
const NOVEMBER = { from: businessDate('2026-11-01'), to: businessDate('2026-11-30') };
const november = () => figuresIn(store.db, { ...NOVEMBER, today: TODAY });
const members = (count: number, joinedOn = '2026-01-01') =>
  insertMembers(
    store.raw,
    Array.from({ length: count }, () => ({ name: '张三', joinedOn })),
  );

describe('a month worked out by hand', () => {
  beforeEach(() => {
    const [zhang = '', li = '', gone = ''] = members(3);
    insertMembers(store.raw, [
      { name: '新来的', joinedOn: '2026-11-01' },
      { name: '上月来的', joinedOn: '2026-10-31' },
    ]);
    const seller = aSeller(store, 1);
    sold(store, zhang, { on: '2026-10-22', fen: 4000 });
    sold(store, zhang, { on: '2026-10-23', fen: 9900 }); // behind the same days of last month
    sold(store, zhang, { on: '2026-11-01', fen: 10_000, by: seller });
    const half = sold(store, li, { on: '2026-11-02', fen: 6000, by: seller });
    refunded(store, half, { on: '2026-11-05', fen: 3000, reducedBy: 200 });
    const whole = sold(store, li, { on: '2026-10-05', fen: 5000, by: seller });
    refunded(store, whole, { on: '2026-11-06', fen: 5000, kind: 'all' });
    const undone = sold(store, li, { on: '2026-11-07', fen: 7700 });
    refunded(store, undone, { on: '2026-11-07', fen: 7700, kind: 'undo' });
    const undoneImport = sold(store, li, { on: '2026-11-07', fen: 100, imported: true });
    refunded(store, undoneImport, { on: '2026-11-08', fen: 40 });
    refunded(store, undoneImport, { on: '2026-11-09', fen: 60, kind: 'import_undo' });
    sold(store, zhang, { on: '2026-11-22', fen: 3000, pointsWorth: 500, imported: true });
    sold(store, gone, { on: '2026-11-10', fen: 2500 });
    store.raw.prepare("update member set state = 'erased', name = '' where id = ?").run(gone);
  });

  it('money is what came in less what went back on these days; undone bills never were', async () => {
    const { now, period } = await november();
    expect(period).toEqual({ from: '2026-11-01', to: '2026-11-22' });
    expect(now).toEqual({
      taken: 10_000 + 6000 + 2500 + 2500,
      refunded: 3000 + 5000,
      money: 13_000,
      bills: 4,
      refunds: 2,
      averageTicket: 5250,
      // Zhang and Li; who was erased has no record to open.
      buyers: 2,
      newMembers: 1,
      ...{ pointsGiven: 0, pointsUsed: 0 },
    });
  });

  it('is held against the same days of October', async () => {
    const { compared, before } = await november();
    expect(compared).toEqual({ from: '2026-10-01', to: '2026-10-22', how: 'same_days' });
    // The bill that went back as a whole in November stays in October's money, but is no visit any more.
    expect(before).toMatchObject({ taken: 9000, refunded: 0, bills: 2, buyers: 1, averageTicket: 4500 });
  });

  it('each day stands beside the same day before', async () => {
    const { series, by } = await november();
    expect(by).toBe('day');
    expect(series).toHaveLength(22);
    expect(series[4]).toEqual({
      ...{ at: '2026-11-05', money: -3000, bills: 0 },
      before: { at: '2026-10-05', money: 5000, bills: 1 },
    });
  });

  it('S86 sellers add up to the store: a refund counts against who sold, imported bills are nobody’s', async () => {
    const { staff, now } = await november();
    expect(staff).toMatchObject([
      { name: '店员1', money: 16_000 - 8000, bills: 2 },
      { staffId: null, name: null, money: 2500, bills: 1 },
      { staffId: OWNER, name: '店主', money: 2500, bills: 1 },
    ]);
    expect(staff.reduce((sum, { money }) => sum + money, 0)).toBe(now.money);
  });

  it('a year is told by months', async () => {
    const year = { from: businessDate('2025-11-23'), to: TODAY };
    const { by, series, compared } = await figuresIn(store.db, { ...year, today: TODAY });
    expect([by, series.length, compared.how]).toEqual(['month', 13, 'months']);
    expect(series.at(-1)).toMatchObject({ at: '2026-11', money: 13_000, bills: 4 });
  });
});

describe('points of a period', () => {
  it('are those of bills, less what refunds and undoing took back', async () => {
    const [zhang = ''] = members(1);
    const on = '2026-11-03';
    const earned = pointsEntry(store, zhang, { kind: 'earn', points: 300, on });
    pointsEntry(store, zhang, { kind: 'earn', points: 100, on, by: aSeller(store, 1) });
    pointsEntry(store, zhang, { kind: 'clawback', points: -50, on });
    pointsEntry(store, zhang, { kind: 'reverse', points: -300, on, reverses: earned });
    const used = pointsEntry(store, zhang, { kind: 'redeem', points: -200, on });
    pointsEntry(store, zhang, { kind: 'redeem', points: -100, on });
    pointsEntry(store, zhang, { kind: 'restore', points: 30, on });
    pointsEntry(store, zhang, { kind: 'reverse', points: 200, on, reverses: used });
    for (const kind of ['opening', 'adjust']) pointsEntry(store, zhang, { kind, points: 1000, on });
    pointsEntry(store, zhang, { kind: 'expire', points: -70, on });
    expect((await november()).now).toMatchObject({ pointsGiven: 50, pointsUsed: 70 });
  });
});

describe('today', () => {
  const NOW = instant(Date.parse('2026-11-22T06:30:00Z'));
  const today = () => todaysFigures(store.db, { today: TODAY, now: NOW });

  it('is held against the same weekday a week ago, up to the same time of day', async () => {
    const [zhang = '', li = ''] = members(2);
    sold(store, zhang, { on: '2026-11-22', fen: 3000, time: '06:30' });
    sold(store, li, { on: '2026-11-15', fen: 1000, time: '06:30' });
    const later = sold(store, li, { on: '2026-11-15', fen: 8000, time: '06:31' });
    refunded(store, later, { on: '2026-11-15', fen: 8000, time: '07:00', kind: 'all' });
    sold(store, li, { on: '2026-11-21', fen: 500 });
    expect(await today()).toMatchObject({
      ...{ day: '2026-11-22', comparedWith: '2026-11-15', until: NOW },
      now: { money: 3000, bills: 1, buyers: 1 },
      before: { money: 1000, bills: 1, buyers: 1, refunds: 0 },
    });
  });

  it('reads the bills of those two days alone', async () => {
    const plans = await plansOf(store, (db) => todaysFigures(db, { today: TODAY, now: NOW }));
    expect(plans).toContain('SEARCH p USING INDEX purchase_date (business_date>? AND business_date<?)');
    expect(plans).toContain('SEARCH r USING INDEX refund_date (business_date>? AND business_date<?)');
    expect(plans).toContain('SEARCH member USING INDEX member_joined');
    expect(plans).toContain('SEARCH e USING INDEX points_entry_staff (staff_id=? AND business_date>?');
    expect(plans).not.toMatch(/SCAN (p|r|e|member|u)\b/);
  });
});

describe('laws over a store of chance', () => {
  function filled(seed: number): readonly string[] {
    const chance = chances(seed);
    const whole = (most: number) => Math.floor(chance() * most);
    const day = (back: number) => new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10);
    const ids = Array.from({ length: 12 }, () => members(1, day(whole(80)))[0] ?? '');
    const sellers = [OWNER, aSeller(store, 1), aSeller(store, 2)];
    for (let count = 0; count < 150; count++) {
      const [back, fen] = [whole(70), 100 * (1 + whole(50))];
      const member = ids[whole(12)] ?? '';
      const bill = sold(store, member, {
        ...{ on: day(back), fen, by: sellers[whole(3)] ?? OWNER },
        imported: chance() < 0.2,
      });
      const part = chance() < 0.2 ? Math.floor(fen / 2) : 0;
      if (part > 0) refunded(store, bill, { on: day(whole(back + 1)), fen: part });
      if (chance() < 0.1) refunded(store, bill, { on: day(whole(back + 1)), fen: fen - part, kind: 'all' });
    }
    return ids;
  }

  it.each([1, 2, 3])(
    'days, months and sellers add up; over all days money is that of the histories (%i)',
    async (seed) => {
      filled(seed);
      rebuildLookup(store.raw, TODAY);
      while (catchUp(store.raw, 1000) > 0);
      const all = { from: businessDate('2026-09-01'), to: TODAY };
      const { now, series, staff, by } = await figuresIn(store.db, { ...all, today: TODAY });
      expect(by).toBe('month');
      for (const parts of [series, staff]) {
        expect(parts.reduce((sum, { money }) => sum + money, 0)).toBe(now.money);
        expect(parts.reduce((sum, { bills }) => sum + bills, 0)).toBe(now.bills);
      }
      const { fen } = loadHistories(store.raw);
      expect(now.money).toBe(fen.reduce((sum, money) => sum + money, 0));
      const october = { from: businessDate('2026-10-01'), to: businessDate('2026-10-31') };
      const days = await figuresIn(store.db, { ...october, today: TODAY });
      expect(days.series.reduce((sum, { money }) => sum + money, 0)).toBe(days.now.money);
      expect(series.find(({ at }) => at === '2026-10')?.money).toBe(days.now.money);
    },
  );

  it.each([4, 5, 6])('the list behind a number holds as many as it says (%i)', async (seed) => {
    const [first = ''] = filled(seed);
    store.raw.prepare("update member set state = 'erased', name = '' where id = ?").run(first);
    rebuildLookup(store.raw, TODAY);
    for (const from of ['2026-11-22', '2026-11-10', '2026-09-20'].map(businessDate)) {
      const period = { from, to: TODAY };
      const { now } = await figuresIn(store.db, { ...period, today: TODAY });
      const counted = (rule: ReturnType<typeof ruleOfBuyers>) =>
        rule === null ? null : readOn(store.db, memberCount(rule, TODAY));
      expect(await counted(ruleOfBuyers(period, TODAY))).toBe(now.buyers);
      expect(await counted(ruleOfJoinedIn(period, TODAY))).toBe(now.newMembers);
    }
  });

  it('no rule of today finds who bought in a period that is over', () => {
    const october = { from: businessDate('2026-10-01'), to: businessDate('2026-10-31') };
    expect(ruleOfBuyers(october, TODAY)).toBeNull();
    expect(ruleOfJoinedIn(october, TODAY)).not.toBeNull();
    expect(ruleOfJoinedIn({ from: TODAY, to: businessDate('2026-11-30') }, TODAY)).toBeNull();
  });
});

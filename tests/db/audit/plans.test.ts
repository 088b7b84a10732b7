import { trailPage } from '@db/audit/queries';
import { watchList } from '@db/audit/watch';
import { figuresOfDay } from '@db/days/figures';
import { lateRows } from '@db/days/late';
import { closeBefore, closesPage, openDays } from '@db/days/queries';
import { readOn } from '@db/reading';
import { businessDate } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plansOf } from '../../support/plans';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { addZhang, fillTrail, OWNER, ZHANG } from './trail';

const day = businessDate('2026-05-18');
const ALL = { subject: null, staffId: null, act: null, from: null, to: null, before: null, limit: 50 };
const LIMITS = { adjustmentsPerDay: 5, salesPerCard: 4, refundMinutes: 60 };

let store: StoreFile;
beforeEach(async () => {
  store = aStoreFile();
  addZhang(store);
  await fillTrail(store, 8);
});
afterEach(() => store.close());

/** Steps that read a whole ledger; the few people of the staff may be read one by one. */
const scans = (plan: string) =>
  plan
    .split('\n')
    .filter((step) =>
      /^SCAN (p|e|b|f|m|purchase|refund|coupon|complaint|member|audit_entry)( |$)/.test(step),
    );

describe('reads of the trail and of a day go by indexes', () => {
  it.each([
    ['newest first', {}, 'SEARCH e USING INTEGER PRIMARY KEY (rowid<?)', { before: 5 }],
    [
      'about a member',
      { subject: { kind: 'member' as const, id: ZHANG } },
      'SEARCH w USING PRIMARY KEY (kind=? AND id=?)',
      {},
    ],
    ['of one act', { act: 'points.adjust' }, 'SEARCH e USING COVERING INDEX audit_entry_act (act=?)', {}],
    ['of one person', { staffId: OWNER }, 'SEARCH e USING COVERING INDEX audit_entry_staff (staff_id=?)', {}],
    [
      'of one person and one act, which the index of the acts knows',
      { staffId: OWNER, act: 'points.adjust' },
      'SEARCH e USING COVERING INDEX audit_entry_act (act=?)',
      {},
    ],
    ['of some days', { from: day, to: day }, 'SEARCH audit_entry USING COVERING INDEX audit_entry_date', {}],
  ])('a page %s', async (_what, filter, step, more) => {
    const plan = await plansOf(store, (db) => trailPage(db, { ...ALL, ...filter, ...more }));
    expect(plan).toContain(step);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it('the figures of a day, what came after its close, the closes', async () => {
    const calendar = { zone: 'Asia/Shanghai', dayStartHour: 0 };
    const plan = await plansOf(store, (db) => readOn(db, figuresOfDay(day, calendar)));
    expect(scans(plan)).toEqual([]);
    for (const index of [
      'purchase_date',
      'refund_date',
      'points_entry_staff',
      'coupon_event_date',
      'complaint_day',
    ])
      expect(plan).toContain(index);
    expect(await plansOf(store, (db) => lateRows(db, day, 3))).toContain('audit_entry_date');
    expect(await plansOf(store, (db) => closeBefore(db, 9))).toContain(
      'SEARCH c USING INDEX day_close_audit',
    );
    expect(await plansOf(store, (db) => closesPage(db, { offset: 0, limit: 20 }))).not.toContain(
      'TEMP B-TREE',
    );
    expect(await plansOf(store, (db) => openDays(db, day))).toContain('purchase_date');
  });

  it('the watch list reads its days and its people, never a whole ledger', async () => {
    const plan = await plansOf(store, (db) => watchList(db, { from: day, to: day, limits: LIMITS }));
    expect(scans(plan)).toEqual([]);
    for (const index of ['points_entry_staff', 'purchase_date', 'refund_date', 'audit_entry_date'])
      expect(plan).toContain(index);
  });
});

import { complaintStatistics } from '@db/complaints/statistics';
import { businessDate, instant } from '@domain/units';
import { v7 as newId } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertComplaints } from '../../support/complaint-rows';
import { insertMembers } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

const HOUR = 3_600_000;
const CALENDAR = { zone: 'Asia/Shanghai', dayStartHour: 0 };
const MAY = { from: businessDate('2026-05-01'), to: businessDate('2026-05-31') };
const NOW = { now: STORE_NOW, today: businessDate('2026-05-18'), calendar: CALENDAR };

let store: StoreFile;
beforeEach(() => {
  store = aStoreFile();
});
afterEach(() => store.close());

const said = () => complaintStatistics(store.db, { ...MAY, ...NOW });
const staffId = () => store.raw.prepare<[], string>('select id from staff').pluck().get() ?? '';

/** A later version of the rules, with some of it put otherwise. */
function ruled(changes: string, ...values: string[]): void {
  store.raw
    .prepare(
      `insert into rule_version (rules, staff_id, made_at, effective_from)
       select json_set(rules, ${changes}), staff_id, 0, '2026-01-01' from rule_version limit 1`,
    )
    .run(...values);
}

function event(complaintId: string, kind: string, at: number): void {
  store.raw
    .prepare(
      `insert into complaint_event (id, complaint_id, kind, note, at, staff_id) values (?, ?, ?, 'x', ?, ?)`,
    )
    .run(newId(), complaintId, kind, at, staffId());
}

describe('S71 the figures of a period', () => {
  it('carry the names of staff, of members, and the owner’s words for reasons', async () => {
    ruled(`'$.complaints.reasons[0].id', 'own_smell', '$.complaints.reasons[0].name', '有异味'`);
    const [memberId = ''] = insertMembers(store.raw, [{ name: '张三' }]);
    insertComplaints(store.raw, [
      { receivedAt: STORE_NOW - 300 * HOUR, memberId, reason: 'own_smell' },
      { receivedAt: STORE_NOW - 200 * HOUR, memberId, reason: 'own_smell', aboutStaffId: staffId() },
    ]);
    expect(await said()).toMatchObject({
      total: 2,
      byReason: [{ reason: 'own_smell', reasonName: '有异味', count: 2, before: 0 }],
      byStaff: [{ staff: { id: staffId(), name: '店主' }, about: 1, taken: 2 }],
      repeats: [{ memberId, memberName: '张三', reason: 'own_smell', reasonName: '有异味', count: 2 }],
    });
  });

  it('leave the time out in which the clocks stood still, ended by going on or by the answer itself', async () => {
    const start = STORE_NOW - 100 * HOUR;
    const [goneOn = '', answered = ''] = insertComplaints(store.raw, [
      { receivedAt: start, answeredAfter: 10 },
      { receivedAt: start, answeredAfter: 20 },
    ]);
    event(goneOn, 'paused', start + 2 * HOUR);
    event(goneOn, 'resumed', start + 5 * HOUR);
    event(goneOn, 'responded', start + 10 * HOUR);
    event(answered, 'paused', start + HOUR);
    event(answered, 'responded', start + 20 * HOUR);
    const { toResponse } = await said();
    expect(toResponse).toMatchObject({ of: 2, p50: 60, longest: 7 * 60 });
  });

  it('count store hours where a complaint counts them', async () => {
    // Friday 17:00 to Saturday 10:00 in the store's zone.
    const friday = instant(Date.parse('2026-05-15T09:00:00Z'));
    insertComplaints(store.raw, [
      { receivedAt: friday, answeredAfter: 17, storeHours: true },
      { receivedAt: friday, answeredAfter: 17 },
    ]);
    const days = Array.from({ length: 7 }, () => ({ opens: 540, closes: 1080 }));
    ruled(`'$.hours.weekly', json(?)`, JSON.stringify(days));
    expect((await said()).toResponse).toMatchObject({ of: 2, p50: 2 * 60, longest: 17 * 60 });
  });

  it('add up what was given for these complaints, whenever it was given', async () => {
    const [inside = '', before = ''] = insertComplaints(store.raw, [
      { receivedAt: STORE_NOW - 50 * HOUR },
      { receivedAt: STORE_NOW - 1000 * HOUR },
    ]);
    const give = store.raw.prepare(
      `insert into compensation (id, complaint_id, kind, what, worth_fen, business_date, at, staff_id)
       values (?, ?, 'gift', '水果', ?, '2026-06-02', 0, ?)`,
    );
    for (const [complaintId, fen] of [
      [inside, 1500],
      [inside, 250],
      [before, 9900],
    ] as const)
      give.run(newId(), complaintId, fen, staffId());
    expect((await said()).compensation).toEqual({ count: 2, worth: 1750 });
  });

  it('of a period without complaints are empty, not absent', async () => {
    expect(await said()).toMatchObject({
      total: 0,
      response: { onTime: 0, of: 0 },
      toResponse: null,
      satisfaction: null,
      compensation: { count: 0, worth: 0 },
      byMonth: [{ month: '2026-05', count: 0 }],
    });
  });

  it('read the complaints of these days by their index', async () => {
    const plan = await plansOf(store, (db) => complaintStatistics(db, { ...MAY, ...NOW }));
    expect(plan).toContain('complaint USING INDEX complaint_day');
    expect(plan).not.toMatch(/SCAN complaint( |$)/m);
  });
});

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { newestWholeBackup } from '@db/backups/make';
import { migrate } from '@db/migrate';
import { MIGRATIONS } from '@db/migrations/index';
import { connect } from '@db/open';
import { APPLICATION_ID } from '@db/store-header';
import { fen } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathsIn } from '../../electron/main/paths';
import { FIRST_RULES } from '../support/first-rules';
import { aShop, type TestShop } from '../support/shop';

const MEMBER = '0190a5d0-0000-7000-8000-0000000000aa';
const SALE = '0190a5d0-0000-7000-8000-0000000000bb';

/** A store as the first version left it: rules without tiers and coupons, one sale of 1,200 yuan. */
function firstVersionAt(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const raw = connect(path);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(raw, () => undefined, MIGRATIONS.slice(0, 1));
  const rules = JSON.stringify(FIRST_RULES);
  raw.exec(`
    insert into store values (1, '0190a5d0-0000-7000-8000-000000000001', '老店', 'Asia/Shanghai', 0, 0, 0);
    insert into staff (id, name, role, created_at) values ('owner', '店主', 'owner', 0);
    insert into rule_version (rules, staff_id, made_at) values ('${rules}', 'owner', 0);
    insert into member (n, id, member_no, name, phone, source, joined_on, created_at, updated_at, staff_id)
      values (1, '${MEMBER}', '000001', '张三', '13812348812', 'walk_in', '2026-05-01', 0, 0, 'owner');
    insert into member_lookup (n, score, points, open_complaints, visits, phone, name, name_key, pinyin, initials, member_no, tier, joined_on)
      values (1, 0, 1200, 0, 1, '13812348812', '张三', '张三', '', '', '000001', 'regular', '2026-05-01');
    insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, points_earned, rule_version, bought_at,
        business_date, staff_id, recorded_at)
      values ('${SALE}', '${MEMBER}', 120000, 120000, 120000, 1200, 1, 1777600800000, '2026-05-01', 'owner', 0);
    insert into points_entry (id, member_id, kind, points, purchase_id, rule_version, at, business_date, staff_id)
      values ('entry', '${MEMBER}', 'earn', 1200, '${SALE}', 1, 0, '2026-05-01', 'owner');
    insert into points_lot (id, member_id, entry_id, points, earned_on, last_day)
      values ('lot', '${MEMBER}', 'entry', 1200, '2026-05-01', '2027-05-31');
    insert into points_move (entry_id, member_id, lot_id, points) values ('entry', '${MEMBER}', 'lot', 1200);`);
  raw.close();
}

const HOUR = 3_600_000;
const RECEIVED = Date.parse('2026-05-04T04:00:00Z'); // noon in the store, and not far from it on the PC
const hoursIn = (hours: number) => RECEIVED + hours * HOUR;

/** Complaints as the second version kept them: one in every state, the last late in its first round. */
function secondVersionAt(path: string): void {
  firstVersionAt(path);
  const raw = connect(path);
  migrate(raw, () => undefined, MIGRATIONS.slice(0, 2));
  const complaint =
    raw.prepare(`insert into complaint (id, number, member_id, object, reason, severity, channel, what, wish, state,
      received_at, response_due_at, resolution_due_at, responded_at, resolved_at, closed_at, result, cause, measure, staff_id)
    values (@id, @number, '${MEMBER}', 'goods', 'goods_spoiled', 'high', 'counter', @what, '换一瓶', @state,
      ${RECEIVED}, @due, ${hoursIn(168)}, @responded, @resolved, @closed, @result, @cause, @measure, 'owner')`);
  const event = raw.prepare(
    "insert into complaint_event (id, complaint_id, kind, note, due, at, staff_id) values (?, ?, ?, ?, ?, ?, 'owner')",
  );
  const blank = { responded: null, resolved: null, closed: null, result: '', cause: '', measure: '' };
  const write = (
    number: number,
    state: string,
    due: number,
    told: Partial<Record<keyof typeof blank, unknown>>,
    steps: readonly (readonly [string, number])[],
  ) => {
    const id = complaintId(number);
    complaint.run({ ...blank, ...told, id, number, state, due, what: `鱼油发霉 ${number}` });
    const logged = JSON.stringify([{ clock: 'response', at: hoursIn(24), from: RECEIVED, hours: 24 }]);
    event.run(`${id}-0`, id, 'logged', '', logged, RECEIVED);
    for (const [kind, hours] of steps)
      event.run(`${id}-${kind}-${hours}`, id, kind, '说明', '[]', hoursIn(hours));
  };
  write(1, 'open', hoursIn(24), {}, []);
  write(2, 'responded', hoursIn(24), { responded: hoursIn(2) }, [['responded', 2]]);
  const solved = { responded: hoursIn(2), resolved: hoursIn(170), result: '换新' };
  write(3, 'resolved', hoursIn(24), solved, [
    ['responded', 2],
    ['resolved', 170],
  ]);
  const shut = { ...solved, resolved: hoursIn(5), closed: hoursIn(6), cause: '受潮', measure: '冷柜' };
  write(4, 'closed', hoursIn(24), shut, [
    ['responded', 2],
    ['resolved', 5],
    ['closed', 6],
  ]);
  write(5, 'reopened', hoursIn(64), {}, [
    ['responded', 30],
    ['resolved', 32],
    ['reopened', 40],
  ]);
  raw.close();
}

const complaintId = (number: number) =>
  `0190a5d0-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`;

describe('a store of the second version', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await aShop({ open: false });
    secondVersionAt(pathsIn(shop.userData).store);
    await shop.client.settings.retryStore({});
  });
  afterEach(async () => {
    expect(shop.reported).toEqual([]);
    await shop.close();
  });

  it('S71 keeps its complaints whole in every state, each with its timeline, and finds them by their words', async () => {
    const { complaints } = shop.client;
    const details = await Promise.all(
      [1, 2, 3, 4, 5].map((number) => complaints.detail({ complaintId: complaintId(number) })),
    );
    expect(details.map((one) => [one?.number, one?.state, one?.timeline.length])).toEqual([
      [1, 'open', 1],
      [2, 'responded', 2],
      [3, 'resolved', 3],
      [4, 'closed', 4],
      [5, 'reopened', 4],
    ]);
    expect(
      details.map((one) => [one?.firstRespondedAt, one?.responseBreached, one?.resolutionBreached]),
    ).toEqual([
      [null, false, false],
      [hoursIn(2), false, false],
      [hoursIn(2), false, true],
      [hoursIn(2), false, false],
      [hoursIn(30), true, false],
    ]);
    for (const one of details)
      expect(one).toMatchObject({
        memberName: '张三',
        reasonGroup: 'goods',
        reason: 'goods_spoiled',
        wish: '换一瓶',
        storeHours: false,
        pausedAt: null,
      });
    expect(details[3]).toMatchObject({
      result: '换新',
      cause: '受潮',
      measure: '冷柜',
      closedAt: hoursIn(6),
    });
    expect(details[0]?.timeline[0]?.due).toEqual([
      { clock: 'response', at: hoursIn(24), from: RECEIVED, hours: 24, storeHours: false },
    ]);
    const found = await complaints.list({
      ...{ which: 'all', text: '发霉', object: null, reasonGroup: null, reason: null, severity: null },
      ...{ aboutStaffId: null, from: null, to: null, lateOnly: false, offset: 0, limit: 9 },
    });
    expect(found.total).toBe(5);
  });

  it('S68 goes on with them: a pause, an answer, a close', async () => {
    const { complaints } = shop.client;
    const open = { complaintId: complaintId(1) };
    expect(await complaints.pause(shop.request(), { ...open, reason: '等寄回' })).toMatchObject({ ok: true });
    expect(await complaints.respond(shop.request(), { ...open, note: '已致电' })).toMatchObject({ ok: true });
    const close = { complaintId: complaintId(3), cause: '受潮', measure: '冷柜', satisfaction: 4 };
    expect(await complaints.close(shop.request(), close)).toMatchObject({ ok: true });
    expect(await complaints.detail({ complaintId: complaintId(3) })).toMatchObject({
      state: 'closed',
      satisfaction: 4,
      resolutionBreached: true,
    });
  });
});

describe('a store of the first version', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await aShop({ open: false });
    firstVersionAt(pathsIn(shop.userData).store);
    await shop.client.settings.retryStore({});
  });
  afterEach(() => shop.close());

  it('opens with everything it had, after a backup that reads back', async () => {
    expect(await shop.client.settings.store({})).toMatchObject({ state: 'open', name: '老店' });
    const card = await shop.client.members.card({ memberId: MEMBER });
    expect(card).toMatchObject({ name: '张三', points: 1200 });
    const bill = await shop.client.purchases.detail({ purchaseId: SALE });
    expect(bill).toMatchObject({ gross: 120000, discount: 0, total: 120000, paid: 120000, account: null });
    expect(newestWholeBackup(pathsIn(shop.userData).store)?.path).toBeDefined();
    expect(shop.reported).toEqual([]);
  });

  it('keeps the rules it had, and gets tiers and coupons with their starting rules', async () => {
    const { rules, version } = await shop.client.settings.rules({});
    expect(version).toBe(1);
    expect(rules.points.adjustDailyLimit).toBe(500);
    expect(rules.tiers.loyal).toEqual({ money: 100000, visits: 12 });
    expect(rules.coupons.templates.map(({ id }) => id)).toContain('first-purchase');
  });

  it('knows from its old sales who is loyal by now, and sells to them at their price', async () => {
    const sold = await shop.client.purchases.record(shop.request(), {
      memberId: MEMBER,
      gross: fen(100_00),
      receiptNo: '',
      items: [],
      redeem: 0 as never, // zero points
    });
    expect(sold).toMatchObject({ ok: true, value: { paid: 90_00, earned: 108 } });
    const card = await shop.client.members.card({ memberId: MEMBER });
    expect(card?.standing.tier).toBe('loyal');
  });
});

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { newestVerifiedBackup } from '@db/backup';
import { migrate } from '@db/migrate';
import { MIGRATIONS } from '@db/migrations/index';
import { APPLICATION_ID, connect } from '@db/open';
import { fen } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pathsIn } from '../../electron/main/paths';
import { aShop, type TestShop } from '../support/shop';

const MEMBER = '0190a5d0-0000-7000-8000-0000000000aa';
const SALE = '0190a5d0-0000-7000-8000-0000000000bb';

/** A store as the first version left it: rules without tiers and coupons, one sale of 1,200 yuan. */
function firstVersionAt(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const raw = connect(path);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(raw, () => undefined, MIGRATIONS.slice(0, 1));
  const rules = JSON.stringify({
    points: {
      earn: { points: 1, perFen: 100 },
      expiryMonths: 12,
      redeem: { points: 100, worthFen: 100 },
      redeemMinimum: 100,
      redeemStep: 100,
      redeemMaxPercent: 50,
      restoredLotDays: 30,
      adjustDailyLimit: 500,
    },
    complaints: { responseHours: 24, resolutionHours: 168 },
  });
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
    expect(newestVerifiedBackup(`${dirname(pathsIn(shop.userData).store)}/backups`)?.path).toBeDefined();
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

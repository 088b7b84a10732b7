import { readOn, rows } from '@db/reading';
import { accountReading, afterRefund } from '@db/tiers/accounts';
import { appendTierChanges, settleTier } from '@db/tiers/commands';
import { standingView, tierAfterRefund, tierOnDemand, whyTier } from '@db/tiers/queries';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen, instant } from '@domain/units';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertBills, insertMembers } from '../../support/member-rows';
import { plansOf } from '../../support/plans';
import { aStoreFile, STORE_NOW, type StoreFile } from '../../support/store-file';

const TODAY = businessDate('2026-05-18');
const OWNER = '0190a5d0-0000-7000-8000-000000000002';
const stamp = { now: STORE_NOW, today: TODAY, staffId: OWNER, ruleVersion: 1, newId: uuidv7 };

let store: StoreFile;
let zhang: string;
beforeEach(() => {
  store = aStoreFile();
  zhang = insertMembers(store.raw, [{ name: '张三', joinedOn: '2024-02-01' }])[0] ?? '';
});
afterEach(() => store.close());

const bought = (on: string, yuan: number) =>
  insertBills(store.raw, [{ memberId: zhang, on, fen: yuan * 100 }])[0] ?? '';

function refunded(purchaseId: string, kind: string, moneyBack: number, reducedBy = 0) {
  store.raw
    .prepare(
      `insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reduced_by_fen, reason,
         refunded_at, business_date, staff_id) values (?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)`,
    )
    .run(
      uuidv7(),
      purchaseId,
      zhang,
      kind,
      moneyBack + reducedBy,
      moneyBack,
      reducedBy,
      STORE_NOW,
      TODAY,
      OWNER,
    );
}

function rulesFrom(day: string, tiers: Partial<typeof DEFAULT_RULES.tiers>) {
  const rules = { ...DEFAULT_RULES, tiers: { ...DEFAULT_RULES.tiers, ...tiers } };
  store.raw
    .prepare('insert into rule_version (rules, staff_id, made_at, effective_from) values (?, ?, 1, ?)')
    .run(JSON.stringify(rules), OWNER, day);
}

const settle = () => store.db.transaction().execute(async (tx) => settleTier(tx, zhang, stamp));
const stored = () =>
  store.raw.prepare('select tier, tier_since, tier_until, tier_fixed from member where id = ?').get(zhang);

describe('a member’s level in the store', () => {
  it('is regular since joining until there is more', async () => {
    const account = await tierOnDemand(store.db, zhang, TODAY);
    expect(account?.standing).toEqual({ tier: 'regular', since: '2024-02-01', until: null, fixed: false });
    expect(await tierOnDemand(store.db, uuidv7(), TODAY)).toBeNull();
  });

  it('counts money less what went back and what was kept from it, and no bill that went back as a whole', async () => {
    bought('2026-05-01', 300);
    refunded(bought('2026-05-02', 400), 'part', 100_00, 50_00);
    refunded(bought('2026-05-03', 500), 'all', 500_00);
    bought('2025-05-18', 700); // a day too old
    const account = await tierOnDemand(store.db, zhang, TODAY);
    expect(account && standingView(account)).toMatchObject({
      money: 550_00,
      visits: 2,
      windowFrom: '2025-05-19',
      next: { tier: 'loyal', money: 450_00, visits: 10 },
    });
  });

  it('is judged the same in a transaction and beside one, before and after it is written', async () => {
    bought('2026-05-02', 1200);
    const seen = await tierOnDemand(store.db, zhang, TODAY);
    expect(seen?.overdue).toMatchObject([{ kind: 'up', on: TODAY, after: { tier: 'loyal' } }]);
    expect((await settle())?.standing).toEqual(seen?.standing);
    expect(stored()).toEqual({ tier: 'loyal', tier_since: TODAY, tier_until: '2027-05-18', tier_fixed: 0 });
    expect(await tierOnDemand(store.db, zhang, TODAY)).toMatchObject({
      standing: seen?.standing,
      overdue: [],
    });
    await settle();
    expect(store.raw.prepare('select count(*) from tier_change').pluck().get()).toBe(1);
  });

  it('is nobody’s once they are erased', async () => {
    bought('2026-05-02', 1200);
    store.raw.exec("update member set state = 'erased'");
    expect(await settle()).toBeNull();
    expect(await tierOnDemand(store.db, zhang, TODAY)).toBeNull();
  });

  it('an upgrade by itself is no work of a person; one by hand is', async () => {
    bought('2026-05-02', 1200);
    await settle();
    const updated = () => store.raw.prepare('select updated_at from member').pluck().get();
    expect(updated()).toBe(0);
    const account = await tierOnDemand(store.db, zhang, TODAY);
    if (account === null) throw new Error('张三');
    const after = { ...account.standing, tier: 'vip' } as const;
    const change = { kind: 'by_hand', on: TODAY, before: account.standing, after, reason: '老顾客' } as const;
    const takings = { money: fen(0), visits: 0 };
    await store.db
      .transaction()
      .execute(async (tx) =>
        appendTierChanges(tx, zhang, [{ ...change, takings, ruleVersion: 1 }], {}, stamp),
      );
    expect(updated()).toBe(STORE_NOW);
  });
});

describe('rules that changed while nobody looked', () => {
  it('are judged as of their day once a pass has run before it', async () => {
    bought('2026-04-01', 150);
    rulesFrom('2026-05-10', { loyal: { money: fen(100_00), visits: 9 } });
    const overdue = async () => (await tierOnDemand(store.db, zhang, TODAY))?.overdue;
    expect(await overdue()).toMatchObject([{ on: TODAY, ruleVersion: 2 }]);
    store.raw
      .prepare(`insert into daily_pass (business_date, rule_version, finished_at, members, tier_changes, coupons)
      values (?, 1, 1, 1, 0, 0)`)
      .run('2026-05-09');
    expect(await overdue()).toMatchObject([{ kind: 'up', on: '2026-05-10', after: { until: '2027-05-10' } }]);
  });

  it('that are planned do not count before their day; of two for one day the last one does', async () => {
    bought('2026-04-01', 150);
    rulesFrom('2026-05-18', { loyal: { money: fen(50_00), visits: 9 } });
    rulesFrom('2026-05-18', { loyal: { money: fen(900_00), visits: 9 } });
    rulesFrom('2026-05-19', { loyal: { money: fen(1_00), visits: 9 } });
    expect((await tierOnDemand(store.db, zhang, TODAY))?.overdue).toEqual([]);
    expect((await tierOnDemand(store.db, zhang, businessDate('2026-05-19')))?.overdue).toMatchObject([
      { kind: 'up', ruleVersion: 4 },
    ]);
  });

  it('leave those alone who joined before the store had any', async () => {
    store.raw.exec("update member set joined_on = '1998-03-01'");
    bought('2026-05-02', 1200);
    expect((await tierOnDemand(store.db, zhang, TODAY))?.overdue).toMatchObject([{ kind: 'up', on: TODAY }]);
  });
});

describe('a refund', () => {
  it('is foreseen without being written', async () => {
    const bill = bought('2026-05-18', 1200);
    await settle();
    const account = await tierOnDemand(store.db, zhang, TODAY);
    if (account === null) throw new Error('张三');
    const part = { purchaseId: bill, back: fen(100_00), whole: false };
    const whole = { purchaseId: bill, back: fen(1200_00), whole: true };
    expect(await tierAfterRefund(store.db, account, part)).toBeNull();
    expect(await tierAfterRefund(store.db, account, whole)).toEqual({ from: 'loyal', to: 'regular' });
    expect(afterRefund(account, whole).bills).toMatchObject([{ money: 0, stands: false }]);
  });
});

describe('why', () => {
  it('tells what counts, newest first, and every change, also one that is not written yet', async () => {
    bought('2026-03-01', 100);
    bought('2026-05-02', 1200);
    const looks = { today: TODAY, now: instant(STORE_NOW + 1), staffName: '店主' };
    const first = await whyTier(store.db, zhang, looks);
    expect(first?.bills.map(({ on }) => on)).toEqual(['2026-05-02', '2026-03-01']);
    expect(first).toMatchObject({
      billsInAll: 2,
      rule: { version: 1, effectiveFrom: '2000-01-01' },
      changes: [{ kind: 'up', at: STORE_NOW + 1, staffName: '店主', money: 1300_00, visits: 2 }],
    });
    await settle();
    expect(await whyTier(store.db, zhang, looks)).toMatchObject({ changes: [{ kind: 'up', at: STORE_NOW }] });
  });
});

describe('every question is answered from an index', () => {
  it.each([
    ['on demand', () => plansOf(store, (db) => tierOnDemand(db, zhang, TODAY))],
    [
      'why',
      () => plansOf(store, (db) => whyTier(db, zhang, { today: TODAY, now: STORE_NOW, staffName: '' })),
    ],
  ])('%s', async (_question, plans) => {
    insertBills(store.raw, [{ memberId: zhang, on: '2026-05-01' }]);
    const plan = await plans();
    expect(plan).toMatch(/USING INDEX purchase_member \(member_id=\? AND bought_at>\?\)/);
    expect(plan).not.toMatch(/SCAN (m|p|r|refund|purchase|tier_change|daily_pass)\b/);
  });

  it('three statements tell a level', async () => {
    let statements = 0;
    const counting = (function* () {
      const reading = accountReading(zhang, TODAY);
      for (let step = reading.next(); ; statements++) {
        if (step.done === true) return step.value;
        step = reading.next(yield* rows(step.value.text, ...step.value.values));
      }
    })();
    await readOn(store.db, counting);
    expect(statements).toBe(3);
  });
});

import { tierOnDemand } from '@db/tiers/queries';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen } from '@domain/units';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chances, crowd, insertBills, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { aFile, ended, imported } from '../exchange/support';

describe('the daily pass', () => {
  let shop: TestShop;
  let expected: string[];
  beforeEach(async () => {
    shop = await aShop(HERE);
    expected = [];
  });
  afterEach(async () => {
    expect(shop.reported.map((line) => line.split('\n')[0])).toEqual(expected);
    await shop.close();
  });

  const pass = async () => {
    shop.main.daily.wake();
    await shop.main.daily.settled();
  };
  const passes = () =>
    shop.raw().prepare('select business_date, rule_version, members, tier_changes from daily_pass').all();
  const all = (sql: string) => shop.raw().prepare(sql).all();

  /** Members with bills of the last two years, some of them refunded, some set by hand. */
  function aCrowd(size: number, seed: number): string[] {
    const raw = shop.raw();
    const chance = chances(seed);
    const ids = insertMembers(raw, crowd(size, seed));
    const day = (back: number) => new Date(shop.clock.now - back * 86_400_000).toISOString().slice(0, 10);
    const bills = ids.flatMap((memberId) =>
      Array.from({ length: Math.floor(chance() * 14) }, () => ({
        memberId,
        on: day(Math.floor(chance() * 730)),
        fen: Math.floor(chance() * 60_000),
      })),
    );
    insertBills(raw, bills);
    raw.exec(`insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at,
        business_date, staff_id)
      select 'r' || seq, id, member_id, 'all', total_fen, paid_fen, '', bought_at, business_date, staff_id
      from purchase where seq % 9 = 0`);
    raw.exec(`update member set tier = 'vip', tier_since = '2024-01-01', tier_until = case n % 3 when 0 then '2025-02-03'
        when 1 then '2026-05-17' else '2026-05-18' end, tier_fixed = n % 5 = 0 where n % 4 = 0`);
    return ids;
  }

  it('writes what looking at every member on demand says, in one go and for everybody', async () => {
    const ids = aCrowd(700, 7);
    const { db } = shop.main.app.session.shop().opened;
    const today = businessDate('2026-05-18');
    const accounts = await Promise.all(ids.map((id) => tierOnDemand(db, id, today)));
    const foreseen = accounts.flatMap((account) =>
      (account?.overdue ?? []).map(({ kind, on, after: { tier, until } }) => {
        return { id: account?.memberId, kind, on, tier, until };
      }),
    );
    expect(new Set(foreseen.map(({ kind }) => kind))).toEqual(new Set(['up', 'down', 'kept', 'hand_ended']));
    await pass();
    expect(
      all(
        'select member_id as id, kind, business_date as "on", to_tier as tier, until from tier_change order by seq',
      ),
    ).toEqual(foreseen);
    expect(passes()).toEqual([
      { business_date: today, rule_version: 1, members: 700, tier_changes: foreseen.length },
    ]);
    for (const id of ids) expect((await tierOnDemand(db, id, today))?.overdue).toEqual([]);
    expect(all('select l.n from member_lookup l join member m on m.n = l.n where l.tier <> m.tier')).toEqual(
      [],
    );
  });

  it('does not run twice on a day, but again on the next and when other rules are in force', async () => {
    aCrowd(20, 3);
    await pass();
    await pass();
    expect(passes()).toHaveLength(1);
    shop.clock.advanceDays(1);
    await pass();
    expect(passes()).toHaveLength(2);
    const rules = {
      ...DEFAULT_RULES,
      tiers: { ...DEFAULT_RULES.tiers, loyal: { money: fen(1), visits: 1 } },
    };
    const changed = await shop.client.settings.changeRules(shop.request(), { basedOn: 1, rules });
    expect(changed.ok).toBe(true);
    await pass();
    expect(passes()).toHaveLength(3);
    expect(passes().at(-1)).toMatchObject({ rule_version: 2, business_date: '2026-05-19' });
  });

  it('leaves out who is erased or void', async () => {
    const [erased] = aCrowd(5, 4);
    shop.raw().prepare("update member set state = 'erased' where id = ?").run(erased);
    await pass();
    expect(passes()).toMatchObject([{ members: 4 }]);
    expect(all(`select 1 from tier_change where member_id = '${erased}'`)).toEqual([]);
  });

  it('one that failed is told, not recorded, and tried again as a whole', async () => {
    aCrowd(60, 5);
    shop
      .raw()
      .exec("create trigger broken before insert on tier_change begin select raise(abort, 'no more'); end");
    await pass();
    expected = ['the daily pass: SqliteError: no more'];
    expect(passes()).toEqual([]);
    shop.raw().exec('drop trigger broken');
    await pass();
    expect(passes()).toMatchObject([{ members: 60 }]);
  });

  it('ends after the step at hand when the store is closed', async () => {
    aCrowd(900, 6);
    shop.main.daily.wake();
    await shop.main.app.session.retry();
    expect(passes()).toEqual([]);
    await pass();
    expect(passes()).toMatchObject([{ members: 900 }]);
  });

  it('tells the window when something has changed, and only then', async () => {
    // Insight follows every pass and tells of itself.
    const told = () =>
      shop.events.filter((event) => event.type === 'data-changed' && !event.scopes.includes('insight_run'));
    await pass();
    shop.events.length = 0;
    shop.clock.advanceDays(1);
    await pass();
    expect(told()).toEqual([]);
    aCrowd(30, 8);
    shop.clock.advanceDays(1);
    await pass();
    expect(told()).toEqual([{ type: 'data-changed', scopes: ['members', 'points', 'coupons', 'care'] }]);
  });

  it('old bills that an import brings make the right levels, and undoing it takes them back', async () => {
    const zhang = await shop.member('张三', { phone: '13812348812' });
    await pass();
    const bills = aFile('手机号,日期,金额\n13812348812,2025-11-01,1500.00\n13812348812,2023-11-01,9000.00\n');
    await imported(shop, bills, { kind: 'purchases' });
    await shop.main.daily.settled();
    const level = () =>
      shop.raw().prepare('select tier, tier_since, tier_until from member where id = ?').get(zhang);
    expect(level()).toEqual({ tier: 'loyal', tier_since: '2026-05-18', tier_until: '2027-05-18' });
    const [batch] = await shop.client.exchange.imports({});
    const undone = await shop.client.exchange.undoImport({ batchId: batch?.id ?? '' });
    if (!undone.ok) throw new Error(undone.refusal.code);
    await ended(shop, undone.value);
    await shop.main.daily.settled();
    expect(level()).toMatchObject({ tier: 'regular', tier_until: null });
    expect(all('select kind from tier_change order by seq')).toEqual([
      { kind: 'up' },
      { kind: 'taken_back' },
    ]);
  });
});

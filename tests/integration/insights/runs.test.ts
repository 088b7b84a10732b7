import { runDue } from '@db/insights/standing';
import { rebuildLookup } from '@db/members/lookup-rows';
import { addDays } from '@domain/calendar/business-day';
import type { ShopRules } from '@domain/settings/shop-rules';
import { businessDate, fen, instant, points } from '@domain/units';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { crowd, insertBills, insertMembers, visits } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { INSIGHT_HERE } from '../../support/work-here';
import { forgetWorkers, prepareWorkers } from '../../support/worker';
import { aFile, ended, imported, resultOf } from '../exchange/support';

const TODAY = businessDate('2026-05-18');
let shop: TestShop;
let expected: string[];
beforeEach(() => {
  expected = [];
});
afterEach(async () => {
  expect(shop.reported.map((line) => line.split('\n')[0])).toEqual(expected);
  await shop.close();
});

const runs = () => shop.main.app.insightRuns;
const standing = () => shop.client.insights.standing({});
const wake = async () => {
  runs().wake();
  await runs().settled();
};
const asked = async () => {
  await shop.client.insights.run({});
  await runs().settled();
};
const count = (sql: string) => shop.raw().prepare<[], number>(sql).pluck().get();

/** Members with bills of two years up to yesterday. */
function aCrowd(size: number): string[] {
  const ids = insertMembers(shop.raw(), crowd(size));
  insertBills(shop.raw(), visits(ids, size * 8, '2026-05-17'));
  rebuildLookup(shop.raw(), TODAY);
  return ids;
}

async function change(to: (rules: ShopRules) => ShopRules): Promise<void> {
  const { latest, rules } = await shop.client.settings.rules({});
  const asked = { basedOn: latest, rules: to(rules), effectiveFrom: null };
  const changed = await shop.client.settings.changeRules(shop.request(), asked);
  expect(changed).toMatchObject({ ok: true });
}

async function sell(memberId: string): Promise<void> {
  const bill = { gross: fen(8880), receiptNo: '', items: [], redeem: points(0) };
  const sold = await shop.client.purchases.record(shop.request(), { ...bill, memberId });
  expect(sold).toMatchObject({ ok: true });
}

describe('runs of insight', () => {
  beforeEach(async () => {
    shop = await aShop(INSIGHT_HERE);
  });

  it('have not been there in a new store, and say so', async () => {
    expect(await standing()).toMatchObject({ run: null, running: null, failed: false });
    expect(await shop.client.insights.rfm({})).toBeNull();
  });

  it('follow the daily pass by themselves, once a day', async () => {
    aCrowd(30);
    shop.main.daily.wake();
    await shop.main.daily.settled();
    await runs().settled();
    const { run } = await standing();
    expect(run).toMatchObject({ asOf: TODAY, members: 30, whole: true, madeAt: shop.clock.now });
    expect(await shop.client.insights.pareto({})).toMatchObject({ buyers: expect.any(Number) });

    shop.clock.now = instant(shop.clock.now + 3_600_000);
    await wake();
    expect((await standing()).run?.madeAt).toBe(run?.madeAt);
    shop.clock.advanceDays(1);
    expect((await standing()).since.dayOver).toBe(true);
    await wake();
    expect((await standing()).run?.asOf).toBe(addDays(TODAY, 1));
  });

  it('are due again when the clock was ahead and is set right', async () => {
    aCrowd(10);
    shop.clock.advanceDays(400);
    await asked();
    shop.clock.advanceDays(-400);
    expect((await standing()).since.dayOver).toBe(true);
    await wake();
    expect((await standing()).run?.asOf).toBe(TODAY);
  });

  it('know what has come since, and take it in when somebody asks', async () => {
    const [first = ''] = aCrowd(10);
    await asked();
    await sell(first);
    expect((await standing()).since.entries).toBe(1);
    await asked();
    expect((await standing()).since.entries).toBe(0);
    expect(count(`select last_on = '${TODAY}' from member_insight where n = 1`)).toBe(1);
  });

  it('follow a change of the rules they go by, and no other', async () => {
    aCrowd(10);
    await asked();
    const made = async () => (await standing()).run?.madeAt;
    const first = await made();
    shop.clock.now = instant(shop.clock.now + 1000);
    await change((rules) => ({ ...rules, surveys: { ...rules.surveys, pauseDays: 77 } }));
    await wake();
    expect(await made()).toBe(first);
    await change((rules) => ({ ...rules, care: { ...rules.care, dormantDays: 60 } }));
    expect((await standing()).since.rulesChanged).toBe(true);
    await wake();
    expect(await made()).not.toBe(first);
    expect((await standing()).since.rulesChanged).toBe(false);
  });

  it('follow an import, and its undo', async () => {
    const file = aFile('手机号,姓名\n13900000001,周一\n13900000002,吴二\n');
    const job = await imported(shop, file, { kind: 'members' });
    await runs().settled();
    expect((await standing()).run).toMatchObject({ members: 2 });
    const { batchId } = resultOf(job, 'import');
    const undo = await shop.client.exchange.undoImport({ batchId });
    if (!undo.ok) throw new Error(undo.refusal.code);
    await ended(shop, undo.value);
    await runs().settled();
    expect((await standing()).run).toMatchObject({ members: 0 });
    expect(count('select count(*) from member_insight')).toBe(0);
  });

  it('that follow an import are due again when they were cut off, also on the day of a run', async () => {
    const ids = aCrowd(10);
    await asked();
    const [bill = ''] = insertBills(shop.raw(), [{ memberId: ids[0] ?? '', on: TODAY }]);
    await wake();
    expect((await standing()).since.entries).toBe(1); // a sale alone waits for the next day
    shop
      .raw()
      .exec(`insert into import_batch (id, kind, file_name, file_sha256, reading, state, staff_id, started_at)
      select 'i', 'purchases', 'f', 'x', '{}', 'done', id, 0 from staff limit 1;
      insert into purchase (id, member_id, total_fen, paid_fen, earning_base_fen, rule_version, bought_at, business_date,
        staff_id, recorded_at, import_id) select 'p', member_id, 100, 100, 0, 1, 0, '2026-05-01', staff_id, 0, 'i'
        from purchase where id = '${bill}'`);
    await wake();
    expect((await standing()).since.entries).toBe(0);
    shop
      .raw()
      .exec(`insert into refund (id, purchase_id, member_id, kind, amount_fen, money_back_fen, reason, refunded_at,
      business_date, staff_id) select 'u', id, member_id, 'import_undo', 100, 100, '', 0, business_date, staff_id
      from purchase where id = 'p'`);
    await wake();
    expect((await standing()).since.entries).toBe(0);
    shop
      .raw()
      .exec(`insert into member (n, id, member_no, name, source, joined_on, created_at, updated_at, staff_id, import_id, state)
      select 98, 'm', 'M98', '吴', 'import', '2026-05-01', 0, 0, id, 'i', 'active' from staff limit 1`);
    rebuildLookup(shop.raw(), TODAY);
    await wake();
    expect((await standing()).run).toMatchObject({ members: 11 });
    // One whose import was undone is nobody whom a run could take in.
    shop
      .raw()
      .exec(`insert into member (n, id, member_no, name, source, joined_on, created_at, updated_at, staff_id, import_id, state)
      select 99, 'v', 'M99', '', 'import', '2026-05-01', 0, 0, id, 'i', 'void' from staff limit 1`);
    expect(await runDue(shop.main.app.session.shop().opened.db, TODAY)).toBeNull();
    shop.raw().exec('update history_mark set purchase_seq = -1, refund_seq = -1');
    await wake();
    expect(count('select purchase_seq from history_mark')).toBeGreaterThan(0);
  });

  it('tell the window how far they are, and that everything has changed', async () => {
    aCrowd(20);
    shop.events.length = 0;
    await asked();
    const scopes = shop.events.map((event) => (event.type === 'data-changed' ? event.scopes : []));
    expect(scopes[0]).toEqual(['insight_run']);
    expect(scopes.at(-1)).toEqual(['insights', 'insight_run']);
  });

  it('are one at a time: whoever asks twice is told of the same', async () => {
    aCrowd(20);
    const answers = await Promise.all([shop.client.insights.run({}), shop.client.insights.run({})]);
    expect(answers[0]).toEqual(answers[1]);
    expect((await standing()).running).toMatchObject({ step: 'histories' });
    await runs().settled();
    expect((await standing()).running).toBeNull();
    const done = shop.events.filter(
      (event) =>
        event.type === 'data-changed' && event.scopes.includes('insights') && event.scopes.length === 2,
    );
    expect(done).toHaveLength(1);
  });

  it('that fail leave the run before, say so, and are not tried again on the same day but when asked', async () => {
    aCrowd(20);
    await asked();
    shop.raw().exec("update member_history set log = 'g1,1' where n = (select min(n) from member_history)");
    shop.clock.advanceDays(1);
    await wake();
    expected = ['computing insight: Error: the history of member number 1 changes a bill it does not have'];
    expect(await standing()).toMatchObject({ failed: true, run: { asOf: TODAY, whole: true } });
    const told = shop.reported.length;
    await wake();
    expect(shop.reported).toHaveLength(told);
    shop.raw().exec('update history_mark set purchase_seq = -1');
    await asked();
    expect(await standing()).toMatchObject({ failed: false, run: { asOf: addDays(TODAY, 1) } });
  });
});

describe('runs of insight in their thread', () => {
  beforeAll(() => prepareWorkers('insight-job'));
  afterAll(() => forgetWorkers('insight-job'));
  beforeEach(async () => {
    shop = await aShop();
  });

  it('are cut off when the store closes, and made when it is open again', async () => {
    aCrowd(20);
    await shop.client.insights.run({});
    await shop.main.app.session.close();
    expect(runs().running()).toBeNull();
    await shop.main.start();
    expect((await standing()).run).toBeNull();
    await wake();
    expect((await standing()).run).toMatchObject({ members: 20, whole: true });
  });

  it('cut off while they write leave a store that knows, and that anybody may write to', async () => {
    insertMembers(shop.raw(), crowd(12_000));
    rebuildLookup(shop.raw(), TODAY);
    await shop.client.insights.run({});
    while (runs().running()?.step !== 'writing') await new Promise((resume) => setImmediate(resume));
    await shop.main.app.session.close();
    await shop.main.start();
    expect(await shop.member('张三')).toMatch(/-/);
    await wake();
    expect((await standing()).run).toMatchObject({ members: 12_001, whole: true });
    expect(count('select count(*) from member_insight')).toBe(12_001);
  });
});

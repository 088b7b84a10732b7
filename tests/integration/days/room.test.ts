import type { DayFigures } from '@contract/days';
import { businessDate, fen, points } from '@domain/units';
import type SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';

let shop: TestShop;
let zhang: string;
beforeEach(async () => {
  shop = await aShop(HERE);
  zhang = await shop.member('张三', { points: 1000 });
});
afterEach(() => shop.close());

const TODAY = businessDate('2026-05-18');

async function sell(gross = 8880, redeem = 0): Promise<string> {
  const bill = { memberId: zhang, gross: fen(gross), receiptNo: '', items: [], redeem: points(redeem) };
  const sold = await shop.client.purchases.record(shop.request(), bill);
  if (!sold.ok) throw new Error(sold.refusal.code);
  return sold.value.purchaseId;
}
const refund = (purchaseId: string, amount: number) =>
  shop.client.purchases.refund(shop.request(), {
    ...{ purchaseId, amount: fen(amount), shortfall: 'debt', reason: '不合适' },
  });
const undo = (purchaseId: string) => shop.client.purchases.undo(shop.request(), { purchaseId });
const adjust = (by: number) =>
  shop.client.points.adjust(shop.request(), { memberId: zhang, points: points(by), reason: '盘点' });
const preview = (date: string | null = null) =>
  shop.client.days.preview({ date: date === null ? null : businessDate(date) });

/** Closes a day as it stands; what is sealed is what was seen. */
async function close(date = TODAY) {
  const { stamp } = await preview(date);
  return await shop.client.days.close(shop.request(), { date, stamp });
}
async function closed(date = TODAY) {
  const done = await close(date);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

describe('the figures of a day', () => {
  it('a bill stays in the day of its sale; what undoes it is counted on its own', async () => {
    const [first, second] = [await sell(10_000), await sell(5000)];
    await undo(second);
    shop.clock.advanceDays(1);
    await refund(first, 4000);
    expect((await preview('2026-05-18')).figures).toMatchObject({
      sales: { count: 2, amount: 15_000 },
      undos: { count: 1, amount: 5000 },
      refunds: { count: 0, amount: 0 },
      net: 10_000,
    });
    expect((await preview()).figures).toMatchObject({
      sales: { count: 0, amount: 0 },
      refunds: { count: 1, amount: 4000 },
      net: -4000,
    });
  });

  it('points in and out, by what they were', async () => {
    await sell(8880, 100);
    await adjust(-50);
    const { figures } = await preview();
    expect(figures.sales).toMatchObject({ amount: 8780, pointsWorth: 100 });
    expect(figures.points).toEqual({
      in: 1000 - 50 + 87, // one kind is told as one sum
      out: -100,
      byKind: [
        { kind: 'earn', entries: 1, points: 87 },
        { kind: 'redeem', entries: 1, points: -100 },
        { kind: 'adjust', entries: 2, points: 950 },
      ],
    });
    expect(figures.adjustments).toEqual({ count: 2, up: 1000, down: -50 });
  });

  it('coupons, complaints, sign-ups, and who did what', async () => {
    const given = await shop.client.coupons.giveByHand(shop.request(), {
      ...{ memberId: zhang, templateId: 'win-back', reason: '等太久' },
    });
    expect(given.ok).toBe(true);
    const cashier = await shop.as('cashier');
    await shop.member('李静');
    await sell(5000);
    await shop.as('manager');
    const { figures } = await preview();
    // The first bill of a member brings a coupon by itself.
    expect(figures.coupons).toEqual({ issued: 2, used: 0, givenBack: 0, revoked: 0 });
    expect(figures.signUps).toBe(2);
    expect(
      figures.staff.map(({ name, sales, signUps, couponsByHand }) => [
        name,
        sales.count,
        signUps,
        couponsByHand,
      ]),
    ).toEqual(
      [
        [cashier.name, 1, 1, 0],
        ['店主', 0, 1, 1],
      ].sort(),
    );
  });

  it('law: whatever is done, they are what a plain reading of the ledgers says, and people add up to the day', async () => {
    const acts = fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({ kind: fc.constant('sell'), by: fc.integer({ min: 1, max: 30_000 }) }),
        },
        {
          weight: 2,
          arbitrary: fc.record({ kind: fc.constant('refund'), by: fc.integer({ min: 1, max: 3000 }) }),
        },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo'), by: fc.nat(9) }) },
        {
          weight: 2,
          arbitrary: fc.record({ kind: fc.constant('adjust'), by: fc.integer({ min: -90, max: 90 }) }),
        },
        { weight: 1, arbitrary: fc.record({ kind: fc.constant('tomorrow'), by: fc.constant(0) }) },
      ),
      { minLength: 10, maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (wanted) => {
        const bills: string[] = [];
        for (const act of wanted) await carryOut(act, bills);
        const days = shop
          .raw()
          .prepare<[], string>('select distinct business_date from points_entry')
          .pluck()
          .all();
        for (const day of days) {
          const { figures } = await preview(day);
          expect(plainly(figures)).toEqual(plainReading(shop.raw(), day));
          expect(figures.net).toBe(figures.staff.reduce((sum, { net }) => sum + net, 0));
          expect(figures.adjustments.count).toBe(
            figures.staff.reduce((sum, row) => sum + row.adjustments.count, 0),
          );
        }
      }),
      { numRuns: 6, seed: 20261122 },
    );
  });
});

/** One act of the law; `bills` are those that were sold so far. */
async function carryOut({ kind, by }: { kind: string; by: number }, bills: string[]): Promise<void> {
  const bill = bills[by % Math.max(1, bills.length)];
  if (kind === 'sell') bills.push(await sell(by));
  if (kind === 'adjust') await adjust(by);
  if (kind === 'tomorrow') shop.clock.advanceDays(1);
  if (kind === 'undo' && bill !== undefined) await undo(bill);
  if (kind === 'refund' && bill !== undefined) await refund(bill, by);
}

/** One row at a time, with nothing grouped in SQL. */
function plainReading(raw: SQLite.Database, day: string) {
  const all = <Row>(table: string) => raw.prepare<[], Row>(`select * from ${table}`).all();
  const sales = all<{ business_date: string; paid_fen: number }>('purchase').filter(
    (row) => row.business_date === day,
  );
  const back = all<{ business_date: string; kind: string; money_back_fen: number }>('refund').filter(
    (row) => row.business_date === day,
  );
  const entries = all<{ business_date: string; kind: string; points: number }>('points_entry').filter(
    (row) => row.business_date === day,
  );
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  const undos = back.filter(({ kind }) => kind === 'undo');
  const kinds = [...new Set(entries.map(({ kind }) => kind))].sort();
  return {
    sales: [sales.length, sum(sales.map((row) => row.paid_fen))],
    refunds: [
      back.length - undos.length,
      sum(back.filter((row) => row.kind !== 'undo').map((row) => row.money_back_fen)),
    ],
    undos: [undos.length, sum(undos.map((row) => row.money_back_fen))],
    net: sum(sales.map((row) => row.paid_fen)) - sum(back.map((row) => row.money_back_fen)),
    points: kinds.map((kind) => [
      kind,
      sum(entries.filter((row) => row.kind === kind).map((row) => row.points)),
    ]),
  };
}

const plainly = ({ sales, refunds, undos, net, points: { byKind } }: DayFigures) => ({
  sales: [sales.count, sales.amount],
  refunds: [refunds.count, refunds.amount],
  undos: [undos.count, undos.amount],
  net,
  points: byKind.map((row) => [row.kind, row.points]).sort(),
});

describe('closing a day 日结', () => {
  it('trust, People: seals what was seen together with the head of the trail, and is itself an entry of it', async () => {
    await sell();
    const { closeId, round } = await closed();
    expect(round).toBe(1);
    const sheet = await shop.client.days.sheet({ closeId });
    expect(sheet).toMatchObject({
      ...{ date: TODAY, round: 1, storeName: '街角小店', staffName: '店主', sales: 1, net: 8880 },
      ...{ replaced: false, late: [], previous: null },
    });
    const sealed = await shop.client.audit.entry({ seq: sheet?.auditSeq ?? 0 });
    expect(sealed).toMatchObject({ act: 'purchases.record', hash: sheet?.auditHash });
    const { rows } = await shop.client.audit.list({ ...NEWEST, act: 'days.close' });
    expect(rows).toMatchObject([
      {
        seq: (sheet?.auditSeq ?? 0) + 1,
        subjects: [{ kind: 'day', label: '2026-05-18 · 1' }],
        afterClose: false,
      },
    ]);
    expect(await shop.client.audit.verify({})).toMatchObject({ value: { findings: [] } });
    expect((await shop.client.audit.standing({})).lastClose).toMatchObject({
      date: TODAY,
      hash: sheet?.auditHash,
    });
  });

  it('refuses what has changed since it was looked at, a day that is still to come, and a second time for nothing', async () => {
    const { stamp } = await preview();
    await sell();
    expect(await shop.client.days.close(shop.request(), { date: TODAY, stamp })).toMatchObject({
      refusal: { code: 'figures_changed' },
    });
    expect(await close(businessDate('2026-05-19'))).toMatchObject({ refusal: { code: 'day_not_begun' } });
    const { closeId } = await closed();
    expect(await close()).toMatchObject({ refusal: { code: 'already_closed', params: { closeId } } });
  });

  it('what comes after it is marked, row by row and in the trail; a second close is round 2', async () => {
    const first = await sell();
    const { closeId } = await closed();
    await sell(2000);
    await refund(first, 880);
    await adjust(30);
    const { late, closes } = await preview();
    expect(closes).toMatchObject([{ id: closeId, round: 1 }]);
    expect(late).toMatchObject([
      { kind: 'sale', amount: 2000, points: 20, memberName: '张三', staffName: '店主' },
      { kind: 'refund', amount: 880, points: null, purchaseId: first },
      { kind: 'adjustment', amount: null, points: 30, purchaseId: null },
    ]);
    const { rows } = await shop.client.audit.list({ ...NEWEST, limit: 4 });
    expect(rows.map(({ act, afterClose }) => [act, afterClose])).toEqual([
      ['points.adjust', true],
      ['purchases.refund', true],
      ['purchases.record', true],
      ['days.close', false],
    ]);
    const again = await closed();
    expect(again.round).toBe(2);
    expect((await preview()).late).toEqual([]);
    const [old, recent] = [
      await shop.client.days.sheet({ closeId }),
      await shop.client.days.sheet({ closeId: again.closeId }),
    ];
    expect(old).toMatchObject({ replaced: true, figures: { sales: { count: 1 } }, late: { length: 3 } });
    expect(recent).toMatchObject({ replaced: false, previous: { round: 1, auditHash: old?.auditHash } });
    expect(await shop.client.days.closes({ offset: 0, limit: 10 })).toMatchObject({
      total: 2,
      rows: [{ round: 2 }, { round: 1 }],
    });
  });

  it('keeps what was sealed, whatever happens to the bills later', async () => {
    const first = await sell();
    const { closeId } = await closed();
    shop.clock.advanceDays(1);
    await undo(first);
    expect((await shop.client.days.sheet({ closeId }))?.figures.sales.count).toBe(1);
    expect(await close()).toMatchObject({ refusal: { code: 'already_closed' } });
  });

  it('says which days with sales nobody has closed', async () => {
    await sell();
    shop.clock.advanceDays(1);
    await sell();
    shop.clock.advanceDays(2);
    expect((await preview()).open).toEqual(['2026-05-19', '2026-05-18']);
    await closed(businessDate('2026-05-18'));
    expect((await preview()).open).toEqual(['2026-05-19']);
  });

  it('rules, Staff: is the manager’s; a cashier may have it approved', async () => {
    await sell();
    const { stamp } = await preview();
    await shop.as('cashier');
    shop.people.approvedBy = 'manager';
    expect(await shop.client.days.close(shop.request(), { date: TODAY, stamp })).toMatchObject({ ok: true });
    await expect(preview()).rejects.toThrow('not_allowed');
  });
});

describe('the watch list (rules, Staff: S-fraud)', () => {
  const watch = async () =>
    (await shop.client.audit.watchList({ from: businessDate('2026-05-01'), to: TODAY })).findings;

  it('is empty where nothing is out of the way', async () => {
    await sell();
    expect(await watch()).toEqual([]);
  });

  it('tells many adjustments by one person, many bills on one card, and edits after a close', async () => {
    for (let n = 0; n < 5; n++) await adjust(10);
    for (let n = 0; n < 4; n++) await sell();
    await closed();
    await adjust(-10);
    const findings = await watch();
    expect(findings.map(({ code, count, date }) => [code, count, date])).toEqual([
      ['after_close', 1, TODAY],
      ['many_adjustments', 7, TODAY],
      ['many_sales_on_card', 4, TODAY],
    ]);
    expect(findings[0]?.rows).toMatchObject([
      { kind: 'entry', text: 'points.adjust', member: { name: '张三' } },
    ]);
    expect(findings[1]).toMatchObject({ staff: { name: '店主' }, points: 1040, limit: 5 });
    expect(findings[2]).toMatchObject({ member: { name: '张三' }, amount: 35_520 });
  });

  it('tells a bill that was paid back within the hour, and an undone one only where points were spent in between', async () => {
    const [first, second] = [await sell(), await sell()];
    await undo(second);
    shop.clock.advance(30 * 60_000);
    await refund(first, 8880);
    expect(await watch()).toMatchObject([
      {
        code: 'refund_after_earning',
        staff: { name: '店主' },
        count: 1,
        rows: [{ id: first, text: '不合适' }],
      },
    ]);
    const third = await sell();
    await sell(8880, 100);
    await undo(third);
    expect(await watch()).toMatchObject([{ code: 'refund_after_earning', count: 2 }]);
    shop.clock.advance(90 * 60_000);
    expect(await watch()).toHaveLength(1);
  });

  it('tells who served their own card', async () => {
    const cashier = await shop.as('cashier');
    await shop.as('owner');
    shop.raw().prepare('update staff set own_member_id = ? where id = ?').run(zhang, cashier.id);
    await shop.as('cashier');
    await sell();
    await shop.as('owner');
    expect(await watch()).toMatchObject([
      {
        code: 'own_card',
        staff: { id: cashier.id },
        member: { id: zhang },
        count: 1,
        rows: [{ kind: 'sale' }],
      },
    ]);
  });
});

const NEWEST = { subject: null, staffId: null, act: null, from: null, to: null, before: null, limit: 50 };

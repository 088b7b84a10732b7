import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportFrom } from '@db/hq/reports';
import { businessDate, fen, points } from '@domain/units';
import { expect, it } from 'vitest';
import { ack } from '../../../electron/hq/commands/ack';
import { register } from '../../../electron/hq/commands/register';
import { status } from '../../../electron/hq/commands/status';
import { withFacts } from '../../../electron/hq/office';
import { TestOffice } from '../../hq/support';
import { aShop, type TestShop } from '../../support/shop';
import { INSIGHT_HERE } from '../../support/work-here';
import { logged } from '../complaints/logging';
import { aFolder, packetsIn, read, SETTINGS, send } from './support';

async function buy(shop: TestShop, memberId: string, yuan: number): Promise<string> {
  const sold = await shop.client.purchases.record(shop.request(), {
    ...{ memberId, gross: fen(yuan * 100), receiptNo: '', items: [], couponIds: [] },
    ...{ redeem: points(0), expectedDue: null },
  });
  if (!sold.ok) throw new Error(sold.refusal.code);
  return sold.value.purchaseId;
}

/** The months in which something happens below. */
const MONTHS = { '2026-05': 31, '2026-06': 30, '2026-08': 31 } as const;

/** A spring and a summer: a member of every class, bills that went back and one that was none, complaints in time and late. */
async function lived(shop: TestShop, folder: string, number: number): Promise<void> {
  const { purchases, complaints } = shop.client;
  const done = (outcome: { readonly ok: boolean }) => expect(outcome).toMatchObject({ ok: true });
  const phone = (of: number) => `138123400${of}${number}`;
  const silent = await shop.member('李四', { phone: phone(1), points: 500 });
  await shop.member('钱六', { phone: phone(2) });
  await buy(shop, silent, 50 + number);
  const { complaintId } = await logged(shop);
  done(await complaints.respond(shop.request(), { complaintId, note: '马上来' }));
  done(await complaints.resolve(shop.request(), { complaintId, result: '换新' }));

  shop.clock.advanceDays(25);
  await buy(shop, await shop.member('王五', { phone: phone(3) }), 60);
  await logged(shop);
  await send(shop, folder);

  shop.clock.advanceDays(60);
  await buy(shop, await shop.member('赵七', { phone: phone(4) }), 70);
  await send(shop, folder);

  shop.clock.advanceDays(10);
  const often = await shop.member('张三', { phone: phone(5) });
  const bill = await buy(shop, often, 120 + number);
  for (const yuan of [80, 90]) await buy(shop, often, yuan);
  const back = { purchaseId: bill, amount: fen(2000), shortfall: 'debt', reason: '退货' } as const;
  done(await purchases.refund(shop.request(), back));
  done(await purchases.undo(shop.request(), { purchaseId: await buy(shop, often, 9) }));
  // One that began by itself, two quiet seconds after some bill, knows nothing of those that followed.
  await shop.main.app.insightRuns.settled();
  await shop.client.insights.run({});
  await shop.main.app.insightRuns.settled();
  await send(shop, folder);
}

/** What its own tables say, by statements of its own. */
const ownFigures = (shop: TestShop) =>
  shop
    .raw()
    .prepare<[], Record<'members' | 'sales' | 'salesFen' | 'refundsFen' | 'pointsOwed', number>>(
      `with undone as (select purchase_id as id from refund where kind = 'undo')
       select (select count(*) from member where state = 'active') as members, count(*) as sales, sum(paid_fen) as salesFen,
        (select sum(money_back_fen + reduced_by_fen) from refund where purchase_id not in (select id from undone)) as refundsFen,
        (select sum(points) from points_entry) as pointsOwed
       from purchase where id not in (select id from undone)`,
    )
    .get();

/** What stands on its own screens, in the words of head office: as of now, and month by month. */
async function onScreens(shop: TestShop) {
  const { client } = shop;
  const liability = await client.points.liability({});
  const views = await client.insights.views({});
  const classes = views?.classes.map((row) => [row.class, row.members]) ?? [];
  const months = Object.entries(MONTHS).map(async ([month, days]) => {
    const period = { from: businessDate(`${month}-01`), to: businessDate(`${month}-${days}`) };
    const { now: sold } = await client.overview.figures(period);
    const complained = await client.complaints.statistics(period);
    const { response, resolution } = complained;
    return {
      month,
      figures: {
        ...{ sales: sold.bills, salesFen: sold.taken, refunds: sold.refunds, refundsFen: sold.refunded },
        ...{ newMembers: sold.newMembers, complaints: complained.total },
        ...{ respondedOnTime: response.onTime, responseDue: response.of },
        ...{ resolvedOnTime: resolution.onTime, resolutionDue: resolution.of },
      },
    };
  });
  return {
    now: {
      ...{ pointsOwed: liability.points, liabilityFen: liability.worth, members: views?.members },
      ...Object.fromEntries(classes),
    },
    months: await Promise.all(months),
  };
}

it('exchange, head office: several stores sell and send, and its figures are those of their own screens', async () => {
  const office = await new TestOffice().with();
  const folder = aFolder();
  const shops = [await aShop(INSIGHT_HERE), await aShop(INSIGHT_HERE)];
  const sheets: string[] = [];
  for (const [number, shop] of shops.entries()) {
    const done = await shop.client.headOffice.setUp(shop.request(), {
      ...SETTINGS,
      card: JSON.stringify(office.card()),
    });
    if (!done.ok) throw new Error(done.refusal.code);
    const sheet = join(aFolder(), 'sheet.shuke-store');
    writeFileSync(sheet, (await shop.client.headOffice.sheet({}))?.text ?? '');
    sheets.push(sheet);
    await lived(shop, folder, number);
  }
  await office.run(register, sheets);
  expect(await office.ingest(folder)).toMatchObject({ exit: 0, answer: { taken: 6 } });

  const report = await withFacts(office.call(), (engine) =>
    reportFrom(engine, { from: '2000-01', to: '2099-12' }),
  );
  for (const shop of shops) {
    const { id } = shop.raw().prepare<[], { id: string }>('select id from store').get() ?? { id: '' };
    const line = report.stores.find(({ store }) => store?.store === id);
    expect(line?.figures).toMatchObject(ownFigures(shop) ?? {});
    const screens = await onScreens(shop);
    expect(line?.figures).toMatchObject(screens.now);
    expect(line?.figures).toMatchObject({ A: 1, B: 1, C: 1, D: 2, none: 0 });
    const months = report.storeMonths.filter(({ store }) => store?.store === id);
    expect(months).toMatchObject(screens.months);
    expect(months.map(({ figures }) => [figures.respondedOnTime, figures.responseDue])).toEqual([
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
    const ofStore = packetsIn(folder).filter((name) => name.includes(id.slice(-8)));
    const keys = { signingKey: '', card: '', identity: office.identity() };
    const { manifest } = await read(shop, keys, join(folder, ofStore.at(-1) ?? ''));
    const { members, pointsOwed, liabilityFen, byClass, months: told } = manifest.figures;
    const sums = told.reduce(
      (sum, month) => ({
        sales: sum.sales + month.sales,
        salesFen: sum.salesFen + month.salesFen,
        refunds: sum.refunds + month.refunds,
        refundsFen: sum.refundsFen + month.refundsFen,
        newMembers: sum.newMembers + month.newMembers,
      }),
      { sales: 0, salesFen: 0, refunds: 0, refundsFen: 0, newMembers: 0 },
    );
    expect(line?.figures).toMatchObject({ members, pointsOwed, liabilityFen, ...byClass, ...sums });
  }

  office.now = shops[0]?.clock.now ?? 0;
  expect((await office.run(status)).answer).toMatchObject([{ missing: [] }, { missing: [] }]);
  await office.run(ack, [], { out: folder });
  expect(readdirSync(folder).filter((name) => name.endsWith('.shuke-ack'))).toHaveLength(2);
  for (const shop of shops) {
    // The next visit finds the answers that lie beside the packets.
    await send(shop, folder, 'none');
    const packets = await shop.client.headOffice.packets({});
    expect(packets.map(({ state }) => state)).toEqual(['acked', 'acked', 'acked']);
    await shop.close();
  }
});

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportFrom } from '@db/hq/reports';
import { fen, points } from '@domain/units';
import { beforeAll, expect, it } from 'vitest';
import { ack } from '../../../electron/hq/commands/ack';
import { register } from '../../../electron/hq/commands/register';
import { status } from '../../../electron/hq/commands/status';
import { withFacts } from '../../../electron/hq/office';
import { TestOffice } from '../../hq/support';
import { aShop, type TestShop } from '../../support/shop';
import { prepareWorkers } from '../../support/worker';
import { aFolder, packetsIn, read, SETTINGS, send } from './support';

beforeAll(() => prepareWorkers('exchange-job', 'read-job'));

async function buy(shop: TestShop, memberId: string, yuan: number): Promise<string> {
  const sold = await shop.client.purchases.record(shop.request(), {
    ...{ memberId, gross: fen(yuan * 100), receiptNo: '', items: [], couponIds: [] },
    ...{ redeem: points(0), expectedDue: null },
  });
  if (!sold.ok) throw new Error(sold.refusal.code);
  return sold.value.purchaseId;
}

/** What its own tables say, by statements of its own. */
const ownFigures = (shop: TestShop) =>
  shop
    .raw()
    .prepare<
      [],
      { members: number; sales: number; salesFen: number; refundsFen: number; pointsOwed: number }
    >(
      `select (select count(*) from member where state = 'active') as members,
        (select count(*) from purchase) as sales, (select sum(paid_fen) from purchase) as salesFen,
        (select coalesce(sum(money_back_fen + reduced_by_fen), 0) from refund) as refundsFen,
        (select sum(points) from points_entry) as pointsOwed`,
    )
    .get();

it('exchange, head office: several stores sell and send, and its figures are the sum of their own', async () => {
  const office = await new TestOffice().with();
  const folder = aFolder();
  const shops = [await aShop(), await aShop()];
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
    const member = await shop.member('张三', { phone: `1381234000${number}`, points: 500 });
    const bill = await buy(shop, member, 120 + number);
    await send(shop, folder);
    await buy(shop, member, 80);
    const back = { purchaseId: bill, amount: fen(2000), shortfall: 'debt', reason: '退货' } as const;
    expect((await shop.client.purchases.refund(shop.request(), back)).ok).toBe(true);
    await send(shop, folder);
  }
  await office.run(register, sheets);
  expect(await office.ingest(folder)).toMatchObject({ exit: 0, answer: { taken: 4 } });

  const report = await withFacts(office.call(), (engine) =>
    reportFrom(engine, { from: '2000-01', to: '2099-12' }),
  );
  for (const shop of shops) {
    const { id } = shop.raw().prepare<[], { id: string }>('select id from store').get() ?? { id: '' };
    const line = report.stores.find(({ store }) => store?.store === id);
    expect(line?.figures).toMatchObject(ownFigures(shop) ?? {});
    const ofStore = packetsIn(folder).filter((name) => name.includes(id.slice(-8)));
    const keys = { signingKey: '', card: '', identity: office.identity() };
    const { manifest } = await read(shop, keys, join(folder, ofStore.at(-1) ?? ''));
    const { members, pointsOwed, liabilityFen, months } = manifest.figures;
    const sums = months.reduce(
      (sum, month) => ({
        sales: sum.sales + month.sales,
        salesFen: sum.salesFen + month.salesFen,
        refunds: sum.refunds + month.refunds,
        refundsFen: sum.refundsFen + month.refundsFen,
        newMembers: sum.newMembers + month.newMembers,
      }),
      { sales: 0, salesFen: 0, refunds: 0, refundsFen: 0, newMembers: 0 },
    );
    expect(line?.figures).toMatchObject({ members, pointsOwed, liabilityFen, ...sums });
  }

  office.now = shops[0]?.clock.now ?? 0;
  expect((await office.run(status)).answer).toMatchObject([{ missing: [] }, { missing: [] }]);
  await office.run(ack, [], { out: folder });
  expect(readdirSync(folder).filter((name) => name.endsWith('.shuke-ack'))).toHaveLength(2);
  for (const shop of shops) {
    // The next visit finds the answers that lie beside the packets.
    await send(shop, folder, 'none');
    const packets = await shop.client.headOffice.packets({});
    expect(packets.map(({ state }) => state)).toEqual(['acked', 'acked']);
    shop.close();
  }
});

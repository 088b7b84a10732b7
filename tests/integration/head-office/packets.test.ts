import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outboxOf } from '@db/head-office/outbox';
import { PACKET_KIND_NAMES } from '@domain/packets/entries';
import { fen, points } from '@domain/units';
import { unzipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../support/exports';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { prepareWorkers } from '../../support/worker';
import { aFile, ended, imported, resultOf } from '../exchange/support';
import { aTillShop, row } from '../pos/support';
import {
  acknowledge,
  aFolder,
  aHeadOffice,
  type HeadOffice,
  packetsIn,
  type Read,
  read,
  SETTINGS,
  send,
  setUp,
  together,
} from './support';

let shop: TestShop;
let office: HeadOffice;
let folder: string;
beforeAll(() => prepareWorkers('cleaning-job'));
beforeEach(async () => {
  shop = await aShop(HERE);
  office = await aHeadOffice();
  folder = aFolder();
});
afterEach(() => shop.close());

async function buy(memberId: string, yuan: number): Promise<string> {
  const sold = await shop.client.purchases.record(shop.request(), {
    ...{ memberId, gross: fen(yuan * 100), receiptNo: '', items: [], couponIds: [] },
    ...{ redeem: points(0), expectedDue: null },
  });
  if (!sold.ok) throw new Error(sold.refusal.code);
  return sold.value.purchaseId;
}
const value = <Value>(outcome: { ok: true; value: Value } | { ok: false; refusal: object }): Value => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};
/** What a readable export of everything consists of, by name: each file, of a workbook what stands in its ZIP. */
async function exported(format: 'csv' | 'xlsx'): Promise<Record<string, string>> {
  shop.dialogs.folder = aFolder();
  const job = value(await shop.client.exchange.exportAll({ ...EVERYTHING, format }));
  if (job === null) throw new Error('a folder was chosen');
  const { folder: made } = resultOf(await ended(shop, job), 'export');
  const parts = readdirSync(made).flatMap((name): [string, Uint8Array][] => {
    const bytes = readFileSync(join(made, name));
    return name.endsWith('.xlsx') ? Object.entries(unzipSync(bytes)) : [[name, bytes]];
  });
  return Object.fromEntries(parts.map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}
const all = (): Promise<Read[]> =>
  Promise.all(packetsIn(folder).map((name) => read(shop, office, join(folder, name))));

/** What the ledgers say now, by tables of their own. */
const LEDGERS = {
  member:
    "select id as key, state, tier, member_no, iif(state = 'active', phone, null) as phone, iif(state = 'active', nullif(name, ''), null) as name from member",
  purchase: 'select id as key, member_id, paid_fen, total_fen, points_earned from purchase',
  refund:
    'select id as key, member_id, kind, amount_fen, money_back_fen + reduced_by_fen as returned_fen from refund',
  points: 'select id as key, member_id, kind, points from points_entry',
  complaint: 'select id as key, state, severity, response_breached from complaint',
  coupon: 'select id as key, member_id, state, last_day from coupon',
} as const;

function expectLedgers(packets: readonly Read[]): void {
  for (const kind of PACKET_KIND_NAMES) {
    const rows = shop.raw().prepare<[], Record<string, unknown>>(LEDGERS[kind]).all();
    const there = together(packets, kind);
    expect(there.size, kind).toBe(rows.length);
    for (const { key, ...columns } of rows) expect(there.get(String(key)), kind).toMatchObject(columns);
  }
}

describe('packets for head office', () => {
  it('together equal the ledgers after sales, refunds, an import and its undo, a merge and an erasure', async () => {
    await setUp(shop, office);
    const [one, other, third] = [
      await shop.member('张三', { phone: '13812340001', points: 500 }),
      await shop.member('张三丰', { phone: '13812340002' }),
      await shop.member('李四', { phone: '13812340003' }),
    ];
    const bill = await buy(one, 120);
    await buy(other, 80);
    await send(shop, folder);
    expectLedgers(await all());

    const file = aFile('手机,日期,金额\n13912340000,2026-05-01,36.05\n13812340003,2026-05-02,10.00\n');
    const batch = await imported(shop, file, { kind: 'purchases', reading: { createMembers: true } });
    value(
      await shop.client.purchases.refund(shop.request(), {
        ...{ purchaseId: bill, amount: fen(2000), shortfall: 'debt', reason: '退货' },
      }),
    );
    await send(shop, folder);
    expectLedgers(await all());

    value(await shop.client.rights.merge(shop.request(), { oneId: one, otherId: other, phoneOf: one }));
    const { batchId } = batch.result?.kind === 'import' ? batch.result : { batchId: '' };
    value(await shop.client.exchange.undoImport({ batchId }));
    while ((await shop.client.exchange.runningJob({})) !== null)
      await new Promise((next) => setTimeout(next, 10));
    await send(shop, folder);
    expectLedgers(await all());

    const { memberNo } = (await shop.client.members.card({ memberId: third })) ?? { memberNo: '' };
    value(await shop.client.rights.erase(shop.request(), { memberId: third, memberNo }));
    await buy(one, 5);
    await send(shop, folder);
    const packets = await all();
    expectLedgers(packets);
    expect(together(packets, 'member').get(third)).toMatchObject({
      state: 'erased',
      name: null,
      phone: null,
    });
    expect(packets.map(({ manifest }) => [manifest.sequence, manifest.kind])).toEqual([
      [1, 'full'],
      [2, 'delta'],
      [3, 'delta'],
      [4, 'delta'],
    ]);
    for (const [at, { manifest }] of packets.entries()) {
      expect(manifest.previous).toBe(packets[at - 1]?.hash ?? null);
      expect(manifest.firstEntry).toBe((packets[at - 1]?.manifest.lastEntry ?? 0) + 1);
    }
    expect(shop.reported).toEqual([]);
  });

  it('carry a bill of the till like any other, with its points and its refund', async () => {
    const till = await aTillShop();
    await till.shop.member('张三', { phone: '13812348812' });
    const back = row('A001', '-8.80', '13812348812', { time: '11:45' });
    till.write('day.csv', [row('A001', '88.80', '13812348812'), back, row('A002', '12.00')]);
    await till.watched();
    await till.read();
    await setUp(till.shop, office);
    await send(till.shop, folder);
    const names = packetsIn(folder).map((name) => join(folder, name));
    const packets = await Promise.all(names.map((path) => read(till.shop, office, path)));
    const told = (kind: 'purchase' | 'refund' | 'points') => [...together(packets, kind).values()];
    expect(told('purchase')).toMatchObject([{ paid_fen: 8880, points_earned: 88 }]);
    expect(told('refund')).toMatchObject([{ kind: 'part', amount_fen: 880 }]);
    expect(told('points').map(({ kind, points: of }) => [kind, of])).toEqual([
      ['earn', 88],
      ['clawback', -8],
    ]);
    await till.close();
  });

  it('carry the figures of the store’s own screens', async () => {
    await setUp(shop, office);
    const member = await shop.member('张三', { phone: '13812340001', points: 500 });
    await buy(member, 120);
    await send(shop, folder);
    const [packet] = await all();
    const month = await shop.client.overview.figures({
      from: '2026-05-01' as never,
      to: '2026-05-31' as never,
    });
    const liability = await shop.client.points.liability({});
    expect(packet?.manifest.figures).toMatchObject({
      members: 1,
      pointsOwed: liability.points,
      liabilityFen: liability.worth,
    });
    expect(packet?.manifest.figures.months.at(-1)).toMatchObject({
      month: '2026-05',
      sales: month.now.bills,
      salesFen: month.now.taken,
      newMembers: month.now.newMembers,
    });
  });

  it.each([
    [0, null, null],
    [1, '张**', '138****0001'],
    [2, '张三', '13812340001'],
  ] as const)('at level %i of personal data a name is %s and a phone %s', async (personal, name, phone) => {
    await setUp(shop, office, { personal, reason: personal === 0 ? '' : '回访' });
    const member = await shop.member('张三', { phone: '13812340001' });
    await send(shop, folder);
    expect(together(await all(), 'member').get(member)).toMatchObject({ name, phone });
  });

  it('goes on in an epoch of its own once an older backup was put back, everything first', async () => {
    await setUp(shop, office);
    await buy(await shop.member('张三', { phone: '13812340001' }), 10);
    await send(shop, folder);
    const backup = join(shop.userData, 'older.db');
    shop.raw().exec(`vacuum into '${backup}'`);
    await buy(await shop.member('李四', { phone: '13812340002' }), 20);
    await send(shop, folder);
    const path = shop.main.app.session.path();
    await shop.main.app.session.close();
    for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
    writeFileSync(path, readFileSync(backup));
    await shop.main.app.session.start();
    shop.clock.advance(60_000);
    await send(shop, folder);
    const packets = await all();
    const [first, second] = packets.filter(({ manifest }) => manifest.parent === null);
    const fresh = packets.find(({ manifest }) => manifest.parent !== null);
    expect(fresh?.manifest).toMatchObject({ sequence: 1, kind: 'full', firstEntry: 1, previous: null });
    expect(fresh?.manifest.parent).toMatchObject({
      epoch: first?.manifest.epoch,
      sequence: 2,
      hash: second?.hash,
    });
    expect(fresh?.manifest.epoch).not.toBe(first?.manifest.epoch);
    expectLedgers(fresh === undefined ? [] : [fresh]);
    expect((await shop.client.headOffice.standing({})).begunAnew).toMatchObject({
      epoch: fresh?.manifest.epoch,
    });
  });

  it('stay in the outbox while the drive does not take them, and go again byte for byte', async () => {
    await setUp(shop, office);
    const gone = join(folder, 'not-there');
    expect(await send(shop, gone)).toMatchObject({ written: [], trouble: 'gone' });
    expect(await shop.client.headOffice.packets({})).toMatchObject([
      { state: 'prepared', kept: true, written: null },
    ]);
    expect((await shop.client.headOffice.standing({})).toSend).toBe(1);
    const [packet] = await shop.client.headOffice.packets({});
    const sent = await send(shop, folder, 'none');
    expect(sent).toMatchObject({ made: null, written: [packet?.id], trouble: null });
    const bytes = readFileSync(join(folder, packet?.fileName ?? ''));
    const told = readFileSync(join(folder, `${packet?.fileName}.sha256`), 'utf8');
    expect(told.split(' ')[0]).toBe(createHash('sha256').update(bytes).digest('hex'));
    const elsewhere = aFolder();
    await send(shop, elsewhere, 'none', [packet?.id ?? '']);
    expect(readFileSync(join(elsewhere, packet?.fileName ?? ''))).toEqual(bytes);
    expect(await shop.client.headOffice.packets({})).toMatchObject([
      { state: 'written', written: { folder: elsewhere } },
    ]);
  });

  it('are acknowledged by what lies in the folder, and sent again when head office misses them', async () => {
    await setUp(shop, office);
    await send(shop, folder);
    await buy(await shop.member('张三', { phone: '13812340001' }), 10);
    await send(shop, folder);
    const [first, second] = await all();
    const { epoch } = first?.manifest ?? { epoch: '' };
    const upto = { sequence: 1, entry: first?.manifest.lastEntry ?? 0, hash: first?.hash ?? '' };
    await acknowledge(shop, office, { epoch, upto, missing: [{ epoch, from: 2, to: 2 }] }, folder);
    const sent = await send(shop, folder, 'none');
    expect(sent).toMatchObject({ acks: 1, written: [`${epoch}-2`] });
    expect(await shop.client.headOffice.packets({})).toMatchObject([
      { state: 'written' },
      { state: 'acked' },
    ]);
    expect((await shop.client.headOffice.standing({})).ack).toMatchObject({ upto: 1, forked: false });
    shop.clock.advance(1000);
    shop.dialogs.file = await acknowledge(
      shop,
      office,
      { epoch, upto: { sequence: 2, entry: second?.manifest.lastEntry ?? 0, hash: second?.hash ?? '' } },
      folder,
    );
    expect(await shop.client.headOffice.takeAck({})).toMatchObject({ ok: true, value: { upto: 2 } });
    expect(await shop.client.headOffice.takeAck({})).toMatchObject({ refusal: { code: 'older' } });
    expect((await shop.client.headOffice.standing({})).unanswered).toMatchObject({ packets: 0 });
  });

  it('leave the outbox ninety days after head office had them; what is known of them stays, and they go on', async () => {
    const DAY = 86_400_000;
    await setUp(shop, office);
    await send(shop, folder);
    await buy(await shop.member('张三', { phone: '13812340001' }), 10);
    await send(shop, folder);
    const [first] = await all();
    const { epoch } = first?.manifest ?? { epoch: '' };
    const upto = { sequence: 1, entry: first?.manifest.lastEntry ?? 0, hash: first?.hash ?? '' };
    await acknowledge(shop, office, { epoch, upto }, folder);
    await send(shop, folder, 'none');
    const outbox = () => readdirSync(outboxOf(shop.main.app.session.path()));
    const before = outbox();
    shop.clock.advance(90 * DAY - 1);
    await send(shop, folder, 'none');
    expect(outbox()).toEqual(before);
    shop.clock.advance(1);
    await send(shop, folder, 'none');
    expect(outbox()).toEqual(before.filter((name) => !name.includes(`${epoch}-000001`)));
    expect(before.length - outbox().length).toBe(2); // the packet and its .sha256
    expect(await shop.client.headOffice.packets({})).toMatchObject([
      { sequence: 2, state: 'written', kept: true },
      { sequence: 1, state: 'acked', kept: false },
    ]);

    // Asked for once more it cannot go as it was: everything does.
    shop.dialogs.file = await acknowledge(
      shop,
      office,
      { epoch, upto: null, missing: [{ epoch, from: 1, to: 1 }] },
      folder,
    );
    value(await shop.client.headOffice.takeAck({}));
    expect(await send(shop, folder, 'due')).toMatchObject({ made: `${epoch}-3` });
    expect((await all()).at(-1)?.manifest).toMatchObject({ epoch, sequence: 3, kind: 'full' });
  });

  it('are never made of a sample store: it has no key by which head office could let it in', async () => {
    shop.raw().exec('update store set sample = 1');
    await shop.main.app.session.close();
    await shop.main.app.session.start();
    const { headOffice } = shop.client;
    const inSample = { ok: false, refusal: { code: 'in_sample' } };
    const settings = { ...SETTINGS, card: office.card };
    expect(await headOffice.setUp(shop.request(), settings)).toMatchObject(inSample);
    expect(await headOffice.send({ make: 'full', to: 'nowhere', again: [] })).toMatchObject(inSample);
    expect(await headOffice.sheet({})).toBeNull();
    expect(shop.raw().prepare('select * from hq_key').all()).toEqual([]);
  });

  it('are believed of nobody but the head office of the card', async () => {
    await setUp(shop, office);
    await send(shop, folder);
    const stranger = await aHeadOffice('别人');
    shop.dialogs.file = await acknowledge(shop, stranger, { epoch: 'ABCDEF', upto: null }, folder);
    expect(await shop.client.headOffice.takeAck({})).toMatchObject({ refusal: { code: 'wrong_signature' } });
  });

  it('keep the store’s private key to the store: no answer, no export, no support bundle, no trail, no log has it', async () => {
    await setUp(shop, office);
    await send(shop, folder);
    const [csv, book] = [await exported('csv'), await exported('xlsx')];
    expect(Object.keys({ ...csv, ...book })).toEqual(
      expect.arrayContaining(['members.csv', 'xl/workbook.xml']),
    );
    const secret = shop.raw().prepare<[], string>('select private_key from hq_key').pluck().get() ?? '';
    expect(secret).toHaveLength(44);
    const said = [
      await shop.client.headOffice.standing({}),
      await shop.client.headOffice.sheet({}),
      await shop.client.support.gather({}),
      shop.raw().prepare('select * from command_outcome').all(),
      shop.raw().prepare('select * from audit_entry').all(),
      shop.reported,
      ...Object.values({ ...csv, ...book }),
    ];
    expect(JSON.stringify(said)).not.toContain(secret);
  });

  it('are not made before the set-up', async () => {
    const asked = { make: 'due', to: 'nowhere' } as const;
    expect(await shop.client.headOffice.send(asked)).toMatchObject({ refusal: { code: 'not_set_up' } });
  });
});

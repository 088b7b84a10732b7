import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenLaws } from '../exchange/support';
import { aTillShop, balanceOf, bills, HEAD, row, type TillShop } from './support';

const PHONE = '13812348812';
let till: TillShop;
let zhang: string;
let wang: string;
beforeAll(async () => {
  till = await aTillShop();
  zhang = await till.shop.member('张三', { phone: PHONE });
  wang = await till.shop.member('王五', { phone: '13900001111' });
  till.write('first.csv', [row('A001', '88.80', PHONE), row('A002', '12.00')]);
});
afterAll(async () => {
  expect(brokenLaws(till.shop.raw())).toEqual([]);
  await till.close();
});

const byHand = (memberId: string, receiptNo: string, gross: number) => {
  const sale = { memberId, receiptNo, gross: gross as never, redeem: 0 as never, items: [] };
  return till.shop.client.purchases.record(till.shop.request(), sale);
};
const of = (receiptNo: string) => bills(till).filter(({ no }) => no === receiptNo);
const billId = (receiptNo: string) =>
  till.shop
    .raw()
    .prepare<[string], string>('select id from purchase where receipt_no = ?')
    .pluck()
    .get(receiptNo) ?? '';
const unclaimed = async (receiptNo: string) => {
  const { rows } = await till.shop.client.pos.unclaimed({ receiptNo, offset: 0, limit: 10 });
  return rows.find((one) => one.receiptNo === receiptNo);
};
const refusedOf = async (fileId: string) =>
  (await till.shop.client.pos.refused({ fileId, offset: 0, limit: 50 })).rows;

describe('the preview of a till, before anything is watched', () => {
  it('guesses the columns and says what would become of each receipt', async () => {
    const { files, shown } = await till.shown();
    expect(files.map(({ name }) => name)).toEqual(['first.csv']);
    expect(shown?.reading).toMatchObject({
      columns: ['receipt_no', 'date', 'time', 'amount', 'phone', 'cashier'],
      ...{ header: true, dateFormat: 'ymd', rowsAre: 'receipts' },
    });
    expect(shown?.missing).toEqual([]);
    expect(shown?.receipts).toMatchObject([
      { receiptNo: 'A001', paid: 8880, memberName: '张三', outcome: 'posted', why: null },
      { receiptNo: 'A002', paid: 1200, memberName: null, outcome: 'waiting', why: 'no_member' },
    ]);
    expect(bills(till)).toEqual([]);
  });
});

describe('From the POS: a file that stands still', () => {
  it('is posted: points by the rules, money as the till says, and moved', async () => {
    await till.watched();
    await till.read();
    expect(bills(till)).toEqual([{ no: 'A001', day: '2026-05-18', paid: 8880, points: 88 }]);
    expect(await till.newest()).toMatchObject({
      ...{ name: 'first.csv', failure: null, place: 'done' },
      counts: { posted: 1, waiting: 1, refused: 0 },
    });
    expect(till.lying()).toEqual(['shuke-done']);
    expect(till.lying('shuke-done')).toEqual(['first.csv']);
    expect(await balanceOf(till, zhang)).toBe(88);
  });

  it('stands in the audit trail in the name of Shuke, with the member and the bill', async () => {
    const all = { subject: null, staffId: null, from: null, to: null, before: null, limit: 10 };
    const { rows } = await till.shop.client.audit.list({ ...all, act: 'pos.post' });
    expect(rows).toMatchObject([{ act: 'pos.post', staff: null }]);
    expect(rows[0]?.subjects).toEqual(
      expect.arrayContaining([
        { kind: 'member', id: zhang, label: '张三' },
        { kind: 'purchase', id: billId('A001'), label: 'A001' },
      ]),
    );
  });

  it('is nothing new under another name, and a till that uses one name overwrites nothing', async () => {
    till.write('again.csv', [row('A001', '88.80', PHONE)]);
    till.write('first.csv', [row('A001', '88.80', PHONE), row('A003', '5.00', PHONE)]);
    await till.read();
    expect(of('A001')).toHaveLength(1);
    expect(of('A003')).toMatchObject([{ paid: 500, points: 5 }]);
    expect(till.lying('shuke-done')).toEqual(['again.csv', 'first-2.csv', 'first.csv']);
  });

  it('is read in the encoding and with the separator of its own', async () => {
    const text = `${HEAD.replaceAll(',', ';')}\n${row('A004', '6.50', PHONE, { cashier: '小林' }).replaceAll(',', ';')}\n`;
    till.write('gb.csv', iconv.encode(text, 'gb18030'));
    await till.read();
    expect(of('A004')).toMatchObject([{ paid: 650 }]);
  });

  it('of yesterday is booked under its own day, with the time it was bought', async () => {
    till.write('late.csv', [row('B001', '20.00', PHONE, { date: '2026/5/17', time: '21:05' })]);
    await till.read();
    expect(of('B001')).toEqual([{ no: 'B001', day: '2026-05-17', paid: 2000, points: 20 }]);
    const { rows } = await till.shop.client.purchases.ofMember({ memberId: zhang, offset: 0, limit: 20 });
    expect(rows.find(({ receiptNo }) => receiptNo === 'B001')?.boughtAt).toBe(
      Date.parse('2026-05-17T21:05:00+08:00'),
    );
  });

  it('passes by what was bought before the shop began with it, and refuses tomorrow', async () => {
    till.write('times.csv', [
      row('B002', '20.00', PHONE, { date: '2026-04-30' }),
      row('B003', '20.00', PHONE, { date: '2026-05-19' }),
    ]);
    await till.read();
    const file = await till.newest();
    expect(file.counts).toMatchObject({ passed: 1, refused: 1, posted: 0 });
    expect(await refusedOf(file.id)).toMatchObject([{ line: 3, receiptNo: 'B003', why: 'date_in_future' }]);
  });
});

describe('one receipt, recorded by hand and told by the till', () => {
  it('is booked once, whoever was first', async () => {
    expect((await byHand(zhang, 'C001', 5000)).ok).toBe(true);
    till.write('c1.csv', [row('C001', '50.00', PHONE), row('C002', '30.00', PHONE)]);
    await till.read();
    expect((await till.newest()).counts).toMatchObject({ already: 1, posted: 1, refused: 0 });
    expect(of('C001')).toHaveLength(1);
    expect(await byHand(zhang, 'C002', 3000)).toMatchObject({
      ok: false,
      refusal: { code: 'receipt_taken', params: { total: 3000, byTill: true } },
    });
  });

  it('with another amount is refused with both, and not booked twice', async () => {
    expect((await byHand(zhang, 'C003', 5000)).ok).toBe(true);
    till.write('c3.csv', [row('C003', '55.00', PHONE)]);
    await till.read();
    const file = await till.newest();
    expect(await refusedOf(file.id)).toMatchObject([
      { line: 2, receiptNo: 'C003', why: 'amount_differs', booked: 5000, told: 5500 },
    ]);
    expect(file.place).toBe('refused');
    expect(of('C003')).toHaveLength(1);
    const reasons = readFileSync(join(till.folder, 'shuke-refused', 'c3.csv.reasons.csv'), 'utf8');
    expect(reasons).toContain('金额不一致：已记 ¥50.00，文件里是 ¥55.00');
    expect(reasons).not.toContain(PHONE);
  });

  it('without a number by hand waits for a person, who says that it is the same or another', async () => {
    expect((await byHand(wang, '', 7700)).ok).toBe(true);
    till.write('c4.csv', [
      row('C004', '77.00', '13900001111'),
      row('C005', '77.00', '13900001111', { time: '11:31' }),
    ]);
    await till.read();
    // Only one of the two can be that bill.
    expect((await till.newest()).counts).toMatchObject({ waiting: 1, posted: 1 });
    const waits = await unclaimed('C004');
    expect(waits?.why).toBe('maybe_by_hand');
    const outcome = await till.shop.client.pos.dismiss(till.shop.request(), {
      ...{ receiptId: waits?.id ?? '', reason: '已手工录入' },
    });
    expect(outcome.ok).toBe(true);
    expect(await unclaimed('C004')).toBeUndefined();
  });
});

describe('a receipt of nobody', () => {
  it('waits, and is given once to the member who brings it, with its own time and day', async () => {
    const waits = await unclaimed('A002');
    expect(waits).toMatchObject({ paid: 1200, why: 'no_member', businessDate: '2026-05-18' });
    const claim = { receiptId: waits?.id ?? '', memberId: wang };
    const before = await balanceOf(till, wang);
    const outcome = await till.shop.client.pos.claim(till.shop.request(), claim);
    expect(outcome).toMatchObject({ ok: true, value: { paid: 1200, earned: 12 } });
    expect(await balanceOf(till, wang)).toBe(before + 12);
    expect(await till.shop.client.pos.claim(till.shop.request(), claim)).toMatchObject({
      ok: false,
      refusal: { code: 'receipt_gone' },
    });
    till.write('d1.csv', [row('A002', '12.00', PHONE)]);
    await till.read();
    expect(of('A002')).toHaveLength(1);
  });

  it('is booked by itself when a later file names who it is', async () => {
    till.write('d2.csv', [row('D002', '15.00', '13700001111')]);
    await till.read();
    expect((await unclaimed('D002'))?.why).toBe('member_unknown');
    await till.shop.member('新客', { phone: '13700001111' });
    till.write('d3.csv', [row('D002', '15.00', '13700001111')]);
    await till.read();
    expect(of('D002')).toMatchObject([{ points: 15 }]);
    expect(await unclaimed('D002')).toBeUndefined();
  });

  it('is gone from the list when somebody records it by hand, and cannot be claimed besides', async () => {
    till.write('d4.csv', [row('D004', '18.00')]);
    await till.read();
    const waits = await unclaimed('D004');
    expect((await byHand(zhang, 'D004', 1800)).ok).toBe(true);
    expect(await unclaimed('D004')).toBeUndefined();
    const outcome = await till.shop.client.pos.claim(till.shop.request(), {
      ...{ receiptId: waits?.id ?? '', memberId: wang },
    });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'receipt_taken' } });
  });
});

describe('a refund of the till', () => {
  it('takes the points of its receipt back, in part and then in whole, and once per row', async () => {
    till.write('e1.csv', [row('E001', '100.00', PHONE)]);
    await till.read();
    const before = await balanceOf(till, zhang);
    till.write('e2.csv', [row('E001', '-30.00', PHONE, { time: '11:40' })]);
    await till.read();
    expect(await balanceOf(till, zhang)).toBe(before - 30);
    // The same file once more, and a second refund beside the first.
    till.write('e3.csv', [
      row('E001', '-30.00', PHONE, { time: '11:40' }),
      row('E001', '-70.00', PHONE, { time: '11:50' }),
    ]);
    await till.read();
    expect(await balanceOf(till, zhang)).toBe(before - 100);
    expect((await till.newest()).counts).toMatchObject({ already: 1, refunded: 1, refused: 0 });
  });

  it('that was given by hand before the file came is this one', async () => {
    till.write('e4.csv', [row('E004', '40.00', PHONE)]);
    await till.read();
    const refund = { amount: 4000 as never, shortfall: 'debt', reason: '坏了' } as const;
    const purchaseId = billId('E004');
    expect((await till.shop.client.purchases.refund(till.shop.request(), { purchaseId, ...refund })).ok).toBe(
      true,
    );
    const before = await balanceOf(till, zhang);
    till.write('e5.csv', [row('E004', '-40.00', PHONE, { time: '11:55' })]);
    await till.read();
    expect((await till.newest()).counts).toMatchObject({ already: 1, refunded: 0, refused: 0 });
    expect(await balanceOf(till, zhang)).toBe(before);
  });

  it('of an unknown receipt, or of more than is left, is refused with what to do', async () => {
    till.write('e6.csv', [row('E999', '-5.00', PHONE), row('E001', '-1.00', PHONE, { time: '11:58' })]);
    await till.read();
    expect(await refusedOf((await till.newest()).id)).toMatchObject([
      { receiptNo: 'E999', why: 'refund_of_unknown', told: -500 },
      { receiptNo: 'E001', why: 'refund_above_rest' },
    ]);
  });

  it('of a receipt that is nobody’s leaves less of it to claim', async () => {
    till.write('e7.csv', [row('E007', '50.00'), row('E007', '-20.00', '', { time: '11:45' })]);
    await till.read();
    const waits = await unclaimed('E007');
    expect(waits?.paid).toBe(3000);
    const outcome = await till.shop.client.pos.claim(till.shop.request(), {
      ...{ receiptId: waits?.id ?? '', memberId: zhang },
    });
    expect(outcome).toMatchObject({ ok: true, value: { paid: 3000, earned: 30 } });
  });
});

describe('a till that writes each item into a row of its own', () => {
  it('is one bill with its goods', async () => {
    const head = '单号,日期,时间,商品,数量,金额,会员手机';
    till.write(
      'items.csv',
      `${head}\nF001,2026-05-18,10:00,拿铁,2,56.00,${PHONE}\nF001,2026-05-18,10:00,曲奇,1,9.90,\n`,
    );
    const { shown } = await till.shown();
    expect(shown?.reading.rowsAre).toBe('items');
    expect(shown?.receipts).toMatchObject([{ receiptNo: 'F001', paid: 6590, outcome: 'posted' }]);
    await till.watched();
    await till.read();
    expect(of('F001')).toMatchObject([{ paid: 6590, points: 65 }]);
    const bill = await till.shop.client.purchases.detail({ purchaseId: billId('F001') });
    expect(bill?.items).toMatchObject([
      { product: '拿铁', quantityMilli: 2000, amount: 5600 },
      { product: '曲奇', quantityMilli: 1000, amount: 990 },
    ]);
  });
});

describe('a receipt of nobody that is a month old', () => {
  it('is on nobody’s list any more, and cannot be claimed', async () => {
    till.write('g1.csv', [row('G001', '18.00')]);
    await till.watched();
    await till.read();
    const waits = await unclaimed('G001');
    till.shop.clock.advanceDays(31);
    expect(await unclaimed('G001')).toBeUndefined();
    const claim = { receiptId: waits?.id ?? '', memberId: zhang };
    expect(await till.shop.client.pos.claim(till.shop.request(), claim)).toMatchObject({
      ok: false,
      refusal: { code: 'claim_too_late', params: { days: 30 } },
    });
  });
});

describe('a cashier who would give nobody’s receipt to their own card', () => {
  it('needs a colleague for it', async () => {
    till.write('h1.csv', [row('H001', '500.00', '', { date: '2026-06-18' })]);
    await till.read();
    const waits = await unclaimed('H001');
    const cashier = await till.shop.as('cashier');
    await till.shop.as('manager');
    await till.shop.as('owner');
    const own = { staffId: cashier.id, name: cashier.name, ownMemberId: wang };
    expect((await till.shop.client.staff.change(till.shop.request(), own)).ok).toBe(true);
    await till.shop.as('cashier');
    const claim = { receiptId: waits?.id ?? '', memberId: wang };
    expect(await till.shop.client.pos.claim(till.shop.request(), claim)).toMatchObject({
      ok: false,
      refusal: { code: 'own_card' },
    });
    till.shop.people.approvedBy = 'manager';
    expect((await till.shop.client.pos.claim(till.shop.request(), claim)).ok).toBe(true);
  });
});

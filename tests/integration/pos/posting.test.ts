import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTillShop, bills, row, type TillShop } from './support';

let till: TillShop;
beforeAll(async () => {
  till = await aTillShop();
  await till.shop.member('张三', { phone: '13812348812' });
  till.write('first.csv', [row('A001', '88.80', '13812348812'), row('A002', '12.00')]);
});
afterAll(() => till.close());

describe('the preview of a till, before anything is watched', () => {
  it('guesses the columns and says what would become of each receipt', async () => {
    const { files, shown } = await till.shown();
    expect(files.map(({ name }) => name)).toEqual(['first.csv']);
    expect(shown?.reading).toMatchObject({
      columns: ['receipt_no', 'date', 'time', 'amount', 'phone', 'cashier'],
      header: true,
      dateFormat: 'ymd',
      rowsAre: 'receipts',
    });
    expect(shown?.missing).toEqual([]);
    expect(shown?.receipts).toMatchObject([
      { receiptNo: 'A001', paid: 8880, memberName: '张三', outcome: 'posted', why: null },
      { receiptNo: 'A002', paid: 1200, memberName: null, outcome: 'waiting', why: 'no_member' },
    ]);
    expect(bills(till)).toEqual([]);
  });
});

describe('a file of the till', () => {
  it('is posted once it stands still: points by the rules, money as the till says, and moved', async () => {
    await till.watched();
    await till.read();
    expect(bills(till)).toEqual([{ no: 'A001', day: '2026-05-18', paid: 8880, points: 88 }]);
    expect(await till.newest()).toMatchObject({
      name: 'first.csv',
      failure: null,
      place: 'done',
      counts: { posted: 1, waiting: 1, refused: 0 },
    });
    expect(till.lying()).toEqual(['shuke-done']);
    expect(till.lying('shuke-done')).toEqual(['first.csv']);
  });
});

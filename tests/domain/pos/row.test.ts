import type { PosField, PosReading } from '@domain/pos/fields';
import { ReceiptGatherer } from '@domain/pos/receipts';
import { type TillRow, TillRowReader } from '@domain/pos/row';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const COLUMNS: readonly PosField[] = [
  ...(['receipt_no', 'date', 'time', 'amount', 'phone', 'card_no', 'product', 'quantity'] as const),
];
const reader = new TillRowReader({ columns: COLUMNS, dateFormat: 'ymd' });
/** `no|date|time|amount|phone|card|product|quantity` */
const read = (text: string) => reader.read(7, text.split('|'));
const good = (text: string): TillRow => {
  const row = read(text);
  if ('why' in row) throw new Error(row.why);
  return row;
};

describe('From the POS: a row of a till', () => {
  it.each([
    ['A1|2026-05-18|11:30|88.80||||', { receiptNo: 'A1', date: '2026-05-18', minutes: 690, amount: 8880 }],
    ['A1|2026-05-18 23:59:59||5||||', { minutes: 1439, amount: 500 }],
    ['A1|2026-05-18|2026-05-18 09:05|5||||', { minutes: 545 }],
    ['A1|20260518||¥1,234.50||||', { minutes: null, amount: 123_450 }],
    ['A1|2026-05-18||-30.00||||', { amount: -3000 }],
    ['A1|2026-05-18||(30.00)||||', { amount: -3000 }],
    ['A1|2026-05-18||−¥30||||', { amount: -3000 }],
    ['２０２６０５１８０００１|2026-05-18||1||||', { receiptNo: '202605180001' }],
    // As a spreadsheet writes numbers; no digit is lost.
    ['20260518.0|2026-05-18||1||||', { receiptNo: '20260518' }],
    ["'=A1|2026-05-18||1||||", { receiptNo: '=A1' }],
  ])('%s', (text, row) => {
    expect(good(text)).toMatchObject(row);
  });

  it.each([
    ['|2026-05-18||1||||', 'receipt_no_missing'],
    ['2.02605E+15|2026-05-18||1||||', 'receipt_no_malformed'],
    [`${'9'.repeat(41)}|2026-05-18||1||||`, 'receipt_no_malformed'],
    // A customer's code, scanned into the till's field: never kept.
    ['134567890123456789|2026-05-18||1||||', 'receipt_no_malformed'],
    ['A1|18.05.2026||1||||', 'date_malformed'],
    ['A1|46160||1||||', 'date_serial'],
    ['A1|2026-05-18|25:00|1||||', 'date_malformed'],
    ['A1|2026-05-18||1.234||||', 'amount_malformed'],
    ['A1|2026-05-18||1|||拿铁|two', 'quantity_malformed'],
    ['A1|2026-05-18', 'too_few_columns'],
    ['A1|2026-05-18||1|||拿\ufffd|', 'text_damaged'],
  ])('%s is refused: %s', (text, why) => {
    expect(read(text)).toMatchObject({ line: 7, why });
  });

  it('says who the customer is by whole numbers only, and says that it names one it cannot read', () => {
    expect(good('A1|2026-05-18||1|+86 138 1234 8812|||').buyer.phone).toBe('13812348812');
    expect(good('A1|2026-05-18||1|1.38E+10|||')).toMatchObject({ buyer: { phone: null }, named: true });
    expect(good('A1|2026-05-18||1|138****8812|||')).toMatchObject({ buyer: { phone: null }, named: true });
    expect(good('A1|2026-05-18||1||VIP-01||')).toMatchObject({ buyer: { cardNo: 'VIP-01' }, named: true });
    expect(good('A1|2026-05-18||1||||')).toMatchObject({ named: false });
  });
});

const receiptsOf = (rows: readonly ReturnType<typeof read>[], rowsAre: PosReading['rowsAre']) => {
  const gatherer = new ReceiptGatherer(rowsAre);
  for (const row of rows) gatherer.add(row);
  return [...gatherer.receipts()];
};

describe('From the POS: receipts of rows', () => {
  const rows = (...texts: string[]) => texts.map((text, at) => ({ ...good(text), line: at + 2 }));

  it('adds the items of a number, day and time up to one receipt', () => {
    const found = receiptsOf(
      rows(
        'A1|2026-05-18|10:00|56|138 1234 8812||拿铁|2',
        'A2|2026-05-18|10:01|3||||',
        'A1|2026-05-18|10:00|9.90|||曲奇|1',
      ),
      'items',
    );
    expect(found).toMatchObject([
      {
        receiptNo: 'A1',
        line: 2,
        amount: 6590,
        named: true,
        items: [{ product: '拿铁' }, { product: '曲奇' }],
      },
      { receiptNo: 'A2', amount: 300, items: [] },
    ]);
  });

  it('keeps no goods of a receipt where a discount stands among them', () => {
    const found = receiptsOf(
      rows('A1|2026-05-18|10:00|56|||拿铁|2', 'A1|2026-05-18|10:00|-6|||会员折扣|1'),
      'items',
    );
    expect(found).toMatchObject([{ amount: 5000, items: [] }]);
  });

  it('keeps refused rows at their place', () => {
    const found = receiptsOf([...rows('A1|2026-05-18||1||||'), read('|2026-05-18||1||||')], 'items');
    expect(found).toMatchObject([{ receiptNo: 'A1' }, { line: 7, why: 'receipt_no_missing' }]);
  });

  it('refuses items that name two members', () => {
    const two = rows('A1|2026-05-18|10:00|1|13812348812|||', 'A1|2026-05-18|10:00|1|13900001111|||');
    expect(receiptsOf(two, 'items')).toMatchObject([{ line: 2, why: 'items_disagree' }]);
  });

  it('tells equal refunds of one file apart by their place', () => {
    const back = 'A1|2026-05-18|10:00|-3||||';
    expect(receiptsOf(rows(back, back, 'A1|2026-05-18|10:01|-3||||'), 'receipts')).toMatchObject([
      { nth: 0 },
      { nth: 1 },
      { nth: 0 },
    ]);
  });

  it('neither loses nor invents money, however a till cuts its receipts into rows', () => {
    const item = fc.record({ no: fc.nat({ max: 3 }), fen: fc.integer({ min: 1, max: 99_999 }) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), (items) => {
        const all = rows(
          ...items.map(({ no, fen }) => `A${no}|2026-05-18|10:00|${(fen / 100).toFixed(2)}|||拿铁|1`),
        );
        const found = receiptsOf(all, 'items').flatMap((one) => ('why' in one ? [] : [one]));
        const sum = (of: readonly number[]) => of.reduce((whole, one) => whole + one, 0);
        expect(new Set(found.map(({ receiptNo }) => receiptNo)).size).toBe(found.length);
        expect(sum(found.map(({ amount }) => amount))).toBe(sum(items.map(({ fen }) => fen)));
        for (const one of found) expect(sum(one.items.map(({ amount }) => amount))).toBe(one.amount);
      }),
    );
  });
});

import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen, points } from '@domain/units';
import { BLANK_SALE, blankLine, price, readQuantity, readSale } from '@renderer/features/purchases/sale-form';
import { describe, expect, it } from 'vitest';

const buyer = { id: 'x', tier: 'regular', points: 1284, birthday: null } as const;
const today = businessDate('2026-05-18');

describe('a quantity', () => {
  it.each([
    ['1', 1000],
    ['0.5', 500],
    ['１．２５', 1250],
    ['0', null],
    ['-1', null],
    ['1.2345', null],
    ['', null],
  ])('%j is %s thousandths', (text, milli) => expect(readQuantity(text)).toBe(milli));
});

describe('the bill as typed', () => {
  const line = { ...blankLine(1), product: '拿铁', amount: '18' };

  it('is the sum of its lines when no amount is given', () =>
    expect(readSale({ ...BLANK_SALE, lines: [line, { ...line, key: 2, amount: '5.5' }] })).toMatchObject({
      ok: true,
      total: 2350,
    }));

  it('leaves out a line that was not begun', () =>
    expect(readSale({ ...BLANK_SALE, amount: '18', lines: [blankLine(1)] })).toEqual({
      ok: true,
      total: 1800,
      items: [],
    }));

  it('names the line that is wrong', () => {
    const broken = (part: object) => readSale({ ...BLANK_SALE, lines: [{ ...line, key: 7, ...part }] });
    expect(broken({ product: ' ' })).toEqual({ ok: false, why: 'product_needed', line: 7 });
    expect(broken({ quantity: 'x' })).toEqual({ ok: false, why: 'quantity_malformed', line: 7 });
    expect(broken({ amount: '1.234' })).toEqual({ ok: false, why: 'amount_malformed', line: 7 });
  });
});

describe('the price', () => {
  const bill = { ok: true, total: fen(2000), items: [] } as const;

  it('shows the bill without points beside the reason why they cannot be used', () => {
    const priced = price(bill, buyer, points(1100), DEFAULT_RULES, today);
    expect(priced.refusal?.code).toBe('redeem_above_share');
    expect(priced.quote?.due).toBe(2000);
  });

  it('says nothing while the amount cannot be read', () =>
    expect(price({ ok: false, why: 'empty' }, buyer, points(0), DEFAULT_RULES, today)).toEqual({
      quote: null,
      refusal: null,
    }));
});

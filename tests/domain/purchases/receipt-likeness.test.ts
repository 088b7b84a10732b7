import { mayBeReceiptOf } from '@domain/purchases/receipt-likeness';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe('what may be a receipt number of this shop', () => {
  it('has the signs and the length of one that is known, give or take the digit by which a count grows', () => {
    expect(mayBeReceiptOf('A-1024', ['A-1023'])).toBe(true);
    expect(mayBeReceiptOf('B-1000', ['A-999'])).toBe(true);
    expect(mayBeReceiptOf('A1024', ['A-1023'])).toBe(false);
    expect(mayBeReceiptOf('1023', ['A-1023'])).toBe(false);
    expect(mayBeReceiptOf('A-102345', ['A-1023'])).toBe(false);
  });

  it('is nothing while no number is known', () => {
    fc.assert(fc.property(fc.string(), (text) => !mayBeReceiptOf(text, [])));
  });

  it('is never a code that pays, a phone or a coupon, not even where the till’s numbers look the same', () => {
    const prefix = fc.constantFrom('10', '11', '12', '13', '14', '15', '25', '26', '27', '28', '29', '30');
    fc.assert(
      fc.property(prefix, digits(16), digits(18), (two, rest, known) => !mayBeReceiptOf(two + rest, [known])),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('13', '15', '18', '19'),
        digits(9),
        digits(11),
        (two, rest, known) => !mayBeReceiptOf(two + rest, [known]),
      ),
    );
  });

  it('knows every number it was shown, other than those', () => {
    fc.assert(fc.property(digits(8), (known) => mayBeReceiptOf(known, [known])));
  });
});

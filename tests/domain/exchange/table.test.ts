import { fitsColumn, numberText, yuanText } from '@domain/exchange/table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('cells of a table', () => {
  it('money is yuan with two digits, exactly', () => {
    expect([0, 5, -5, 123_456_789, -100].map(yuanText)).toEqual([
      '0.00',
      '0.05',
      '-0.05',
      '1234567.89',
      '-1.00',
    ]);
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(BigInt(yuanText(fen).replace('.', ''))).toBe(BigInt(fen));
      }),
    );
  });

  it('numbers stand without grouping and without zeros behind', () => {
    expect(numberText(1_234_567, 'whole')).toBe('1234567');
    expect([0.125, 1, 0, 0.9999, -0.05].map((share) => numberText(share, 'percent'))).toEqual([
      '12.5%',
      '100%',
      '0%',
      '100%',
      '-5%',
    ]);
    expect([2, 2.5, 1.005, 100, -0.001].map((value) => numberText(value, 'decimal'))).toEqual([
      '2',
      '2.5',
      '1',
      '100',
      '0',
    ]);
  });

  it('a cell is of its column, or empty', () => {
    expect(fitsColumn(null, 'money')).toBe(true);
    expect([fitsColumn('1', 'text'), fitsColumn('2026-05-18', 'date'), fitsColumn('1', 'whole')]).toEqual([
      true,
      true,
      false,
    ]);
    expect([fitsColumn(1.5, 'whole'), fitsColumn(1.5, 'money'), fitsColumn(1.5, 'decimal')]).toEqual([
      false,
      false,
      true,
    ]);
    expect([Number.NaN, Number.POSITIVE_INFINITY].map((value) => fitsColumn(value, 'percent'))).toEqual([
      false,
      false,
    ]);
  });
});

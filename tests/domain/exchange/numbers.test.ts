import { readAmount, readPoints, readQuantity } from '@domain/exchange/numbers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '../../support/cpu-time';

describe('an amount of money', () => {
  it.each([
    ['29.33', 2933],
    ['29', 2900],
    ['29.3', 2930],
    ['0', 0],
    ['0.00', 0],
    ['29.3300', 2933],
    ['¥29.33', 2933],
    ['￥ 1,234.50', 123450],
    ['1,234,567', 123456700],
    ['29.33元', 2933],
    ['RMB 29.33', 2933],
    ['$29.33', 2933],
    ['２９．３３', 2933],
    ['29,33', 2933],
    ['1.234,56', 123456],
    ['  29.33  ', 2933],
    ['-0.00', 0],
    ['9999999999.99', 999999999999],
  ])('%s is %i fen', (cell, fen) => {
    expect(readAmount(cell)).toBe(fen);
  });

  it.each([
    '',
    '29.333',
    '1.38E+10',
    '12,34,567',
    '1.2.3',
    'abc',
    '=1+1',
    '29.33.',
    '99999999999999',
    'NaN',
    '1 234',
  ])('%j is refused as malformed', (cell) => expect(readAmount(cell)).toBe('amount_malformed'));

  it.each([
    ['spaces', `1${' '.repeat(32_000)}x`],
    ['digits in a bracket that never closes', `(${'1'.repeat(32_000)}`],
    ['zeros', `0.${'0'.repeat(32_000)}1`],
  ])('a cell of nothing but %s is refused at once', (_what, cell) => {
    const spent = cpuMs(() => {
      expect(readAmount(cell)).toBe('amount_malformed');
      expect(readQuantity(cell)).toBe('quantity_malformed');
    });
    expect(spent).toBeLessThan(500);
  });

  it.each(['-29.33', '¥-29.33', '-¥29.33', '(29.33)', '−29.33', '－２９．３３'])(
    '%s is refused as negative',
    (cell) => {
      expect(readAmount(cell)).toBe('amount_negative');
    },
  );

  it('is exact to the fen for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (fen) => {
        const plain = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        expect(readAmount(plain)).toBe(fen);
        expect(
          readAmount(
            `¥${plain.replace(/\B(?=(\d{3})+(?!\d))/g, (m, _, at: number) => (at < plain.indexOf('.') ? ',' : m))}`,
          ),
        ).toBe(fen);
      }),
    );
  });
});

describe('quantities and points', () => {
  it.each([
    ['2', 2000],
    ['1.5', 1500],
    ['0.125', 125],
    ['1,000', 1_000_000],
  ])('%s is %i thousandths', (cell, milli) => expect(readQuantity(cell)).toBe(milli));

  it.each(['0', '-1', '0.0001', 'two', ''])('the quantity %j is refused', (cell) => {
    expect(readQuantity(cell)).toBe('quantity_malformed');
  });

  it.each([
    ['120', 120],
    ['1,200', 1200],
    ['120.0', 120],
    ['0', 0],
  ])('%s points', (cell, points) => expect(readPoints(cell)).toBe(points));

  it.each(['-5', '1.5', '很多', '1E+5'])('the points %j are refused', (cell) => {
    expect(readPoints(cell)).toBe('points_malformed');
  });
});

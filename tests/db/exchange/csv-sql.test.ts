import { type CsvCell, line, masked, maybeYuan, named, text, thousandths, yuan } from '@db/exchange/csv-sql';
import { FORMULA_STARTS, guardFormula, guardNumber } from '@domain/exchange/formula-guard';
import { maskPhone } from '@domain/members/phone';
import SQLite from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';

const raw = new SQLite(':memory:');
afterAll(() => raw.close());
const cell = (sql: (column: string) => CsvCell) => {
  const statement = raw.prepare<[unknown], string>(`select ${line([sql('x')])} from (select ? as x)`).pluck();
  return (value: unknown): string => {
    const written = statement.get(value) ?? '';
    const [[read]] = parse(written, { relax_column_count: true }) as [[string]];
    return read;
  };
};

const anything = fc
  .oneof(
    fc
      .tuple(fc.constantFrom(...FORMULA_STARTS, "'", '"', ','), fc.string())
      .map(([start, rest]) => start + rest),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[0-9Ee.+/-]{0,14}$/),
    // SQLite ends a text at NUL, and no cell of the store holds one.
  )
  .filter((value) => !value.includes('\0'));

describe('CSV built inside SQL', () => {
  it('guards and quotes a text as the domain says', () => {
    const written = cell(text);
    fc.assert(
      fc.property(anything, (value) => {
        expect(written(value)).toBe(guardFormula(value));
      }),
      { numRuns: 5000 },
    );
    expect(written(null)).toBe('');
  });

  it('keeps numbers that name something as text', () => {
    const written = cell(named);
    fc.assert(
      fc.property(anything, (value) => {
        expect(written(value)).toBe(guardNumber(value));
      }),
      { numRuns: 5000 },
    );
    expect(written(null)).toBe('');
  });

  it('writes money and quantities exactly', () => {
    const [money, quantity] = [cell(yuan), cell(thousandths)];
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (fen) => {
        const digits = String(Math.abs(fen)).padStart(3, '0');
        expect(money(BigInt(fen))).toBe(`${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
      }),
    );
    const maybe = cell(maybeYuan);
    expect([maybe(-5n), maybe(null)]).toEqual(['-0.05', '']);
    expect(quantity(1500n)).toBe('1.500');
    expect(quantity(7n)).toBe('0.007');
  });

  it('masks a phone as the counter does', () => {
    const written = cell(masked);
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9]{5,15}$/), (phone) => {
        expect(written(phone)).toBe(guardFormula(maskPhone(phone)));
      }),
    );
    expect(written(null)).toBe('');
  });
});

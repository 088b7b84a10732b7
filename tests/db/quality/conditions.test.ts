import { conditionOf } from '@db/quality/conditions';
import type { QualityList } from '@domain/quality/checks';
import { isOddBirthday, isOddName, isOddPhone, NO_NAMES, NOT_IN_NAMES } from '@domain/quality/odd';
import { businessDate } from '@domain/units';
import SQLite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TODAY = businessDate('2026-05-18');
let raw: SQLite.Database;
beforeAll(() => {
  raw = new SQLite(':memory:');
});
afterAll(() => raw.close());

interface Said {
  readonly name?: string;
  readonly phone?: string;
  readonly year?: number | null;
  readonly month?: number;
  readonly day?: number;
}
/** What SQL says of a member with that record. */
function inSql(list: QualityList, { name = '', phone, year, month, day }: Said): boolean {
  const row = `select ? as name, ? as phone, ? as birth_year, ? as birth_month, ? as birth_day`;
  const said = raw
    .prepare<unknown[], number>(`select ${conditionOf(list, TODAY)} from (${row}) m`)
    .pluck()
    .get(name, phone ?? null, year ?? null, month ?? null, day ?? null);
  return said === 1;
}

describe('S31 the conditions in SQL are the rules of the domain', () => {
  it('for names', () => {
    const piece = fc.oneof(
      fc.constantFrom(...NO_NAMES, ...NOT_IN_NAMES, '张', '三', ' ', '·', "'"),
      fc.string({ maxLength: 3, unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    );
    // SQLite folds ASCII only: names in other capitals are not asked about.
    const name = fc.array(piece, { maxLength: 3 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(name, (text) => {
        expect(inSql('name_malformed', { name: text })).toBe(isOddName(text));
      }),
      { numRuns: 500 },
    );
    for (const text of [...NO_NAMES, 'TEST', 'N/A'])
      expect([text, inSql('name_malformed', { name: text })]).toEqual([text, true]);
  });

  it('for phones, in every form that the file can hold', () => {
    const phone = fc
      .tuple(
        fc.constantFrom('', '+', '+86', '86', '00', '1', '13', '138', '12', '400', '0'),
        fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 16 }),
        fc.constantFrom('', '+', '0000000', '1111111', '5'),
      )
      .map((pieces) => pieces.join(''))
      .filter((text) => /^[0-9+]/.test(text));
    fc.assert(
      fc.property(phone, (text) => {
        expect(inSql('phone_malformed', { phone: text })).toBe(isOddPhone(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('for birthdays', () => {
    const year = fc.option(fc.integer({ min: 1900, max: 2100 }));
    const birthday = fc.record({
      year,
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(birthday, (said) => {
        expect(inSql('birthday_impossible', said)).toBe(isOddBirthday(said, TODAY));
      }),
      { numRuns: 2000 },
    );
    expect(inSql('birthday_impossible', {})).toBe(false);
  });
});

import { couponCodeOf } from '@domain/coupons/code';
import { foldKey } from '@domain/members/fold';
import { readQuery } from '@domain/members/query';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../support/any-text';

describe('one box reads everything (rules, "Lookup")', () => {
  test.each([
    ['', 'nothing', undefined],
    ['   ', 'nothing', undefined],
    ['··--', 'nothing', undefined],
    // 11 digits are a phone, however they are written.
    ['13812348812', 'phone', '13812348812'],
    ['138 1234 8812', 'phone', '13812348812'],
    ['138-1234-8812', 'phone', '13812348812'],
    ['１３８１２３４８８１２', 'phone', '13812348812'],
    ['+86 138 1234 8812', 'phone', '13812348812'],
    ['0086-13812348812', 'phone', '13812348812'],
    ['8613812348812', 'phone', '13812348812'],
    ['02088886666', 'phone', '02088886666'],
    // 1-10 digits are a part of one.
    ['1', 'phone_part', '1'],
    ['8812', 'phone_part', '8812'],
    ['1381234881', 'phone_part', '1381234881'],
    ['+86138', 'phone_part', '138'],
    ['+86', 'nothing', undefined],
    ['86138', 'phone_part', '86138'],
    // More digits, or digits with letters, are a card or barcode.
    ['668800001234', 'card', '668800001234'],
    ['6901234567892', 'card', '6901234567892'],
    ['VIP0012', 'card', 'vip0012'],
    ['ｖｉｐ－００１２', 'card', 'vip0012'],
    // Letters are pinyin or initials; an IME leaves marks between syllables.
    ['zhangsan', 'pinyin', 'zhangsan'],
    ['ZS', 'pinyin', 'zs'],
    ["zhang'san", 'pinyin', 'zhangsan'],
    ['zhang san', 'pinyin', 'zhangsan'],
    ['ｚｈａｎｇ', 'pinyin', 'zhang'],
    // Han characters are a name; so is every other script.
    ['张三', 'name', '张三'],
    ['张 三', 'name', '张三'],
    ['阿依古丽·买买提', 'name', '阿依古丽买买提'],
    ['张s', 'name', '张s'],
    ['josé', 'name', 'josé'],
    ['たなか', 'name', 'たなか'],
  ])('%j is read as %s', (text, readAs, key) => {
    expect(readQuery(text)).toEqual(key === undefined ? { readAs } : { readAs, key });
  });

  test.each([
    ['a scanner that ends with Enter', '668800001234\r\n'],
    ['a scanner that wraps in STX and ETX', '\u0002668800001234\u0003'],
    ['a symbology identifier before the code', ']C1668800001234'],
    ['a byte order mark and zero-width characters', '\ufeff6688\u200b00001234'],
  ])('scanner noise: %s', (_, text) => {
    expect(readQuery(text)).toEqual({ readAs: 'card', key: '668800001234' });
  });

  test('Q and 13 digits whose check digit fits are a coupon, as a scanner or a person writes it', () => {
    const code = couponCodeOf('019aa5c0-1f2e-7abc-8def-0123456789ab');
    const key = code.toLowerCase();
    for (const text of [code, key, ` ${code.slice(0, 7)} ${code.slice(7)}`, `]C1${code}\r`]) {
      expect(readQuery(text)).toEqual({ readAs: 'coupon', key, code });
    }
    const mistyped = key.slice(0, -1) + ((Number(key.at(-1)) + 1) % 10);
    expect(readQuery(mistyped)).toEqual({ readAs: 'card', key: mistyped });
  });

  test('18 digits from 10-15 or 25-30 are a payment code, of which nothing is kept', () => {
    for (const prefix of [10, 11, 12, 13, 14, 15, 25, 26, 27, 28, 29, 30]) {
      expect(readQuery(`${prefix}1234567890123456`)).toEqual({ readAs: 'payment_code' });
      expect(readQuery(`${prefix}12 3456 7890 123456 `)).toEqual({ readAs: 'payment_code' });
    }
    for (const prefix of ['09', '16', '24', '31', '62']) {
      expect(readQuery(`${prefix}1234567890123456`).readAs).toBe('card');
    }
    expect(readQuery('1312345678901234567').readAs).toBe('card');
  });

  test('whatever is typed is read without complaint, and folding twice is folding once', () => {
    fc.assert(
      fc.property(anyText(64), (text) => {
        const key = foldKey(text);
        expect(foldKey(key)).toBe(key);
        const query = readQuery(text);
        if ('key' in query) expect(query.key).not.toBe('');
      }),
      { numRuns: 2000, examples: [['Jose-\u0301'], ['a\u00b4b']] },
    );
  });

  test('a query with a letter never searches phones', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{0,10}[a-z][0-9]{0,10}$/), (text) => {
        expect(['phone', 'phone_part', 'payment_code']).not.toContain(readQuery(text).readAs);
      }),
    );
  });
});

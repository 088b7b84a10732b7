import { isOddBirthday, isOddName, isOddPhone } from '@domain/quality/odd';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';

const TODAY = businessDate('2026-05-18');
const birthday = (year: number | null, month: number, day: number) =>
  isOddBirthday({ year, month, day }, TODAY);

describe('S31 what cannot be right in a record', () => {
  it('a name that is none: a placeholder, or with characters that no name has', () => {
    for (const odd of ['测试', 'Test', '会员', '13800138000', '张三2', '李?', '王*', '\u{fffd}\u{fffd}'])
      expect([odd, isOddName(odd)]).toEqual([odd, true]);
    for (const right of ['张三', '欧阳娜娜', 'Anna-Maria O’Neil', '买买提·阿不都', '阿Q', ''])
      expect([right, isOddName(right)]).toEqual([right, false]);
  });

  it('a phone that reaches nobody: of no form, or one digit over and over', () => {
    for (const odd of ['12345678901', '138001380', '13800000000', '88888888', '+1234', '8613800138001', '+'])
      expect([odd, isOddPhone(odd)]).toEqual([odd, odd !== '138001380']);
    for (const right of ['13800138812', '02164331234', '4008001234', '+8190123456789', '95588001'])
      expect([right, isOddPhone(right)]).toEqual([right, false]);
  });

  it('a birthday that nobody has: no such day, 1900, to come, older than anybody', () => {
    expect([birthday(null, 2, 30), birthday(2023, 2, 29), birthday(null, 4, 31)]).toEqual([true, true, true]);
    expect([birthday(1900, 1, 1), birthday(1915, 12, 31), birthday(2026, 5, 19)]).toEqual([true, true, true]);
    expect([birthday(null, 2, 29), birthday(2024, 2, 29), birthday(2026, 5, 18)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([birthday(1916, 1, 1), birthday(null, 12, 31)]).toEqual([false, false]);
  });
});

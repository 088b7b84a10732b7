import { readPhone } from '@domain/exchange/phones';
import { normalisePhone } from '@domain/members/phone';
import { describe, expect, it } from 'vitest';

const kept = (cell: string) => {
  const phone = readPhone(cell);
  return phone === 'phone_damaged' ? phone : normalisePhone(phone);
};

describe('a phone that a spreadsheet has had in its hands', () => {
  it.each([
    ['13812348812', '13812348812'],
    ['138 1234 8812', '13812348812'],
    ['１３８１２３４８８１２', '13812348812'],
    ['+86 138-1234-8812', '13812348812'],
    ['13812348812.0', '13812348812'],
    ['1.3812348812E+10', '13812348812'],
    ['\u200b13812348812\u202c', '13812348812'],
    ['021-61234567', '02161234567'],
    ['4001234567', '4001234567'],
    ['61234567', '61234567'],
  ])('%s loses nothing', (cell, phone) => expect(kept(cell)).toBe(phone));

  it.each([
    '1.38E+10',
    '1.38123E+10',
    '1.381234881E+10',
    '1.39e10',
    '#######',
    '13812348812.5',
    '1381234881',
    '2161234567',
    '161234567',
  ])('%s has lost digits and is never guessed', (cell) => expect(kept(cell)).toBe('phone_damaged'));

  it.each(['12345', '23812348812x', '10812348812'])('%s is no phone at all', (cell) =>
    expect(kept(cell)).toBeUndefined(),
  );
});

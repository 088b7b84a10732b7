import { guessDateFormat, readBirthday, readDate, readTime } from '@domain/exchange/dates';
import type { DateFormat } from '@domain/exchange/fields';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const read = (cell: string, format: DateFormat = 'ymd') => {
  const found = readDate(cell, format);
  return typeof found === 'string'
    ? found
    : `${found.date}${found.minutes === null ? '' : ` ${found.minutes}`}`;
};

describe('a date in a file', () => {
  it.each([
    ['2025-01-05', 'ymd', '2025-01-05'],
    ['2025/1/5', 'ymd', '2025-01-05'],
    ['2025.01.05', 'ymd', '2025-01-05'],
    ['2025年1月5日', 'ymd', '2025-01-05'],
    ['20250105', 'ymd', '2025-01-05'],
    ['２０２５－０１－０５', 'ymd', '2025-01-05'],
    ['2025-01-05 14:03', 'ymd', '2025-01-05 843'],
    ['2025-01-05T14:03:59', 'ymd', '2025-01-05 843'],
    ['2025/1/5 下午2:03', 'ymd', '2025-01-05 843'],
    ['20250105 1403', 'ymd', 'date_malformed'],
    ['20250105140359', 'ymd', '2025-01-05 843'],
    ['20250105 14:03', 'ymd', '2025-01-05 843'],
    ['5.1.2025', 'dmy', '2025-01-05'],
    ['05/01/2025 23:59', 'dmy', '2025-01-05 1439'],
    ['1/5/2025', 'mdy', '2025-01-05'],
    ['1/5/2025 2:03 PM', 'mdy', '2025-01-05 843'],
    ['2025-01-05', 'dmy', '2025-01-05'],
    ['2024-02-29', 'ymd', '2024-02-29'],
  ] as const)('%s as %s is %s', (cell, format, expected) => {
    expect(read(cell, format)).toBe(expected);
  });

  it.each([
    ['2025-02-31', 'date_malformed'],
    ['2025-02-29', 'date_malformed'],
    ['2025-13-01', 'date_malformed'],
    ['2025-00-10', 'date_malformed'],
    ['20250231', 'date_malformed'],
    ['1899-12-31', 'date_malformed'],
    ['25-01-05', 'date_malformed'],
    ['5/1/2025', 'date_malformed'],
    ['2025-01-05 25:00', 'date_malformed'],
    ['2025-01-05T14:03:59Z', 'date_malformed'],
    ['', 'date_malformed'],
    ['昨天', 'date_malformed'],
    ['45662', 'date_serial'],
    ['45662.58', 'date_serial'],
  ])('%s is refused: %s', (cell, why) => {
    expect(read(cell)).toBe(why);
  });

  it('31 February does not exist in any order', () => {
    expect(read('31/2/2025', 'dmy')).toBe('date_malformed');
    expect(read('2/31/2025', 'mdy')).toBe('date_malformed');
  });

  it('reads back every day as every format writes it', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOf] = iso.split('-').map(Number);
        expect(read(`${year}/${month}/${dayOf}`)).toBe(iso);
        expect(read(`${year}年${month}月${dayOf}日`)).toBe(iso);
        expect(read(iso.replaceAll('-', ''))).toBe(iso);
        expect(read(`${dayOf}.${month}.${year}`, 'dmy')).toBe(iso);
        expect(read(`${month}/${dayOf}/${year}`, 'mdy')).toBe(iso);
      }),
    );
  });
});

describe('the order of a date', () => {
  it.each([
    [['2025-01-05', '2025-02-28'], 'ymd'],
    [['20250105'], 'ymd'],
    [['13/01/2025', '05/01/2025'], 'dmy'],
    [['01/13/2025', '01/05/2025'], 'mdy'],
    [['01/05/2025'], 'mdy'],
    [[], 'ymd'],
  ])('%j is %s', (cells, format) => {
    expect(guessDateFormat(cells)).toBe(format);
  });
});

describe('a time and a birthday', () => {
  it.each([
    ['14:03', 843],
    ['00:00', 0],
    ['12:00 AM', 0],
    ['12:30 PM', 750],
    ['上午9:05', 545],
    ['24:00', undefined],
    ['9:75', undefined],
    ['noon', undefined],
  ])('%s is %s', (cell, minutes) => {
    expect(readTime(cell)).toBe(minutes);
  });

  it.each([
    ['5月3日', 'ymd', { year: null, month: 5, day: 3 }],
    ['05-03', 'ymd', { year: null, month: 5, day: 3 }],
    ['03.05', 'dmy', { year: null, month: 5, day: 3 }],
    ['1990-05-03', 'ymd', { year: 1990, month: 5, day: 3 }],
    ['02-29', 'ymd', { year: null, month: 2, day: 29 }],
    ['1990-02-29', 'ymd', undefined],
    ['02-30', 'ymd', undefined],
    ['初三', 'ymd', undefined],
  ] as const)('%s as %s', (cell, format, expected) => {
    expect(readBirthday(cell, format)).toEqual(expected);
  });
});

import type { ImportField, Reading } from '@domain/exchange/fields';
import { RowReader } from '@domain/exchange/rows';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';

const today = businessDate('2026-05-18');
const reader = (...columns: (ImportField | null)[]) => {
  const reading: Reading = {
    encoding: 'utf-8',
    separator: ',',
    header: false,
    dateFormat: 'ymd',
    columns,
    createMembers: true,
    points: 'none',
  };
  return new RowReader(reading, today);
};

describe('a row of a members file', () => {
  const members = reader(
    'name',
    'phone',
    'card_no',
    'birthday',
    'points',
    'tags',
    'joined_on',
    'external_id',
  );
  const row = (...cells: string[]) => members.member(cells);

  it('becomes a member, its numbers in their one form', () => {
    expect(
      row('张\u200b三', '138 1234 8812', 'vip-001', '5月3日', '1,200', '热、不加糖', '2020-01-01', '00042'),
    ).toEqual({
      name: '张三',
      phone: '13812348812',
      cardNo: 'VIP001',
      externalId: '00042',
      gender: null,
      birthday: { year: null, month: 5, day: 3 },
      joinedOn: '2020-01-01',
      points: 1200,
      pointsLastDay: null,
      tags: ['热', '不加糖'],
      note: '',
    });
  });

  it.each([
    [['', ''], 'name_or_phone_needed'],
    [['\u202e', ''], 'name_or_phone_needed'],
    [['张三', '1.38E+10'], 'phone_damaged'],
    [['张三', '12'], 'phone_malformed'],
    [['张三', '', '6.22E+15'], 'card_malformed'],
    [['张三', '', '卡'], 'card_malformed'],
    [['张三', '', '134567890123456789'], 'card_malformed'],
    [['张三', '', '', '2月31日'], 'birthday_malformed'],
    [['张三', '', '', '2027-01-01'], 'birthday_malformed'],
    [['张三', '', '', '', '-5'], 'points_malformed'],
    [['张三', '', '', '', '', 'x'.repeat(17)], 'text_too_long'],
    [['张三', '', '', '', '', '', '2026-05-19'], 'date_in_future'],
    [['张三', '', '', '', '', '', '45662'], 'date_serial'],
    [['张三', '', '', '', '', '', '', '1E+15'], 'external_id_malformed'],
    [['x'.repeat(41), ''], 'text_too_long'],
    [['x'.repeat(40_000), ''], 'text_too_long'],
    [['张\ufffd', ''], 'text_damaged'],
    [['张\0三', ''], 'text_damaged'],
    [[], 'too_few_columns'],
  ])('%j is refused: %s', (cells, why) => expect(row(...cells)).toBe(why));

  it('reads back what our own files guard', () => {
    expect(row("'=张三", "'02161234567", "'0012")).toMatchObject({
      name: '=张三',
      phone: '02161234567',
      cardNo: '0012',
    });
  });
});

describe('a row of a purchases file', () => {
  const purchases = reader(
    'phone',
    'date',
    'time',
    'amount',
    'quantity',
    'product',
    'receipt_no',
    'card_no',
    'external_id',
  );
  const row = (...cells: string[]) => purchases.purchase(cells);

  it('becomes a purchase, exact to the fen and the thousandth', () => {
    expect(row('13812348812', '2025年1月5日', '14:03', '¥1,234.50', '1.5', '奶茶', 'A-1')).toEqual({
      phone: '13812348812',
      cardNo: null,
      externalId: null,
      date: '2025-01-05',
      minutes: 843,
      amount: 123450,
      quantityMilli: 1500,
      product: '奶茶',
      receiptNo: 'A-1',
    });
  });

  it.each([
    [['13812348812'], 'too_few_columns'],
    [['', '2025-01-05', '', '5'], 'member_needed'],
    [['13812348812', '2026-05-19', '', '5'], 'date_in_future'],
    [['13812348812', '2025-02-31', '', '5'], 'date_malformed'],
    [['13812348812', '2025-01-05', '25:00', '5'], 'date_malformed'],
    [['13812348812', '45662', '', '5'], 'date_serial'],
    [['13812348812', '2025-01-05', '', '-5'], 'amount_negative'],
    [['13812348812', '2025-01-05', '', '5.001'], 'amount_malformed'],
    [['13812348812', '2025-01-05', '', '5', '0'], 'quantity_malformed'],
    [['13812348812', '2025-01-05', '', '5', '', 'x'.repeat(61)], 'text_too_long'],
  ])('%j is refused: %s', (cells, why) => expect(row(...cells)).toBe(why));

  it('keeps the number of another system as it is, zeros and case included', () => {
    expect(row('', '2025-01-05', '', '5', '', '', '', '', '00004')).toMatchObject({ externalId: '00004' });
    expect(row('', '2025-01-05', '', '5', '', '', '', '', '10001.0')).toMatchObject({ externalId: '10001' });
  });
});

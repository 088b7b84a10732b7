import { guessEncoding } from '@domain/exchange/encoding';
import type { ImportKind } from '@domain/exchange/fields';
import { guessReading } from '@domain/exchange/guess';
import { columnsByHeader, guessHeader } from '@domain/exchange/headers';
import { guessSeparator } from '@domain/exchange/separator';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { cpuMs } from '../../support/cpu-time';

const cut = { encoding: 'utf-8', separator: ',' } as const;
const table = (text: string) => text.split('\n').map((line) => line.split(','));

describe('the encoding', () => {
  const text = '姓名,手机\n张三,13812348812\n李四,13912348813\n';
  it.each([
    ['utf8', false, 'utf-8'],
    ['utf8', true, 'utf-8'],
    ['gbk', false, 'gb18030'],
    ['gb18030', false, 'gb18030'],
    ['utf16le', true, 'utf-16le'],
    ['utf16le', false, 'utf-16le'],
    ['utf16be', true, 'utf-16be'],
    ['utf16be', false, 'utf-16be'],
  ])('%s with a mark %s is read as %s', (encoding, addBOM, expected) => {
    expect(guessEncoding(iconv.encode(text, encoding, { addBOM }))).toBe(expected);
  });

  it('does not mistake UTF-8 that is cut inside a character', () => {
    const bytes = Buffer.from('姓名,手机\n张三');
    for (let end = 4; end <= bytes.length; end++) expect(guessEncoding(bytes.subarray(0, end))).toBe('utf-8');
  });

  it('takes plain ASCII as UTF-8', () => expect(guessEncoding(Buffer.from('a,b\n1,2\n'))).toBe('utf-8'));
});

describe('the separator', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb c\td\n1\t2 x\t3\n', '\t'],
    ['a|b|c\r\n1|2|3\r\n', '|'],
    [' 00004 0001 19970101  2   29.33\r\n 00004 0001 19970118  2   29.73\r\n', 'whitespace'],
    ['姓名,地址\n张三,"上海,浦东"\n李四,"北京,海淀"\n', ','],
    ['日期,金额\n2025-01-05 14:03,5\n2025-01-06 15:03,6\n坏的\n', ','],
    ['13812348812\n13912348813\n', ','],
  ])('%j is cut by %j', (text, separator) => expect(guessSeparator(text)).toBe(separator));
});

describe('the head and its columns', () => {
  it.each<[ImportKind, string, (string | null)[]]>([
    [
      'members',
      '会员号,姓名,手机号码,生日,可用积分,备注',
      ['card_no', 'name', 'phone', 'birthday', 'points', 'note'],
    ],
    ['members', '卡号,会员姓名,电话,性别,注册日期', ['card_no', 'name', 'phone', 'gender', 'joined_on']],
    [
      'members',
      'Customer ID,Full Name,Mobile,DOB,Balance',
      ['external_id', 'name', 'phone', 'birthday', 'points'],
    ],
    ['members', '手机,手机', ['phone', null]],
    ['purchases', '手机号,消费日期,消费金额(元),小票号', ['phone', 'date', 'amount', 'receipt_no']],
    [
      'purchases',
      '会员卡号,交易时间,实付金额,数量,商品名称',
      ['card_no', 'date', 'amount', 'quantity', 'product'],
    ],
    ['purchases', 'customer_id;order date;total'.replaceAll(';', ','), ['external_id', 'date', 'amount']],
    ['purchases', ' 手 机 ,日期：,金额', ['phone', 'date', 'amount']],
  ])('%s: %s', (kind, heads, fields) => {
    expect(columnsByHeader(heads.split(','), kind)).toEqual(fields);
  });

  it('is told from a first row of data', () => {
    expect(guessHeader(table('张三,13812348812\n李四,13912348813'), 'members')).toBe(false);
    expect(guessHeader(table('谁,哪里\n张三,13812348812'), 'members')).toBe(true);
    expect(guessHeader(table('00004,0001,19970101,2,29.33'), 'purchases')).toBe(false);
  });
});

describe('cells as long as the sample', () => {
  it.each([
    ['a head of brackets', [['('.repeat(60_000), '金额']]],
    ['spaces', [['a', `1.${' '.repeat(60_000)}x`]]],
    ['zeros', [['a', `0.${'0'.repeat(60_000)}1`]]],
  ])('%s does not hold the window', (_what, rows) => {
    const sample = [...rows, ['2025-01-05', '29.33']];
    const spent = cpuMs(() => guessReading(sample, 'purchases', { encoding: 'utf-8', separator: ',' }));
    expect(spent).toBeLessThan(500);
  });
});

describe('columns without a head', () => {
  it('are told by their content: members', () => {
    const rows = table('张三,13812348812,1990-05-03,女\n李四光,13912348813,1985-12-01,男');
    expect(guessReading(rows, 'members', cut)).toMatchObject({
      header: false,
      columns: ['name', 'phone', 'birthday', 'gender'],
    });
  });

  it('are told by their content: purchases', () => {
    const rows = table('13812348812,2025/1/5,奶茶,2,36.00\n13912348813,2025/1/6,咖啡,1,28.00');
    expect(guessReading(rows, 'purchases', cut)).toMatchObject({
      columns: ['phone', 'date', 'product', 'quantity', 'amount'],
      dateFormat: 'ymd',
    });
  });

  it('of unknown heads are told by their content too', () => {
    const rows = table('甲,乙,丙\n13812348812,13/01/2025,36.00\n13912348813,14/01/2025,28.00');
    expect(guessReading(rows, 'purchases', cut)).toMatchObject({
      header: true,
      columns: ['phone', 'date', 'amount'],
      dateFormat: 'dmy',
    });
  });
});

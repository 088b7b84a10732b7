import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { ImportKind, Reading } from '@domain/exchange/fields';
import type { Rejection } from '@domain/exchange/rejections';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';

const MB = 1024 ** 2;

/** A file that nobody should have to think of, and what becomes of it. */
export interface Hostile {
  readonly kind: ImportKind;
  /** Its bytes; or a function that puts something else in its place (a folder, a link, a pipe). */
  readonly content: string | Buffer | ((path: string) => void);
  /** Rows taken (new members or new purchases), why the file is refused before any job, or that reading it fails. */
  readonly ends: number | 'file_empty' | 'file_gone' | 'file_unreadable' | 'file_is_workbook' | 'failed';
  /** Why rows were refused, each reason once; what is not told may be anything. */
  readonly why?: readonly Rejection[];
  /** As a person would correct the reading. */
  readonly reading?: Partial<Reading>;
}

type Told = Omit<Hostile, 'kind' | 'content'>;
type Named = readonly [name: string, file: Hostile];

/** Puts the file where an import finds it, below `root`: in a folder of its own, for what stands beside it belongs to it. */
export function laidOut({ content }: Hostile, root: string): string {
  const path = join(mkdtempSync(join(root, 'hostile-')), 'list.csv');
  if (typeof content === 'function') content(path);
  else writeFileSync(path, content);
  return path;
}

const members = (rows: string | Buffer, ends: Told['ends'], why?: readonly Rejection[]): Hostile =>
  whole('members', Buffer.concat([Buffer.from('姓名,手机\n'), Buffer.from(rows)]), ends, why);
const purchases = (rows: string, ends: Told['ends'], why?: readonly Rejection[]): Hostile =>
  whole('purchases', `手机,日期,金额\n${rows}`, ends, why);
const whole = (
  kind: ImportKind,
  content: Hostile['content'],
  ends: Told['ends'],
  why?: readonly Rejection[],
): Hostile => ({ kind, content, ends, ...(why === undefined ? {} : { why }) });
const text = (content: string | Buffer, ends: Told['ends'], why?: readonly Rejection[]) =>
  whole('members', content, ends, why);

const good = '赵六,13700000001\n';

/** Two rows in every encoding, with every line end and every separator. */
function* everySpelling(): Generator<Named> {
  const encodings = {
    'UTF-8': (written: string) => Buffer.from(written),
    'UTF-8 with a mark': (written: string) => Buffer.from(`\ufeff${written}`),
    GBK: (written: string) => iconv.encode(written, 'gbk'),
    'GB18030 with a mark': (written: string) => iconv.encode(`\ufeff${written}`, 'gb18030'),
    'UTF-16 LE': (written: string) => iconv.encode(written, 'utf16le'),
    'UTF-16 LE with a mark': (written: string) => iconv.encode(written, 'utf16le', { addBOM: true }),
    'UTF-16 BE': (written: string) => iconv.encode(written, 'utf16be'),
    'UTF-16 BE with a mark': (written: string) => iconv.encode(written, 'utf16be', { addBOM: true }),
  };
  const lineEnds = { LF: '\n', CRLF: '\r\n', CR: '\r' };
  const separators = { commas: ',', semicolons: ';', tabs: '\t', bars: '|' };
  const rows = [
    ['姓名', '手机', '备注'],
    ['赵六', '13700000001', '不要辣'],
    ['钱七', '13700000002', '靠窗'],
  ];
  for (const [encoding, encoded] of Object.entries(encodings))
    for (const [end, lineEnd] of Object.entries(lineEnds))
      for (const [by, separator] of Object.entries(separators)) {
        const written = `${rows.map((row) => row.join(separator)).join(lineEnd)}${lineEnd}`;
        yield [`${encoding}, ${end}, ${by}`, text(encoded(written), 2)];
      }
}

/** Bytes that are no characters, in the middle of a file that is otherwise whole: only their row is refused. */
function* brokenInTheMiddle(): Generator<Named> {
  const around = (bad: readonly number[]) =>
    Buffer.concat([
      Buffer.from('13700000001,赵六\n13700000002,'),
      Buffer.from(bad),
      Buffer.from('\n13700000003,孙八\n'),
    ]);
  const utf8 = {
    'a lone byte of a character': [0x80],
    'half a character': [0xe8, 0xb5],
    'slash written in two bytes': [0xc0, 0xaf],
    'half of a pair as three bytes': [0xed, 0xa0, 0x80],
    'a number beyond all characters': [0xf5, 0x80, 0x80, 0x80],
    'nothing but FF': [0xff, 0xff, 0xff],
  };
  for (const [what, bad] of Object.entries(utf8))
    yield [
      `UTF-8 with ${what}`,
      {
        ...text(Buffer.concat([Buffer.from('手机,姓名\n'), around(bad)]), 2, ['text_damaged']),
        reading: { encoding: 'utf-8' },
      },
    ];
  const gbk = (written: string) => iconv.encode(written, 'gbk');
  yield [
    'GBK broken in the middle',
    text(
      Buffer.concat([
        gbk('手机,姓名\n13700000001,赵六\n13700000002,'),
        Buffer.from([0xff, 0xff]),
        gbk('\n13700000003,孙八\n'),
      ]),
      2,
      ['text_damaged'],
    ),
  ];
  yield [
    'UTF-16 cut inside a character',
    text(
      Buffer.concat([iconv.encode(`姓名,手机\n${good}`, 'utf16le', { addBOM: true }), Buffer.from([0x41])]),
      1,
    ),
  ];
  yield [
    'GBK read as UTF-8',
    {
      ...text(iconv.encode(`姓名,手机\n${good}`, 'gbk'), 0, ['text_damaged']),
      reading: { encoding: 'utf-8' },
    },
  ];
  yield ['GB18030 with a rare character', text(iconv.encode('姓名,手机\n𠮷野,13700000001\n', 'gb18030'), 1)];
}

/** What is no list at all. A workbook is known by its first bytes and refused unopened, whatever is packed in it. */
function* otherKindsOfFile(): Generator<Named> {
  const xlsx = (parts: Record<string, Uint8Array>) => Buffer.from(zipSync(parts, { level: 9 }));
  const xml = (body: string) => Buffer.from(`<?xml version="1.0"?>${body}`);
  const external = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>';
  const lies = xlsx({ 'xl/worksheets/sheet1.xml': xml('<worksheet/>') });
  lies.writeUInt32LE(0x7fff_ffff, 22); // says that it unpacks to 2 GB
  const books = {
    'a workbook': xlsx({ '[Content_Types].xml': xml('<Types/>') }),
    'a workbook that unpacks to a hundred times its size': xlsx({
      'xl/worksheets/sheet1.xml': Buffer.alloc(8 * MB),
    }),
    'a workbook that unpacks outside its folder': xlsx({ '../../../../tmp/shuke-slipped': xml('<x/>') }),
    'a workbook that lies about its size': lies,
    'a workbook that reads files of the PC': xlsx({ 'xl/sharedStrings.xml': xml(external) }),
    'the first bytes of a workbook and nothing more': Buffer.from('PK\x03\x04', 'latin1'),
    'an old workbook': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
  };
  for (const [what, bytes] of Object.entries(books)) yield [what, text(bytes, 'file_is_workbook')];
  const bytes = (...start: readonly (string | number)[]) =>
    Buffer.concat([
      ...start.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part, 'latin1'))),
      Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) % 251)),
    ]);
  const others = {
    'a picture': bytes(0x89, 'PNG\r\n', 0x1a, '\n'),
    'a document': bytes('%PDF-1.7\n%', 0xe2, 0xe3, '\n'),
    'a packed list': gzipSync('姓名,手机\n赵六,13700000001\n'),
    'another store': bytes('SQLite format 3\0'),
    'a program': bytes(0x7f, 'ELF'),
    'a Windows program': bytes('MZ', 0x90, 0),
    'random bytes': bytes(),
    'nothing but zero bytes': Buffer.alloc(5000),
    'XML that reads files of the PC': xml(`${external}\n`),
    'a web page': Buffer.from('<html><table><tr><td>姓名</td><td>手机</td></tr></table></html>\n'),
    JSON: Buffer.from('{"name":"赵六","phone":"13700000001"}\n'),
  };
  for (const [what, content] of Object.entries(others)) yield [what, text(content, 0)];
}

/** What is no file. */
function* otherThanFiles(): Generator<Named> {
  yield ['a folder', placed((path) => mkdirSync(path), 'file_unreadable')];
  yield ['nothing there', placed(() => undefined, 'file_gone')];
  if (process.platform === 'win32') return;
  yield ['a link to a list', placed((path) => linkTo(path, `姓名,手机\n${good}`), 1)];
  yield ['a link to nothing', placed((path) => symlinkSync('/nowhere/at/all', path), 'file_gone')];
  yield ['a link to itself', placed((path) => symlinkSync(path, path), 'file_unreadable')];
  yield ['a link to a folder', placed((path) => symlinkSync('/', path), 'file_unreadable')];
  yield ['a pipe', placed((path) => execFileSync('mkfifo', [path]), 'file_unreadable')];
  yield ['a device without an end', placed((path) => symlinkSync('/dev/zero', path), 'file_unreadable')];
  yield ['a device without a beginning', placed((path) => symlinkSync('/dev/null', path), 'file_unreadable')];
  if (process.platform === 'linux')
    yield ['memory of the process', placed((path) => symlinkSync('/proc/self/mem', path), 'file_empty')];
}

const placed = (place: (path: string) => void, ends: Told['ends']): Hostile => whole('members', place, ends);

function linkTo(path: string, content: string): void {
  writeFileSync(`${path}.real`, content);
  symlinkSync(`${path}.real`, path);
}

function* hostileCells(): Generator<Named> {
  for (const start of ['=', '+', '-', '@', '\t=', ' =', '\u3000=', '＝', '＋', '－', '＠', "'=", '=cmd|'])
    yield [
      `a name that begins with ${JSON.stringify(start)}`,
      members(`"${start}HYPERLINK(1)",13700000001\n`, 1),
    ];
  const names = {
    'turned right to left': '赵\u202e六\u202c',
    'with marks of direction': '\u200f赵\u200e六\u2066\u2069',
    'with characters of no width': '钱\u200b七\ufeff',
    'of emoji joined': '👩‍👩‍👧‍👦',
    'under a tower of marks': `e${'\u0301'.repeat(30)}`,
    'of markup': '<img src=x onerror=alert(1)>',
    'of SQL': "'); drop table member; --",
    'of a path': '../../../../etc/passwd',
    'of a template': '{{constructor.constructor(1)()}}',
    'of a property of every object': '__proto__',
  };
  for (const [what, name] of Object.entries(names))
    yield [`a name ${what}`, members(`${name},13700000001\n`, 1)];
  yield ['a name of invisible characters', members(`\u200b\u200d,\n${good}`, 1, ['name_or_phone_needed'])];
  yield ['zero bytes in a name', members('赵\0六,13700000001\n', 0, ['text_damaged'])];
  yield ['a bell and an escape in a name', members('赵\u0007\u001b[31m六,13700000001\n', 1)];
  yield ['a name of 41 characters', members(`${'长'.repeat(41)},13700000001\n${good}`, 1)];
  yield [
    'a cell of 40,000 characters',
    members(`${'x'.repeat(40_000)},13700000002\n${good}`, 1, ['text_too_long']),
  ];
  yield ['a cell of 10 MB', members(`${'长'.repeat(4 * MB)},13700000001\n${good}`, 'failed')];
  yield ['a quoted cell of 10 MB', members(`"${'长\n'.repeat(3 * MB)}",13700000001\n${good}`, 'failed')];
  yield ['a line of 2 MB without a separator', text(`13700000001 赵六\n${'x'.repeat(2 * MB)}`, 'failed')];
  for (const phone of [
    '1.39E+10',
    '1.4E+10',
    '1370000000',
    '+86 137 000',
    '１３７',
    '13700000001/13700000002',
  ])
    yield [`the phone ${phone}`, members(`钱七,${phone}\n${good}`, 1)];
  for (const phone of [
    '13700000002.0',
    '1.3700000002E+10',
    '１３７０００００００２',
    '+86 137-0000-0002',
    "'13700000002",
  ])
    yield [`the phone ${phone}, of which nothing is lost`, members(`钱七,${phone}\n${good}`, 2)];
  for (const code of ['134567890123456789', '28 7654 3210 9876 5432'])
    yield [`the payment code ${code} as a card`, text(`姓名,卡号\n赵六,${code}\n`, 0, ['card_malformed'])];
}

function* hostileBills(): Generator<Named> {
  const bill = (date: string, amount = '5') => `13700000001,${date},${amount}\n`;
  const right = bill('2025-02-28');
  for (const date of [
    '2025-02-31',
    '2025-02-30',
    '2025-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '31.02.2025',
    '20250231',
    '0000-00-00',
    '昨天',
    '２０２５－０２－３１',
  ])
    yield [`the day ${date}`, purchases(bill(date) + right, 1, ['date_malformed'])];
  for (const serial of ['45662', '45662.5'])
    yield [`the serial day ${serial}`, purchases(bill(serial) + right, 1, ['date_serial'])];
  for (const date of ['2099-01-01', '2026-05-19'])
    yield [`the day ${date}, to come`, purchases(bill(date) + right, 1, ['date_in_future'])];
  yield ['29 February of a leap year', purchases(bill('2024-02-29'), 1)];
  for (const amount of [
    '五元',
    '5.001',
    'NaN',
    'Infinity',
    '1e3',
    '0x10',
    '9'.repeat(400),
    '5.5.5',
    '--5',
    '¥',
    '=1+1',
  ])
    yield [
      `the amount ${amount.slice(0, 12)}`,
      purchases(bill('2025-01-05', amount) + right, 1, ['amount_malformed']),
    ];
  for (const amount of ['-5', '(5.00)', '¥-5', '−5'])
    yield [
      `the amount ${amount}, below zero`,
      purchases(bill('2025-01-05', amount) + right, 1, ['amount_negative']),
    ];
  yield ['equal bills are as many as they are', purchases(bill('2025-01-05').repeat(5), 5)];
  yield [
    'a receipt twice on a day',
    whole(
      'purchases',
      '手机,日期,金额,小票号\n13700000001,2025-01-05,5,A1\n13700000001,2025-01-05,6,A1\n13700000001,2025-01-06,6,A1\n',
      2,
      ['doubled_in_file'],
    ),
  ];
  yield [
    'bills too short for what is needed',
    purchases('13700000001\n13700000001,2025-01-05\n', 0, ['too_few_columns']),
  ];
  yield [
    'white space of every kind',
    whole('purchases', '13700000001\t2025-01-05 \u3000 5.00\r\n  13700000002 2025-01-06\u00a06.00', 2),
  ];
}

function* hostileShapes(): Generator<Named> {
  yield ['nothing at all', text('', 'file_empty')];
  yield ['only a mark of UTF-8', text('\ufeff', 'file_unreadable')];
  yield ['only a mark of UTF-16', text(Buffer.from([0xff, 0xfe]), 'file_unreadable')];
  yield ['only line ends', text('\r\n\r\n\n', 'file_unreadable')];
  yield ['only a head', members('', 0)];
  yield [
    'three kinds of line ends',
    text('姓名,手机\r\n赵六,13700000001\r钱七,13700000002\n孙八,13700000003', 3),
  ];
  yield ['ragged rows', text('手机,姓名\n13700000001\n13700000002,钱七,x,y,z\n\n13700000003,孙八', 3)];
  yield ['rows of nothing but separators', members(`,\n,\n,,,,\n${good}`, 1, ['name_or_phone_needed'])];
  yield ['more columns than any list', members(`${good}${'x,'.repeat(5000)}\n`, 'failed')];
  yield ['a head of 201 columns', text(`${'x,'.repeat(200)}手机\n`, 'file_unreadable')];
  yield ['the same head twice', text('姓名,姓名,手机\n赵六,钱七,13700000001\n', 1)];
  yield ['heads without a name', text('姓名,,,手机\n赵六,a,b,13700000001\n', 1)];
  yield [
    'a head that is a property of every object',
    text('姓名,__proto__,constructor,手机\n赵六,a,b,13700000001\n', 1),
  ];
  yield ['a quote never closed', members(`${good}"钱七,13700000002\n孙八,13700000003\n`, 'failed')];
  yield [
    'a quote never closed, for megabytes',
    members(`${good}"${'钱七,13700000002\n'.repeat(200_000)}`, 'failed'),
  ];
  yield ['quotes in the middle', members('赵"小"六,13700000001\n"钱""七",13700000002\n', 2)];
  yield ['nothing but quotes', text('"'.repeat(40_001), 'file_unreadable')];
  yield ['a line end inside a quoted name', members('"赵\n六",13700000001\n', 1)];
  yield ['U+2028 and U+0085 inside a name', members('赵\u2028六,13700000001\n钱\u0085七,13700000002\n', 2)];
  yield [
    'a phone twice',
    members('赵六,13700000001\n赵六,13700000001\n钱七,13700000001\n', 1, ['doubled_in_file', 'phone_taken']),
  ];
  yield ['one column, no separator', text('手机\n13700000001\n13700000002\n', 2)];
  yield ['end of file where a row is whole but its line is not', members('赵六,13700000001', 1)];
  yield ['Ctrl-Z at the end, as DOS left it', members(`${good}\u001a`, 1)];
}

/** All of them by name. */
export const HOSTILE: ReadonlyMap<string, Hostile> = new Map([
  ...everySpelling(),
  ...brokenInTheMiddle(),
  ...otherKindsOfFile(),
  ...otherThanFiles(),
  ...hostileCells(),
  ...hostileBills(),
  ...hostileShapes(),
]);

/** So many purchases of different people, without ever being in memory as a whole. */
export function* manyBills(rows: number): Generator<string> {
  yield '手机,日期,金额\n';
  for (let from = 0; from < rows; from += 10_000)
    yield Array.from(
      { length: Math.min(10_000, rows - from) },
      (_, at) => `139${String((from + at) % 1000).padStart(8, '0')},2025-01-05,${(from + at) % 500}.50\n`,
    ).join('');
}

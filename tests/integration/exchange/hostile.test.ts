import { readFileSync } from 'node:fs';
import type { ImportField, ImportKind, Reading } from '@domain/exchange/fields';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStoreFile, type StoreFile } from '../../support/store-file';
import { done, guessed, importWork } from './in-process';
import { aFile, brokenLaws, content, counted } from './support';

const members = (rows: string) => `姓名,手机\n${rows}`;
const purchases = (rows: string) => `手机,日期,金额\n${rows}`;
const MB = 1024 * 1024;

interface Hostile {
  readonly kind?: ImportKind;
  readonly content: string | Buffer;
  /** Rows taken (new members or new purchases), or why the file as a whole is refused. */
  readonly ends: number | 'refused' | 'failed';
  /** Why rows were refused, each reason once. */
  readonly why?: readonly string[];
  readonly reading?: Partial<Reading>;
}

const good = '赵六,13700000001\n';
const corpus: Readonly<Record<string, Hostile>> = {
  'nothing at all': { content: '', ends: 'refused' },
  'only a byte-order mark': { content: '\ufeff', ends: 'refused' },
  'only line ends': { content: '\r\n\r\n\n', ends: 'refused' },
  'only a head': { content: members(''), ends: 0 },
  'UTF-8 with a mark': { content: `\ufeff${members(good)}`, ends: 1 },
  GBK: { content: iconv.encode(members(good), 'gbk'), ends: 1 },
  'GB18030 with a rare character': {
    content: iconv.encode(members('𠮷野,13700000001\n'), 'gb18030'),
    ends: 1,
  },
  'UTF-16 LE with a mark': { content: iconv.encode(members(good), 'utf16le', { addBOM: true }), ends: 1 },
  'UTF-16 BE without a mark': { content: iconv.encode(members(good), 'utf16be'), ends: 1 },
  'UTF-16 cut inside a character': {
    content: Buffer.concat([iconv.encode(members(good), 'utf16le', { addBOM: true }), Buffer.from([0x41])]),
    ends: 1,
  },
  'read in the wrong encoding': {
    content: iconv.encode(members('赵六,13700000001\n'), 'gbk'),
    reading: { encoding: 'utf-8' },
    ends: 0,
    why: ['text_damaged'],
  },
  'zero bytes in a name': { content: members('赵\0六,13700000001\n'), ends: 0, why: ['text_damaged'] },
  'nothing but zero bytes': { content: Buffer.alloc(5000), ends: 0 },
  'random bytes': {
    content: Buffer.from(Array.from({ length: 40_000 }, (_, i) => (i * 7919) % 251)),
    ends: 0,
  },
  'line ends of old Macs': { content: members(good).replaceAll('\n', '\r'), ends: 1 },
  'three kinds of line ends': {
    content: '姓名,手机\r\n赵六,13700000001\r钱七,13700000002\n孙八,13700000003',
    ends: 3,
  },
  'ragged rows': {
    content: '手机,姓名\n13700000001\n13700000002,钱七,x,y,z\n\n13700000003,孙八',
    ends: 3,
  },
  'rows too short for what is needed': {
    kind: 'purchases',
    content: purchases('13700000001\n13700000001,2025-01-05\n'),
    ends: 0,
    why: ['too_few_columns'],
  },
  'more columns than any list': { content: `${members(good)}${'x,'.repeat(5000)}\n`, ends: 'failed' },
  'the same head twice': { content: `姓名,姓名,手机\n赵六,钱七,13700000001\n`, ends: 1 },
  'a quote never closed': {
    content: members(`${good}"钱七,13700000002\n孙八,13700000003\n`),
    ends: 'failed',
  },
  'a quote never closed, for megabytes': {
    content: members(`${good}"${'钱七,13700000002\n'.repeat(200_000)}`),
    ends: 'failed',
  },
  'quotes in the middle': { content: members('赵"小"六,13700000001\n"钱""七",13700000002\n'), ends: 2 },
  'a line end inside a quoted name': { content: members('"赵\n六",13700000001\n'), ends: 1 },
  'a cell of 10 MB': { content: members(`${'长'.repeat(4 * MB)},13700000001\n${good}`), ends: 'failed' },
  'a cell of 40,000 characters': {
    content: members(`${'x'.repeat(40_000)},13700000002\n${good}`),
    ends: 1,
    why: ['text_too_long'],
  },
  'formulas as names': {
    content: members(`"=HYPERLINK(""http://x"",""y"")",13700000001\n@SUM(1),13700000002\n`),
    ends: 2,
  },
  'names that turn direction': {
    content: members('赵\u202e六\u202c,13700000001\n钱\u200b七\ufeff,13700000002\n'),
    ends: 2,
  },
  'a name of invisible characters': {
    content: members('\u200b\u200d,\n赵六,13700000001\n'),
    ends: 1,
    why: ['name_or_phone_needed'],
  },
  'emoji and combining marks': {
    content: members('👩‍👩‍👧‍👦,13700000001\ne\u0301\u0301\u0301,13700000002\n'),
    ends: 2,
  },
  'script and markup': { content: members('<img src=x onerror=alert(1)>,13700000001\n'), ends: 1 },
  'SQL as a name': { content: members("'); drop table member; --,13700000001\n"), ends: 1 },
  'phones that a spreadsheet has cut': {
    content: members('赵六,1.37E+10\n钱七,1370000000\n孙八,13700000003.0\n'),
    ends: 1,
    why: ['phone_damaged'],
  },
  'a phone twice': {
    content: members('赵六,13700000001\n赵六,13700000001\n钱七,13700000001\n'),
    ends: 1,
    why: ['doubled_in_file', 'phone_taken'],
  },
  'a payment code as a card': {
    content: `姓名,卡号\n赵六,134567890123456789\n`,
    ends: 0,
    why: ['card_malformed'],
  },
  '31 February': {
    kind: 'purchases',
    content: purchases('13700000001,2025-02-31,5\n13700000001,2025-02-28,5\n'),
    ends: 1,
    why: ['date_malformed'],
  },
  'serial dates': {
    kind: 'purchases',
    content: purchases('13700000001,45662,5\n'),
    ends: 0,
    why: ['date_serial'],
    reading: { columns: ['phone', 'date', 'amount'] },
  },
  'dates to come': {
    kind: 'purchases',
    content: purchases('13700000001,2099-01-01,5\n'),
    ends: 0,
    why: ['date_in_future'],
  },
  'amounts below zero, of words, of three decimals': {
    kind: 'purchases',
    content: purchases(
      '13700000001,2025-01-05,-5\n13700000001,2025-01-05,五元\n13700000001,2025-01-05,5.001\n',
    ),
    ends: 0,
    why: ['amount_negative', 'amount_malformed'],
  },
  'amounts beyond all money': {
    kind: 'purchases',
    content: purchases(`13700000001,2025-01-05,${'9'.repeat(400)}\n`),
    ends: 0,
    why: ['amount_malformed'],
  },
  'a receipt twice on a day': {
    kind: 'purchases',
    content:
      '手机,日期,金额,小票号\n13700000001,2025-01-05,5,A1\n13700000001,2025-01-05,6,A1\n13700000001,2025-01-06,6,A1\n',
    ends: 2,
    why: ['doubled_in_file'],
  },
  'equal purchases are as many as they are': {
    kind: 'purchases',
    content: purchases('13700000001,2025-01-05,5\n'.repeat(5)),
    ends: 5,
  },
  'a workbook with the wrong name': {
    content: Buffer.from('PK\x03\x04 and more', 'latin1'),
    ends: 'refused',
  },
  'an old workbook': { content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), ends: 'refused' },
  'one column, no separator': { content: '手机\n13700000001\n13700000002\n', ends: 2 },
  'white space of every kind': {
    kind: 'purchases',
    content: '13700000001\t2025-01-05 \u3000 5.00\r\n  13700000002 2025-01-06\u00a06.00',
    ends: 2,
  },
  'a line of 2 MB without a separator': {
    kind: 'purchases',
    content: `13700000001 2025-01-05 5.00\n${'x'.repeat(2 * MB)}`,
    ends: 'failed',
  },
};

describe('hostile files', () => {
  let store: StoreFile;
  beforeAll(() => {
    store = aStoreFile();
  });
  afterAll(() => store.close());

  it('are more than forty', () => expect(Object.keys(corpus).length).toBeGreaterThanOrEqual(40));

  it.each(Object.entries(corpus))(
    '%s',
    async (_, { kind = 'members', content: bytes, ends, why = [], reading: corrected }) => {
      const path = aFile(bytes);
      const before = content(store.raw);
      const reading = await guessed(path, kind);
      if (typeof reading === 'string') {
        expect(ends).toBe('refused');
        return;
      }
      const needed: readonly (ImportField | null)[] = reading.columns;
      const work = importWork(path, kind, { ...reading, columns: needed, ...corrected });
      const last = await done(store, work);
      if (last.type !== 'done' || last.result?.kind !== 'import') {
        expect({ ends, last }).toMatchObject({ ends: 'failed', last: { failure: 'file_unreadable' } });
        expect(content(store.raw), 'a failed file leaves nothing').toEqual(before);
        return;
      }
      const { groups, refusedFile, batchId } = last.result;
      expect(kind === 'members' ? groups.newMembers : groups.newPurchases).toBe(ends);
      if (why.length > 0)
        expect(groups.refusedBy.map((reason) => reason.why).sort()).toEqual([...why].sort());
      expect(refusedFile === null).toBe(groups.refused === 0);
      if (refusedFile !== null) {
        const text = readFileSync(refusedFile, 'utf8');
        expect(text.startsWith('\ufeff"行号","原因"')).toBe(true);
        expect(text).not.toContain('134567890123456789');
      }
      // Nothing of one file may help or hinder the next.
      const undone = await done(store, { kind: 'undo_import', batchId });
      expect(undone.type).toBe('done');
      expect(content(store.raw)).toEqual(before);
    },
  );

  it('have left every law of the ledger whole and nothing half done', () => {
    expect(brokenLaws(store.raw)).toEqual([]);
    expect(
      counted(store.raw, "select count(*) from import_batch where state not in ('undone', 'cancelled')"),
    ).toBe(0);
  });
});

import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aTillShop, bills, day, row, STILL_MS, type TillShop } from './support';

const PHONE = '13812348812';
let till: TillShop;
beforeEach(async () => {
  till = await aTillShop();
  await till.shop.member('张三', { phone: PHONE });
  till.write('day.csv', [row('A001', '10.00', PHONE)]);
});
afterEach(() => till.close());

const look = () => till.shop.main.app.pos.look();
const state = () => till.shop.client.pos.state({});
const refused = (fileId: string) => till.shop.client.pos.refused({ fileId, offset: 0, limit: 10 });

describe('From the POS: half-written files wait', () => {
  it('is not read while it grows, nor while its name says that it is not done', async () => {
    await till.watched();
    till.write('b.csv.part', [row('A009', '9.00', PHONE)]);
    await look();
    till.shop.clock.advance(STILL_MS - 1);
    appendFileSync(join(till.folder, 'day.csv'), `${row('A002', '5.00', PHONE)}\r\n`);
    await look();
    till.shop.clock.advance(STILL_MS - 1);
    await look();
    expect(bills(till)).toEqual([]);
    till.shop.clock.advance(1);
    await look();
    expect(bills(till).map(({ no }) => no)).toEqual(['A001', 'A002']);
    expect(till.lying()).toEqual(['b.csv.part', 'shuke-done']);
  });

  it('goes by the marker where the shop says so', async () => {
    await till.watched({ marker: 'ok' });
    await till.read();
    expect(bills(till)).toEqual([]);
    till.write('day.ok', '');
    await look();
    expect(bills(till)).toHaveLength(1);
  });

  it('is read where it lies, and what is new of it, when the till writes on all day', async () => {
    await till.watched({ grows: true });
    await till.read();
    appendFileSync(join(till.folder, 'day.csv'), `${row('A002', '5.00', PHONE)}\r\n`);
    await till.read();
    await till.read();
    expect(bills(till).map(({ no }) => no)).toEqual(['A001', 'A002']);
    expect(till.lying()).toEqual(['day.csv']);
    const { rows, total } = await till.shop.client.pos.files({ offset: 0, limit: 10 });
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({ counts: { posted: 2, already: 0 }, place: 'left' });
    expect((await state()).today.posted).toBe(2);
  });
});

describe('the folder', () => {
  it('that goes away is said, and work goes on when it is back', async () => {
    await till.watched();
    renameSync(till.folder, `${till.folder}-away`);
    await look();
    expect((await state()).health).toBe('folder_gone');
    renameSync(`${till.folder}-away`, till.folder);
    await till.read();
    expect((await state()).health).toBe('watching');
    expect(bills(till)).toHaveLength(1);
  });

  it('is read for files of its own: a name that leads elsewhere is none', async () => {
    await till.watched();
    const elsewhere = mkdtempSync(join(tmpdir(), 'shuke-elsewhere-'));
    renameSync(join(till.folder, 'day.csv'), join(elsewhere, 'day.csv'));
    symlinkSync(join(elsewhere, 'day.csv'), join(till.folder, 'day.csv'));
    await till.read();
    expect(bills(till)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  it('that takes nothing is remembered instead, and said; nothing is posted or listed again', async () => {
    // A file stands where the folder of done ones belongs: it cannot be made, whoever runs this.
    writeFileSync(join(till.folder, 'shuke-done'), 'in the way');
    await till.watched();
    await till.read();
    await till.read();
    expect(await state()).toMatchObject({ readOnly: true, health: 'watching', today: { posted: 1 } });
    expect(till.lying('.')).toEqual(['day.csv', 'shuke-done']);
    expect((await till.shop.client.pos.files({ offset: 0, limit: 10 })).total).toBe(1);
  });

  it('is left alone while it is paused, and never watched by the sample store', async () => {
    await till.watched();
    expect((await till.shop.client.pos.pause({ paused: true })).ok).toBe(true);
    await till.read();
    expect(bills(till)).toEqual([]);
    expect((await state()).health).toBe('paused');
    expect((await till.shop.client.pos.pause({ paused: false })).ok).toBe(true);
    till.shop.raw().prepare('update store set sample = 1').run();
    expect((await till.shop.client.settings.retryStore({})).ok).toBe(true);
    await till.read();
    expect(bills(till)).toEqual([]);
    expect((await state()).health).toBe('sample');
    expect(await till.shop.client.pos.chooseFolder({})).toMatchObject({
      ok: false,
      refusal: { code: 'sample_store' },
    });
  });

  it('books nothing while the clock stands a day before the last entry', async () => {
    await till.watched();
    till.shop.clock.advanceDays(-3);
    await look();
    till.shop.clock.advance(STILL_MS);
    await look();
    expect((await state()).health).toBe('clock_back');
    expect(bills(till)).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  const noFile = 'A workbook, whatever its name says';

  it('is moved with the reason, and read again once it is mended', async () => {
    await till.watched();
    rmSync(join(till.folder, 'day.csv'));
    till.write('day.csv', Buffer.from(`PK\u0003\u0004${noFile}`));
    await till.read();
    const file = await till.newest();
    expect(file).toMatchObject({ failure: 'file_is_workbook', place: 'refused' });
    expect(till.lying('shuke-refused')).toEqual(['day.csv', 'day.csv.reasons.csv']);
    const moved = join(till.folder, 'shuke-refused');
    expect(readFileSync(join(moved, 'day.csv.reasons.csv'), 'utf8')).toContain('导出 CSV');

    rmSync(join(moved, 'day.csv'));
    expect(await till.shop.client.pos.retryFile({ fileId: file.id })).toMatchObject({
      ok: false,
      refusal: { code: 'file_gone' },
    });
    mkdirSync(moved, { recursive: true });
    till.write('shuke-refused/day.csv', [row('A001', '10.00', PHONE)]);
    expect((await till.shop.client.pos.retryFile({ fileId: file.id })).ok).toBe(true);
    await till.read();
    expect(bills(till)).toHaveLength(1);
    expect(await till.newest()).toMatchObject({ id: file.id, failure: null, place: 'done' });
  });

  it('with other columns than were set is refused as a whole; the same ones in another order are found', async () => {
    await till.watched();
    await till.read();
    till.write('new.csv', `会员手机号,实收,日期,时间,小票号\n${PHONE},7.00,2026-05-18,11:00,A002\n`);
    await till.read();
    expect(bills(till).map(({ no, paid }) => [no, paid])).toEqual([
      ['A001', 1000],
      ['A002', 700],
    ]);
    till.write('strange.csv', '门店,合计额\n一号店,7.00\n');
    await till.read();
    expect(await till.newest()).toMatchObject({ failure: 'columns_changed', place: 'refused' });
  });

  it('in part: the good rows are posted, each bad one is told with its line', async () => {
    await till.watched();
    till.write('day.csv', [
      row('', '1.00', PHONE),
      row('B001', 'abc', PHONE),
      row('B002', '2.00', PHONE, { date: '2026-13-40' }),
      row('134567890123456789', '2.00', PHONE),
      row('B003', '3.00', PHONE),
    ]);
    await till.read();
    const file = await till.newest();
    expect(file.counts).toMatchObject({ posted: 1, refused: 4 });
    expect((await refused(file.id)).rows).toMatchObject([
      { line: 2, receiptNo: '', why: 'receipt_no_missing' },
      { line: 3, receiptNo: 'B001', why: 'amount_malformed' },
      { line: 4, receiptNo: 'B002', why: 'date_malformed' },
      { line: 5, receiptNo: '', why: 'receipt_no_malformed' },
    ]);
  });
});

describe('what is watched', () => {
  it('is kept with the store: files that are done stay done after a restart', async () => {
    await till.watched();
    await till.read();
    expect((await till.shop.client.settings.retryStore({})).ok).toBe(true);
    till.write('day.csv', [row('A001', '10.00', PHONE)]);
    await till.read();
    expect(bills(till)).toHaveLength(1);
    expect(await till.newest()).toMatchObject({ counts: { already: 1, posted: 0 } });
  });

  it('needs a receipt number, a day and an amount, each once', async () => {
    const { folderId, shown } = await till.shown();
    if (shown === null) throw new Error('nothing shown');
    const source = {
      ...{ folderId, name: '收银机', pattern: '*.csv', from: day('2026-05-01') },
      ...{ stillSeconds: 3, marker: 'none' as const, grows: false },
    };
    const columns = shown.reading.columns.map((field) => (field === 'receipt_no' ? null : field));
    expect(
      await till.shop.client.pos.setSource({ ...source, reading: { ...shown.reading, columns } }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'required_column_missing', params: { missing: ['receipt_no'] } },
    });
    const twice = shown.reading.columns.map((field) => (field === 'time' ? 'date' : field));
    expect(
      await till.shop.client.pos.setSource({ ...source, reading: { ...shown.reading, columns: twice } }),
    ).toMatchObject({ ok: false, refusal: { code: 'column_twice' } });
  });
});

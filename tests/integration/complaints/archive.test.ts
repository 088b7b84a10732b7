import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KNOWN_REASONS } from '@domain/complaints/reasons';
import { businessDate } from '@domain/units';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ARCHIVE_WORDS } from '../../../electron/main/capabilities/archive-words';
import { writeWanted } from '../../../electron/main/write-file';
import { insertComplaints } from '../../support/complaint-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';

const EVERYTHING = {
  which: 'all',
  text: '',
  object: null,
  reasonGroup: null,
  reason: null,
  severity: null,
  aboutStaffId: null,
  from: null,
  to: null,
  lateOnly: false,
} as const;

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop(HERE);
});
afterEach(async () => {
  expect(shop.reported).toEqual([]);
  await shop.close();
});

async function log(told: object = {}): Promise<string> {
  const logged = await shop.client.complaints.log(shop.request(), {
    memberId: null,
    purchaseId: null,
    object: 'goods',
    reason: 'goods_spoiled',
    product: '',
    aboutStaffId: null,
    severity: 'normal',
    channel: 'counter',
    what: '鱼油发霉',
    wish: '',
    ...told,
  });
  if (!logged.ok) throw new Error(logged.refusal.code);
  return logged.value.complaintId;
}

const found = async (text: string) =>
  (await shop.client.complaints.list({ ...EVERYTHING, text, offset: 0, limit: 20 })).rows.map(
    ({ number }) => number,
  );

describe('S71 the archive is searched', () => {
  it('by every word that a command has written, from the moment on at which it is written', async () => {
    const { complaints } = shop.client;
    const complaintId = await log({ product: '深海鱼油', wish: '换一瓶' });
    await log({ what: '少找了五元' });
    expect(await found('换一')).toEqual([1]);
    await complaints.addNote(shop.request(), { complaintId, note: '顾客发来照片' });
    expect(await found('来照片')).toEqual([1]);
    await complaints.resolve(shop.request(), { complaintId, result: '已送新货上门' });
    await complaints.close(shop.request(), {
      ...{ complaintId, cause: '仓库潮湿', measure: '加装除湿机', satisfaction: null },
    });
    for (const word of ['深海', '新货上门', '潮湿', '除湿机']) expect(await found(word), word).toEqual([1]);
    expect(await found('#2')).toEqual([2]);
  });

  it('by the name that the member has now', async () => {
    const memberId = await shop.member('张小敏', { phone: '13812348812' });
    await log({ memberId });
    expect(await found('小敏')).toEqual([1]);
    const changed = await shop.client.members.change(shop.request(), {
      memberId,
      name: '李大明',
      phone: '13812348812',
      phoneShared: false,
      cardNo: '',
      birthday: null,
      gender: null,
      source: 'walk_in',
      referrerId: null,
      tags: [],
      note: '',
    });
    expect(changed.ok).toBe(true);
    expect(await found('小敏')).toEqual([]);
    expect(await found('大明')).toEqual([1]);
  });
});

describe('S71 what the filters show is handed out', () => {
  const rowsOf = (path: string): string[][] => parse(readFileSync(path, 'utf8').slice(1));

  it('as a table in the words of the screen: phones masked, nothing that a spreadsheet would run', async () => {
    const path = join(shop.userData, '投诉.csv');
    const memberId = await shop.member('=HYPERLINK("x")', { phone: '13812348812' });
    await log({ memberId, what: '+1 次，又发霉', severity: 'high' });
    await log({ object: 'staff', reason: 'staff_attitude' });
    await log({ what: '-别的' });
    shop.dialogs.save = path;
    const filters = { ...EVERYTHING, object: 'goods', text: '发霉' } as const;
    expect(await shop.client.complaints.exportArchive(filters)).toEqual({
      ok: true,
      value: { path, rows: 1 },
    });
    expect(readFileSync(path).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const [head = [], row = []] = rowsOf(path);
    const cell = (column: string) => row[head.indexOf(column)];
    expect(head).toEqual(ARCHIVE_WORDS['zh-CN'].columns);
    expect(row).toHaveLength(head.length);
    expect(cell('编号')).toBe('1');
    expect(cell('收到时间')).toBe('2026-05-18 12:00');
    expect(cell('原因')).toBe('变质或过期');
    expect(cell('严重程度')).toBe('严重');
    expect(cell('会员')).toBe(`'=HYPERLINK("x")`);
    expect(cell('手机（部分隐去）')).toBe('138****8812');
    expect(cell('经过')).toBe(`'+1 次，又发霉`);
    expect(cell('补偿（元）')).toBe('0.00');
  });

  it('page after page, newest first, without leaving one out', async () => {
    const path = join(shop.userData, 'all.csv');
    insertComplaints(
      shop.raw(),
      Array.from({ length: 450 }, (_, at) => ({ receivedAt: shop.clock.now + at })),
    );
    shop.dialogs.save = path;
    expect(await shop.client.complaints.exportArchive(EVERYTHING)).toMatchObject({ value: { rows: 450 } });
    const numbers = rowsOf(path)
      .slice(1)
      .map(([number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 450 }, (_, at) => 450 - at));
  });

  it('is nowhere when no place was chosen', async () => {
    expect(await shop.client.complaints.exportArchive(EVERYTHING)).toEqual({ ok: true, value: null });
  });

  it('is refused where nothing can be written, and leaves what was there', async () => {
    const folder = join(shop.userData, 'taken.csv');
    mkdirSync(folder);
    shop.dialogs.save = folder;
    expect(await shop.client.complaints.exportArchive(EVERYTHING)).toEqual({
      ok: false,
      refusal: { code: 'file_not_written', params: { why: 'not_writable' } },
    });
    shop.dialogs.save = join(shop.userData, 'gone', 'x.csv');
    expect(await shop.client.complaints.exportArchive(EVERYTHING)).toMatchObject({
      refusal: { params: { why: 'not_writable' } },
    });
    expect(readdirSync(shop.userData).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(existsSync(folder)).toBe(true);
  });

  it('is whole or not at all: a drive that fills up half-way leaves what was there before', async () => {
    const path = join(shop.userData, 'archive.csv');
    writeFileSync(path, 'before');
    async function* fillsUp(error: Error) {
      yield 'a part';
      throw error;
    }
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    expect(await writeWanted(path, fillsUp(full))).toMatchObject({
      code: 'file_not_written',
      params: { why: 'disk_full' },
    });
    await expect(writeWanted(path, fillsUp(new Error('a bug')))).rejects.toThrow('a bug');
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(existsSync(`${path}.part`)).toBe(false);
    expect(await writeWanted(path, 'after')).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe('after');
  });
});

describe('the words of the table', () => {
  it.each(['zh-CN', 'en'] as const)('are those of the screen in %s', (locale) => {
    const screen = JSON.parse(readFileSync(`renderer/locales/${locale}/complaints.json`, 'utf8'));
    const words = ARCHIVE_WORDS[locale];
    for (const part of ['state', 'object', 'group', 'severity', 'channel', 'reason'] as const)
      expect(screen[part]).toMatchObject(words[part]);
    expect(words.walkIn).toBe(screen.walk_in);
    expect(Object.keys(words.reason).toSorted()).toEqual(Object.values(KNOWN_REASONS).flat().toSorted());
  });
});

describe('S71 S86 the figures of a period', () => {
  it('are a long read, by the day and the wall clock of the store', async () => {
    const complaintId = await log({ severity: 'high' });
    await log();
    shop.clock.advanceDays(0.5);
    await shop.client.complaints.respond(shop.request(), { complaintId, note: '已回电' });
    shop.clock.advanceDays(1);
    const today = businessDate('2026-05-18');
    const said = await shop.client.complaints.statistics({ from: today, to: today });
    expect(said).toMatchObject({
      total: 2,
      open: 2,
      response: { onTime: 1, of: 2 },
      resolution: { onTime: 0, of: 0 },
      toResponse: { of: 1, p50: 720 },
      byMonth: [{ month: '2026-05', count: 2 }],
    });
    expect(said.byHour[12]).toBe(2);
    expect(said.bySeverity).toContainEqual({ severity: 'high', count: 1 });
  });
});

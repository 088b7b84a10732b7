import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '@db/exchange/queries';
import { guardFormula, guardNumber } from '@domain/exchange/formula-guard';
import { ofTiers } from '@domain/segments/segment';
import { fen } from '@domain/units';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { insertBillsWithLines } from '../../support/bills-with-lines';
import { EVERYTHING } from '../../support/exports';
import { crowd, insertMembers } from '../../support/member-rows';
import { aShop, type TestShop } from '../../support/shop';
import { HERE } from '../../support/work-here';
import { aTillShop, row } from '../pos/support';
import { aFile, ended, imported, resultOf } from './support';

describe('the readable export for head office', () => {
  let shop: TestShop;
  let folder: string;
  beforeEach(async () => {
    shop = await aShop(HERE);
    folder = mkdtempSync(join(tmpdir(), 'shuke-out-'));
    shop.dialogs.folder = folder;
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await shop.close();
  });

  async function exported(maskPhones = true) {
    const answer = await shop.client.exchange.exportAll({ ...EVERYTHING, maskPhones });
    if (!answer.ok || answer.value === null) throw new Error(JSON.stringify(answer));
    return ended(shop, answer.value);
  }
  const rowsOf = (path: string, name: string): Record<string, string>[] =>
    parse(readFileSync(join(path, name)), { bom: true, columns: true });
  const manifestOf = (path: string) =>
    JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as Manifest;

  const nasty = ['=1+1', '@cmd', '＝1', ' 张三', '-王', '"引"号', '逗,号', "O'Neil", '\t制表'];

  it('holds every row, guarded, quoted, with sums and hashes that agree', async () => {
    for (const [i, name] of nasty.entries()) {
      shop
        .raw()
        .prepare(
          `insert into member (id, member_no, card_no, name, phone, note, source, joined_on, created_at, updated_at, staff_id)
           values (?, ?, ?, ?, ?, ?, 'walk_in', '2026-05-18', 0, 0, (select id from staff))`,
        )
        .run(`m${i}`, String(i).padStart(9, '0'), `${i}E5`, name, `1381234000${i}`, `注\r\n${name}`);
    }
    await imported(
      shop,
      aFile(
        '手机,日期,金额,商品,数量\n13812340000,2026-05-01,36.05,=奶茶,1.5\n13812340001,2026-05-02,0.40,,\n',
      ),
      {
        kind: 'purchases',
        reading: { points: 'from_today' },
      },
    );
    const { folder: path, files } = resultOf(await exported(), 'export');
    expect(path).toBe(join(folder, 'shuke-街角小店-20260518-120000'));
    expect(readdirSync(folder)).toEqual(['shuke-街角小店-20260518-120000']);
    expect(files.map(({ name }) => name)).toEqual([
      'members.csv',
      'purchases.csv',
      'purchase_lines.csv',
      'refunds.csv',
      'points_entries.csv',
      'tier_changes.csv',
      'coupons.csv',
      'complaints.csv',
      'compensations.csv',
      'care_contacts.csv',
      'survey_answers.csv',
      'member_profiles.csv',
      'member_insights.csv',
      'segments.csv',
    ]);

    const manifest = manifestOf(path);
    expect(manifest).toMatchObject({
      format: 'shuke-readable',
      phones: 'masked',
      last_business_date: '2026-05-02',
    });
    for (const file of manifest.files) {
      const bytes = readFileSync(join(path, file.name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(bytes.length).toBe(file.bytes);
      const text = bytes.toString('utf8');
      expect(text.startsWith('\ufeff"')).toBe(true);
      expect(text.endsWith('"\r\n')).toBe(true);
      expect(rowsOf(path, file.name)).toHaveLength(file.rows);
    }
    expect(manifest.files.find(({ name }) => name === 'purchases.csv')?.sums).toMatchObject({
      total_fen: 3645,
      points_earned: 36,
    });

    const members = rowsOf(path, 'members.csv');
    expect(members.map((row) => row.name)).toEqual(nasty.map(guardFormula));
    expect(members.map((row) => row.card_no)).toEqual(nasty.map((_, i) => guardNumber(`${i}E5`)));
    expect(members[0]).toMatchObject({ phone: '138****0000', member_no: "'000000000", points: '36' });
    expect(rowsOf(path, 'purchases.csv').map((row) => row.total_yuan)).toEqual(['36.05', '0.40']);
    expect(rowsOf(path, 'purchase_lines.csv')).toMatchObject([
      { product: "'=奶茶", quantity: '1.500', amount_yuan: '36.05' },
    ]);
    const [run] = await shop.client.exchange.exports({});
    expect(run).toMatchObject({ folder: path, members: nasty.length, purchases: 2, lastDate: '2026-05-02' });
    expect((await shop.client.exchange.showFile({ path })).ok).toBe(true);
    expect(shop.reported).toEqual([]);
  });

  it('shows phones in full only when asked', async () => {
    await shop.member('张三', { phone: '13812348812' });
    await shop.member('李四', { phone: '+4915112345678' });
    const masked = resultOf(await exported(true), 'export').folder;
    expect(rowsOf(masked, 'members.csv').map((row) => row.phone)).toEqual(['138****8812', "'+49*******5678"]);
    const full = resultOf(await exported(false), 'export').folder;
    expect(full).not.toBe(masked);
    expect(rowsOf(full, 'members.csv').map((row) => row.phone)).toEqual(['13812348812', "'+4915112345678"]);
  });

  it('takes along what the service desk has heard, given and said', async () => {
    const memberId = await shop.member('张三', { phone: '13812348812' });
    const logged = await shop.client.complaints.log(shop.request(), {
      ...{ memberId, purchaseId: null, object: 'goods', reason: 'goods_spoiled', product: '=酸奶' },
      ...{ aboutStaffId: null, severity: 'high', channel: 'counter', what: '发霉', wish: '' },
    });
    if (!logged.ok) throw new Error('a complaint is logged');
    const give = { kind: 'gift', what: '一盒新的', worth: fen(12_50) } as const;
    const { complaintId } = logged.value;
    await shop.client.complaints.compensate(shop.request(), { complaintId, give, reason: '变质' });
    await shop.client.surveys.record(shop.request(), {
      ...{ memberId, purchaseId: null, taskId: null, channel: 'counter', satisfaction: 2, recommend: null },
      ...{ scores: { timely: 3, caring: 1 }, note: '', servedBy: null },
    });
    await shop.client.care.recordTouch(shop.request(), {
      ...{ memberId, direction: 'in', channel: 'wechat', content: 'service', wechatAdded: true },
      text: '到货通知',
    });
    const { folder: path } = resultOf(await exported(), 'export');
    expect(rowsOf(path, 'complaints.csv')).toMatchObject([
      { reason_group: 'goods', reason: 'goods_spoiled', product: "'=酸奶", response_breached: '0' },
    ]);
    expect(rowsOf(path, 'compensations.csv')).toMatchObject([{ kind: 'gift', worth_yuan: '12.50' }]);
    expect(rowsOf(path, 'survey_answers.csv')).toMatchObject([
      { satisfaction: '2', scores: 'caring=1 timely=3' },
    ]);
    expect(rowsOf(path, 'care_contacts.csv')).toMatchObject([
      { direction: 'in', counted: '0', wechat_added: '1', text: '到货通知' },
    ]);
  });

  it('S10 S27 takes along what members have told, what the last run says, and the saved segments', async () => {
    const memberId = await shop.member('张三', { phone: '13812348812' });
    const raw = shop.raw();
    raw
      .prepare(
        `insert into member_profile (member_id, occupation, income, needs, updated_at, staff_id)
         values (?, '=教师', 'high', '["service","product"]', 0, (select id from staff))`,
      )
      .run(memberId);
    raw.prepare("insert into member_interest values (?, '骑行', 1), (?, '烘焙', 0)").run(memberId, memberId);
    raw
      .prepare(
        `insert into member_insight (n, class, excluded, value, stage, traits, bills, spent_fen, year_bills, year_fen, expected_fen,
           warned, referrals) values (1, 'B', 0, 'high', 'retain', 3, 2, 3605, 2, 3605, null, 1, 0)`,
      )
      .run();
    await shop.client.segments.save(shop.request(), {
      ...{ segmentId: null, name: '=常客', rule: ofTiers(['vip']) },
    });
    const { folder: path, files } = resultOf(await exported(), 'export');
    expect(rowsOf(path, 'member_profiles.csv')).toMatchObject([
      {
        ...{ member_id: memberId, occupation: "'=教师", income: 'high', education: '' },
        ...{ needs: 'service product', interests: '烘焙、骑行' },
      },
    ]);
    expect(rowsOf(path, 'member_insights.csv')).toMatchObject([
      {
        ...{ member_id: memberId, as_of: '', class: 'B', class_before: '', value: 'high', stage: 'retain' },
        ...{ spent_yuan: '36.05', expected_yuan: '', warned: '1' },
      },
    ]);
    expect(rowsOf(path, 'segments.csv')).toMatchObject([
      { name: "'=常客", rule: JSON.stringify(ofTiers(['vip'])), kept: '1' },
    ]);
    expect(files.find(({ name }) => name === 'segments.csv')?.rows).toBe(1);
  });

  it('holds what the till’s files have brought like any other bill, and no receipt of nobody', async () => {
    const till = await aTillShop();
    await till.shop.member('张三', { phone: '13812348812' });
    till.write('day.csv', [row('A001', '88.80', '13812348812'), row('A002', '12.00')]);
    await till.watched();
    await till.read();
    till.shop.dialogs.folder = folder;
    const answer = await till.shop.client.exchange.exportAll({ ...EVERYTHING, tables: ['purchases'] });
    if (!answer.ok || answer.value === null) throw new Error(JSON.stringify(answer));
    const { folder: path } = resultOf(await ended(till.shop, answer.value), 'export');
    expect(rowsOf(path, 'purchases.csv').map((one) => Object.values(one))).toEqual([
      expect.arrayContaining(['A001', '88.80']),
    ]);
    await till.close();
  });

  it('of many rows goes on where each step ends', async () => {
    insertBillsWithLines(shop.raw(), insertMembers(shop.raw(), crowd(70)), 6200);
    const { folder: path } = resultOf(await exported(), 'export');
    const lines = rowsOf(path, 'purchase_lines.csv');
    expect(new Set(lines.map((row) => row.product)).size).toBe(6200);
    expect(rowsOf(path, 'purchases.csv')).toHaveLength(6200);
  });

  it('is read by the importer again, the guards gone', async () => {
    await shop.member('=张三', { phone: '13812348812' });
    const { folder: path } = resultOf(await exported(false), 'export');
    const other = await aShop(HERE);
    try {
      const job = await imported(other, join(path, 'members.csv'), { kind: 'members' });
      expect(resultOf(job, 'import').groups).toMatchObject({ newMembers: 1, refused: 0 });
      expect((await other.client.members.lookup({ text: '8812' })).rows[0]?.name).toBe('=张三');
    } finally {
      await other.close();
    }
  });

  it('says that the folder is gone', async () => {
    rmSync(folder, { recursive: true });
    expect(await exported()).toMatchObject({ state: 'failed', failure: 'folder_gone' });
    expect(await shop.client.exchange.exports({})).toEqual([]);
  });

  it('says that a file stands where a folder was', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    shop.dialogs.folder = file;
    expect(await exported()).toMatchObject({ state: 'failed', failure: 'folder_gone' });
  });

  it.skipIf(process.platform === 'win32')('says that the folder cannot be written', async () => {
    const release = writeProtected(folder);
    if (release === undefined) return; // as root, and no mount of one's own: nothing is protected from us
    expect(await exported()).toMatchObject({ state: 'failed', failure: 'folder_read_only' });
    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(!canMount())('on a full drive leaves nothing behind but the reason', async () => {
    insertBillsWithLines(shop.raw(), insertMembers(shop.raw(), crowd(70)), 4000);
    const drive = join(folder, 'drive');
    mkdirSync(drive);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', drive]);
    try {
      shop.dialogs.folder = drive;
      expect(await exported()).toMatchObject({ state: 'failed', failure: 'disk_full' });
      expect(readdirSync(drive)).toEqual([]);
      expect(existsSync(drive)).toBe(true);
    } finally {
      execFileSync('umount', [drive]);
    }
  });
});

/** A small drive of one's own can be had only as root on Linux. */
function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const drive = mkdtempSync(join(tmpdir(), 'shuke-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', drive], { stdio: 'ignore' });
    execFileSync('umount', [drive], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(drive, { recursive: true, force: true });
  }
}

/** Protects a folder from writing, for root by a mount; answers how to release it. */
function writeProtected(folder: string): (() => void) | undefined {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500);
    return () => chmodSync(folder, 0o700);
  }
  if (!canMount()) return undefined;
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]);
  return () => execFileSync('umount', [folder]);
}

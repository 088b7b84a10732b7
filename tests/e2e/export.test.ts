import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { booksIn } from './support/books';
import { chooses } from './support/dialogs';
import { expect, launchTarget, test } from './support/launch';
import { handOver } from './support/store-files';
import { ask, openShop, ringUp, signUp } from './support/till';

const HOSTILE = '=HYPERLINK("http://example.com","领奖")';

interface Manifest {
  readonly format: string;
  readonly phones: string;
  readonly store: { readonly name: string };
  readonly files: readonly {
    readonly name: string;
    readonly rows: number;
    readonly bytes: number;
    readonly sha256: string;
    readonly sums: Readonly<Record<string, number>>;
  }[];
}

test('the export for head office: every table whole, nothing a spreadsheet would run, and a manifest that proves it', async ({
  counter: shuke,
}) => {
  const { page } = shuke;
  const till = await openShop(page);
  const { say, press } = till;
  const [zhang = '', hostile = ''] = await signUp(
    page,
    { name: '张三', phone: '13812348812', cardNo: '0012345678', note: '第一行\n"第二行",逗号' },
    { name: HOSTILE, phone: '13900001111' },
  );
  for (let bill = 1; bill <= 30; bill += 1) await ringUp(page, bill % 2 === 0 ? zhang : hostile, 1001 * bill);
  const { purchaseId } = await ringUp(page, zhang, 20_000);
  await ask(page, 'purchases.refund', { purchaseId, amount: 10_000, shortfall: 'debt', reason: '+1 件' });
  await ask(page, 'complaints.log', {
    memberId: zhang,
    purchaseId,
    object: 'goods',
    reason: 'goods_spoiled',
    severity: 'normal',
    channel: 'counter',
    product: '',
    aboutStaffId: null,
    what: '@发霉',
    wish: '',
  });

  const target = shuke.folder('usb');
  await chooses(shuke, target);
  await press('Control+9');
  await expect(page.getByRole('heading', { name: say.exchange('export.title'), exact: true })).toBeVisible();
  await expect(page.getByLabel(say.exchange('export.mask'))).toBeChecked();
  await press('F4');
  await expect(
    page.getByText(say.exchange('export.done', { folder: join(target, 'shuke-街角小店-') })),
  ).toBeVisible();
  await expect(page.getByRole('cell', { name: 'members.csv' })).toBeVisible();

  await page.getByLabel(say.exchange('export.mask')).uncheck();
  await expect(page.getByText(say.exchange('export.mask_off'))).toBeVisible();
  await press('F4');
  await expect.poll(() => foldersIn(target)).toHaveLength(2);
  await expect(page.getByRole('table', { name: say.exchange('export.past') }).getByRole('row')).toHaveCount(
    3,
  );
  await shuke.close();

  const [masked = '', full = ''] = foldersIn(target);
  for (const [folder, phones] of [
    [masked, 'masked'],
    [full, 'full'],
  ] as const) {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
    expect(manifest).toMatchObject({ format: 'shuke-readable', phones, store: { name: '街角小店' } });
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(
      [
        'care_contacts',
        'compensations',
        'complaints',
        'coupons',
        'member_insights',
        'member_profiles',
        'members',
        'points_entries',
        'purchase_lines',
        'purchases',
        'refunds',
        'segments',
        'survey_answers',
        'tier_changes',
      ].map((name) => `${name}.csv`),
    );
    for (const file of manifest.files) {
      const bytes = readFileSync(join(folder, file.name));
      expect(createHash('sha256').update(bytes).digest('hex'), file.name).toBe(file.sha256);
      expect(bytes.length, file.name).toBe(file.bytes);
      expect([...bytes.subarray(0, 3)], `${file.name} begins with the mark Excel needs`).toEqual([
        0xef, 0xbb, 0xbf,
      ]);
      expect(rowsOf(folder, file.name), file.name).toHaveLength(file.rows);
      for (const row of rowsOf(folder, file.name))
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r＝＋＠]/);
    }
  }

  const members = rowsOf(full, 'members.csv');
  expect(members.map(({ name, phone, card_no }) => ({ name, phone, card_no }))).toEqual([
    { name: '张三', phone: '13812348812', card_no: "'0012345678" },
    { name: `'${HOSTILE}`, phone: '13900001111', card_no: '' },
  ]);
  expect(members[0]?.note).toBe('第一行\n"第二行",逗号');
  expect(rowsOf(masked, 'members.csv').map(({ phone }) => phone)).toEqual(['138****8812', '139****1111']);
  expect(rowsOf(full, 'complaints.csv').map(({ what }) => what)).toEqual(["'@发霉"]);
  expect(rowsOf(full, 'refunds.csv').map(({ reason }) => reason)).toEqual(["'+1 件"]);

  const books = booksIn(shuke.userData);
  const manifest = JSON.parse(readFileSync(join(full, 'manifest.json'), 'utf8')) as Manifest;
  const sums = manifest.files.find(({ name }) => name === 'purchases.csv')?.sums;
  expect(BigInt(sums?.total_fen ?? -1)).toBe(books.sum('select sum(total_fen) from purchase'));
  const exported = rowsOf(full, 'purchases.csv').reduce(
    (sum, { total_yuan = '' }) => sum + BigInt(total_yuan.replace('.', '')),
    0n,
  );
  expect(exported).toBe(books.sum('select sum(total_fen) from purchase'));
  const balances = rowsOf(full, 'members.csv').reduce((sum, { points = '' }) => sum + BigInt(points), 0n);
  expect(balances).toBe(books.sum('select sum(points) from points_entry'));
  books.close();
});

test('a drive that is gone, or may not be written, is said in words and leaves nothing half-made', async ({
  counter: shuke,
}) => {
  const { page } = shuke;
  const { say, press } = await openShop(page);
  await signUp(page, { name: '张三', phone: '13812348812' });
  await press('Control+9');
  await expect(page.getByRole('heading', { name: say.exchange('export.title'), exact: true })).toBeVisible();

  const gone = shuke.folder('usb-gone');
  rmSync(gone, { recursive: true });
  await chooses(shuke, gone);
  await press('F4');
  await expect(page.getByText(say.exchange('job.failed.folder_gone'))).toBeVisible();

  if (launchTarget().sandboxed) {
    const locked = shuke.folder('usb-locked');
    chmodSync(locked, 0o555);
    await chooses(shuke, locked);
    await press('F4');
    await expect(page.getByText(say.exchange('job.failed.folder_read_only'))).toBeVisible();
    expect(readdirSync(locked)).toEqual([]);
  }

  await test.step('plugged in again, the next try works', async () => {
    mkdirSync(gone);
    handOver(gone);
    await chooses(shuke, gone);
    await press('F4');
    await expect.poll(() => foldersIn(gone)).toHaveLength(1);
    expect(readdirSync(gone).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

/** Finished exports, oldest first; an unfinished one still bears another name. */
const foldersIn = (target: string): string[] =>
  readdirSync(target)
    .filter((name) => !name.endsWith('.part'))
    .sort()
    .map((name) => join(target, name));

const rowsOf = (folder: string, file: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, file)), { bom: true, columns: true, record_delimiter: '\r\n' });

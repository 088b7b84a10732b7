import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from './support/launch';
import { savesTo } from './support/slips';
import { ask, openShop, signUp } from './support/till';

/** Typed at the real window; searched for afterwards wherever it must not be. */
const CANARY = {
  name: '金丝雀',
  phone: '13900007788',
  card: 'KANARI7788',
  note: '卡纳里备注',
  receipt: 'KANARI-R-1',
  pin: '739146',
} as const;

const canariesIn = (bytes: Buffer): string[] =>
  Object.values(CANARY).filter(
    (word) => bytes.includes(Buffer.from(word)) || bytes.includes(Buffer.from(word, 'utf16le')),
  );

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('trust: no personal data in window storage, session files, logs, crash dumps, file names, or the support file', async ({
  launch,
}) => {
  const shuke = await launch({ hasSample: false });
  const { page, app, userData } = shuke;
  const till = await openShop(page);
  const { say, press, type } = till;

  await test.step('a day with a canary in every field', async () => {
    const [memberId] = await signUp(page, {
      name: CANARY.name,
      phone: CANARY.phone,
      cardNo: CANARY.card,
      note: CANARY.note,
    });
    await till.find(CANARY.phone.slice(-4), CANARY.name);
    await press('F2');
    await type('128');
    await press('Enter');
    await expect(till.panel(say.purchases('result.title'))).toBeVisible();
    await ask(page, 'purchases.record', {
      ...{ memberId, gross: 1000, receiptNo: CANARY.receipt, items: [], redeem: 0 },
    });
    // Calls that are bugs: their inputs must not be told to the log.
    for (const input of [
      { text: 7, [CANARY.name]: CANARY.note },
      { text: CANARY.phone, pin: CANARY.pin },
    ])
      await page.evaluate((given) => window.shuke.invoke('members.lookup', { input: given }), input);
    for (const place of ['Control+2', 'Control+3', 'Control+4', 'Control+7', 'Control+9']) await press(place);
  });

  await test.step('nothing of it is kept by the window', async () => {
    const kept = await page.evaluate(async () => ({
      title: document.title,
      url: location.href,
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookies: document.cookie,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: 'caches' in window ? await caches.keys().catch(() => []) : [],
      history: history.state as unknown,
    }));
    expect(canariesIn(Buffer.from(JSON.stringify(kept)))).toEqual([]);
    expect(kept.databases).toEqual([]);
    expect(Object.keys(kept.local)).toEqual([]);
  });

  await test.step('the support file is shown in full, and what is saved is what was shown', async () => {
    const key = await page
      .getByRole('button', { name: say.office('part.support') })
      .getAttribute('aria-keyshortcuts');
    await press(key ?? '');
    // It is loaded when it is first looked at, and has its keys only then.
    await expect(page.getByRole('heading', { name: say.support('title') })).toBeVisible();
    await press('F2');
    const text = page.getByRole('region', { name: say.support('text') });
    await expect(text).toContainText('quick_check');
    const file = join(shuke.folder('support'), 'support.txt');
    await savesTo(shuke, file);
    await press('F10');
    await expect(page.getByText(file)).toBeVisible();
    const saved = readFileSync(file);
    expect(saved.toString('utf8').trim()).toBe((await text.locator('pre').textContent())?.trim());
    expect(saved.toString('utf8')).toMatch(/\[[0-9A-F]{6}\] members\.lookup: ZodError/);
    expect(canariesIn(saved)).toEqual([]);
  });

  await test.step('no crash of the page leaves a dump with what was in it', async () => {
    const crashed = page.waitForEvent('crash');
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await crashed;
    shuke.problems.length = 0; // the crash was ours
    expect(await app.evaluate(({ crashReporter }) => crashReporter.getUploadedReports())).toEqual([]);
  });

  await shuke.close();
  const files = filesBelow(userData);
  const inStore = files.filter((file) => relative(userData, file).startsWith('store'));
  expect(inStore.flatMap((file) => canariesIn(readFileSync(file)))).toContain(CANARY.name); // or nothing was proven
  const told = files
    .filter((file) => !inStore.includes(file))
    .map((file) => [relative(userData, file), canariesIn(readFileSync(file))] as const);
  expect(told.filter(([, found]) => found.length > 0)).toEqual([]);
  expect(told.map(([file]) => file).filter((file) => /\.dmp$/i.test(file))).toEqual([]);
  expect(canariesIn(Buffer.from(files.join('\n')))).toEqual([]);
});

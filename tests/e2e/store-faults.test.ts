import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { latestVersion } from '@db/migrate';
import type { StoreFaultCode } from '@db/store-fault';
import { test as base, expect, launchTarget, oneForAll, type Shuke } from './support/launch';
import { fingerprint, handOver, makeBackup, makeStore, scribble, storeIn } from './support/store-files';
import { ask, openShop, tillOf } from './support/till';

const test = base.extend<{ readonly userData: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands the pattern to see what is used
  userData: async ({}, use) => {
    const room = mkdtempSync(join(tmpdir(), 'shuke-fault-'));
    const userData = join(room, 'user-data');
    mkdirSync(userData);
    handOver(room);
    await use(userData);
    rmSync(room, { recursive: true, force: true, maxRetries: 5 });
  },
  /** Starts on the folder that the test has filled, which goes after every window has gone. */
  launch: async ({ userData, launch }, use) => use((options) => launch({ userData, ...options })),
});

test.describe('whatever lies there when somebody tries again', () => {
  const shared = oneForAll(async (shuke) => {
    writeFileSync(await makeStore(shuke.userData), '');
    await startAgain(shuke);
    await expectFault(shuke, 'not_a_database');
    return shuke;
  });
  /** In the place of what was there: nobody has opened it. */
  const anotherStore = async () => {
    const { userData } = shared();
    rmSync(dirname(storeIn(userData)), { recursive: true });
    return await makeStore(userData);
  };
  const expectOnTrying = async (fault: StoreFaultCode) => {
    const { shuke, page } = shared();
    const [word = ''] = tillOf(page).say.settings('fault.reference', { reference: '|' }).split('|');
    const reference = page.getByText(word);
    const before = await reference.innerText();
    await page.keyboard.press('Enter');
    await expect(reference).not.toHaveText(before);
    await expectFault(shuke, fault);
  };

  test('a store from a newer Shuke is refused and stays as it is', async () => {
    const path = await anotherStore();
    const version = Buffer.alloc(4);
    version.writeUInt32BE(latestVersion() + 10);
    scribble(path, 60, version);
    const before = fingerprint(path);
    await expectOnTrying('newer_version');
    expect(fingerprint(path)).toBe(before);
  });

  for (const [what, content] of [
    ['a text', '会员,手机\n张三,13812348812\n'.repeat(20)],
    ['an empty file', ''],
    ['a database of another program', undefined],
  ] as const) {
    test(`${what} in the store's place is no store, and is not touched`, async () => {
      const path = await anotherStore();
      if (content === undefined) scribble(path, 68, Buffer.from('Othr'));
      else writeFileSync(path, content);
      const before = fingerprint(path);
      await expectOnTrying('not_a_database');
      expect(fingerprint(path)).toBe(before);
    });
  }

  test('a damaged store without a backup says so', async () => {
    scribble(await anotherStore(), 3 * 4096, Buffer.alloc(8 * 4096, 0x5a));
    await expectOnTrying('damaged');
    const { page } = shared();
    await expect(page.getByText(tillOf(page).say.backups('rescue.none'))).toBeVisible();
  });
});

test('a damaged store names the newest checked backup; with it in place, one key opens the shop', async ({
  counter: shuke,
}) => {
  const path = await makeStore(shuke.userData);
  const backup = makeBackup(path);
  const whole = fingerprint(backup);
  scribble(path, 3 * 4096, Buffer.alloc(8 * 4096, 0x5a));
  const before = fingerprint(path);
  const { page } = shuke;
  await startAgain(shuke);
  const { say } = tillOf(page);
  await expectFault(shuke, 'damaged');
  await expect(page.getByText(backup)).toBeVisible();
  expect(fingerprint(path)).toBe(before);

  await test.step('trying again changes nothing while nothing was done', async () => {
    await page.keyboard.press('Enter');
    await expect(page.getByText(say.settings('fault.still'))).toBeVisible();
    expect(fingerprint(path)).toBe(before);
  });
  await test.step('the backup is copied to the name of the store, as the screen says', async () => {
    copyFileSync(backup, path);
    await page.keyboard.press('Enter');
    await expect(tillOf(page).box).toBeFocused();
    expect(fingerprint(backup)).toBe(whole);
  });
});

test('a folder that may not be written says so; once it may be, one key opens the shop', async ({
  counter: shuke,
}) => {
  // biome-ignore lint/suspicious/noSkippedTests: root may write everywhere, so this needs another user
  test.skip(!launchTarget().sandboxed, 'the app runs as root here: nothing is read-only to it');
  const path = await makeStore(shuke.userData);
  const before = fingerprint(path);
  try {
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o555);
    await startAgain(shuke);
    await expectFault(shuke, 'read_only');
    expect(fingerprint(path)).toBe(before);
  } finally {
    chmodSync(dirname(path), 0o755);
    chmodSync(path, 0o644);
  }
  await shuke.page.keyboard.press('Enter');
  await expect(tillOf(shuke.page).box).toBeFocused();
});

test('a second start brings the first window to the front and ends; with other user data it never writes the same store', async ({
  userData,
  launch,
}) => {
  const first = await launch();
  await openShop(first.page);
  await test.step('with the same user data', async () => {
    const told = first.app.evaluate(
      ({ app }) => new Promise<boolean>((resolve) => app.once('second-instance', () => resolve(true))),
    );
    await expect(launch()).rejects.toThrow();
    expect(await told).toBe(true);
    await expect(tillOf(first.page).box).toBeVisible();
  });
  await test.step('with other user data', async () => {
    const other = join(dirname(userData), 'other-user-data');
    mkdirSync(other);
    symlinkSync(dirname(storeIn(userData)), join(other, 'store'), 'junction');
    handOver(other);
    const path = storeIn(userData);
    const before = fingerprint(path);
    const second = await launch({ userData: other });
    await expectFault(second, 'already_open');
    expect(fingerprint(path)).toBe(before);

    await first.close();
    await second.page.keyboard.press('Enter');
    await expect(tillOf(second.page).box).toBeFocused();
  });
});

/** What lies in the store's place now is opened as at a start, and the page drawn anew. */
async function startAgain({ page }: Shuke): Promise<void> {
  await ask(page, 'settings.retryStore');
  await page.reload();
}

/** Each reason has its own words: what happened, what is kept, what to do. */
async function expectFault({ page }: Shuke, fault: StoreFaultCode): Promise<void> {
  const { say } = tillOf(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.settings(`fault.${fault}.title`));
  await expect(page.getByText(say.settings(`fault.${fault}.kept`))).toBeVisible();
  await expect(page.getByText(say.settings(`fault.${fault}.do`))).toBeVisible();
  await expect(page.getByRole('button', { name: say.settings('fault.retry') })).toBeFocused();
}

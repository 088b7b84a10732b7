import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './support/launch';
import { openShop, signUp, type Till } from './support/till';

const CARD = 'M20260017';
/** A WeChat payment code: 18 digits that begin with 10-15. */
const PAYMENT_CODE = '134620815577930142';

test.describe('a scanner is a keyboard', () => {
  test('a code scanned while another field has the focus opens the member and leaves nothing in that field', async ({
    launch,
  }) => {
    const { page } = await launch();
    const till = await openShop(page);
    const { say, card, press, type, tabTo } = till;
    await signUp(page, { name: '李卡', cardNo: CARD }, { name: '王电', phone: '13912345678' });

    await test.step('in the box', async () => {
      await scan(page, CARD);
      await expect(page.getByRole('article', { name: '李卡' })).toBeVisible();
      await expect(till.box).toHaveValue('');
    });

    await test.step('in the amount of a sale: the amount stays what it was', async () => {
      await till.find('5678', '王电');
      await press('Enter');
      const amount = page.getByLabel(say.purchases('sale.amount'), { exact: true });
      await type('88');
      await scan(page, CARD);
      await expect(page.getByRole('article', { name: '李卡' })).toBeVisible();
      expect(await amount.inputValue()).not.toContain('2026');
      await expect(
        till.panel(say.purchases('result.title')),
        'no Enter of the scanner takes the money',
      ).toBeHidden();
    });

    await test.step('in the search of the complaints', async () => {
      await press('Escape', 'Escape');
      await press('Control+3');
      await expect(page.getByRole('region', { name: say.complaints('title'), exact: true })).toBeVisible();
      const search = page.getByLabel(say.complaints('archive.search'));
      await press('Control+f');
      await expect(search).toBeFocused();
      await type('霉');
      await scan(page, CARD);
      await expect(page.getByRole('article', { name: '李卡' })).toBeVisible();
    });

    await test.step('where a code belongs, it stays: the card number of a new member, a receipt number', async () => {
      await press('Escape', 'Escape', 'F1');
      const cardNo = till.panel(say.members('signUp.title')).getByLabel(say.members('field.cardNo'));
      await tabTo(cardNo);
      await scan(page, 'M20260018');
      await expect(cardNo).toHaveValue('M20260018');
      await expect(card).toBeHidden();
    });
  });

  test('typed at the speed of a person, the same digits are no scan', async ({ launch }) => {
    const { page } = await launch();
    const till = await openShop(page);
    await signUp(page, { name: '李卡', cardNo: CARD }, { name: '王电', phone: '13912345678' });
    await till.find('5678', '王电');
    await till.press('Enter');
    await page.keyboard.type('200000', { delay: 60 });
    await till.press('Enter');
    await expect(till.panel(till.say.purchases('result.title'))).toContainText('¥200,000.00');
  });

  test('a payment code is refused with a sentence, and its digits are nowhere afterwards', async ({
    launch,
  }) => {
    const shuke = await launch();
    const { page } = shuke;
    const till = await openShop(page);
    const { say } = till;
    const [memberId] = await signUp(page, { name: '王电', phone: '13912345678' });
    expect(memberId).toBeDefined();
    const refused = page.getByText(say.counter('paymentCode'));

    await test.step('scanned into the box', async () => {
      await scan(page, PAYMENT_CODE);
      await expect(refused).toBeVisible();
      await expect(till.box).toHaveValue('');
      await till.type('1');
      await expect(refused).toBeHidden();
      await till.press('Escape');
    });
    await test.step('typed into the box by hand', async () => {
      await till.type(PAYMENT_CODE);
      await expect(refused).toBeVisible();
      await expect(till.box).toHaveValue('');
      await till.press('Escape');
    });
    await test.step('pasted, with spaces and in full width', async () => {
      await till.box.fill(wide('1346 2081 5577 9301 42'));
      await expect(refused).toBeVisible();
      await till.press('Escape');
    });
    await test.step('scanned into the amount of a sale', async () => {
      await till.find('5678', '王电');
      await till.press('Enter');
      await scan(page, PAYMENT_CODE);
      await expect(refused).toBeVisible();
      await expect(till.panel(say.purchases('result.title'))).toBeHidden();
    });
    await test.step('scanned on another screen', async () => {
      await till.press('Control+3');
      await expect(page.getByRole('region', { name: say.complaints('title'), exact: true })).toBeVisible();
      await scan(page, PAYMENT_CODE);
      await expect(refused).toBeVisible();
    });

    expect(await inWindow(till, PAYMENT_CODE)).toBe(false);
    await shuke.close();
    expect(filesWith(shuke.userData, PAYMENT_CODE)).toEqual([]);
  });
});

/** Keys 3 ms apart by their own time stamps, as the system gives them to a scanner's, ended by Enter. */
async function scan(page: Page, code: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const keys = [...code].map((character) => ({
    key: character,
    code: /\d/.test(character) ? `Digit${character}` : `Key${character}`,
    text: character,
    windowsVirtualKeyCode: character.charCodeAt(0),
  }));
  const started = Date.now() / 1000;
  const sent = [...keys, { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }].flatMap(
    ({ text, ...key }, at) => {
      const timestamp = started + at * 0.003;
      return [
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', text, timestamp, ...key }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp: timestamp + 0.001, ...key }),
      ];
    },
  );
  await Promise.all(sent);
  await devtools.detach();
}

const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Anywhere in the page: its text, its fields, its address, its storage. */
const inWindow = ({ page }: Till, digits: string): Promise<boolean> =>
  page.evaluate((code) => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    );
    const stored = [localStorage, sessionStorage].map((storage) => JSON.stringify(storage));
    return [document.documentElement.outerHTML, location.href, document.cookie, ...fields, ...stored].some(
      (text) => text.replace(/\s/g, '').includes(code),
    );
  }, digits);

/** Files below the user data that hold these digits: store, log, preferences, caches, whatever Chromium keeps. */
function filesWith(folder: string, digits: string): string[] {
  const wanted = [Buffer.from(digits, 'latin1'), Buffer.from(digits, 'utf16le')];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const content = readFileSync(file);
      return wanted.some((bytes) => content.includes(bytes));
    });
}

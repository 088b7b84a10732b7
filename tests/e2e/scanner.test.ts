import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JSHandle, Locator } from '@playwright/test';
import { expect, oneForAll, test } from './support/launch';
import { ctrl, ENTER, printed, type Setting, scan, TAB } from './support/scanner';
import { openProtectedShop, PIN, signInAs } from './support/staff';
import { ask, signUp, type Till } from './support/till';
import { IS_WHOLE } from './support/whole';

const CARD = 'M20260017';
const RECEIPT = '261123-0042';
/** A WeChat payment code: 18 digits that begin with 10-15. */
const PAYMENT_CODE = '134620815577930142';

/** A member with a card, one with a receipt, and an empty counter, in a window of its own: what it has kept is read in the end. */
const shared = oneForAll(
  async ({ page }) => {
    const till = await openProtectedShop(page);
    const [, memberId] = await signUp(
      page,
      { name: '李卡', cardNo: CARD },
      { name: '王电', phone: '13912345678' },
    );
    await ask(page, 'purchases.record', { memberId, gross: 8800, receiptNo: RECEIPT, items: [], redeem: 0 });
    const leave = async () => {
      await till.press('Escape', 'Escape', 'Escape');
      await expect(page.getByRole('article')).toBeHidden();
      await expect(till.box).toBeFocused();
    };
    return { till, leave };
  },
  { hasSample: false },
);

test.describe('a scanner is a keyboard', () => {
  test('whatever has the focus, and however the scanner is set: each code does its own, and nothing else', async () => {
    const { till, leave } = shared();
    const { page } = till;
    const table: string[] = [];
    /** One scan, set another way each time: what had the focus holds what it held. */
    const scanned = async (place: string, code: Code) => {
      const setting = SETTINGS[table.length % SETTINGS.length];
      if (setting === undefined) throw new Error('a scanner is set somehow');
      const focused = await page.evaluateHandle(() => document.activeElement);
      const held = await heldIn(focused);
      await scan(page, code.text, setting);
      await code.done();
      expect(await heldIn(focused), `${place}, ${code.name}`).toBe(held);
      table.push(`| ${place} | ${code.name} | ${setting.name}, ${setting.gapMs} ms |`);
    };

    for (const [at, [place, focus]] of placesOf(till).entries()) {
      for (const code of codesAt(at, codesOf(till))) {
        await test.step(`${place}: ${code.name}`, async () => {
          await focus();
          await scanned(place, code);
          await leave();
        });
      }
    }
    await test.step('the amount of a sale', async () => {
      // A receipt of today is booked already: that is said, and nothing opens.
      const [taken = ''] = till.say.counter('receiptTaken', { name: '|', when: '', money: '' }).split('|');
      // A receipt is told apart there, and what somebody pays with must never be an amount.
      const told = codesOf(till).filter(({ text }) => IS_WHOLE || text === RECEIPT || text === PAYMENT_CODE);
      for (const code of told) {
        await till.find('5678', '王电');
        await till.press('Enter');
        await till.type('88');
        const said = () => expect(page.getByText(taken)).toBeVisible();
        await scanned('the amount of a sale', code.text === RECEIPT ? { ...code, done: said } : code);
        await leave();
      }
    });
    await test.step('where a code belongs, it stays: the card number of a new member', async () => {
      await till.press('F1');
      const cardNo = till
        .panel(till.say.members('signUp.title'))
        .getByLabel(till.say.members('field.cardNo'));
      await till.tabTo(cardNo);
      await scan(page, 'M20260018');
      await expect(cardNo).toHaveValue('M20260018');
      await expect(cardNo).toBeFocused();
      await leave();
    });
    await test.step('under a dialog nothing moves', async () => {
      await till.press('?');
      const map = page.getByRole('dialog', { name: till.say.common('help.title') });
      await expect(map).toBeVisible();
      const said = () => expect(page.getByText(till.say.counter('scan.after_this'))).toBeVisible();
      for (const code of codesAt(1, codesOf(till))) await scanned('a dialog', { ...code, done: said });
      await till.press('Escape');
      await expect(map).toBeHidden();
      await expect(page.getByRole('article')).toBeHidden();
    });
    await test.step('locked: it is no PIN, and counts as none', async () => {
      await till.press('Control+l');
      const lock = page.getByRole('dialog', { name: till.say.staff('signIn.title') });
      await expect(lock.getByLabel(till.say.staff('pin.label'), { exact: true })).toBeFocused();
      const said = () => expect(lock.getByText(till.say.staff('pin.scanned'))).toBeVisible();
      // More often than a PIN may be wrong.
      for (const code of [...codesOf(till), ...codesOf(till).slice(0, 2)])
        await scanned('the PIN of the lock', { ...code, done: said });
      await signInAs(till, PIN);
    });
    test.info().annotations.push({ type: 'scanner test table', description: `\n${table.join('\n')}` });
  });

  test('typed at the speed of a person, the same digits are no scan', async () => {
    const { till, leave } = shared();
    const { page } = till;
    await till.find('5678', '王电');
    await till.press('Enter');
    await page.keyboard.type('200000', { delay: 60 });
    await till.press('Enter');
    await expect(till.panel(till.say.purchases('result.title'))).toContainText('¥200,000.00');
    await leave();
  });

  test('a payment code is refused with a sentence, and its digits are nowhere afterwards', async () => {
    const { shuke, till } = shared();
    const { page, say } = till;
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

/** Scanners are set in many ways; the tests go through them in turn. */
const SETTINGS: readonly (Setting & { readonly name: string })[] = [
  { name: 'Enter', gapMs: 1, after: [ENTER] },
  { name: 'Tab', gapMs: 2, after: [TAB] },
  { name: 'Tab, Enter', gapMs: 3, after: [TAB, ENTER] },
  { name: 'CR LF', gapMs: 4, after: [ENTER, ctrl('j')] },
  { name: 'STX … ETX', gapMs: 5, before: [ctrl('b')], after: [ctrl('c')] },
  { name: 'GS and form feed within', gapMs: 2, within: [ctrl(']'), ctrl('l'), TAB], after: [ENTER] },
  { name: 'AIM identifier', gapMs: 3, before: printed(']C1'), after: [ENTER] },
];

/** Every code at the box and, elsewhere, one after the other; or all of them everywhere. */
const codesAt = (place: number, codes: readonly Code[]): readonly Code[] =>
  IS_WHOLE || place === 0 ? codes : codes.filter((_, at) => at === place % codes.length);

/** Nothing of the box: it is where codes go that fit nobody. */
const heldIn = (focused: JSHandle<Element | null>): Promise<string> =>
  focused.evaluate((field) =>
    field instanceof HTMLInputElement && field.dataset.lookupBox === undefined ? field.value : '',
  );

interface Code {
  readonly name: string;
  readonly text: string;
  /** What the counter shows then. */
  readonly done: () => Promise<void>;
}

const codesOf = ({ page, say, box }: Till): readonly Code[] => [
  {
    name: 'a member card',
    text: CARD,
    done: () => expect(page.getByRole('article', { name: '李卡' })).toBeVisible(),
  },
  {
    name: 'a receipt',
    text: RECEIPT,
    done: () => expect(page.getByRole('region', { name: say.purchases('bill.title') })).toBeVisible(),
  },
  {
    name: 'a coupon',
    text: 'Q0000000000000',
    done: () => expect(page.getByText(say.counter('unknownCode'))).toBeVisible(),
  },
  {
    name: 'a payment code',
    text: PAYMENT_CODE,
    done: async () => {
      await expect(page.getByText(say.counter('paymentCode'))).toBeVisible();
      await expect(box).toHaveValue('');
    },
  },
];

type Place = readonly [name: string, focus: () => Promise<void>];

/** Brings the focus to where it may be when somebody scans. */
function placesOf({ page, say, press, panel, box }: Till): readonly Place[] {
  const signUpPanel = panel(say.members('signUp.title'));
  const take = async (at: Locator) => {
    await at.focus();
    await expect(at).toBeFocused();
  };
  const inSignUp = (at: Locator) => async () => {
    await press('F1');
    await take(at);
  };
  return [
    ['the box', () => expect(box).toBeFocused()],
    ['a note of several lines', inSignUp(signUpPanel.getByLabel(say.members('field.note'), { exact: true }))],
    ['a list to choose from', inSignUp(signUpPanel.getByLabel(say.members('field.source'), { exact: true }))],
    ['a button', inSignUp(signUpPanel.getByRole('button').last())],
    [
      'a field of the settings',
      async () => {
        await press('Control+0');
        await take(page.getByRole('main').getByRole('textbox').first());
      },
    ],
    [
      'nothing, on another screen',
      async () => {
        await press('Control+7');
        await expect(page.getByRole('toolbar', { name: say.common('place.insights') })).toBeVisible();
        await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      },
    ],
  ];
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

import type { Locator, Page } from '@playwright/test';
import { GAP_MS } from '@renderer/lib/burst';
import { expect } from './launch';
import { ask } from './shuke';
import { type Words, wordsOf } from './words';

export { ask };
export type Locale = 'zh-CN' | 'en';

/** What a cashier has before them: a keyboard, and what the window says. */
export interface Till {
  readonly page: Page;
  readonly say: Words;
  /** The one box. */
  readonly box: Locator;
  readonly results: Locator;
  /** The open member's card. */
  readonly card: Locator;
  /** The panel in the right column that bears this title. */
  readonly panel: (title: string) => Locator;
  /** Presses keys one after the other. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Types as a person does, into whatever has the focus: key by key, and Han characters a word at a time. */
  readonly type: (text: string) => Promise<void>;
  /** Tab until the field has the focus: a person would look, too. */
  readonly tabTo: (field: Locator) => Promise<void>;
  /** Writes into the box, waits for who it finds, and opens the first. */
  readonly find: (text: string, name: string) => Promise<void>;
}

const isWriting = (key: string) => key === 'Space' || key.length === 1;

export function tillOf(page: Page, locale: Locale = 'zh-CN'): Till {
  const say = wordsOf(locale);
  const box = page.getByRole('combobox', { name: say.members('box.label') });
  const results = page.getByRole('listbox').getByRole('option');
  const press = async (...keys: readonly string[]) => {
    // A key that writes is held for as long as a person holds one: what comes faster may be a scanner's.
    for (const key of keys) await page.keyboard.press(key, isWriting(key) ? { delay: GAP_MS + 5 } : {});
  };
  const type = async (text: string) => {
    for (const part of text.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []) {
      if (/\p{Script=Han}/u.test(part))
        await page.keyboard.insertText(part); // as an input method does
      // Slower than any scanner, faster than any cashier.
      else await page.keyboard.type(part, { delay: GAP_MS + 5 });
    }
  };
  return {
    page,
    say,
    box,
    results,
    card: page.getByRole('article'),
    panel: (title) => page.getByRole('region', { name: title, exact: true }),
    press,
    type,
    tabTo: async (field) => {
      await expect(field).toBeVisible();
      // Found once: to look for it by its role at each step costs more than the step.
      const found = await field.elementHandle();
      for (let tabs = 0; tabs < 40; tabs += 1) {
        if (await found?.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not reach ${String(field)}`);
    },
    find: async (text, name) => {
      await expect(box).toBeFocused();
      // At once: every way to type into the box has a test of its own.
      await page.keyboard.insertText(text);
      await expect(results.first()).toContainText(name);
      await press('Enter');
      await expect(page.getByRole('article', { name, exact: true })).toBeVisible();
      await expect(box).toHaveValue('');
    },
  };
}

/** For paths that begin in an open shop: the first-run screen has a path of its own. */
export async function openShop(page: Page, locale: Locale = 'zh-CN'): Promise<Till> {
  const owner = { name: '店主', pin: null };
  await ask(page, 'settings.createStore', { name: '街角小店', zone: 'Asia/Shanghai', owner });
  const till = tillOf(page, locale);
  await expect(till.box).toBeFocused();
  return till;
}

export interface Person {
  readonly name: string;
  readonly phone?: string;
  readonly cardNo?: string;
  readonly note?: string;
}

/** Members who are there before the path begins. Answers their ids. */
export async function signUp(page: Page, ...people: readonly Person[]): Promise<string[]> {
  const ids: string[] = [];
  for (const person of people) {
    const { memberId } = await ask<{ memberId: string }>(page, 'members.signUp', {
      phone: '',
      cardNo: '',
      note: '',
      phoneShared: false,
      birthday: null,
      gender: null,
      source: 'walk_in',
      referrerId: null,
      tags: [],
      consent: { personalData: true, marketing: false, textVersion: '2026-11' },
      distinct: true,
      ...person,
    });
    ids.push(memberId);
  }
  return ids;
}

/** A bill of so many fen at list price, rung up behind the scenes. */
export const ringUp = (
  page: Page,
  memberId: string,
  gross: number,
): Promise<{ purchaseId: string; paid: number; earned: number }> =>
  ask(page, 'purchases.record', { memberId, gross, receiptNo: '', items: [], redeem: 0 });

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './launch';
import { ask, type Locale, type Till, tillOf } from './till';

/** None that a colleague would try first. */
export const PIN = '739164';

/** The PIN of whoever the lock names, and Enter. */
export async function signIn({ page, say, press }: Till, pin: string): Promise<void> {
  // By its name: the question for an approval, which has such a field, too, may just be on its way out.
  const lock = page.getByRole('dialog', { name: say.staff('signIn.title') });
  await expect(lock.getByLabel(say.staff('pin.label'), { exact: true })).toBeFocused();
  await page.keyboard.insertText(pin);
  await press('Enter');
}

/** The same, of the PIN that is right: the shop is there again. */
export async function signInAs(till: Till, pin: string): Promise<void> {
  await signIn(till, pin);
  await expect(till.page.getByRole('dialog', { name: till.say.staff('signIn.title') })).toBeHidden();
}

/** Shows that the recovery code is kept, as the screen wants it; answers the code. */
export async function keepCode({ page, say, type, press }: Till): Promise<string> {
  const sheet = page.getByRole('dialog', { name: say.staff('code.title') });
  await expect(page.getByLabel(say.staff('code.confirm'))).toBeFocused();
  const code = await sheet.getByText(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){5}$/).innerText();
  await type(code.slice(-5));
  await press('Enter');
  await expect(sheet).toBeHidden();
  return code;
}

/** For paths that begin in a shop whose owner has a PIN, with the owner signed in. */
export async function openProtectedShop(
  page: Page,
  locale: Locale = 'zh-CN',
): Promise<Till & { code: string }> {
  const { recoveryCode } = await ask<{ recoveryCode: string }>(page, 'settings.createStore', {
    name: '街角小店',
    zone: 'Asia/Shanghai',
    owner: { name: '王老板', pin: PIN },
  });
  const till = tillOf(page, locale);
  await expect(till.box).toBeFocused();
  return { ...till, code: recoveryCode };
}

/** The dialog that asks for somebody's PIN names the act; the PIN and Enter answer it. */
export async function approve({ page, press }: Till, act: string, pin: string = PIN): Promise<void> {
  const asked = page.getByRole('dialog').getByRole('heading', { name: act, level: 1 });
  await expect(asked).toBeVisible();
  await page.keyboard.insertText(pin);
  await press('Enter');
  await expect(asked).toBeHidden();
}

/** A part of the office, by its keys; it is there once it says so. */
export async function toOffice(
  { page, press, say }: Till,
  part: 'days' | 'backups' | 'staff' | 'audit' | 'headOffice',
): Promise<void> {
  await press('Control+9');
  const tab = page.getByRole('toolbar', { name: say.office('title') }).getByRole('button', {
    name: say.office(`part.${part}`),
  });
  await expect(tab).toBeVisible();
  await press((await tab.getAttribute('aria-keyshortcuts')) ?? '');
  await expect(tab).toHaveAttribute('aria-pressed', 'true');
}

/** Files of the folder in which these characters stand. */
export function whereIn(folder: string, secret: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(secret);
  });
}

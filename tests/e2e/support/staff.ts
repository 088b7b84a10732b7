import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from './launch';
import { ask, type Locale, type Till, tillOf } from './till';

/** None that a colleague would try first. */
export const PIN = '739164';

/** The PIN of whoever the lock names, and Enter. */
export async function signIn({ page, say, type, press }: Till, pin: string): Promise<void> {
  await expect(page.getByLabel(say.staff('pin.label'), { exact: true })).toBeFocused();
  await type(pin);
  await press('Enter');
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

/** Files of the folder in which these characters stand. */
export function whereIn(folder: string, secret: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(secret);
  });
}

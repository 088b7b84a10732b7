import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { booksIn } from './support/books';
import { expect, oneForAll, test } from './support/launch';
import { keepCode, PIN, signIn, whereIn } from './support/staff';
import { ask, tillOf } from './support/till';

test('opening my store: its name, a guessed zone, my name and a PIN, the recovery code kept, and the box is waiting', async ({
  launch,
}) => {
  const shuke = await launch({ env: { TZ: 'Asia/Shanghai' } });
  const till = tillOf(shuke.page);
  const { say, page } = till;

  await expect(page.getByRole('heading', { name: say.settings('first.welcome'), level: 1 })).toBeVisible();
  await expect(page.getByLabel(say.settings('first.name'))).toBeFocused();
  await expect(page.getByRole('combobox', { name: say.settings('first.zone') })).toHaveValue(
    'Asia/Shanghai · 中国标准时间',
  );
  await till.press('Enter');
  await expect(page.getByText(say.settings('shop.name_needed'))).toBeVisible();
  await till.type('街角咖啡');
  await till.press('Enter');
  await expect(page.getByLabel(say.settings('first.owner'))).toBeFocused();
  await till.type('王老板');
  await till.press('Tab');
  await till.type(PIN);
  await till.press('Tab');
  await till.type(PIN);
  await till.press('Enter');

  const code = await keepCode(till);
  await expect(till.box).toBeFocused();
  await expect(page.getByText(say.counter('teach'))).toBeVisible();
  await expect(page.getByRole('navigation')).toContainText('王老板');
  await shuke.close();

  const books = booksIn(shuke.userData);
  expect(books.all('select name, zone, day_start_hour, sample from store')).toEqual([
    { name: '街角咖啡', zone: 'Asia/Shanghai', day_start_hour: 0, sample: 0 },
  ]);
  expect(books.all('select name, role from staff')).toEqual([{ name: '王老板', role: 'owner' }]);
  expect(books.all('select count(*) as members from member')).toEqual([{ members: 0 }]);
  books.close();
  expect(whereIn(shuke.userData, PIN), 'the PIN is nowhere').toEqual([]);
  expect(whereIn(shuke.userData, code), 'nor is the code').toEqual([]);

  await test.step('the next start asks who it is, and for the PIN', async () => {
    const again = await launch({ userData: shuke.userData });
    await signIn(tillOf(again.page), PIN);
    await expect(tillOf(again.page).box).toBeFocused();
  });
});

test.describe('in one window, one after the other', () => {
  const shared = oneForAll((shuke) => Promise.resolve(shuke), { locale: 'en-US' });

  /** As whoever has switched the language, and has gone no further. */
  const inChinese = async (page: Page) => {
    await ask(page, 'settings.setPreferences', { locale: 'zh-CN', theme: 'auto' });
    const till = tillOf(page);
    await page.getByLabel(till.say.settings('first.name')).focus();
    return till;
  };

  test('a PC in English begins in English, and can be switched before anything else is asked', async () => {
    const { page } = shared();
    const english = tillOf(page, 'en');
    const chinese = tillOf(page, 'zh-CN');
    await expect(page.getByLabel(english.say.settings('first.name'))).toBeFocused();
    await page.getByRole('radiogroup').getByText('中文').click();
    await expect(page.getByLabel(chinese.say.settings('first.name'))).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  });

  test('no name of a zone is cut off, in either language, at the desk and in the dock', async () => {
    const { page } = shared();
    const wide = async () => {
      const option = page.getByRole('option').first();
      await expect(option).toBeVisible();
      return await option.evaluate((first) => {
        let sight: Element = first;
        while (
          !['auto', 'scroll'].includes(getComputedStyle(sight).overflowY) &&
          sight.parentElement !== null
        )
          sight = sight.parentElement;
        return sight.scrollWidth - sight.clientWidth;
      });
    };
    for (const locale of ['en', 'zh-CN'] as const) {
      await ask(page, 'settings.setPreferences', { locale, theme: 'auto' });
      const zone = page.getByRole('combobox', { name: tillOf(page, locale).say.settings('first.zone') });
      for (const [width, height] of [
        [1366, 768],
        [380, 720],
      ] as const) {
        await page.setViewportSize({ width, height });
        await zone.click();
        expect(await wide(), `${locale}, ${width}`).toBeLessThanOrEqual(1);
        await zone.press('Escape');
        await expect(page.getByRole('option')).toHaveCount(0);
      }
    }
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  test('looking around: the sample store says what it is, is searched, and is left again', async () => {
    const { shuke, page } = shared();
    const till = await inChinese(page);
    const { say } = till;

    await page.getByRole('button', { name: say.settings('sample.open') }).click();
    await expect(till.box).toBeFocused({ timeout: 30_000 });
    await expect(page.getByText(say.common('sample'))).toBeVisible();

    await till.type('zhang');
    await expect(till.results.first()).toContainText('张');
    await expect(till.results).toHaveCount(20);
    await till.press('Enter');
    await expect(till.card).toContainText(say.members('fact.usual'));
    await expect(page.getByRole('region', { name: say.counter('history') })).toContainText('¥');

    await page.getByRole('button', { name: say.settings('sample.leave') }).click();
    await expect(page.getByRole('heading', { name: say.settings('first.welcome'), level: 1 })).toBeVisible();
    await expect(page.getByText(say.common('sample'))).toBeHidden();
    expect(existsSync(join(shuke.userData, 'store', 'shuke.db')), 'no store of one’s own was made').toBe(
      false,
    );

    const books = booksIn(shuke.userData, 'sample');
    expect(books.all('select sample from store')).toEqual([{ sample: 1 }]);
    expect(books.sum('select count(*) from member')).toBe(2000n);
    books.close();
  });

  test('a store without a PIN, said on purpose: the next start goes straight to the counter, which says it is open', async ({
    launch,
  }) => {
    const { shuke, page } = shared();
    const till = await inChinese(page);
    const { say } = till;
    await expect(page.getByLabel(say.settings('first.name'))).toBeFocused();
    await till.type('街角咖啡');
    await till.tabTo(page.getByLabel(say.settings('first.owner')));
    await till.type('王老板');
    await till.tabTo(page.getByLabel(say.settings('first.without_pin')));
    await till.press('Space');
    await expect(page.getByText(say.settings('first.without_pin_means'))).toBeVisible();
    await till.press('Enter');
    await expect(till.box).toBeFocused();
    await shuke.close();
    const again = await launch({ userData: shuke.userData });
    await expect(tillOf(again.page).box).toBeFocused();
    await expect(again.page.getByRole('navigation')).toContainText(say.common('who.no_pin'));
  });
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { booksIn } from './support/books';
import { expect, test } from './support/launch';
import { tillOf } from './support/till';

test('opening my store: a name, a guessed zone, Enter, and the box is waiting', async ({ launch }) => {
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

  await expect(till.box).toBeFocused();
  await expect(page.getByText(say.counter('teach'))).toBeVisible();
  await expect(page.getByRole('navigation')).toContainText('店主');
  await shuke.close();

  const books = booksIn(shuke.userData);
  expect(books.all('select name, zone, day_start_hour, sample from store')).toEqual([
    { name: '街角咖啡', zone: 'Asia/Shanghai', day_start_hour: 0, sample: 0 },
  ]);
  expect(books.all('select name, role from staff')).toEqual([{ name: '店主', role: 'owner' }]);
  expect(books.all('select count(*) as members from member')).toEqual([{ members: 0 }]);
  books.close();

  await test.step('the next start goes straight to the counter', async () => {
    const again = await launch({ userData: shuke.userData });
    await expect(tillOf(again.page).box).toBeFocused();
  });
});

test('looking around: the sample store says what it is, is searched, and is left again', async ({
  launch,
}) => {
  const shuke = await launch();
  const till = tillOf(shuke.page);
  const { say, page } = till;

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
  expect(existsSync(join(shuke.userData, 'store', 'shuke.db')), 'no store of one’s own was made').toBe(false);
  await shuke.close();

  const books = booksIn(shuke.userData, 'sample');
  expect(books.all('select sample from store')).toEqual([{ sample: 1 }]);
  expect(books.sum('select count(*) from member')).toBe(2000n);
  books.close();
});

test('a PC in English begins in English, and can be switched before anything else is asked', async ({
  launch,
}) => {
  const { page } = await launch({ locale: 'en-US' });
  const english = tillOf(page, 'en');
  const chinese = tillOf(page, 'zh-CN');
  await expect(page.getByLabel(english.say.settings('first.name'))).toBeFocused();
  await page.getByRole('radiogroup').getByText('中文').click();
  await expect(page.getByLabel(chinese.say.settings('first.name'))).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
});

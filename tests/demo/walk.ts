import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chooses, listOfCustomers } from '../e2e/support/dialogs';
import { expect, type Shuke, test } from '../e2e/support/launch';
import { makeBackup, makeStore, scribble } from '../e2e/support/store-files';
import { type Locale, type Till, tillOf } from '../e2e/support/till';
import { somebodyWithComplaint } from '../e2e/support/tour';
import { type Camera, cameraFor, exportFolder, WINDOW } from './camera';
import { careAndAsk } from './walk-care';
import { insight } from './walk-insight';

for (const [language, locale] of [
  ['zh', 'zh-CN'],
  ['en', 'en'],
] as const) {
  test(`the main job in ${language}`, async ({ launch }) => {
    process.stdout.write(`\n${language === 'zh' ? '中文' : 'English'}\n`);
    const open: Open = (userData) =>
      launch({
        locale: locale === 'en' ? 'en-US' : 'zh-CN',
        env: { TZ: 'Asia/Shanghai' },
        ...(userData === undefined ? {} : { userData }),
      });
    await walk(open, locale, cameraFor(language));
  });
}

type Open = (userData?: string) => Promise<Shuke>;
type Take = (name: string, words: string) => Promise<void>;
type Known = Awaited<ReturnType<typeof somebodyWithComplaint>>;

async function walk(open: Open, locale: Locale, shot: Camera): Promise<void> {
  const shuke = await open();
  const { page } = shuke;
  await page.setViewportSize(WINDOW);
  const till = tillOf(page, locale);
  const take = (name: string, words: string) => shot(page, name, words);

  await enter(till, take);
  const known = await somebodyWithComplaint(page);
  await find(till, known, take);
  await becomeMember(till, take);
  await sell(till, known, take);
  await explain(till, take);
  await giveBack(till, take);
  await complain(till, known, take);
  await careAndAsk(till, known, take);
  await insight(till, take);
  await importMembers(shuke, till, take);
  await exportAll(shuke, till, locale, take);
  await lookAround(till, known, take);
  await shuke.close();
  await openDamaged(() => open(shuke.userData), shuke.userData, locale, shot);
}

async function enter({ page, say, box }: Till, take: Take): Promise<void> {
  await expect(page.getByLabel(say.settings('first.name'))).toBeFocused();
  await take('first-run', 'the first start asks two things, or shows a sample store');
  await page.keyboard.press('F2');
  await expect(box).toBeFocused({ timeout: 60_000 });
  await expect(page.getByText(say.common('sample'))).toBeVisible();
  await take('counter', 'the counter: one box, always focused');
}

async function find(
  { page, say, results, press, card }: Till,
  { tail, name }: Known,
  take: Take,
): Promise<void> {
  await page.keyboard.insertText(tail.slice(-2));
  await expect(results.nth(5)).toBeVisible();
  await take('find-by-tail', `the last digits (${tail.slice(-2)}) and who it may be, regulars first`);
  await press('Escape');
  await page.keyboard.insertText('zhangw');
  await expect(results.first()).toBeVisible();
  await take('find-by-pinyin', 'letters are pinyin, never phones');
  await press('Escape');
  await page.keyboard.insertText('134620815577930142');
  await expect(page.getByText(say.counter('paymentCode'))).toBeVisible();
  await take('payment-code', 'a payment code is refused and kept nowhere');
  await press('Escape');
  await page.keyboard.insertText(tail);
  await expect(results.first()).toContainText(name);
  await press('Enter');
  await expect(card).toContainText(name);
  await take('card', 'the card: points, what lapses, an open complaint in red');
}

async function becomeMember({ page, say, panel, press, card, tabTo }: Till, take: Take): Promise<void> {
  await press('Escape', 'Escape');
  await page.keyboard.insertText('13900139001');
  await expect(page.getByText(say.counter('newPhone', { text: '13900139001' }))).toBeVisible();
  await take('new-phone', 'a number nobody has offers sign-up');
  await press('Enter');
  const form = panel(say.members('signUp.title'));
  await expect(form.getByLabel(say.members('field.name'))).toBeFocused();
  await page.keyboard.insertText('钱多多');
  await tabTo(form.getByLabel(say.members('consent.personalData')));
  await press('Space');
  await tabTo(form.getByLabel(say.members('field.tags')));
  await page.keyboard.insertText('少糖');
  await press('Enter');
  await tabTo(form.getByLabel(say.members('field.name')));
  await take('sign-up', 'name, consent with its text, what they like');
  await press('Enter');
  await expect(card).toContainText('139 0013 9001');
  await take('signed-up', 'a member, after a handful of keys');

  await press('F1');
  await page.keyboard.insertText('钱小姐');
  await tabTo(form.getByLabel(say.members('field.phone'), { exact: true }));
  await page.keyboard.insertText('13900139001');
  await tabTo(form.getByLabel(say.members('consent.personalData')));
  await press('Space', 'Enter');
  await expect(page.getByText(say.members('taken.by', { name: '钱多多' }))).toBeVisible();
  await take('phone-taken', 'the same phone again: refused, with a way to that member');
  await press('Control+Enter');
}

async function sell(till: Till, { tail, name }: Known, take: Take): Promise<void> {
  const { page, say, panel, press, tabTo } = till;
  await press('Escape', 'Escape');
  await till.find(tail, name);
  await press('Enter');
  await page.keyboard.insertText('128');
  await tabTo(page.getByLabel(say.purchases('redeem.other')));
  await page.keyboard.insertText('200');
  await expect(panel(say.purchases('sale.title'))).toContainText('−¥2.00');
  await take('sale', 'a sale of ¥128 with 200 points: every step of the price, what is due, what is earned');
  // The discount is that of whichever level this member of the sample store has by now.
  const due = (await page.getByTestId('due').textContent()) ?? '';
  await press('Enter');
  const done = panel(say.purchases('result.title'));
  await expect(done).toContainText(due);
  await take('sold', 'taken; the result stands there, and can be undone');
  await press('Alt+z', 'Alt+z');
  await expect(panel(say.purchases('result.undoneTitle'))).toBeVisible();
  await take('undone', 'undone by a reversal: nothing is deleted');
  await press('F2');
  await page.keyboard.insertText('128');
  await tabTo(page.getByLabel(say.purchases('redeem.other')));
  await page.keyboard.insertText('200');
  await press('Enter');
  await expect(done).toContainText(due);
}

/** Where the figures come from, what else a member has, and what they take home. */
async function explain(till: Till, take: Take): Promise<void> {
  const { page, say, panel, press, card, tabTo } = till;
  await press('F12');
  await expect(panel(say.slips('title'))).toBeVisible();
  await expect(page.getByText(say.slips('slip.head')).first()).toBeVisible();
  await take('slip', 'the points slip, as it will be printed');
  await press('Escape', 'F2');
  await page.keyboard.insertText('128');
  await tabTo(panel(say.purchases('sale.title')).getByTestId('due').locator('xpath=ancestor::button'));
  await press('?');
  await expect(page.getByRole('dialog', { name: say.purchases('step.due') })).toBeVisible();
  await take('why-price', 'why the bill comes to what it does, step by step');
  await press('Escape', 'Escape');
  await tabTo(
    card
      .getByRole('button')
      .filter({ has: page.locator('[data-tier]') })
      .first(),
  );
  await press('?');
  await expect(page.getByRole('dialog', { name: say.tiers('why.title') })).toBeVisible();
  await take('why-level', 'why the level is what it is: what was counted, the rule, every change');
  await press('Escape', 'F4');
  await expect(panel(say.coupons('title'))).toBeVisible();
  await take('coupons', 'every coupon: usable, used, lapsed, and why');
  await press('Escape');
}

async function giveBack({ page, say, panel, press, tabTo }: Till, take: Take): Promise<void> {
  await press('F7');
  await expect(page.getByRole('listbox', { name: say.purchases('refund.which') })).toBeFocused();
  await take('refund-which', 'which bill goes back');
  await press('Enter');
  const form = panel(say.purchases('refund.title'));
  await expect(form.getByLabel(say.purchases('refund.amount'))).toBeFocused();
  await page.keyboard.insertText('64');
  await expect(form.getByText(say.purchases('effect.balanceAfter'))).toBeVisible();
  await tabTo(form.getByLabel(say.purchases('refund.reason')));
  await page.keyboard.insertText('一盒没开封');
  await take('refund', 'half of it: what that does to the points, before it is done');
  await press('Control+Enter');
  await expect(panel(say.purchases('refund.doneTitle'))).toBeVisible();
  await take('refunded', 'done');
  await press('F3');
  await expect(panel(say.points('title'))).toContainText(say.points('kind.clawback'));
  await take('points', 'every point: its lots, its entries');
}

async function complain(till: Till, { name }: Known, take: Take): Promise<void> {
  const { page, say, panel, press } = till;
  await press('Escape', 'F5');
  const form = panel(say.complaints('log.for_member', { name }));
  await expect(form).toBeVisible();
  await press('2', '4');
  await page.keyboard.insertText('酸奶开盖就有霉味，昨天下午买的');
  await press('Tab');
  await page.keyboard.insertText('换一盒');
  await take('complaint', 'a complaint in under a minute, with the three steps beside it');
  await press('Control+Enter');
  await expect(page.getByRole('button', { name: say.complaints('log.done') })).toBeFocused();
  await take('complaint-logged', 'logged: both due times');
  await press('Enter');
  await press('Control+3');
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await take('complaints', 'the desk’s day: what is late, what soon will be, what waits');
  const steps = [
    ['F2', 'respond', ['已致电道歉，今天换货']],
    ['F3', 'resolve', ['换了一盒，顾客满意']],
    ['F4', 'close', ['冷柜门没关严', '每天早晚各查一次冷柜']],
  ] as const;
  await press('Control+f');
  await page.getByLabel(say.complaints('archive.search')).fill('酸奶开盖');
  await expect(page.getByRole('row', { name: '酸奶开盖' })).toBeVisible();
  await take('complaint-archive', 'every complaint there ever was, found by any of its words');
  await press('ArrowDown', 'Enter');
  for (const [key, step, words] of steps) {
    await press(key);
    await expect(
      page.getByRole('region', { name: say.complaints(`step.${step}`), exact: true }),
    ).toBeVisible();
    for (const [at, text] of words.entries()) {
      if (at > 0) await press('Tab');
      await page.keyboard.insertText(text);
    }
    if (step === 'close') await take('complaint-close', 'closing needs the cause and a measure');
    await press('Control+Enter');
    await expect(page.getByText(say.complaints(`step.done_${step}`))).toBeVisible();
  }
  await take('complaint-closed', 'answered, resolved, closed: the whole course stays');
  await press('Alt+3');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await take('complaint-statistics', 'what people complain about, and whether they were answered in time');
  await press('Alt+4');
  // It is loaded when it is first looked at, and has its keys only then.
  await expect(page.getByRole('heading', { name: say.complaints('practice.title') })).toBeVisible();
  await press('F2', '1');
  await expect(page.getByText(say.complaints('practice.wrong'))).toBeVisible();
  await take('complaint-practice', 'a scene to practise on: why an answer does not help');
}

async function importMembers(shuke: Shuke, { page, say, press }: Till, take: Take): Promise<void> {
  await chooses(shuke, listOfCustomers(shuke));
  await press('Control+9');
  await expect(page.getByRole('heading', { name: say.exchange('title'), level: 1 })).toBeVisible();
  await take('office', 'in and out: import and the export for head office');
  await press('F2');
  await expect(page.getByText(say.exchange('map.ready'))).toBeVisible();
  await take('import-columns', 'an import: everything about the file is guessed, and can be corrected');
  await press('Control+Enter');
  await expect(page.getByText(say.exchange('check.nothing_written'))).toBeVisible();
  await take('import-trial', 'a trial run says what would happen; nothing is written');
  await press('Control+Enter');
  await expect(page.getByRole('region', { name: say.exchange('done.import') })).toBeVisible();
  await take('import-done', 'imported; the refused row is in a file of its own');
  await press('Enter');
}

async function exportAll(shuke: Shuke, till: Till, locale: Locale, take: Take): Promise<void> {
  const { page, press } = till;
  const target = shuke.folder('head-office');
  await chooses(shuke, target);
  await press('F4');
  await expect(page.getByRole('cell', { name: 'purchases.csv' })).toBeVisible({ timeout: 60_000 });
  await take('export', 'exported: every table with rows and checksum, plus a manifest');
  if (locale !== 'zh-CN') return;
  mkdirSync(exportFolder, { recursive: true });
  for (const name of readdirSync(target))
    cpSync(join(target, name), join(exportFolder, name), { recursive: true });
}

async function lookAround(till: Till, { tail, name }: Known, take: Take): Promise<void> {
  const { page, say, press, box } = till;
  await press('Control+6');
  await expect(page.getByRole('heading', { name: say.campaigns('title') }).first()).toBeVisible();
  await take('campaigns', 'coupons for many: whom, how many, at what cost, before they are issued');
  await press('Alt+2');
  await expect(page.getByRole('heading', { name: say.points('liability.question') })).toBeVisible();
  await take('points-owed', 'what the shop owes in points, and when it lapses');
  await press('Control+2');
  await expect(page.getByRole('row').nth(5)).toBeVisible();
  await take('members', 'all members');
  await press('Control+0');
  await expect(page.getByRole('heading', { name: say.settings('rules.title'), exact: true })).toBeVisible();
  await take('settings', 'the rules of the shop, each with an example');
  await page.getByRole('tab', { name: say.settings('section.tiers') }).click();
  await take('settings-levels', 'levels and their rights, typed as they are spoken');
  await page.getByRole('tab', { name: say.settings('section.coupons') }).click();
  await take('settings-coupons', 'the coupons of the shop');
  await page.getByRole('tab', { name: say.settings('section.history') }).click();
  await take('settings-history', 'every version of the rules, from when, by whom');
  await page.getByRole('tab', { name: say.settings('section.look') }).click();
  await page
    .getByRole('radiogroup', { name: say.settings('theme.label') })
    .getByText(say.settings('theme.dark'))
    .click();
  await press('Control+1');
  await expect(box).toBeFocused();
  await press('Escape', 'Escape', 'Escape');
  await till.find(tail, name);
  await take('dark', 'the same in dark');
  await press('?');
  await expect(page.getByRole('dialog', { name: say.common('help.title') })).toBeVisible();
  await take('keys', 'the map of keys, which prints as a card');
  await press('Escape');
  await page.setViewportSize({ width: 380, height: 720 });
  await take('dock', 'docked beside a till: 380 wide, nothing missing');
  await page.setViewportSize(WINDOW);
}

/** Another start, on a store whose file a disk has damaged. */
async function openDamaged(
  open: () => Promise<Shuke>,
  userData: string,
  locale: Locale,
  shot: Camera,
): Promise<void> {
  const path = await makeStore(userData);
  makeBackup(path);
  scribble(path, 3 * 4096, Buffer.alloc(8 * 4096, 0x5a));
  const { page } = await open();
  const { say } = tillOf(page, locale);
  await page.setViewportSize(WINDOW);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.settings('fault.damaged.title'));
  await shot(page, 'damaged', 'a damaged store: what is kept, what to do, the newest checked backup');
}

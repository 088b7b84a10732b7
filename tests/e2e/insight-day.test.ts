import { join } from 'node:path';
import exceljs from 'exceljs';
import { booksIn, brokenLaws } from './support/books';
import { savesTo } from './support/dialogs';
import { expect, test } from './support/launch';
import { ask } from './support/till';
import { enterSample } from './support/tour';

type Part = 'overview' | 'customers' | 'leaving' | 'value' | 'segments' | 'quality';

interface Views {
  readonly classes: readonly { readonly class: string; readonly members: number }[];
}

test('the owner asks who they are and who is leaving; every number opens its members, and they are acted on; never the mouse', async ({
  launch,
}) => {
  const shuke = await launch();
  const { page } = shuke;
  const till = await enterSample(page);
  const { say, press, type } = till;
  await page.mouse.move(0, 0);
  const part = (name: Part) =>
    page.getByRole('toolbar', { name: say.insights('title') }).getByRole('button', {
      name: say.insights(`part.${name}`),
    });
  const turnTo = async (key: string, name: Part) => {
    await press(key);
    await expect(part(name)).toHaveAttribute('aria-pressed', 'true');
  };

  await test.step('S13 at the counter the card says what the shop knows of its customer', async () => {
    await till.find('8812', '张三');
    await expect(till.card).toContainText(say.insights('worth.future'));
    await expect(till.card).toContainText(say.segments('choice.class.A'));
    await press('Escape');
  });

  await test.step('S85 S86 the owner’s page says of when it is, what came in, and what waits', async () => {
    await press('Control+7');
    await expect(part('overview')).toBeVisible();
    await expect(page.getByText(say.overview('question.figures'))).toBeVisible();
    await expect(page.getByText(say.overview('question.due'))).toBeVisible();
  });

  await test.step('S01 S27 a number of a class opens its members, as many as it says; Esc leads back to it', async () => {
    const { classes } = await ask<Views>(page, 'insights.views');
    const loyal = classes.find((each) => each.class === 'A')?.members ?? 0;
    expect(loyal).toBeGreaterThan(20);
    await turnTo('Alt+2', 'customers');
    const figure = page.locator('tr[data-figure]').first();
    await till.tabTo(figure);
    await press('Enter');
    const list = page.getByRole('grid');
    await expect(list.getByRole('row').nth(1)).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: new RegExp(`^${loyal} 人`) })).toBeVisible();
    await press('Escape');
    await expect(figure).toBeFocused();
  });

  await test.step('S18 the warnings say in numbers why somebody is there', async () => {
    await turnTo('Alt+3', 'leaving');
    await expect(page.getByText(/平时约 \d+ 天来一次，已经 \d+ 天没来/).first()).toBeVisible();
  });

  await test.step('S16 S20 what is foretold stands beside how well it was foretold before', async () => {
    await turnTo('Alt+4', 'value');
    await expect(page.getByText(say.insights('back_test.question'))).toBeVisible();
  });

  await test.step('S27 a segment is built by typing, counted while it is built, and saved', async () => {
    await turnTo('Alt+6', 'segments');
    await expect(page.getByRole('grid', { name: say.segments('saved.title') })).toBeVisible();
    await press('F6');
    await expect(page.getByRole('combobox', { name: say.segments('builder.addFirst') })).toBeFocused();
    await page.keyboard.insertText(say.segments('fact.value'));
    await press('Enter');
    await expect(page.getByRole('group', { name: say.segments('fact.value') })).toBeVisible();
    await press('1', 'Enter');
    const next = page.getByRole('combobox', { name: say.segments('builder.addLine') });
    await expect(next).toBeFocused();
    await page.keyboard.insertText(say.segments('fact.silent_days'));
    await press('Enter');
    await expect(page.getByRole('group', { name: say.segments('fact.silent_days') })).toBeVisible();
    await type('60');
    await expect(page.getByText('是高价值，并且至少 60 天没来的会员').first()).toBeVisible();
    await press('F6');
    const name = page.getByRole('textbox', { name: say.segments('save.name') });
    await expect(name).toBeFocused();
    await name.press('Control+a');
    await page.keyboard.insertText('高价值沉默客');
    await press('Control+Enter');
    await expect(page.getByRole('heading', { name: '高价值沉默客' })).toBeVisible();
  });

  const rule = {
    all: [
      { any: [{ kind: 'choice', fact: 'value', in: ['high'], not: false }] },
      { any: [{ kind: 'number', fact: 'silent_days', from: 60, to: null, not: false }] },
    ],
  };
  const { members } = await ask<{ members: number }>(page, 'segments.count', { rule });
  expect(members).toBeGreaterThan(0);

  await test.step('S27 its list goes into a workbook, phones masked, one row a member', async () => {
    const file = join(shuke.folder('lists'), 'silent.xlsx');
    await savesTo(shuke, file);
    await press('F10');
    await expect(page.getByRole('region', { name: say.segments('export.title'), exact: true })).toBeVisible();
    await press('Control+Enter');
    await expect(page.getByText(file)).toBeVisible();
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(file);
    const [sheet] = book.worksheets;
    expect(sheet?.rowCount).toBe(members + 1);
    expect(JSON.stringify(sheet?.getSheetValues())).toMatch(/1\d\d\*{4}\d{4}/);
    expect(JSON.stringify(sheet?.getSheetValues())).not.toMatch(/"1\d{10}"/);
  });

  await test.step('S05 S18 everybody of it is given a task, and is called tomorrow', async () => {
    await press('F9');
    const care = page.getByRole('region', { name: say.segments('care.title'), exact: true });
    await expect(care).toBeVisible();
    await expect(care.getByLabel(say.segments('care.what'))).toBeFocused();
    await type('打电话问问最近怎么没来');
    await expect(care.getByRole('button', { name: /^派 \d+ 个任务/ })).toBeEnabled();
    await press('Control+Enter');
    await expect(
      page.getByText(say.segments('rounds.title')).or(page.getByText(/已派给 \d+ 位/)),
    ).toBeVisible();
  });

  await test.step('S31 the records are scored, and what to do about them is said', async () => {
    await turnTo('Alt+7', 'quality');
    await expect(page.getByText(/资料完整度 \d+%/).first()).toBeVisible();
  });

  await shuke.close();
  const books = booksIn(shuke.userData, 'sample');
  expect(brokenLaws(books)).toEqual({});
  expect(books.all(`select name from segment where name = '高价值沉默客' and kept = 1`)).toHaveLength(1);
  const made = books.all<{ made: number }>(
    `select count(*) as made from care_task where note = '打电话问问最近怎么没来'`,
  );
  expect(made[0]?.made).toBeGreaterThan(0);
  expect(made[0]?.made).toBeLessThanOrEqual(members);
  books.close();
});

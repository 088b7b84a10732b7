import { expect, test } from './support/launch';
import { tillOf } from './support/till';

test('S83: before there is a shop a cashier practises two exercises, and never touches the mouse', async ({
  counter: { page },
}) => {
  const till = tillOf(page);
  const { say, press, type, tabTo, panel } = till;
  await page.mouse.move(0, 0);
  const exercise = (at: number) =>
    page.getByRole('complementary', { name: say.practice('panelTitle', { at, of: 14 }) });
  const task = exercise(3);
  const scene = exercise(9);
  const sale = panel(say.purchases('sale.title'));
  const done = panel(say.purchases('result.title'));

  await test.step('every screen says that this is practice', async () => {
    await expect(page.getByRole('button', { name: say.practice('beginIt') })).toBeVisible();
    await press('F3');
    await expect(page.getByRole('complementary', { name: say.practice('mark'), exact: true })).toBeVisible();
    await expect(till.box).toBeFocused();
    expect(await page.title()).toBe(say.practice('titleMark', { app: say.common('app') }));
  });

  await test.step('the sale by level: reckoned by hand it is told what is different, then it ticks', async () => {
    await press('Alt+.');
    await expect(exercise(2)).toBeVisible();
    await press('Alt+.');
    await expect(task).toContainText('李静');
    await till.find('4096', '李静');
    await press('F2');
    await type('70.2');
    await press('Enter');
    await expect(done).toBeVisible();
    await expect(task).toContainText(say.practice('differs.discount_by_hand', { amount: '¥78.00' }));
    await press('F2');
    await expect(sale).toBeVisible();
    await type('78');
    await press('Enter');
    await expect(task).toContainText(say.practice('stepWords.discounted'));
    await expect(task).toContainText(/做对了/);
    await press('Escape', 'Escape');
  });

  await test.step('the refused discount: she gets what she is entitled to, and her complaint its result', async () => {
    const list = page.getByRole('dialog', { name: say.practice('overview.title') });
    await press('Alt+u');
    await expect(list).toContainText(say.practice('overview.about', { done: 1, of: 14 }));
    for (let row = 3; row < 9; row += 1) await press('ArrowDown');
    await press('Enter');
    await expect(list).toBeHidden();
    await expect(scene).toContainText('刘芳');
    // Narrow as the panel is, its title turns after the sign of punctuation, not within a phrase.
    const lines = await scene.getByRole('heading').evaluate((title) => {
      const words = title.firstChild;
      if (!(words instanceof Text)) throw new Error('the exercise has no title');
      const phrase = document.createRange();
      phrase.setStart(words, words.data.indexOf('：') + 1);
      phrase.setEnd(words, words.length);
      return phrase.getClientRects().length;
    });
    expect(lines).toBe(1);
    await till.find('6625', '刘芳');
    await press('F2');
    await type('177.90');
    await tabTo(sale.getByLabel(say.purchases('sale.special')));
    await type('9.90');
    await expect(page.getByTestId('due')).toHaveText('¥161.10');
    await press('Enter');
    await expect(done).toContainText('¥161.10');
    await expect(scene.getByRole('img', { name: say.practice('doneMark') })).toHaveCount(2);

    await press('Control+3');
    const row = page.getByRole('grid', { name: say.complaints('board.caption') }).locator('tr:focus');
    await expect(row).toBeVisible();
    while (!(await row.innerText()).includes('刘芳')) await press('ArrowDown');
    await press('Enter');
    await expect(page.getByRole('article').filter({ hasText: '刘芳' })).toBeVisible();
    await press('F3');
    await expect(
      page.getByRole('region', { name: say.complaints('step.resolve'), exact: true }),
    ).toBeVisible();
    await type('按九折补了差价');
    await press('Control+Enter');
    await expect(scene).toContainText(/做对了/);
  });

  await test.step('one key leads back to where one was', async () => {
    await press('Alt+q');
    await expect(page.getByRole('button', { name: say.practice('beginIt') })).toBeVisible();
    expect(await page.title()).toBe(say.common('app'));
  });
});

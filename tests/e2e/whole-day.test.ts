import { booksIn, brokenLaws } from './support/books';
import { expect, test } from './support/launch';
import { openShop } from './support/till';

test('a cashier does the whole main job and never touches the mouse', async ({ counter: shuke }) => {
  const { page } = shuke;
  const till = await openShop(page);
  const { say, box, results, card, press, type, tabTo } = till;
  await page.mouse.move(0, 0);

  await test.step('an unknown phone in the box becomes a member (S28)', async () => {
    await type('13812348812');
    await expect(page.getByText(say.counter('newPhone', { text: '13812348812' }))).toBeVisible();
    await press('Enter');
    const panel = till.panel(say.members('signUp.title'));
    await expect(panel.getByLabel(say.members('field.phone'), { exact: true })).toHaveValue('13812348812');
    await expect(panel.getByLabel(say.members('field.name'))).toBeFocused();
    await type('张三');
    await press('Enter');
    await expect(panel.getByText(say.members('refusal.consent_needed'))).toBeVisible();
    await expect(panel.getByLabel(say.members('consent.personalData'))).toBeFocused();
    await press('Space', 'Enter');
    await expect(card).toContainText('138 1234 8812');
    await expect(box).toBeFocused();
  });

  await test.step('the same phone is refused, with a key that opens that member', async () => {
    await press('F1');
    await type('张山');
    await press('Tab');
    await type('138 1234 8812');
    await tabTo(page.getByLabel(say.members('consent.personalData')));
    await press('Space', 'Enter');
    await expect(page.getByText(say.members('taken.by', { name: '张三' }))).toBeVisible();
    await press('Control+Enter');
    await expect(page.getByRole('article', { name: '张三' })).toBeVisible();
    await expect(till.panel(say.members('signUp.title'))).toBeHidden();
    await expect(box).toBeFocused();
  });

  await test.step('a second member, with a card, a birthday and what they like', async () => {
    await press('F1');
    await type('王小明');
    const panel = till.panel(say.members('signUp.title'));
    await tabTo(panel.getByLabel(say.members('consent.personalData')));
    await press('Space');
    await tabTo(panel.getByLabel(say.members('field.month')));
    await type('5');
    await press('Tab');
    await type('18');
    await tabTo(panel.getByLabel(say.members('field.cardNo')));
    await type('VIP00017');
    await tabTo(panel.getByLabel(say.members('field.tags')));
    await type('热');
    await press('Enter');
    await type('少糖');
    await press('Enter');
    await tabTo(panel.getByLabel(say.members('field.note')));
    await type('靠窗的位子');
    await tabTo(panel.getByLabel(say.members('field.name')));
    await press('Enter');
    await expect(page.getByRole('article', { name: '王小明' })).toContainText('少糖');
    await expect(card).toContainText('靠窗的位子');
    await press('Escape');
    await expect(card).toBeHidden();
  });

  await test.step('each way of asking finds the same person, and says how it was read', async () => {
    const ways = [
      ['8812', '张三', 'phone_tail'],
      ['1381', '张三', 'phone_prefix'],
      ['2348', '张三', 'phone_part'],
      ['zs', '张三', 'pinyin'],
      ['zhangs', '张三', 'pinyin'],
      ['张', '张三', 'name'],
      ['小明', '王小明', 'name'],
      ['vip00017', '王小明', 'card'],
    ] as const;
    for (const [text, name, as] of ways) {
      await type(text);
      await expect(results.first(), text).toContainText(name);
      await expect(results, text).toHaveCount(1);
      await expect(
        page.getByText(say.members('box.readAs', { as: say.members(`readAs.${as}`) })),
        text,
      ).toBeVisible();
      await press('Escape');
      await expect(box).toHaveValue('');
    }
  });

  await test.step('a sale earns one point for each full yuan, and lifts who has spent enough (S39, S49)', async () => {
    await till.find('8812', '张三');
    await press('Enter');
    await expect(page.getByLabel(say.purchases('sale.amount'), { exact: true })).toBeFocused();
    await type('1000.99');
    await press('Enter');
    const done = till.panel(say.purchases('result.title'));
    await expect(done).toContainText('¥1,000.99');
    await expect(done).toContainText(say.purchases('result.balance', { points: '1,000' }));
    await expect(done).toContainText(say.purchases('result.tier', { tier: say.common('tier.loyal') }));
    await expect(done).toContainText(say.purchases('result.brought', { name: '首单回头券' }));
    await expect(box).toBeFocused();
  });

  await test.step('the next sale has the discount of the level and is paid in part with points; undone; and made again', async () => {
    const done = till.panel(say.purchases('result.title'));
    for (const attempt of ['first', 'again']) {
      await press('F2');
      await type('128');
      await expect(till.panel(say.purchases('sale.title'))).toContainText('¥128.00');
      await tabTo(page.getByLabel(say.purchases('redeem.other')));
      await type('500');
      await expect(till.panel(say.purchases('sale.title'))).toContainText('¥110.20');
      await press('Enter');
      await expect(done).toContainText('¥110.20');
      await expect(done).toContainText(say.purchases('result.redeemed', { points: '500' }));
      await expect(done).toContainText(say.purchases('result.balance', { points: '632' }));
      if (attempt === 'again') break;
      await press('Alt+z');
      await expect(page.getByRole('button', { name: say.purchases('undo.sure') })).toBeVisible();
      await press('Alt+z');
      const undone = till.panel(say.purchases('result.undoneTitle'));
      await expect(undone).toContainText(say.purchases('result.undone', { money: '¥110.20' }));
      await expect(undone).toContainText(say.purchases('result.balance', { points: '1,000' }));
    }
  });

  await test.step('half of it is returned, and what that does to the points is seen before it is done', async () => {
    await press('F7');
    const bills = page.getByRole('listbox', { name: say.purchases('refund.which') });
    await expect(bills).toBeFocused();
    await press('ArrowDown', 'ArrowUp', 'Enter');
    const panel = till.panel(say.purchases('refund.title'));
    await expect(panel.getByLabel(say.purchases('refund.amount'))).toBeFocused();
    await type('57.60'); // half of 115.20, what the goods came to
    const says = (word: string) => panel.getByRole('term').filter({ hasText: word }).locator('+ dd');
    await expect(says(say.purchases('effect.moneyBack'))).toContainText('¥55.10');
    await expect(says(say.purchases('effect.takenBack'))).toContainText('−66');
    await expect(says(say.purchases('effect.restored'))).toHaveText('+250');
    await expect(says(say.purchases('effect.balanceAfter'))).toHaveText('816');
    await expect(card).toContainText('632');
    await tabTo(panel.getByLabel(say.purchases('refund.reason')));
    await type('一盒没开封');
    await press('Control+Enter');
    await expect(till.panel(say.purchases('refund.doneTitle'))).toContainText('¥55.10');
    await expect(card).toContainText('816');
    await press('Escape');
  });

  await test.step('a complaint is logged and says what is owed until when (S68, S69)', async () => {
    await press('F5');
    const panel = till.panel(say.complaints('log.for_member', { name: '张三' }));
    await expect(panel).toBeVisible();
    await press('2', '4');
    await expect(panel.getByLabel(say.complaints('log.what'))).toBeFocused();
    await type('鱼油开盖就有霉味');
    await press('Tab');
    await type('换一瓶');
    await press('Control+Enter');
    const note = till.panel(say.complaints('log.saved', { number: 1 }));
    await expect(note.getByRole('listitem')).toHaveCount(2);
    await expect(note).toContainText('前回复');
    await expect(note).toContainText('前解决');
    await press('Enter');
    await expect(card.getByRole('button', { name: '鱼油开盖就有霉味' })).toBeVisible();
    await expect(box).toBeFocused();
  });

  await test.step('it is answered, resolved, and closed with cause and measure (S71); the red bar goes', async () => {
    await press('Control+3');
    await expect(page.getByRole('row', { name: '张三' })).toBeFocused();
    const steps = [
      ['F2', 'respond', ['已致电道歉，今天换货']],
      ['F3', 'resolve', ['换了一瓶，顾客满意']],
      ['F4', 'close', ['冷柜门没关严', '每天早晚各查一次冷柜']],
    ] as const;
    for (const [key, step, words] of steps) {
      const name = say.complaints(`step.${step}`);
      // The step before is told as soon as it is done; the keys follow when the complaint has been read again.
      await expect(page.getByRole('contentinfo').getByRole('button', { name, exact: true })).toBeEnabled();
      await press(key);
      await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
      for (const [at, text] of words.entries()) {
        if (at > 0) await press('Tab');
        await type(text);
      }
      await press('Control+Enter');
      await expect(page.getByText(say.complaints(`step.done_${step}`))).toBeVisible();
    }
    await press('Control+1');
    await expect(card).toContainText('816');
    await expect(card.getByRole('button', { name: '鱼油开盖就有霉味' })).toBeHidden();
  });

  await shuke.close();
  const books = booksIn(shuke.userData);
  expect(brokenLaws(books)).toEqual({});
  expect(
    books.all(
      `select m.name, sum(e.points) as points from member m join points_entry e on e.member_id = m.id group by m.id`,
    ),
  ).toEqual([{ name: '张三', points: 816 }]);
  expect(
    books.all(`select total_fen, points_redeemed, paid_fen, points_earned from purchase order by seq`),
    'the undone sale is still there: nothing is deleted',
  ).toEqual([
    { total_fen: 100_099, points_redeemed: 0, paid_fen: 100_099, points_earned: 1000 },
    { total_fen: 11_520, points_redeemed: 500, paid_fen: 11_020, points_earned: 132 },
    { total_fen: 11_520, points_redeemed: 500, paid_fen: 11_020, points_earned: 132 },
  ]);
  expect(books.all(`select kind, amount_fen, money_back_fen from refund order by seq`)).toEqual([
    { kind: 'undo', amount_fen: 11_520, money_back_fen: 11_020 },
    { kind: 'part', amount_fen: 5760, money_back_fen: 5510 },
  ]);
  expect(
    books.all(
      `select state, cause, measure, response_due_at - received_at as response, resolution_due_at - received_at as resolution from complaint`,
    ),
  ).toEqual([
    {
      state: 'closed',
      cause: '冷柜门没关严',
      measure: '每天早晚各查一次冷柜',
      response: 24 * 3_600_000,
      resolution: 7 * 24 * 3_600_000,
    },
  ]);
  expect(books.all('select kind from complaint_event order by seq')).toEqual(
    ['logged', 'responded', 'resolved', 'closed'].map((kind) => ({ kind })),
  );
  books.close();
});

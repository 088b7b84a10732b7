import { booksIn, brokenLaws } from './support/books';
import { expect, test } from './support/launch';
import { ask, openShop, signUp } from './support/till';

interface Held {
  readonly code: string;
  readonly stateToday: string;
}

test('a cashier explains every figure of a level, a coupon and a refund, and never touches the mouse', async ({
  counter: shuke,
}) => {
  const { page } = shuke;
  const till = await openShop(page);
  const { say, box, card, press, type, tabTo } = till;
  const [memberId = ''] = await signUp(page, { name: '刘芳', phone: '13020116625' });
  await page.mouse.move(0, 0);
  const sale = till.panel(say.purchases('sale.title'));
  const done = till.panel(say.purchases('result.title'));
  /** Which bill goes back: the list is there as soon as main has answered. */
  const refundOf = async (...keys: readonly string[]) => {
    await press('F7');
    await expect(page.getByRole('listbox', { name: say.purchases('refund.which') })).toBeFocused();
    await press(...keys, 'Enter');
  };
  const why = (title: string) => page.getByRole('dialog', { name: title });

  await test.step('S39 S49: who has spent enough is loyal at once, and the first sale brings a coupon', async () => {
    await till.find('6625', '刘芳');
    await press('F2');
    await type('1200');
    await press('Enter');
    await expect(done).toContainText(say.purchases('result.tier', { tier: say.common('tier.loyal') }));
    await expect(done).toContainText(say.purchases('result.brought', { name: '首单回头券' }));
    await expect(card).toContainText('9 折');
  });

  await test.step('S83: the discount stands in words; each step of the price says its rule and its sum', async () => {
    await press('F2');
    await type('128');
    await press('Alt+4');
    await expect(page.getByTestId('due')).toHaveText('¥110.20');
    const step = sale.getByRole('button', { name: '−¥12.80' });
    await tabTo(step);
    await press('Enter');
    const panel = page.getByRole('dialog').filter({ hasText: '¥128.00 × 10% = ¥12.80' });
    await expect(panel).toBeVisible();
    await press('Escape');
    await expect(panel).toBeHidden();
    await expect(step).toBeFocused();
    await press('F2', 'Enter');
    await expect(done).toContainText('¥110.20');
    await expect(done).toContainText(say.purchases('result.earned', { points: '+132' }));
  });

  await test.step('S83: goods at a special price are passed by, and the till says so before anybody asks', async () => {
    await press('F2');
    await type('50');
    await tabTo(sale.getByLabel(say.purchases('sale.special')));
    await type('50');
    await expect(sale).toContainText(say.purchases('step.onlySpecial'));
    await expect(page.getByTestId('due')).toHaveText('¥50.00');
    await press('Escape', 'Escape', 'Escape');
  });

  await test.step('a coupon that was used is refused with the reason, by its code', async () => {
    const [used] = await ask<Held[]>(page, 'coupons.ofMember', { memberId });
    if (used === undefined) throw new Error('the first sale brought a coupon');
    expect(used.stateToday).toBe('used');
    await expect(box).toBeFocused();
    await type(used.code);
    await expect(page.getByText('刘芳').first()).toBeVisible();
    await press('Enter');
    await expect(page.getByRole('status').filter({ hasText: say.coupons('notUsable.used') })).toBeVisible();
    await press('Escape', 'Escape');
    const wrong = used.code.slice(0, -1) + String((Number(used.code.at(-1)) + 1) % 10);
    await type(wrong);
    await expect(page.getByText(say.counter('wrongCode'))).toBeVisible();
    await press('Escape', 'Escape', 'Escape');
  });

  await test.step('the refund of a bill says what becomes of its coupon before anything is done', async () => {
    await till.find('6625', '刘芳');
    await refundOf();
    const refund = till.panel(say.purchases('refund.title'));
    await expect(refund.getByLabel(say.purchases('refund.amount'))).toBeFocused();
    await type('110.20');
    const said = refund.getByText('“首单回头券”');
    await expect(said).toContainText('退回');
    expect((await ask<Held[]>(page, 'coupons.ofMember', { memberId }))[0]?.stateToday).toBe('used');
    await tabTo(refund.getByLabel(say.purchases('refund.reason')));
    await type('买错了');
    await press('Control+Enter');
    await expect(till.panel(say.purchases('refund.doneTitle'))).toContainText('¥110.20');
    await press('Escape', 'Escape');
    await press('F4');
    await expect(till.panel(say.coupons('title'))).toContainText(say.coupons('group.usable', { count: 1 }));
    await press('Escape');
  });

  await test.step('the refund of the sale that lifted takes the level back, and its unused coupon with it', async () => {
    await refundOf('ArrowDown');
    const refund = till.panel(say.purchases('refund.title'));
    await expect(refund.getByLabel(say.purchases('refund.amount'))).toBeFocused();
    await type('1200');
    await expect(
      refund.getByText(
        say.purchases('effect.tier', { from: say.common('tier.loyal'), to: say.common('tier.regular') }),
      ),
    ).toBeVisible();
    await expect(refund.getByText('“首单回头券”')).toContainText('收回');
    await tabTo(refund.getByLabel(say.purchases('refund.reason')));
    await type('整单退货');
    await press('Control+Enter');
    await expect(till.panel(say.purchases('refund.doneTitle'))).toContainText('¥1,200.00');
    await expect(card).toContainText(say.common('tier.regular'));
    await expect(card).toContainText(say.tiers('allowed.none'));
  });

  await test.step('why the level is what it is: every change with its reason, one key away', async () => {
    await press('Escape', 'Escape', 'Escape');
    await till.find('6625', '刘芳');
    await tabTo(card.getByRole('button', { name: say.common('tier.regular') }));
    await press('?');
    await expect(why(say.tiers('why.title'))).toContainText(
      say.tiers('change.up', { tier: say.common('tier.loyal') }),
    );
    await expect(why(say.tiers('why.title'))).toContainText(
      say.tiers('change.taken_back', { tier: say.common('tier.regular') }),
    );
    await press('Escape');
  });

  await shuke.close();
  const books = booksIn(shuke.userData);
  expect(brokenLaws(books)).toEqual({});
  expect(books.all('select kind from tier_change order by seq')).toEqual([
    { kind: 'up' },
    { kind: 'taken_back' },
  ]);
  expect(books.all('select kind from coupon_event order by seq')).toEqual(
    ['issued', 'used', 'restored', 'revoked'].map((kind) => ({ kind })),
  );
  books.close();
});

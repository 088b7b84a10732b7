import { expect, test } from './support/launch';
import { ask, openShop, ringUp, signUp } from './support/till';

interface Rules {
  readonly latest: number;
  readonly rules: { readonly tiers: { readonly rights: Record<string, { discountPercent: number }> } };
}

test('the owner sets the rights as they are spoken, sees what they do, and plans them for a day', async ({
  counter: shuke,
}) => {
  const { page } = shuke;
  const till = await openShop(page);
  const { say, press, type, tabTo } = till;
  const [memberId = ''] = await signUp(page, { name: '刘芳', phone: '13020116625' });
  await ringUp(page, memberId, 1200_00);
  await page.mouse.move(0, 0);
  const tiers = page.getByRole('tab', { name: say.settings('section.tiers') });
  const discount = page.getByLabel(
    say.settings('tiers.right_of', {
      tier: say.common('tier.loyal'),
      right: say.settings('right.discountPercent'),
    }),
  );
  const write = async (text: string) => {
    await tabTo(discount);
    await press('Control+a');
    await type(text);
  };

  await test.step('S43: 满减 is refused as the discount of a level, with the reason and where it belongs', async () => {
    await press('Control+0');
    await tabTo(page.getByRole('tab', { name: say.settings('section.points') }));
    await press('ArrowDown');
    await expect(tiers).toBeFocused();
    await write('满100减20');
    await expect(page.getByText(say.settings('problem.spend_and_save'))).toBeVisible();
    await expect(page.getByRole('button', { name: say.settings('tiers.as_coupon') })).toBeVisible();
    await expect(page.getByRole('button', { name: say.settings('save.do') })).toBeDisabled();
  });

  await test.step('what is typed is read back, and the example reckons with it at once', async () => {
    await write('正价商品 8 折');
    await expect(page.getByText(say.tiers('allowed.tier', { discount: '8 折' }))).toBeVisible();
    const earns = (points: string) =>
      page.getByText(
        say.settings('example.tier_earn', { money: '¥88.80', tier: say.common('tier.loyal'), points }),
      );
    await expect(earns('106')).toBeVisible();
    await tabTo(
      page.getByLabel(
        say.settings('tiers.right_of', {
          tier: say.common('tier.loyal'),
          right: say.settings('right.earnMultiplier'),
        }),
      ),
    );
    await press('Control+a');
    await type('2');
    await expect(earns('177')).toBeVisible();
    await press('Control+a');
    await type('1.2');
    await expect(earns('106')).toBeVisible();
  });

  await test.step('planned for a day: today nothing changes, and the plan stands in the history', async () => {
    const day = page.getByLabel(say.settings('save.from'));
    await day.fill('2099-01-01');
    await press('Control+Enter');
    await expect(page.getByText(say.settings('save.done'))).toBeVisible();
    const now = await ask<Rules>(page, 'settings.rules');
    expect(now.rules.tiers.rights.loyal?.discountPercent).toBe(10);
    await page.getByRole('tab', { name: say.settings('section.history') }).click();
    const plan = page.getByRole('listitem').filter({ hasText: say.settings('history.state.planned') });
    await expect(plan).toContainText('2099');
    await expect(plan).toContainText('8 折');
  });

  await test.step('a plan is withdrawn, with its key asked twice; nothing is lost from the history', async () => {
    await page.getByRole('button', { name: say.settings('history.withdraw') }).click();
    await page.getByRole('button', { name: say.settings('history.withdraw_sure') }).click();
    await expect(page.getByText(say.settings('history.withdraws'))).toBeVisible();
    await expect(page.getByText(say.settings('history.version', { version: 2 }))).toBeVisible();
    await expect(page.getByText(say.settings('history.version', { version: 3 }))).toBeVisible();
  });

  await test.step('S83: a change from today on is what the till allows at once; the old bill stays as it was', async () => {
    await tiers.click();
    await write('8折');
    await press('Control+Enter');
    await expect(page.getByText(say.settings('save.done'))).toBeVisible();
    await press('Control+1');
    await till.find('6625', '刘芳');
    await expect(till.card).toContainText(say.tiers('allowed.tier', { discount: '8 折' }));
    await press('F2');
    await type('100');
    await expect(page.getByTestId('due')).toHaveText('¥80.00');
    await press('Escape', 'Escape');
  });
});

test('a campaign: whom it is for and what it costs stand there before it is issued; then they have it', async ({
  counter: shuke,
}) => {
  const { page } = shuke;
  const till = await openShop(page);
  const { say, press, type, tabTo } = till;
  const people = await signUp(
    page,
    { name: '刘芳', phone: '13020116625' },
    { name: '张三', phone: '13816058812' },
    { name: '李静', phone: '18602174096' },
  );
  for (const memberId of people.slice(0, 2)) await ringUp(page, memberId, 1200_00);

  await test.step('the owner makes a coupon for it', async () => {
    const { latest, rules } = await ask<{ latest: number; rules: { coupons: { templates: object[] } } }>(
      page,
      'settings.rules',
    );
    rules.coupons.templates.push({
      id: 'autumn',
      name: '秋日券',
      trigger: 'campaign',
      active: true,
      terms: { kind: 'amount', off: 2000, threshold: 10000 },
      stacks: false,
      validity: { kind: 'days', days: 14 },
      blackout: [],
    });
    await ask(page, 'settings.changeRules', { basedOn: latest, rules });
  });

  await test.step('S49 S27: count and cost follow what is chosen; nothing is issued before it is confirmed', async () => {
    await press('Control+6');
    const which = page.getByLabel(say.campaigns('which'));
    await expect(which).toBeFocused();
    await which.selectOption('autumn');
    await expect(
      page.getByText(say.campaigns('preview.members', { count: 3, members: '3' }), { exact: true }),
    ).toBeVisible();
    await tabTo(page.getByRole('checkbox', { name: say.common('tier.loyal') }));
    await press('Space');
    await expect(
      page.getByText(say.campaigns('preview.members', { count: 2, members: '2' }), { exact: true }),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: '¥40.00' })).toBeVisible();
    expect(await ask<object[]>(page, 'coupons.batches')).toEqual([]);
  });

  await test.step('confirmed, issued, and in the hands of those it was for', async () => {
    await press('Control+Enter');
    const row = page.getByRole('row').filter({ hasText: '秋日券' });
    await expect(row).toContainText('2');
    await expect
      .poll(async () => (await ask<{ issued: number }[]>(page, 'coupons.batches'))[0]?.issued)
      .toBe(2);
    await press('Control+1');
    await till.find('8812', '张三');
    await press('F2');
    await type('128');
    // The one that lapses first is the first to be offered.
    await expect(
      till.panel(say.purchases('sale.title')).getByRole('button', { name: '秋日券' }),
    ).toBeVisible();
    await press('Alt+4');
    await expect(page.getByTestId('due')).toHaveText('¥95.20');
    await press('Enter');
    await expect(till.panel(say.purchases('result.title'))).toContainText('¥95.20');
    await press('Control+6');
    await expect(row).toContainText('50.0%');
  });
});

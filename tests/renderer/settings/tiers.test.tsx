import { speak } from '@renderer/lib/i18n';
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { words } from '../support/window';
import { atSettings, field, freshSettings, go, part, put, right, s, save } from './at-settings';

freshSettings();

describe('S43 the rights of the levels', () => {
  it('a loyal member earns 106 points with ¥88.80, and the example follows the multiplier', async () => {
    const { user } = await atSettings();
    await go(user, 'tiers');
    screen.getByText('一笔 ¥88.80 的消费，忠实会员得 106 分。');
    await put(user, right('loyal', 'earnMultiplier'), '2');
    screen.getByText('一笔 ¥88.80 的消费，忠实会员得 177 分。');
  });

  it('the discount is typed as the owner speaks and read back as the counter says it', async () => {
    const { user } = await atSettings();
    await go(user, 'tiers');
    const loyal = right('loyal', 'discountPercent');
    const row = within(loyal.closest('tr') ?? document.body);
    row.getByText('正价商品 9 折（特价不享）');
    await put(user, loyal, '八五折');
    row.getByText('正价商品 8.5 折（特价不享）');
    await put(user, loyal, '');
    row.getByText(words('tiers:allowed.none'));
  });

  it('a 满减 is refused at the field with the reason, and becomes a coupon with a threshold', async () => {
    const { bridge, user } = await atSettings({ 'settings.changeRules': () => ({ version: 2 }) });
    await go(user, 'tiers');
    await put(user, right('loyal', 'discountPercent'), '满100减20');
    screen.getByText(s('problem.spend_and_save'));
    await save(user);
    expect(bridge.of('settings.changeRules')).toEqual([]);
    await user.click(screen.getByRole('button', { name: s('tiers.as_coupon') }));
    await waitFor(() => expect(document.activeElement).toBe(field('template.name')));
    expect(part('tiers').textContent).toContain(s('mark.wrong'));
  });

  it('the same in English', async () => {
    const { user } = await atSettings();
    await act(async () => speak('en'));
    await go(user, 'tiers');
    const loyal = right('loyal', 'discountPercent');
    expect(loyal.value).toBe('10% off');
    screen.getByText('A purchase of ¥88.80 earns a Loyal member 106 points.');
    await put(user, loyal, 'spend 100 save 20');
    screen.getByText(/Spend-x-save-y cannot be a tier's discount/);
    await put(user, loyal, '15%');
    expect(loyal.closest('td')?.textContent).toBe(
      'Discount15% off on full-price goods (not on special prices)',
    );
  });

  it('S44 points are refused as a birthday gift', async () => {
    const { user } = await atSettings();
    await go(user, 'tiers');
    await put(user, right('vip', 'birthdayGift'), '500积分');
    screen.getByText(s('problem.gift_is_points'));
  });
});

import type { ShopRules } from '@domain/settings/shop-rules';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { atSettings, field, freshSettings, go, put, s, save } from './at-settings';

freshSettings();

describe('coupon templates', () => {
  async function atCoupons(more: Replies = {}) {
    const opened = await atSettings(more);
    await go(opened.user, 'coupons');
    return opened;
  }
  const list = () => screen.getByRole('listbox', { name: s('coupons.list') });

  it('are opened by arrows and Enter, and read in a sentence that follows the typing', async () => {
    const { user } = await atCoupons();
    list().focus();
    expect(field('template.name').value).toBe('首单回头券');
    await user.keyboard('{ArrowDown}{Enter}');
    expect(field('template.name').value).toBe('诚意券');
    screen.getByText('挽回流失的顾客时发出，减 ¥20.00，无门槛，发出后 30 天内有效，不与其他券同用。');
    await put(user, field('template.off'), '25');
    await put(user, field('template.threshold'), '100');
    screen.getByText('挽回流失的顾客时发出，满 ¥100.00 减 ¥25.00，发出后 30 天内有效，不与其他券同用。');
    screen.getByText(/¥128.00 的正价账单，普通会员：诚意券 −\u2060¥25.00，应付 ¥103.00/);
  });

  it('F2 makes a new one, worked by keyboard to the end; it may be dropped until it is saved', async () => {
    const { bridge, user } = await atCoupons({ 'settings.changeRules': () => ({ version: 2 }) });
    await user.keyboard('{F2}');
    await waitFor(() => expect(document.activeElement).toBe(field('template.name')));
    screen.getByText(s('problem.template_name'));
    await user.keyboard('圣诞券');
    screen.getByRole('button', { name: s('template.drop') });
    screen.getByRole('radio', { name: new RegExp(s('template.worth.percent')) }).focus();
    await user.keyboard('2');
    await put(user, field('template.percentOff'), '12');
    await put(user, field('template.cap'), '30');
    await save(user);
    await screen.findByText(s('save.done'));
    const sent = bridge.of('settings.changeRules')[0]?.input as { rules: ShopRules };
    expect(sent.rules.coupons.templates.at(-1)).toMatchObject({
      name: '圣诞券',
      trigger: 'campaign',
      active: true,
      terms: { kind: 'percent', percentOff: 12, cap: 3000, threshold: 0 },
      validity: { kind: 'days', days: 30 },
    });
  });

  it('one that was saved is switched off, not dropped', async () => {
    const { bridge, user } = await atCoupons({ 'settings.changeRules': () => ({ version: 2 }) });
    list().focus();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('button', { name: s('template.drop') })).toBeNull();
    await user.click(screen.getByLabelText(s('template.active')));
    await save(user);
    await screen.findByText(s('save.done'));
    const sent = bridge.of('settings.changeRules')[0]?.input as { rules: ShopRules };
    expect(sent.rules.coupons.templates[0]).toMatchObject({ id: 'first-purchase', active: false });
  });
});

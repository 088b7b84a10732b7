import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { atSettings, field, freshSettings, go, put, s } from './at-settings';

freshSettings();

describe('days and events', () => {
  it('S48 a member day shows what a bill comes to on it', async () => {
    const { user } = await atSettings();
    await go(user, 'days');
    screen.getByText(s('example.no_member_day'));
    await user.click(screen.getByRole('checkbox', { name: '周三' }));
    screen.getByText(/¥128.00 的正价账单，普通会员付 ¥102.40，VIP 会员付 ¥102.40。/);
    await put(user, field('field.memberDay.percentOff'), '10');
    screen.getByText(/普通会员付 ¥115.20，VIP 会员付 ¥108.80。/);
  });

  it('S45 a birthday doubles the points of its day', async () => {
    const { user } = await atSettings();
    await go(user, 'days');
    screen.getByText('生日当天一笔 ¥88.80 的消费，忠实会员得 213 分。');
    await put(user, field('field.birthday.multiplier'), '3');
    screen.getByText('生日当天一笔 ¥88.80 的消费，忠实会员得 319 分。');
  });

  it('an event is added, named, and multiplies', async () => {
    const { user } = await atSettings();
    await go(user, 'events');
    await user.click(screen.getByRole('button', { name: s('events.add') }));
    await waitFor(() => expect(document.activeElement).toBe(field('event.name')));
    await user.keyboard('周年庆');
    await put(user, field('event.multiplier'), '3');
    screen.getByText(/“周年庆”.*积分 3 倍：.* 一笔 ¥88.80 的消费，忠实会员得 319 分。/);
    await user.click(screen.getByRole('button', { name: s('events.remove') }));
    screen.getByText(s('events.none'));
  });
});

import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { atSettings, field, freshSettings, go, put } from './at-settings';

freshSettings();

it('the language changes at once', async () => {
  const { user } = await atSettings({ 'settings.setPreferences': (asked: object) => asked });
  await go(user, 'look');
  await user.click(screen.getByText('English'));
  await waitFor(() => expect(document.documentElement.lang).toBe('en'));
  expect(screen.getByRole('heading', { name: 'Language and appearance' })).toBeTruthy();
  await user.click(screen.getByText('中文'));
  await waitFor(() => expect(document.documentElement.lang).toBe('zh-CN'));
});

it('renames the store', async () => {
  const { bridge, user } = await atSettings({ 'settings.renameStore': () => ({}) });
  await go(user, 'shop');
  await put(user, field('shop.name'), '河边咖啡');
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(bridge.of('settings.renameStore').map(({ input }) => input)).toEqual([{ name: '河边咖啡' }]),
  );
});

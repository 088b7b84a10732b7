import { App } from '@renderer/app/app';
import { speak } from '@renderer/lib/i18n';
import { act, render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aBridge } from '../support/bridge';
import { aShop } from '../support/shop';
import { box, openWindow, words } from '../support/window';

it('? opens the map of keys from the empty box, Esc closes it, the box has the focus again', async () => {
  const { user } = await openWindow();
  await user.keyboard('?');
  expect(await screen.findByText(words('common:help.title'))).toBeDefined();
  expect(box().value).toBe('');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByText(words('common:help.title'))).toBeNull());
});

it('the function keys stand on the screen; those that need a member are off without one', async () => {
  await openWindow();
  const key = (word: string) => screen.getByRole('button', { name: words(`counter:key.${word}`) });
  expect(key('signUp').hasAttribute('disabled')).toBe(false);
  expect(key('complaint').hasAttribute('disabled')).toBe(false);
  expect(key('survey').hasAttribute('disabled')).toBe(false);
  for (const word of ['sale', 'points', 'coupons', 'refund'])
    expect(key(word).hasAttribute('disabled')).toBe(true);
});

it('the rail tells how many complaints are open, and how many of them are late', async () => {
  await openWindow({ 'complaints.counts': () => ({ open: 2, overdue: 1, dueSoon: 0 }) });
  const told = [
    words('complaints:badge.open', { count: 2 }),
    words('complaints:badge.overdue', { count: 1 }),
  ];
  expect(await screen.findByText(told.join(words('complaints:badge.and')))).toBeDefined();
});

it('the language follows the preference at once, the theme too', async () => {
  aBridge(aShop({ 'settings.preferences': () => ({ locale: 'en', theme: 'dark' }) }));
  render(<App />);
  expect(await screen.findByText('Members')).toBeDefined();
  expect(document.documentElement.lang).toBe('en');
  expect(document.documentElement.dataset.mantineColorScheme).toBe('dark');
  expect(document.title).toBe('Shuke');
  speak('zh-CN');
});

it('no store yet: the first-run screen; a broken one: its own screen', async () => {
  const bridge = aBridge(
    aShop({ 'settings.store': () => ({ state: 'none', guessedZone: 'Asia/Shanghai' }) }),
  );
  render(<App />);
  await waitFor(() => expect(screen.queryAllByRole('heading').length).toBeGreaterThan(0));
  expect(screen.queryByRole('navigation')).toBeNull();
  bridge.reply({
    'settings.store': () => ({
      state: 'fault',
      fault: 'damaged',
      path: '/shop/shuke.db',
      backup: null,
      reference: 'K3F9',
    }),
  });
  act(() => bridge.tell({ type: 'data-changed', scopes: ['store'] }));
  expect(await screen.findByText(/K3F9/)).toBeDefined();
});

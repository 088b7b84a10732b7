import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { box, openWindow, words } from '../support/window';

beforeEach(() => {
  // React tells the console of a screen that threw; here it is meant to.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

it('a screen that cannot be drawn says what is kept and leaves the counter reachable', async () => {
  const { user } = await openWindow({ 'complaints.list': () => ({ total: 1, rows: null }) });
  await user.keyboard('{Control>}3{/Control}');
  const told = await screen.findByRole('alert');
  expect(told.textContent).toContain(words('broken.kept'));
  expect(screen.getByRole('navigation')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: new RegExp(words('broken.toCounter')) }));
  expect(await screen.findByRole('combobox', { name: words('members:box.label') })).toBe(box());
});

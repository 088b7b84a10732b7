import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { box, openWindow, words } from '../support/window';

const map = () => screen.findByRole('dialog', { name: words('common:help.title') });
const here = async () =>
  within(within(await map()).getByRole('region', { name: words('common:keys.here') }))
    .getAllByRole('definition')
    .map((line) => `${line.previousElementSibling?.textContent} ${line.textContent}`);

async function atMember() {
  const opened = await openWindow();
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  return opened;
}

it('shows the keys of the very screen it was asked on: all of its bar, and every cap', async () => {
  const { user } = await atMember();
  await screen.findByLabelText(words('purchases:sale.amount'));
  await user.keyboard('?');
  const keys = await here();
  for (const word of ['signUp', 'sale', 'points', 'coupons', 'complaint', 'survey', 'refund', 'edit'])
    expect(
      keys.some((key) => key.endsWith(` ${words(`counter:key.${word}`)}`)),
      word,
    ).toBe(true);
  expect(keys).toContain(`Enter ${words('purchases:sale.do')}`);
});

it('on another screen they are others; what holds everywhere stays', async () => {
  const { user } = await openWindow();
  await user.keyboard('{F1}');
  await screen.findByRole('region', { name: words('members:signUp.title') });
  await user.keyboard('{Escape}');
  await user.keyboard('?');
  expect(await here()).not.toContain(`F2 ${words('counter:key.sale')}`); // nobody is open
  expect(within(await map()).getByText(words('common:keys.lock'))).toBeDefined();
});

it('typing finds a key by what it does, or by its name', async () => {
  const { user } = await atMember();
  await user.keyboard('?');
  const asked = within(await map());
  const search = asked.getByLabelText(words('common:help.search'));
  await waitFor(() => expect(document.activeElement).toBe(search));
  await user.type(search, words('common:keys.lock'));
  expect(asked.getAllByRole('definition').map((line) => line.textContent)).toEqual([
    words('common:keys.lock'),
  ]);
  await user.clear(search);
  await user.type(search, 'alt+z');
  expect(asked.getAllByRole('definition').map((line) => line.textContent)).toContain(
    words('common:keys.undo'),
  );
  await user.clear(search);
  await user.type(search, 'qqq');
  expect(asked.getByText(words('common:help.noKey'))).toBeDefined();
});

import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { aBill, anEffect, aPurchase, idOf } from '../support/shop';
import { box, openWindow, settle, words } from '../support/window';

const effect = anEffect({ pointsTakenBack: 108, shortfall: 20, debt: 20, balanceAfter: 1156 });
const amount = () => screen.getByLabelText<HTMLInputElement>(words('purchases:refund.amount'));
const theButton = () =>
  within(screen.getByRole('region', { name: words('purchases:refund.title') })).getByRole('button', {
    name: words('purchases:refund.do'),
  });

async function refunding(more: Replies = {}) {
  const opened = await openWindow({
    'purchases.ofMember': () => ({
      total: 2,
      rows: [aPurchase(), aPurchase({ id: idOf(901), refunded: 12800 })],
    }),
    'purchases.detail': () => aBill(),
    'purchases.previewRefund': ({ shortfall }: { shortfall: string }) => ({
      possible: true,
      effect:
        shortfall === 'reduce_refund' ? { ...effect, debt: 0, reducedBy: 20, moneyBack: 12780 } : effect,
    }),
    'purchases.refund': () => ({ refundId: idOf(7), effect }),
    ...more,
  });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await opened.user.keyboard('{F7}');
  const list = await screen.findByRole('listbox', { name: words('purchases:refund.which') });
  await waitFor(() => expect(document.activeElement).toBe(list));
  return opened;
}

it('asks which sale, and offers only those with something left', async () => {
  await refunding();
  expect(screen.getByRole('listbox', { name: words('purchases:refund.which') }).children).toHaveLength(1);
});

it('shows what happens to points before it happens; Enter alone does nothing', async () => {
  const { bridge, user } = await refunding();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(amount()));
  expect(amount().value).toBe('128');
  expect(await screen.findByText(words('purchases:shortfall.title', { points: '20' }))).toBeDefined();
  expect(screen.getByText('−108')).toBeDefined();
  await user.keyboard('{Enter}');
  await settle();
  expect(bridge.of('purchases.refund')).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(words('purchases:refund.doneTitle'))).toBeDefined();
  expect(bridge.of('purchases.refund')[0]?.input).toEqual({
    purchaseId: idOf(900),
    amount: 12800,
    shortfall: 'debt',
    reason: '',
  });
  expect(document.activeElement).toBe(box());
});

it('part of it, the shortfall taken from the money, with a reason', async () => {
  const { bridge, user } = await refunding();
  await user.keyboard('{Enter}');
  await screen.findByText(words('purchases:shortfall.title', { points: '20' }));
  await user.clear(amount());
  await user.type(amount(), '50');
  await user.type(screen.getByLabelText(words('purchases:refund.reason')), '变质');
  await user.click(await screen.findByLabelText(words('purchases:shortfall.reduce_refund')));
  await screen.findByText(words('purchases:effect.reducedBy'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(bridge.of('purchases.refund')).toHaveLength(1));
  expect(bridge.of('purchases.refund')[0]?.input).toMatchObject({
    amount: 5000,
    shortfall: 'reduce_refund',
    reason: '变质',
  });
});

it('more than is left is refused at the field and cannot be confirmed', async () => {
  const { bridge, user } = await refunding();
  await user.keyboard('{Enter}');
  await screen.findByText(words('purchases:shortfall.title', { points: '20' }));
  await user.clear(amount());
  await user.type(amount(), '128.01');
  expect(
    screen.getByText(words('purchases:refundRefusal.above_remaining', { remaining: '¥128.00' })),
  ).toBeDefined();
  expect(theButton().hasAttribute('disabled')).toBe(true);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.of('purchases.refund')).toEqual([]);
});

it('Esc goes back to the list, then to the sale', async () => {
  const { user } = await refunding();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(amount()));
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('listbox', { name: words('purchases:refund.which') })).toBeDefined();
  await user.keyboard('{Escape}');
  expect(await screen.findByLabelText(words('purchases:sale.amount'))).toBeDefined();
  expect(document.activeElement).toBe(box());
});

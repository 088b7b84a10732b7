import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Bridge, Replies } from '../support/bridge';
import { idOf } from '../support/shop';
import { box, openWindow, words } from '../support/window';

const recorded = {
  purchaseId: idOf(900),
  paid: 5000,
  earned: 50,
  redeemed: 0,
  debtSettled: 0,
  balance: 1334,
  tier: null,
  brought: [],
};
const attempt = { requestId: '7b0c3f86-52a5-4d52-9a0e-3f1c5b7d9e11', input: '{}' };
const typed = { amount: '50.00', special: '', receiptNo: '', lines: [], coupons: [], redeem: 0 };

const result = () => screen.findByText(words('purchases:result.title'));
/** What main has been told last, which is what a page after a crash would find. */
const keptBy = (bridge: Bridge) =>
  (bridge.of('purchases.keepTyped').at(-1)?.input as { kept: unknown } | undefined)?.kept;

async function atTheAmount(more: Replies) {
  const opened = await openWindow(more);
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByLabelText(words('purchases:sale.amount'));
  await opened.user.keyboard('{Enter}');
  return opened;
}

async function madeASale() {
  const opened = await atTheAmount({ 'purchases.record': () => recorded });
  await opened.user.keyboard('50.00{Enter}');
  await result();
  return opened;
}

it('main keeps the attempt for as long as the result stands there, under the request that was sent', async () => {
  const { bridge } = await madeASale();
  // Longer than the pause after a key: nothing is told late, either.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const [sent] = bridge.of('purchases.record');
  expect(keptBy(bridge)).toMatchObject({
    memberId: idOf(1),
    typed: { amount: '50.00' },
    attempt: { requestId: sent?.requestId },
  });
});

it.each([
  ['the card is closed', '{Escape}'],
  ['something else is begun', '{F3}'],
])('main forgets the sale once %s', async (_, keys) => {
  const { bridge, user } = await madeASale();
  await user.keyboard(keys);
  await waitFor(() => expect(keptBy(bridge)).toBeNull());
});

it('the next sale takes the place of the one that was made', async () => {
  const { bridge, user } = await madeASale();
  await user.keyboard('{F2}7');
  await waitFor(() =>
    expect(keptBy(bridge)).toMatchObject({ memberId: idOf(1), typed: { amount: '7' }, attempt: null }),
  );
});

it('a page after a crash shows the result of a sale that was made; it stays kept until it is left', async () => {
  const { bridge, user } = await openWindow({
    'purchases.typed': () => ({ kept: { memberId: idOf(1), typed, attempt }, recorded }),
  });
  await result();
  expect(await screen.findByRole('article', { name: '张三' })).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(bridge.of('purchases.keepTyped')).toEqual([]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(keptBy(bridge)).toBeNull());
});

it('a page after a crash goes on with a sale whose answer never came: Enter sends the same request', async () => {
  const before = await atTheAmount({ 'purchases.record': () => new Promise(() => undefined) });
  await before.user.keyboard('50.00{Enter}');
  const [lost] = before.bridge.of('purchases.record');
  const kept = keptBy(before.bridge);
  cleanup();

  const { bridge, user } = await openWindow({
    'purchases.typed': () => ({ kept, recorded: null }),
    'purchases.record': () => recorded,
  });
  const amount = await screen.findByLabelText<HTMLInputElement>(words('purchases:sale.amount'));
  expect(amount.value).toBe('50.00');
  await waitFor(() => expect(document.activeElement).toBe(amount));
  await user.keyboard('{Enter}');
  await result();
  expect(bridge.of('purchases.record')).toEqual([lost]);
});

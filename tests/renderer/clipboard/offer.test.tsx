import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { ZHANG } from '../support/shop';
import { openWindow, words } from '../support/window';

async function withZhang(more: Replies) {
  const window = await openWindow(more);
  await window.user.keyboard('8812');
  await screen.findAllByRole('option');
  await window.user.keyboard('{Enter}');
  await screen.findByRole('article', { name: ZHANG.name });
  return window;
}
const receiptNo = () => screen.getByLabelText<HTMLInputElement>(words('purchases:sale.receiptNo'));
const copied = (no: string) => words('purchases:sale.copied', { no });

it('Alt+V takes the receipt number that the till has copied; come back to, the window asks again', async () => {
  let text: string | null = null;
  const { user } = await withZhang({
    'clipboard.choice': () => ({ allowed: true }),
    'clipboard.receipt': () => ({ receiptNo: text }),
  });
  await screen.findByLabelText(words('purchases:sale.receiptNo'));
  await user.keyboard('{Alt>}v{/Alt}');
  expect(receiptNo().value).toBe('');
  text = 'A-1024';
  window.dispatchEvent(new Event('focus'));
  expect(await screen.findByText(copied('A-1024'))).toBeDefined();
  await user.keyboard('{Alt>}v{/Alt}');
  await waitFor(() => expect(receiptNo().value).toBe('A-1024'));
  expect(screen.queryByText(copied('A-1024'))).toBeNull();
});

it('main is never asked where this PC does not allow it', async () => {
  const { bridge } = await withZhang({});
  await screen.findByLabelText(words('purchases:sale.receiptNo'));
  window.dispatchEvent(new Event('focus'));
  expect(bridge.of('clipboard.receipt')).toEqual([]);
});

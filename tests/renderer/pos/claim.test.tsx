import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refused } from '../support/bridge';
import { idOf, ZHANG } from '../support/shop';
import { box, openWindow, settle, words } from '../support/window';
import { RECEIPTS, unclaimed, WATCHING } from './shop';

const p = (key: string, values: Record<string, unknown> = {}) => words(`pos:${key}`, values);
const BOOKED = {
  purchaseId: idOf(900),
  paid: 4500,
  redeemed: 0,
  earned: 45,
  debtSettled: 0,
  balance: 1329,
  tier: null,
  brought: [],
};
const TILL = {
  'pos.state': () => WATCHING,
  'pos.unclaimed': unclaimed,
  'pos.claim': () => BOOKED,
  'surveys.standing': () => ({ lastOn: null, due: false }),
};

async function withZhang(more: object = {}) {
  const window = await openWindow({ ...TILL, ...more });
  await window.user.keyboard('8812');
  await screen.findAllByRole('option');
  await window.user.keyboard('{Enter}');
  await screen.findByRole('article', { name: ZHANG.name });
  return window;
}

describe('“this receipt is theirs”', () => {
  it('takes the number at the member’s card and books it by Enter', async () => {
    const { bridge, user } = await withZhang();
    await user.keyboard('{Alt>}e{/Alt}');
    const field = await screen.findByLabelText(p('findReceipt'));
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('A-1023');
    const list = await screen.findByRole('listbox', { name: p('view.waiting') });
    await waitFor(() => expect(within(list).getAllByRole('option')).toHaveLength(1));
    await settle();
    await user.keyboard('{Enter}');
    const give = await screen.findByRole('button', { name: p('claim.do') });
    await waitFor(() => expect(document.activeElement).toBe(give));
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(bridge.of('pos.claim').map(({ input }) => input)).toEqual([
        { receiptId: RECEIPTS[0]?.id, memberId: ZHANG.id },
      ]),
    );
    expect(await screen.findByText(words('purchases:result.earned', { points: '+45' }))).toBeDefined();
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });

  it('is offered at the card by its key while receipts wait, and by no other', async () => {
    const { bridge, user } = await withZhang();
    await user.click(await screen.findByRole('button', { name: p('claim.title') }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(p('findReceipt'))));
    bridge.reply({ 'pos.state': () => ({ ...WATCHING, unclaimed: 0 }) });
    bridge.tell({ type: 'data-changed', scopes: ['pos'] });
    await waitFor(() => expect(screen.queryByRole('button', { name: p('claim.title') })).toBeNull());
  });

  it('says so where the number is booked already, with when and how much', async () => {
    const { user } = await withZhang({
      'pos.claim': () =>
        refused('receipt_taken', {
          purchaseId: idOf(5),
          total: 4500,
          boughtAt: RECEIPTS[0]?.boughtAt,
          byTill: false,
        }),
    });
    await user.keyboard('{Alt>}e{/Alt}');
    const list = await screen.findByRole('listbox', { name: p('view.waiting') });
    await user.click(within(list).getAllByRole('option')[0] ?? list);
    await user.click(await screen.findByRole('button', { name: p('claim.do') }));
    expect((await screen.findByRole('alert')).textContent).toContain('¥45.00');
  });

  it('says so where no waiting receipt has the number', async () => {
    const { user } = await withZhang();
    await user.keyboard('{Alt>}e{/Alt}');
    await user.type(await screen.findByLabelText(p('findReceipt')), 'Z-9');
    expect(await screen.findByText(p('waitingNone', { text: 'Z-9' }))).toBeDefined();
  });
});

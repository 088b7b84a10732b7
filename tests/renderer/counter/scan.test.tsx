import { businessDateOf } from '@domain/calendar/business-day';
import { instant } from '@domain/units';
import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { ENTER, keysOf, pressKeys } from '../support/keyboard';
import { aBill, aPurchase, cardOf, idOf, MIN, ZHANG } from '../support/shop';
import { box, openWindow, words } from '../support/window';

const RECEIPT = '261121-0042';
const scan = (code: string) => pressKeys([...keysOf(code), ENTER], 4);

const receiptBill = (more: object = {}) => ({
  purchaseId: idOf(900),
  memberId: MIN.id,
  memberName: '张敏',
  phoneMasked: MIN.phoneMasked,
  boughtAt: Date.UTC(2026, 10, 21, 6),
  businessDate: '2026-11-21',
  total: 12800,
  ...more,
});

/** 张三 by typing, 张敏 by receipts. */
const aTill = (bills: readonly object[], more: Replies = {}) =>
  openWindow({
    'members.lookup': ({ text }: { text: string }) =>
      text === '8812' ? { readAs: 'phone_part', rows: [ZHANG] } : { readAs: 'card', rows: [] },
    'members.card': ({ memberId }: { memberId: string }) => cardOf(memberId === MIN.id ? MIN : ZHANG),
    'purchases.ofReceipt': () => bills,
    'purchases.detail': () => aBill({ memberId: MIN.id }),
    'purchases.ofMember': () => ({ total: 1, rows: [aPurchase()] }),
    ...more,
  });
async function withSale() {
  const { user } = await openedZhang();
  await user.type(await screen.findByLabelText(words('purchases:sale.amount')), '88');
  return { user };
}
async function openedZhang(bills: readonly object[] = []) {
  const opened = await aTill(bills);
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  return opened;
}
const receiptNo = () => screen.getByLabelText<HTMLInputElement>(words('purchases:sale.receiptNo'));

it('a receipt opens its bill with its member; F7 gives it back', async () => {
  const { user } = await aTill([receiptBill()]);
  scan(RECEIPT);
  expect(await screen.findByRole('article', { name: '张敏' })).toBeDefined();
  await screen.findByRole('region', { name: words('purchases:bill.title') });
  expect(box().value).toBe('');
  await user.keyboard('{F7}');
  expect(await screen.findByRole('region', { name: words('purchases:refund.title') })).toBeDefined();
});

it('asked for what goes back, the receipt says which sale', async () => {
  const { user } = await openedZhang([receiptBill()]);
  await user.keyboard('{F7}');
  await screen.findByRole('listbox', { name: words('purchases:refund.which') });
  scan(RECEIPT);
  expect(await screen.findByRole('article', { name: '张敏' })).toBeDefined();
  expect(await screen.findByLabelText(words('purchases:refund.amount'))).toBeDefined();
});

it('one number on two days: a list, the latest first; Enter opens one', async () => {
  const { user } = await aTill([
    receiptBill(),
    receiptBill({
      purchaseId: idOf(901),
      memberName: '张三',
      memberId: ZHANG.id,
      businessDate: '2026-11-20',
    }),
  ]);
  scan(RECEIPT);
  const list = await screen.findByRole('listbox', { name: words('purchases:receipt.which') });
  await waitFor(() => expect(document.activeElement).toBe(list));
  expect([...list.children].map((line) => line.textContent)).toEqual([
    expect.stringContaining('张敏'),
    expect.stringContaining('张三'),
  ]);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(await screen.findByRole('article', { name: '张三' })).toBeDefined();
  expect(await screen.findByRole('region', { name: words('purchases:bill.title') })).toBeDefined();
});

it('the till has given the number anew: the list offers it to the sale in hand', async () => {
  const { user } = await openedZhang([
    receiptBill(),
    receiptBill({ purchaseId: idOf(901), businessDate: '2026-11-20' }),
  ]);
  scan(RECEIPT);
  await screen.findByRole('button', { name: words('purchases:receipt.use') });
  await user.keyboard('{Alt>}b{/Alt}');
  await waitFor(() => expect(receiptNo().value).toBe(RECEIPT));
  expect(screen.getByRole('article', { name: '张三' })).toBeDefined();
});

it('while a sale is typed, an unknown receipt fills its field; amount and focus stay', async () => {
  await withSale();
  const amount = screen.getByLabelText<HTMLInputElement>(words('purchases:sale.amount'));
  scan(RECEIPT);
  await waitFor(() => expect(receiptNo().value).toBe(RECEIPT));
  expect(amount.value).toBe('88');
  expect(document.activeElement).toBe(amount);
  expect(box().value).toBe('');
});

it('one that is booked today is said at once, and nothing is filled in', async () => {
  const { bridge } = await openedZhang();
  const amount = await screen.findByLabelText<HTMLInputElement>(words('purchases:sale.amount'));
  amount.focus();
  pressKeys(keysOf('88'), 60);
  const today = businessDateOf(instant(Date.now()), { zone: 'Asia/Shanghai', dayStartHour: 0 });
  bridge.reply({ 'purchases.ofReceipt': () => [receiptBill({ businessDate: today })] });
  scan(RECEIPT);
  expect(await screen.findByText(/¥128\.00/)).toBeDefined();
  expect(receiptNo().value).toBe('');
});

it('typed, it finds the bill as well, where it fits nobody', async () => {
  const { user } = await aTill([receiptBill()]);
  await user.type(box(), RECEIPT);
  await screen.findByText(words('counter:receiptFound', { text: RECEIPT, count: 1 }));
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('article', { name: '张敏' })).toBeDefined();
});

it('under a dialog nothing moves: the scan is to be made again', async () => {
  const { bridge, user } = await aTill([receiptBill()]);
  await user.keyboard('?');
  await screen.findByRole('dialog');
  const asked = bridge.calls.length;
  scan(RECEIPT);
  expect(await screen.findByText(words('counter:scan.after_this'))).toBeDefined();
  expect(bridge.calls.slice(asked)).toEqual([]);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.queryByText(words('counter:scan.after_this'))).toBeNull();
  expect(box().value).toBe('');
});

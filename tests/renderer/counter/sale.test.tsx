import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { later, refused } from '../support/bridge';
import { anEffect, idOf } from '../support/shop';
import { box, openWindow, settle, words } from '../support/window';

const recorded = {
  purchaseId: idOf(900),
  paid: 12850,
  earned: 128,
  redeemed: 0,
  debtSettled: 0,
  balance: 1412,
  tier: null,
  brought: [],
};
const amount = () => screen.getByLabelText<HTMLInputElement>(words('purchases:sale.amount'));
const due = () => screen.getByTestId('due').textContent;

async function atTheAmount(more = {}) {
  const opened = await openWindow({ 'purchases.record': () => recorded, ...more });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await screen.findByLabelText(words('purchases:sale.amount'));
  await opened.user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(amount()));
  return opened;
}

it('is an amount and Enter: the result stands there and the box has the focus', async () => {
  const { bridge, user } = await atTheAmount();
  await user.keyboard('128.5');
  expect(due()).toBe('¥128.50');
  expect(screen.getByText('+128 分')).toBeDefined();
  await user.keyboard('{Enter}');
  expect(await screen.findByText(words('purchases:result.title'))).toBeDefined();
  expect(bridge.of('purchases.record')[0]?.input).toEqual({
    memberId: idOf(1),
    gross: 12850,
    specialPrice: 0,
    couponIds: [],
    expectedDue: 12850,
    receiptNo: '',
    items: [],
    redeem: 0,
  });
  expect(document.activeElement).toBe(box());
});

it('a double Enter is one sale', async () => {
  const answer = later<object>();
  const { bridge, user } = await atTheAmount({ 'purchases.record': () => answer.promise });
  await user.keyboard('128{Enter}{Enter}');
  await act(async () => answer.come(recorded));
  expect(await screen.findByText(words('purchases:result.title'))).toBeDefined();
  expect(bridge.of('purchases.record')).toHaveLength(1);
});

it.each([
  ['128.505', 'amount.too_precise'],
  ['12a', 'amount.malformed'],
])('%s is refused at the field, and nothing is sent', async (text, why) => {
  const { bridge, user } = await atTheAmount();
  await user.keyboard(`${text}{Enter}`);
  expect(screen.getByText(words(`purchases:${why}`))).toBeDefined();
  expect(bridge.of('purchases.record')).toEqual([]);
});

it('an empty amount is asked for only when it is missing', async () => {
  const { user } = await atTheAmount();
  expect(screen.queryByText(words('purchases:amount.empty'))).toBeNull();
  await user.keyboard('{Enter}');
  expect(screen.getByText(words('purchases:amount.empty'))).toBeDefined();
});

it('points: three presets by key, the most and its reason, each step of the price', async () => {
  const { bridge, user } = await atTheAmount();
  await user.keyboard('20');
  // Half of 20 yuan is 1,000 points; the member has 1,284.
  expect(screen.getByText(words('purchases:most.share', { most: '1,000', percent: 50 }))).toBeDefined();
  await user.keyboard('{Alt>}3{/Alt}');
  expect(due()).toBe('¥10.00');
  expect(screen.getByText(words('purchases:step.points', { points: '1,000' }))).toBeDefined();
  await user.keyboard('{Alt>}3{/Alt}');
  expect(due()).toBe('¥20.00');
  await user.keyboard('{Alt>}1{/Alt}{Enter}');
  await screen.findByText(words('purchases:result.title'));
  expect(bridge.of('purchases.record')[0]?.input).toMatchObject({
    gross: 2000,
    redeem: 100,
    expectedDue: 1900,
  });
});

it('a number of points outside the rules is refused with the rule', async () => {
  const { bridge, user } = await atTheAmount();
  await user.keyboard('20');
  await user.type(screen.getByLabelText(words('purchases:redeem.other')), '150');
  expect(screen.getByRole('alert').textContent).toBe(
    words('purchases:refusal.redeem_not_in_steps', { step: '100' }),
  );
  await user.keyboard('{Enter}');
  await settle();
  expect(bridge.of('purchases.record')).toEqual([]);
});

it.each([
  [false, 'purchases:refusal.receipt_taken'],
  [true, 'purchases:refusal.receipt_taken_by_till'],
] as const)(
  'a taken receipt number is refused in words and the sale stays typed (by the till: %s)',
  async (byTill, said) => {
    const taken = { purchaseId: idOf(5), total: 9900, boughtAt: 1, byTill };
    const { user } = await atTheAmount({ 'purchases.record': () => refused('receipt_taken', taken) });
    await user.keyboard('128{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe(words(said, { total: '¥99.00' }));
    expect(amount().value).toBe('128');
  },
);

it('with lines, the total is their sum and a line may earn nothing', async () => {
  const { bridge, user } = await atTheAmount();
  await user.keyboard('{Alt>}l{/Alt}');
  await user.type(screen.getByLabelText(words('purchases:line.product')), '烟');
  await user.type(screen.getByLabelText(words('purchases:line.amount')), '30');
  await user.click(screen.getByLabelText(words('purchases:line.earns')));
  expect(due()).toBe('¥30.00');
  await user.keyboard('{Enter}');
  await screen.findByText(words('purchases:result.title'));
  expect(bridge.of('purchases.record')[0]?.input).toMatchObject({
    gross: 3000,
    items: [{ product: '烟', quantityMilli: 1000, amount: 3000, earns: false, fullPrice: true }],
  });
});

it('Alt+Z twice undoes the sale; once only asks', async () => {
  const effect = anEffect({ moneyBack: 12850, balanceAfter: 1284 });
  const { bridge, user } = await atTheAmount({ 'purchases.undo': () => ({ refundId: idOf(7), effect }) });
  await user.keyboard('128.5{Enter}');
  await screen.findByText(words('purchases:result.title'));
  await user.keyboard('{Alt>}z{/Alt}');
  expect(bridge.of('purchases.undo')).toEqual([]);
  await user.keyboard('{Alt>}z{/Alt}');
  expect(await screen.findByText(words('purchases:result.undoneTitle'))).toBeDefined();
  expect(bridge.of('purchases.undo')).toHaveLength(1);
});

it('typing anywhere but in a field goes to the box', async () => {
  const { user } = await atTheAmount();
  await user.keyboard('128{Enter}');
  const undo = await screen.findByRole('button', { name: new RegExp(words('purchases:undo.do')) });
  undo.focus();
  await user.keyboard('8');
  expect(document.activeElement).toBe(box());
});

it('a look at the points does not lose what is typed', async () => {
  const { user } = await atTheAmount();
  await user.keyboard('128.5{F3}');
  await screen.findByRole('region', { name: words('points:title') });
  await user.keyboard('{F2}');
  expect(amount().value).toBe('128.5');
  expect(document.activeElement).toBe(amount());
});

it('a payment code is no receipt number: it is cleared, in words', async () => {
  const { user } = await atTheAmount();
  const receipt = screen.getByLabelText<HTMLInputElement>(words('purchases:sale.receiptNo'));
  await user.type(receipt, '281234567890123456');
  expect(receipt.value).toBe('');
  expect(screen.getByText(words('purchases:sale.paymentCode'))).toBeDefined();
});

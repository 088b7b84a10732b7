import { LOCALES, type Locale } from '@domain/locale';
import { speak } from '@renderer/lib/i18n';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { later, type Replies } from '../support/bridge';
import { aBill, anEffect, aPurchase, idOf } from '../support/shop';
import { box, openWindowIn, settle, words } from '../support/window';

afterEach(() => speak('zh-CN'));

const owing = { pointsTakenBack: 108, shortfall: 20, balanceAfter: -20 };
/** 20 points are spent: owed, forgiven, or kept from the money, which this refund has too little of. */
const shortOf20 = ({ shortfall }: { shortfall: string }) =>
  shortfall === 'reduce_refund'
    ? { possible: false, code: 'reduction_too_large' }
    : {
        possible: true,
        effect:
          shortfall === 'debt' ? anEffect({ ...owing, debt: 20 }) : anEffect({ ...owing, balanceAfter: 0 }),
      };
const item = { quantityMilli: 1000, earns: true, fullPrice: true };
const LATTE = { ...item, product: '拿铁', amount: 1800, discount: 270 };
const CAKE = { ...item, product: '蛋糕', amount: 11000, discount: 1650 };
/** Two lines at 15 % off: ¥15.30 and ¥93.50. */
const DISCOUNTED = {
  gross: 12800,
  discount: 1920,
  total: 10880,
  paid: 10880,
  items: [LATTE, CAKE],
  lines: 2,
};

const amount = () => screen.getByLabelText<HTMLInputElement>(words('purchases:refund.amount'));
const panel = () => screen.getByRole('region', { name: words('purchases:refund.title') });
const theButton = () => within(panel()).getByRole('button', { name: words('purchases:refund.do') });
const way = (name: string) =>
  within(panel()).getByRole('radio', { name: new RegExp(words(`purchases:shortfall.${name}`)) });
const line = (word: string) => within(panel()).getByText(words(word)).parentElement?.textContent;

async function refunding(more: Replies = {}, locale: Locale = 'zh-CN') {
  const opened = await openWindowIn(locale, {
    'purchases.ofMember': () => ({
      total: 2,
      rows: [aPurchase(), aPurchase({ id: idOf(901), refunded: 12800 })],
    }),
    'purchases.detail': () => aBill(),
    'purchases.previewRefund': shortOf20,
    'purchases.refund': () => ({ refundId: idOf(7), effect: anEffect({ ...owing, debt: 20 }) }),
    ...more,
  });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await opened.user.keyboard('{F7}');
  const list = await screen.findByRole('listbox', { name: words('purchases:refund.which') });
  await waitFor(() => expect(document.activeElement).toBe(list));
  return opened;
}

/** The bill is chosen, and its whole amount stands there to be changed. */
async function simulating(more: Replies = {}, locale: Locale = 'zh-CN') {
  const opened = await refunding(more, locale);
  await opened.user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(amount()));
  return opened;
}

it('asks which sale, and offers only those with something left', async () => {
  await refunding();
  expect(screen.getByRole('listbox', { name: words('purchases:refund.which') }).children).toHaveLength(1);
});

it('Enter before the list is there is meant for its first row, and reaches nothing else', async () => {
  const slow = later<object>();
  const opened = await openWindowIn('zh-CN', {
    'purchases.detail': () => aBill(),
    'purchases.previewRefund': shortOf20,
  });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  opened.bridge.reply({ 'purchases.ofMember': () => slow.promise });
  opened.bridge.tell({ type: 'data-changed', scopes: ['purchases'] });
  await opened.user.keyboard('{F7}{Enter}');
  expect(screen.getByText(words('purchases:refund.which'))).toBeDefined();
  await act(async () => slow.come({ total: 1, rows: [aPurchase()] }));
  await waitFor(() => expect(document.activeElement).toBe(amount()));
});

it('a bill that coupons paid alone goes back for nothing: its coupons return', async () => {
  const free = { gross: 500, discount: 500, total: 0, paid: 0, pointsEarned: 0, refunded: 0 };
  const { bridge, user } = await simulating({
    'purchases.ofMember': () => ({ total: 1, rows: [aPurchase(free)] }),
    'purchases.detail': () => aBill(free),
    'purchases.previewRefund': () => ({ possible: true, effect: anEffect({ moneyBack: 0 }) }),
  });
  expect(amount().value).toBe('0');
  await waitFor(() => expect(theButton()).toHaveProperty('disabled', false));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(words('purchases:refund.doneTitle'))).toBeDefined();
  expect(bridge.of('purchases.refund')[0]?.input).toMatchObject({ amount: 0 });
});

describe.each(LOCALES)('%s', (locale) => {
  it('shows what happens before it happens; Enter alone does nothing', async () => {
    const { bridge, user } = await simulating({}, locale);
    expect(amount().value).toBe('128');
    expect(await screen.findByText(words('purchases:shortfall.title', { points: '20' }))).toBeDefined();
    expect(line('purchases:effect.takenBack')).toContain('−108');
    expect(line('purchases:effect.balanceAfter')).toContain('−20');
    await user.keyboard('{Enter}');
    await settle();
    expect(bridge.of('purchases.refund')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(words('purchases:refund.doneTitle'))).toBeDefined();
    expect(screen.getByText(words('purchases:effect.debt')).parentElement?.textContent).toContain('20');
    expect(bridge.of('purchases.refund')[0]?.input).toEqual({
      purchaseId: idOf(900),
      amount: 12800,
      shortfall: 'debt',
      reason: '',
    });
    expect(document.activeElement).toBe(box());
  });

  it('the three ways out of a shortfall stand beside each other in numbers, each asked of main', async () => {
    const { bridge, user } = await simulating({}, locale);
    await screen.findByText(words('purchases:shortfall.title', { points: '20' }));
    const label = (name: string) => way(name).closest('label')?.textContent;
    await waitFor(() => expect(label('reduce_refund')).toContain(words('purchases:shortfall.notPossible')));
    expect(label('debt')).toContain(words('purchases:shortfall.money', { money: '¥128.00' }));
    expect(label('debt')).toContain(words('purchases:shortfall.after', { points: '−20' }));
    expect(label('write_off')).toContain(words('purchases:shortfall.after', { points: '0' }));
    // By its digit, from wherever among them one is.
    way('debt').focus();
    await user.keyboard('2');
    expect((await within(panel()).findByRole('alert')).textContent).toBe(
      words('purchases:refundRefusal.reduction_too_large'),
    );
    expect(theButton().hasAttribute('disabled')).toBe(true);
    await user.keyboard('3');
    await user.type(screen.getByLabelText(words('purchases:refund.reason')), '变质');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(bridge.of('purchases.refund')).toHaveLength(1));
    expect(bridge.of('purchases.refund')[0]?.input).toMatchObject({
      shortfall: 'write_off',
      reason: '变质',
    });
  });
});

it('lines that come back add up at what they have cost; a typed amount takes their place', async () => {
  const { bridge, user } = await simulating({
    'purchases.detail': () => aBill(DISCOUNTED),
    'purchases.previewRefund': () => ({ possible: true, effect: anEffect() }),
  });
  const tick = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
  tick(/拿铁/).focus();
  await user.keyboard(' ');
  expect(amount().value).toBe('15.30');
  tick(/蛋糕/).focus();
  await user.keyboard(' ');
  expect(amount().value).toBe('108.80');
  tick(/拿铁/).focus();
  await user.keyboard(' ');
  expect(amount().value).toBe('93.50');
  await user.clear(amount());
  await user.type(amount(), '50');
  expect(tick(/蛋糕/).checked).toBe(false);
  await waitFor(() => expect(theButton().hasAttribute('disabled')).toBe(false));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(bridge.of('purchases.refund')[0]?.input).toMatchObject({ amount: 5000 }));
});

it('says by name what becomes of coupons and level, and of points whose lot has lapsed', async () => {
  const named = (number: number, name: string) => ({
    id: idOf(500 + number),
    name,
    code: `C${number}`,
    lastDay: '2099-12-21',
  });
  const coupons = {
    restored: [named(1, '诚意券')],
    lapsed: [named(2, '推荐券')],
    revoked: [named(3, '回头券')],
    kept: [named(4, '致歉券')],
  };
  await simulating({
    'purchases.previewRefund': () => ({
      possible: true,
      effect: anEffect({
        coupons,
        tier: { from: 'vip', to: 'loyal' },
        pointsRestored: 500,
        revived: { points: 200, lastDay: '2099-12-21' },
      }),
    }),
  });
  const date = '2099年12月21日';
  await waitFor(() => expect(theButton().hasAttribute('disabled')).toBe(false));
  for (const [end, [coupon]] of Object.entries(coupons))
    expect(
      screen.getByText(words(`purchases:effect.coupon.${end}`, { name: coupon?.name, date })),
    ).toBeDefined();
  const levels = { from: 'VIP', to: words('common:tier.loyal') };
  expect(screen.getByText(words('purchases:effect.tier', levels))).toBeDefined();
  expect(screen.getByText(words('purchases:effect.revived', { points: '200', date }))).toBeDefined();
});

it('part of a bill leaves its coupons alone, and says so', async () => {
  const used = { id: idOf(501), name: '诚意券', code: 'C1', lastDay: '2099-12-21' };
  const { user } = await simulating({
    'purchases.detail': () => aBill({ couponsUsed: [used] }),
    'purchases.previewRefund': () => ({ possible: true, effect: anEffect() }),
  });
  await waitFor(() => expect(theButton().hasAttribute('disabled')).toBe(false));
  expect(screen.queryByText(words('purchases:effect.couponsStay'))).toBeNull();
  await user.clear(amount());
  await user.type(amount(), '50');
  expect(await screen.findByText(words('purchases:effect.couponsStay'))).toBeDefined();
});

it('an amount that cannot be read empties the figures and leaves their places', async () => {
  const { bridge, user } = await simulating();
  await waitFor(() => expect(line('purchases:effect.balanceAfter')).toContain('−20'));
  await user.clear(amount());
  await user.type(amount(), '1x');
  expect(line('purchases:effect.takenBack')).toContain('—');
  expect(line('purchases:effect.balanceAfter')).toContain('—');
  expect(line('purchases:effect.moneyBack')).toContain('¥—');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.of('purchases.refund')).toEqual([]);
});

it('the money that goes back says what it is made of', async () => {
  const { user } = await simulating({
    'purchases.detail': () => aBill({ pointsRedeemed: 500, pointsWorth: 500, paid: 12300 }),
    'purchases.previewRefund': () => ({
      possible: true,
      effect: anEffect({ moneyBack: 12300, pointsRestored: 500 }),
    }),
  });
  const figure = await within(panel()).findByRole('button', { name: '¥123.00' });
  figure.focus();
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('dialog')).textContent).toContain(
    words('purchases:effect.why.byPoints', { money: '¥5.00', points: '500' }),
  );
});

it('more than is left is refused at the field and cannot be confirmed', async () => {
  const { bridge, user } = await simulating();
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
  const { user } = await simulating();
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('listbox', { name: words('purchases:refund.which') })).toBeDefined();
  await user.keyboard('{Escape}');
  expect(await screen.findByLabelText(words('purchases:sale.amount'))).toBeDefined();
  expect(document.activeElement).toBe(box());
});

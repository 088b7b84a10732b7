import { LOCALES, type Locale } from '@domain/locale';
import { speak } from '@renderer/lib/i18n';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { aBill, aPurchase, idOf } from '../support/shop';
import { box, openWindowIn, words } from '../support/window';

afterEach(() => speak('zh-CN'));

/** 128 yuan, VIP 15 % off, a coupon of 20, 500 points: 83.80. */
const ACCOUNT = {
  steps: [
    { kind: 'gross', amount: 12800 },
    { kind: 'tier', amount: -1920, tier: 'vip', percentOff: 15, base: 12800 },
    {
      kind: 'coupon',
      amount: -2000,
      couponId: idOf(501),
      name: '诚意券',
      terms: { kind: 'amount', off: 2000, threshold: 0 },
      base: 10880,
    },
    { kind: 'total', amount: 8880 },
    { kind: 'points', amount: -500, points: 500 },
    { kind: 'due', amount: 8380 },
  ],
  earning: {
    base: 8380,
    rate: { points: 1, perFen: 100 },
    tier: { tier: 'vip', multiplier: { up: 3, per: 2 } },
    event: null,
    points: 125,
  },
  passedOver: null,
};
const SUMS = {
  discount: 3920,
  total: 8880,
  pointsRedeemed: 500,
  pointsWorth: 500,
  paid: 8380,
  pointsEarned: 125,
};
const panel = () => screen.getByRole('region', { name: words('purchases:bill.title') });
const row = (word: string) => within(panel()).getByText(word).parentElement?.textContent;

/** F10 goes to the purchases, Enter opens the newest. */
async function looking(bill: object, locale: Locale = 'zh-CN') {
  const opened = await openWindowIn(locale, {
    'purchases.ofMember': () => ({ total: 1, rows: [aPurchase(SUMS)] }),
    'purchases.detail': () => aBill({ ...SUMS, ...bill }),
    'purchases.previewRefund': () => ({ possible: false, code: 'nothing_left' }),
  });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('listbox', { name: words('purchases:list.title') });
  await opened.user.keyboard('{F10}{Enter}');
  await waitFor(() => panel());
  await within(panel()).findByText(words('purchases:step.paid'));
  return opened;
}

describe.each(LOCALES)('%s', (locale) => {
  it('a bill of the past tells its steps, each with its sum, and the rules of its day', async () => {
    const { user } = await looking({ account: ACCOUNT }, locale);
    expect(row(words('purchases:step.coupon', { name: '诚意券' }))).toContain('−¥20.00');
    expect(row(words('purchases:step.paid'))).toContain('¥83.80');
    expect(panel().textContent).toContain('+125');
    const date = locale === 'en' ? '1 May 2026' : '2026年5月1日';
    expect(within(panel()).getByText(words('rule.since', { date, version: 3 }))).toBeDefined();
    within(panel()).getByRole('button', { name: '−¥19.20' }).focus();
    await user.keyboard('{Enter}');
    const sum = { base: '¥128.00', percent: 15, amount: '¥19.20' };
    expect((await screen.findByRole('dialog')).textContent).toContain(words('purchases:why.tier.sum', sum));
  });
});

it('an imported bill says that how its price came about was not kept', async () => {
  await looking({});
  expect(within(panel()).getByText(words('purchases:bill.noAccount'))).toBeDefined();
  expect(row(words('purchases:bill.discount'))).toContain('−¥39.20');
});

it('F7 goes on to the refund of this very bill', async () => {
  const { user } = await looking({ account: ACCOUNT });
  await user.keyboard('{F7}');
  const refund = await screen.findByRole('region', { name: words('purchases:refund.title') });
  expect(within(refund).getByLabelText<HTMLInputElement>(words('purchases:refund.amount')).value).toBe(
    '88.80',
  );
});

it('a bill that went back as a whole offers no refund', async () => {
  await looking({
    refunded: 8880,
    refunds: [
      {
        id: idOf(7),
        kind: 'all',
        amount: 8880,
        moneyBack: 8380,
        at: Date.UTC(2026, 10, 22, 6),
        reason: '变质',
      },
    ],
  });
  expect(panel().textContent).toContain('变质');
  expect(within(panel()).queryByRole('button', { name: words('purchases:bill.refund') })).toBeNull();
});

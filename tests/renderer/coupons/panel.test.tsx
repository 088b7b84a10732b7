import type { Locale } from '@domain/locale';
import { speak } from '@renderer/lib/i18n';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { aCoupon, cardOf, deskOf, idOf, ZHANG } from '../support/shop';
import { box, openWindowIn, settle, words } from '../support/window';

afterEach(() => speak('zh-CN'));

const mug = { kind: 'gift', item: '马克杯', cost: 1500, threshold: 0 };
const COUPONS = [
  aCoupon(1, { lastDay: '2026-12-21' }),
  aCoupon(2, { terms: mug, stacks: true }),
  aCoupon(3, {
    stateToday: 'not_yet',
    firstDay: '2098-12-01',
    terms: { kind: 'percent', percentOff: 15, cap: 3000, threshold: 5000 },
    blackout: [{ from: '2098-12-24', to: '2098-12-25' }],
  }),
  aCoupon(4, { state: 'used', stateToday: 'used', usedOnSale: idOf(900) }),
  aCoupon(5, { stateToday: 'lapsed', lastDay: '2026-11-10' }),
];

async function atTheCoupons(more: Replies = {}, locale: Locale = 'zh-CN') {
  const opened = await openWindowIn(locale, {
    'members.card': () => cardOf(ZHANG, { coupons: COUPONS.slice(0, 2) }),
    'coupons.ofMember': () => COUPONS,
    ...more,
  });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await opened.user.keyboard('{F4}');
  const panel = await screen.findByRole('region', { name: words('coupons:title') });
  await within(panel).findAllByRole('listitem');
  return { ...opened, panel };
}
const lays = (panel: HTMLElement) =>
  within(panel).getAllByRole('button', { name: /放到账单|Put on the bill/ });

it('S49 F4 shows all coupons in groups, each with its terms, validity and state in words', async () => {
  const { panel } = await atTheCoupons();
  expect(
    within(panel)
      .getAllByRole('heading', { level: 3 })
      .map((head) => head.textContent),
  ).toEqual(['今天可用 2', '还不能用 1', '已用 1', '已过期 1']);
  const [plain, gift, percent] = within(panel).getAllByRole('listitem');
  expect(plain?.textContent).toContain('减 ¥20.00，无门槛');
  expect(gift?.textContent).toContain('送马克杯，无门槛 · 可与其他券同用');
  expect(percent?.textContent).toContain('满 ¥50.00 8.5 折，最多减 ¥30.00');
  expect(percent?.textContent).toContain('不可用：2098年12月24日–2098年12月25日');
  expect(percent?.textContent).toContain('这张券要到 2098年12月1日 才能用。');
  expect(lays(panel)).toHaveLength(2);
});

it('says the same in English', async () => {
  const { panel } = await atTheCoupons({}, 'en');
  expect(panel.textContent).toContain('¥20.00 off, on any bill');
  expect(panel.textContent).toContain('15% off, at most ¥30.00, on bills from ¥50.00');
});

it('arrows go from one usable coupon to the next, Enter lays it on the bill', async () => {
  const { panel, user } = await atTheCoupons();
  await waitFor(() => expect(document.activeElement).toBe(lays(panel)[0]));
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(lays(panel)[1]);
  await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  const chosen = await screen.findByRole('button', { name: /券1/, pressed: true });
  expect(chosen).toBeDefined();
  expect(document.activeElement).toBe(screen.getByLabelText(words('purchases:sale.amount')));
});

it('S44 a gift is handed over without a bill, and its button asks twice', async () => {
  const { bridge, panel, user } = await atTheCoupons({ 'coupons.handOver': () => ({}) });
  await user.click(within(panel).getByRole('button', { name: words('coupons:handOver') }));
  await settle();
  expect(bridge.of('coupons.handOver')).toEqual([]);
  await user.click(within(panel).getByRole('button', { name: words('coupons:handOverSure') }));
  await waitFor(() => expect(bridge.of('coupons.handOver')).toHaveLength(1));
  expect(bridge.of('coupons.handOver')[0]?.input).toEqual({ couponId: idOf(502) });
});

it('a gift that somebody else has just handed over is refused in words', async () => {
  const { panel, user } = await atTheCoupons({
    'coupons.handOver': () => refused('coupon_not_usable', { state: 'used' }),
  });
  await user.click(within(panel).getByRole('button', { name: words('coupons:handOver') }));
  await user.click(within(panel).getByRole('button', { name: words('coupons:handOverSure') }));
  expect((await screen.findByRole('alert')).textContent).toBe(words('coupons:notUsable.used'));
});

it('a manager withdraws an unused coupon with a reason; Esc only leaves the reason', async () => {
  const { bridge, panel, user } = await atTheCoupons({
    'staff.current': () => deskOf({ id: idOf(98), name: '王店长', role: 'manager' }),
    'coupons.withdraw': () => ({}),
  });
  const buttons = () => within(panel).getAllByRole('button', { name: words('coupons:withdraw') });
  await waitFor(() => expect(buttons()).toHaveLength(3)); // not of the used and the lapsed one
  await user.click(buttons()[0] ?? panel);
  await user.keyboard('{Escape}');
  expect(panel.isConnected).toBe(true);
  await user.click(buttons()[0] ?? panel);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText(words('coupons:refusal.reason_needed'))).toBeDefined();
  await user.keyboard('发错人{Control>}{Enter}{/Control}');
  await waitFor(() => expect(bridge.of('coupons.withdraw')).toHaveLength(1));
  expect(bridge.of('coupons.withdraw')[0]?.input).toEqual({ couponId: idOf(501), reason: '发错人' });
});

it('a cashier reads at the button that a manager’s PIN is wanted', async () => {
  const { panel } = await atTheCoupons();
  expect(await within(panel).findAllByText(words('may.with_pin.manager'))).toHaveLength(3);
});

it('? on a code tells the rule and every step of the coupon', async () => {
  const { panel, user } = await atTheCoupons({
    'coupons.why': () => ({
      coupon: COUPONS[3],
      rule: { version: 2, effectiveFrom: '2026-01-01' },
      reason: '排队太久',
      events: [
        {
          kind: 'issued',
          at: Date.UTC(2026, 10, 1, 4),
          staffName: '李店员',
          receiptNo: null,
          purchaseId: null,
          reason: '',
        },
        {
          kind: 'used',
          at: Date.UTC(2026, 10, 9, 4),
          staffName: '王店长',
          receiptNo: 'R42',
          purchaseId: idOf(900),
          reason: '',
        },
      ],
    }),
  });
  within(panel).getByRole('button', { name: 'C4' }).focus();
  await user.keyboard('?');
  const why = await screen.findByRole('dialog', { name: words('coupons:why.title') });
  await within(why).findByText(/R42/);
  for (const text of ['挽回', '排队太久', '规则第 2 版', '发出', '用于消费', '王店长'])
    expect(why.textContent).toContain(text);
});

const offer = (allowance: object | null) => ({
  allowance,
  templates: [
    {
      id: 'win-back',
      name: '诚意券',
      trigger: 'win_back',
      terms: { kind: 'amount', off: 2000, threshold: 0 },
      lastDay: '2026-12-21',
    },
    {
      id: 'apology',
      name: '致歉券',
      trigger: 'apology',
      terms: { kind: 'amount', off: 1000, threshold: 0 },
      lastDay: '2026-12-21',
    },
  ],
});

it('S50 S80 Alt+G gives one by hand: the allowance first, a digit, a reason, Ctrl+Enter', async () => {
  const { bridge, user } = await atTheCoupons({
    'coupons.handTemplates': () => offer({ limit: 5000, used: 2000 }),
    'coupons.giveByHand': () => ({ couponId: idOf(509), code: 'Q0000000000017', lastDay: '2026-12-21' }),
  });
  await user.keyboard('{Alt>}g{/Alt}');
  expect(await screen.findByText('今天还可送 ¥30.00（每天 ¥50.00，已送 ¥20.00）')).toBeDefined();
  await user.keyboard('2排队太久{Control>}{Enter}{/Control}');
  await waitFor(() => expect(bridge.of('coupons.giveByHand')).toHaveLength(1));
  expect(bridge.of('coupons.giveByHand')[0]?.input).toEqual({
    memberId: ZHANG.id,
    templateId: 'apology',
    reason: '排队太久',
  });
  expect(await screen.findByText(/Q0000000000017/)).toBeDefined();
  expect(screen.getByRole('region', { name: words('coupons:title') })).toBeDefined();
});

it('S80 above the allowance: the rule with its numbers, and the reason stays; Esc goes back to the list', async () => {
  const { user } = await atTheCoupons({
    'coupons.handTemplates': () => offer({ limit: 5000, used: 4000 }),
    'coupons.giveByHand': () => refused('above_allowance', { limit: 5000, used: 4000, worth: 2000 }),
  });
  await user.keyboard('{Alt>}g{/Alt}');
  await user.type(
    await screen.findByLabelText(words('coupons:give.reason')),
    '补偿{Control>}{Enter}{/Control}',
  );
  expect((await screen.findByRole('alert')).textContent).toBe(
    words('coupons:refusal.above_allowance', { worth: '¥20.00', limit: '¥50.00', used: '¥40.00' }),
  );
  expect(screen.getByLabelText<HTMLInputElement>(words('coupons:give.reason')).value).toBe('补偿');
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('region', { name: words('coupons:title') })).toBeDefined();
});

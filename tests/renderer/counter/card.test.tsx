import { addDays } from '@domain/calendar/business-day';
import type { Locale } from '@domain/locale';
import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { nowInstant, today } from '@renderer/lib/format';
import { speak } from '@renderer/lib/i18n';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { aCoupon, aStanding, cardOf, idOf, ZHANG } from '../support/shop';
import { box, openWindowIn, words } from '../support/window';

afterEach(() => speak('zh-CN'));

const { vip } = DEFAULT_RULES.tiers.rights;
const vipStanding = (more: object = {}) =>
  aStanding({ tier: 'vip', until: '2099-05-18', next: null, rights: vip, ...more });

async function cardShown(more: object, replies: Replies = {}, locale: Locale = 'zh-CN') {
  const opened = await openWindowIn(locale, {
    'members.card': () => cardOf(ZHANG, more),
    ...replies,
  });
  await opened.user.type(box(), '8812{Enter}');
  const card = await screen.findByRole('article', { name: '张三' });
  return { ...opened, card };
}

describe('S83 what may be taken off stands in words, so that nobody has to refuse or guess', () => {
  it.each([
    ['a tier with a discount', vip, 0, '正价商品 8.5 折（特价不享）'],
    ['a tier without one', DEFAULT_RULES.tiers.rights.regular, 0, '没有等级折扣，按原价收款'],
    ['a member day', DEFAULT_RULES.tiers.rights.regular, 20, '今天会员日：全场 8 折'],
    ['both', vip, 20, '正价商品 8.5 折（特价不享）今天会员日：全场 8 折，比等级折扣更优惠时按它'],
  ])('%s', async (_what, rights, memberDayPercent, sentence) => {
    const { card } = await cardShown({ memberDayPercent, standing: aStanding({ rights }) });
    expect(card.textContent).toContain(sentence);
  });

  it('in English', async () => {
    const { card } = await cardShown({ memberDayPercent: 20, standing: vipStanding() }, {}, 'en');
    expect(card.textContent).toContain('15% off on full-price goods (not on special prices)');
    expect(card.textContent).toContain('20% off on everything');
  });
});

describe('S41 S51 how far to the next level, and how long this one is kept', () => {
  it.each([
    [
      'to the next',
      aStanding({ next: { tier: 'vip', money: 31200, visits: 3 } }),
      '还差 ¥312.00 或 3 次升 VIP',
    ],
    ['kept', vipStanding(), '保级至 2099年5月18日'],
    [
      'to keep it',
      vipStanding({ keep: { money: 40000, visits: 2 } }),
      '保级还差 ¥400.00 或 2 次，截止 2099年5月18日',
    ],
    ['by hand', vipStanding({ fixed: true, until: null }), '手工定级，长期有效'],
    ['by hand, with an end', vipStanding({ fixed: true }), '手工定级至 2099年5月18日'],
  ])('%s', async (_what, standing, sentence) => {
    const { card } = await cardShown({ standing });
    expect(card.textContent).toContain(sentence);
  });
});

it.each([
  [60, true],
  [61, false],
])('a level that would be lost in %d days stands out: %s', async (days, stands) => {
  const place = { locale: 'zh-CN', zone: 'Asia/Shanghai', dayStartHour: 0 } as const;
  const until = addDays(today(place, nowInstant()), days);
  const { card } = await cardShown({ standing: vipStanding({ keep: { money: 40000, visits: 2 }, until }) });
  expect(
    within(card)
      .getByText(/保级还差/)
      .classList.contains('soon'),
  ).toBe(stands);
});

it('S42 S54 the rights of the tier, and who looks after them', async () => {
  const adviser = { id: idOf(98), name: '李店员' };
  const { card } = await cardShown({ standing: vipStanding(), adviser });
  const rights = within(card).getByRole('list', { name: words('tiers:rights.label') });
  expect(rights.textContent).toBe('新品、预约优先顾问 李店员生日礼：刻名马克杯');
});

describe('S44-S46 birthday and anniversary in their window', () => {
  const birthday = (inDays: number, multiplier: object | null = null) => ({
    kind: 'birthday',
    inDays,
    years: 36,
    multiplier,
  });
  const gift = aCoupon(1, {
    trigger: 'birthday',
    terms: { kind: 'gift', item: '马克杯', cost: 1500, threshold: 0 },
  });
  it.each([
    ['ahead', [birthday(3)], [], '生日 3 天后'],
    ['today', [birthday(0, { up: 2, per: 1 })], [], '今天生日：积分 2 倍'],
    ['today, half as much again', [birthday(0, { up: 3, per: 2 })], [], '今天生日：积分 1.5 倍'],
    ['gone by, the gift still waits', [birthday(-5)], [gift], '5 天前生日，礼未领'],
    ['gone by', [birthday(-5)], [], '5 天前生日'],
    ['joining', [{ kind: 'anniversary', inDays: 0, years: 2, multiplier: null }], [], '今天入会 2 周年'],
  ])('%s', async (_what, occasions, coupons, sentence) => {
    const { card } = await cardShown({ occasions, coupons });
    expect(card.querySelector('header')?.textContent).toContain(sentence);
    if (coupons.length === 0) expect(card.textContent).not.toContain('礼未领');
  });
});

it('coupons: how many there are, and when the first lapses; F4 leads to them', async () => {
  const coupons = [aCoupon(1, { lastDay: '2098-12-01' }), aCoupon(2)];
  const { card, user } = await cardShown({ coupons }, { 'coupons.ofMember': () => coupons });
  expect(card.textContent).toContain('券 2 · 券1 · 最近到期 2098年12月1日');
  await user.keyboard('{F4}');
  expect(await screen.findByRole('region', { name: words('coupons:title') })).toBeDefined();
});

describe('? on a figure of the card', () => {
  const why = {
    standing: aStanding({ tier: 'loyal', next: { tier: 'vip', money: 31200, visits: 3 } }),
    windowMonths: 12,
    protectionMonths: 12,
    loyal: { money: 100000, visits: 12 },
    vip: { money: 500000, visits: 36 },
    rule: { version: 3, effectiveFrom: '2020-01-01' },
    bills: [
      { purchaseId: idOf(1), on: '2026-11-20', receiptNo: 'R7', money: 12800, stands: true },
      { purchaseId: idOf(2), on: '2026-11-01', receiptNo: null, money: 0, stands: false },
    ],
    billsInAll: 2,
    changes: [
      {
        kind: 'by_hand',
        from: 'regular',
        to: 'loyal',
        on: '2026-10-01',
        until: '2027-10-01',
        fixed: false,
        money: 90000,
        visits: 11,
        reason: '老顾客转店',
        at: Date.UTC(2026, 9, 1, 4),
        staffName: '王店长',
        rule: { version: 2, effectiveFrom: '2025-01-01' },
      },
    ],
  };

  it('S41 the tier tells what was counted, the rule, and every change with its reason', async () => {
    const { card, user } = await cardShown({}, { 'tiers.why': () => why });
    await user.tab();
    expect(document.activeElement).toBe(within(card).getByTitle(words('members:card.whyTier')));
    await user.keyboard('?');
    const panel = await screen.findByRole('dialog', { name: words('members:card.whyTier') });
    await within(panel).findByText(words('rule.since', { version: 3, date: '2020年1月1日' }));
    for (const text of [
      '¥320.00 · 8 次',
      '12 个月内满 ¥5,000.00 或 36 次',
      'R7',
      words('tiers:why.returned'),
      '手工定为 忠实',
      '老顾客转店',
      '¥900.00 · 11 次',
      '王店长',
    ])
      expect(panel.textContent).toContain(text);
    expect(screen.queryByText(words('common:help.title'))).toBeNull();
  });

  it('the balance asks for its rows only then, and Esc leads back to the figure, then to the box', async () => {
    const { bridge, card, user } = await cardShown(
      {},
      {
        'points.whyBalance': () => ({
          balance: 1284,
          lapsedUnwritten: 0,
          debt: 0,
          byKind: [{ kind: 'earn', entries: 42, points: 1284 }],
          worth: { points: 100, worthFen: 100 },
          rule: { version: 1, effectiveFrom: '2025-01-01' },
        }),
      },
    );
    const figure = within(card).getByTitle(words('members:card.whyPoints'));
    expect(bridge.of('points.whyBalance')).toEqual([]);
    await user.click(figure);
    await screen.findByText('+1,284');
    await waitFor(() => expect(document.activeElement?.closest('[data-why]')).not.toBeNull());
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(figure);
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(box());
    expect(card.isConnected).toBe(true);
  });

  it('whoever types on, types into the box', async () => {
    const { card, user } = await cardShown({}, { 'tiers.why': () => why });
    await user.click(within(card).getByTitle(words('members:card.whyTier')));
    const title = words('members:card.whyTier');
    const panel = await screen.findByRole('dialog', { name: title });
    await waitFor(() => expect(panel.contains(document.activeElement)).toBe(true));
    await user.keyboard('88');
    expect(box().value).toBe('88');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: title })).toBeNull());
  });
});

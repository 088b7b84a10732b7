import { speak } from '@renderer/lib/i18n';
import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { cardOf, ZHANG } from '../support/shop';
import { box, openWindowIn } from '../support/window';

afterEach(() => speak('zh-CN'));

const DAY = '2026-05-18';

const known = (run: object | null, more: object = {}) => ({
  class: 'A',
  memberDays: 400,
  visits: 42,
  spent: 1_600_00,
  lastOn: DAY,
  silentDays: 31,
  averageTicket: 38_50,
  visitsPerMonth: 3.2,
  brought: 0,
  broughtBuyers: 0,
  run,
  ...more,
});

const judged = (more: object = {}) => ({
  asOf: DAY,
  classBefore: 'B',
  excluded: false,
  value: 'high',
  stage: 'develop',
  relation: 'old',
  rfm: null,
  traits: ['loyalty'],
  base: true,
  cluster: null,
  usualGap: 9,
  alivePerMille: 921,
  expectedPurchases: 30,
  expectedMoney: 1_240_00,
  warned: false,
  ...more,
});

async function shown(insight: object | null, locale: 'zh-CN' | 'en' = 'zh-CN', hint: object | null = null) {
  const { user } = await openWindowIn(locale, {
    'members.card': () => cardOf(ZHANG),
    'insights.ofMember': () => insight,
    'insights.hint': () => hint,
  });
  await user.type(box(), '8812{Enter}');
  return screen.findByRole('article', { name: '张三' });
}

const facts = (card: HTMLElement): (string | null)[] =>
  [...card.querySelectorAll('dd')].slice(-4).map((value) => value.textContent);

describe('what the shop knows of its customer beyond the last visit', () => {
  it('S13 S25 class and stage, value, habit and ticket, what the coming year should bring', async () => {
    const card = await shown(known(judged()));
    await screen.findByText('A 忠诚 · 发展');
    expect(facts(card)).toEqual([
      'A 忠诚 · 发展',
      '高价值 · 基盘客户',
      '约 9 天来一次 · 客单 ¥38.50',
      '约 ¥1,240 · 几乎一定会再来',
    ]);
  });

  it('S38 says whom they brought', async () => {
    await shown(known(judged(), { brought: 5, broughtBuyers: 3 }), 'en');
    expect(await screen.findByText('high · base customer · brought 5, 3 bought')).toBeDefined();
  });

  it('S18 a valuable one about to leave is told in numbers', async () => {
    await shown(known(judged({ warned: true })));
    expect(await screen.findByText('快要流失：通常 9 天来一次，已经 31 天没来。')).toBeDefined();
  });

  it('before the first run it says what the bills say, and no guess', async () => {
    const card = await shown(known(null, { visitsPerMonth: null, averageTicket: null }));
    await screen.findByText('A 忠诚');
    expect(facts(card)).toEqual(['A 忠诚', '—', '—', '—']);
  });

  it('S36 points out what goes with their usual item, and says how surely', async () => {
    const hint = { usual: '拿铁', product: '可颂', together: 46, withUsual: 200, lift: 180 };
    const card = await shown(known(judged()), 'zh-CN', { ...hint, from: DAY, to: DAY });
    await screen.findByText('200 单里有 46 单，是平常的 1.8 倍。');
    expect(card.textContent).toContain('可以推荐可颂：常和拿铁一起买。');
  });
});

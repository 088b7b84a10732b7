import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { atSettings, freshSettings, go, inUse, s } from './at-settings';

freshSettings();

describe('the history of the rules', () => {
  const MADE = Date.UTC(2026, 10, 20, 4);
  const row = (version: number, more: object) => ({
    version,
    effectiveFrom: '2026-11-20',
    madeAt: MADE,
    staffName: '王老板',
    state: 'past',
    changes: [],
    ...more,
  });
  const template = DEFAULT_RULES.coupons.templates[0];
  const history = () => [
    row(3, {
      state: 'planned',
      effectiveFrom: '2099-12-01',
      changes: [
        { path: 'tiers.rights.loyal.discountPercent', before: '10', after: '15' },
        { path: 'memberDay.weekdays', before: '[]', after: '[2,3]' },
        { path: 'coupons.templates.first-purchase', before: '', after: JSON.stringify(template) },
        {
          path: 'earnEvents.618',
          before: '{"from":"2026-06-18","multiplier":{"per":1,"up":2},"name":"618","to":"2026-06-18"}',
          after: '',
        },
      ],
    }),
    row(2, { state: 'in_force', changes: [{ path: 'points.earn.perFen', before: '100', after: '250' }] }),
    row(1, { state: 'first', effectiveFrom: '2000-01-01' }),
  ];

  it('says of every version what changed in words, who made it, when, and what became of it', async () => {
    const { user } = await atSettings({ 'settings.ruleHistory': history });
    await go(user, 'history');
    const [planned, current, first] = await screen.findAllByRole('listitem');
    expect(planned?.textContent).toContain(s('history.state.planned'));
    expect(planned?.textContent).toContain('忠实 · 折扣9 折 → 8.5 折');
    expect(planned?.textContent).toContain('会员日：每周没有 → 周二、周三');
    expect(planned?.textContent).toContain('券“首单回头券”没有 → 首次消费后发出，减 ¥5.00');
    expect(planned?.textContent).toContain('活动“618”6月18日 周四 积分 2 倍 → 删去');
    expect(current?.textContent).toContain('每消费（元）1 → 2.50');
    expect(current?.textContent).toContain('王老板，11月20日 周五 12:00 保存');
    expect(first?.textContent).toContain(s('history.first'));
    expect(within(current ?? document.body).queryByRole('button')).toBeNull();
  });

  it('S58 S72 S85 S94 says the rules of the service desk as whoever serves would', async () => {
    const rules = DEFAULT_RULES;
    const [leaf] = rules.complaints.reasons;
    const [festival] = rules.care.festivals.filter(({ id }) => id === 'mid-autumn');
    const [script] = rules.care.scripts;
    const [dimension] = rules.surveys.dimensions;
    const [band] = rules.timeBands;
    const day = { opens: 540, closes: 1260 };
    const changed = (path: string, before: unknown, after: unknown) => ({
      path,
      before: before === undefined ? '' : JSON.stringify(before),
      after: after === undefined ? '' : JSON.stringify(after),
    });
    const changes = [
      changed('complaints.storeHours', false, true),
      changed('complaints.reasons.staff_attitude', leaf, { ...leaf, name: '态度生硬', active: false }),
      changed('care.festivals.mid-autumn', festival, undefined),
      changed('care.scripts.first-purchase', undefined, { ...script, text: '用得好吗？' }),
      changed('care.scripts.win', undefined, {
        ...{ id: 'win', kind: 'win_back', cause: 'competitor', name: '请回来' },
        ...{ content: 'offer', text: '来比一比' },
      }),
      changed('care.off', [], ['birthday', 'festival']),
      changed('care.quiet.from', 1260, 1320),
      changed('care.nurtureDays', [7, 30], [7, 14]),
      changed('surveys.dimensions.range', dimension, { ...dimension, active: false }),
      changed('timeBands.8', band, { ...band, to: 1440 }),
      changed('hours.weekly', Array(7).fill(day), [
        ...Array(5).fill(day),
        { opens: 600, closes: 1500 },
        null,
      ]),
    ];
    const { user } = await atSettings({
      'settings.ruleHistory': () => [row(2, { state: 'in_force', changes })],
    });
    await go(user, 'history');
    const said = [...document.querySelectorAll('dl > div')].map((line) => line.textContent);
    expect(said).toEqual([
      '时限只算营业时间否 → 是',
      '投诉原因人员 · 服务态度 → 人员 · 态度生硬（已停用）',
      '节日中秋：农历 8 月 15 日，提前 2 天，送月饼 → 删去',
      '话术没有 → 首购回访（首购回访、服务）：用得好吗？',
      '话术没有 → 请回来（流失挽回、去了别家：讲不同、优惠）：来比一比',
      '不自动安排的关怀没有 → 生日问候、节日问候',
      '免打扰从21:00 → 22:00',
      '入会几天还没买时介绍（天）7, 30 → 7, 14',
      '评价的方面应有的 · 商品齐全 → 应有的 · 商品齐全（已停用）',
      '分时段提示08:00–10:00 出餐要快，推荐早餐套餐 → 08:00–24:00 出餐要快，推荐早餐套餐',
      '营业时间每天 09:00-21:00 → 周一至周五 09:00-21:00，周六 10:00-01:00，周日 休息',
    ]);
  });

  it('a plan is withdrawn by the rules of the day before it, on the second press', async () => {
    const planned = [
      {
        version: 3,
        effectiveFrom: '2099-12-01',
        rules: { ...DEFAULT_RULES, hours: { ...DEFAULT_RULES.hours, closedDates: ['2099-12-24'] } },
      },
    ];
    const { bridge, user } = await atSettings({
      'settings.ruleHistory': history,
      'settings.rules': () => inUse({ latest: 3, version: 2, planned }),
      'settings.changeRules': () => ({ version: 4 }),
    });
    await go(user, 'history');
    (await screen.findByRole('button', { name: s('history.withdraw') })).focus();
    await user.keyboard('{Enter}');
    expect(bridge.of('settings.changeRules')).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(bridge.of('settings.changeRules').map(({ input }) => input)).toEqual([
        { basedOn: 3, rules: DEFAULT_RULES, effectiveFrom: '2099-12-01' },
      ]),
    );
  });
});

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
    expect(planned?.textContent).toContain('券「首单回头券」没有 → 首次消费后发出，减 ¥5.00');
    expect(planned?.textContent).toContain('活动「618」6月18日 周四 积分 2 倍 → 删去');
    expect(current?.textContent).toContain('每消费（元）1 → 2.50');
    expect(current?.textContent).toContain('王老板，11月20日 周五 12:00 保存');
    expect(first?.textContent).toContain(s('history.first'));
    expect(within(current ?? document.body).queryByRole('button')).toBeNull();
  });

  it('a plan is withdrawn by the rules of the day before it, on the second press', async () => {
    const planned = [
      {
        version: 3,
        effectiveFrom: '2099-12-01',
        rules: { ...DEFAULT_RULES, complaints: { responseHours: 1, resolutionHours: 2 } },
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

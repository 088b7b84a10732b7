import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { openWindow, words } from '../support/window';

const s = (key: string, values: Record<string, unknown> = {}) => words(`settings:${key}`, values);

async function atSettings(more: Replies = {}) {
  const opened = await openWindow(more);
  await opened.user.keyboard('{Control>}5{/Control}');
  await screen.findByRole('heading', { name: s('rules.title') });
  return opened;
}
const field = (key: string) => screen.getByLabelText<HTMLInputElement>(s(key));
async function put(user: Awaited<ReturnType<typeof atSettings>>['user'], key: string, text: string) {
  await user.clear(field(key));
  await user.type(field(key), text);
}

describe('the rules of the shop', () => {
  it('the example follows the typing, by the same rule as the counter', async () => {
    const { user } = await atSettings();
    expect(screen.getByText('例：消费 ¥88.80 得 88 分。')).toBeTruthy();
    await put(user, 'rules.earn_per', '3');
    expect(screen.getByText('例：消费 ¥88.80 得 29 分。')).toBeTruthy();
    await put(user, 'rules.expiry', '0');
    expect(screen.getByText(s('rules.example_never'))).toBeTruthy();
    await put(user, 'rules.percent', '20');
    expect(screen.getByText('例：¥100.00 的账单最多用 2,000 分，抵 ¥20.00。')).toBeTruthy();
  });

  it('are saved by Ctrl+Enter, based on the version that was shown', async () => {
    const { bridge, user } = await atSettings({ 'settings.changeRules': () => ({ version: 2 }) });
    await put(user, 'rules.earn_per', '2');
    await user.keyboard('{Enter}');
    expect(bridge.of('settings.changeRules')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(s('rules.saved'));
    const { points } = DEFAULT_RULES;
    expect(bridge.of('settings.changeRules').map(({ input }) => input)).toEqual([
      {
        basedOn: 1,
        rules: { ...DEFAULT_RULES, points: { ...points, earn: { ...points.earn, perFen: 200 } } },
      },
    ]);
  });

  it('say at the field what is wrong, and are not sent', async () => {
    const { bridge, user } = await atSettings();
    await put(user, 'rules.step', '150');
    await screen.findByText(s('problem.redeem_minimum'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.of('settings.changeRules')).toEqual([]);
  });

  it('changed elsewhere meanwhile: says so and shows what holds now', async () => {
    const { user } = await atSettings({ 'settings.changeRules': () => refused('changed_meanwhile') });
    await put(user, 'rules.earn_per', '2');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(s('refusal.changed_meanwhile'));
    expect(field('rules.earn_per').value).toBe('1');
  });

  it('S70 has the profile of a solution within 24 hours', async () => {
    const { user } = await atSettings();
    await user.click(screen.getByRole('button', { name: s('complaints.fast') }));
    expect([field('complaints.response').value, field('complaints.resolution').value]).toEqual(['24', '24']);
  });
});

it('the language changes at once', async () => {
  const { user } = await atSettings({ 'settings.setPreferences': (asked: object) => asked });
  await user.click(screen.getByText('English'));
  await waitFor(() => expect(document.documentElement.lang).toBe('en'));
  expect(screen.getByRole('heading', { name: 'Points' })).toBeTruthy();
  await user.click(screen.getByText('中文'));
  await waitFor(() => expect(document.documentElement.lang).toBe('zh-CN'));
});

it('renames the store', async () => {
  const { bridge, user } = await atSettings({ 'settings.renameStore': () => ({}) });
  await put(user, 'shop.name', '河边咖啡');
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(bridge.of('settings.renameStore').map(({ input }) => input)).toEqual([{ name: '河边咖啡' }]),
  );
});

import { CustomerPage } from '@renderer/display/customer-page';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aBridge, type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';

const MEMBER = { name: '欧阳**', phone: '138****8812' };

function openPage(view: object, more: Replies = {}) {
  const bridge = aBridge({
    'settings.preferences': () => ({ locale: 'zh-CN', theme: 'light' }),
    'display.customerView': () => ({ store: '街角咖啡', view }),
    'display.answerConsent': () => ({}),
    ...more,
  });
  render(<CustomerPage />);
  return { bridge, user: userEvent.setup({ delay: null }) };
}
afterEach(() => vi.useRealTimers());

describe("the customer's page", () => {
  it('asks for its view and the look of the app, and for nothing else', async () => {
    const { bridge } = openPage({ kind: 'idle' });
    await screen.findByRole('heading', { name: '街角咖啡' });
    expect([...new Set(bridge.calls.map(({ channel }) => channel))].sort()).toEqual([
      'display.customerView',
      'settings.preferences',
    ]);
  });

  it('greets by surname, with masked phone and balance', async () => {
    openPage({ kind: 'member', member: MEMBER, balance: 1284 });
    expect((await screen.findByRole('heading')).textContent).toBe('您好 欧阳**');
    expect(screen.getByText('138****8812')).toBeTruthy();
    expect(screen.getByText('1,284')).toBeTruthy();
  });

  it('shows each step of the price and what is to pay', async () => {
    const steps = [
      { kind: 'gross', amount: 12800 },
      { kind: 'tier', amount: -1920, tier: 'vip', percentOff: 15 },
      { kind: 'due', amount: 10880 },
    ];
    openPage({ kind: 'sale', member: MEMBER, steps, earns: 163, balance: 1284 });
    const price = (await screen.findAllByRole('term')).map(
      (term) => `${term.textContent} ${term.nextElementSibling?.textContent}`,
    );
    expect(price).toEqual(['原价 ¥128.00', 'VIP 8.5 折 −¥19.20']);
    expect(screen.getByText('¥108.80')).toBeTruthy();
    expect(screen.getByText('+163')).toBeTruthy();
  });

  it('thanks for half a minute; then nothing of it is left', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const coupons = [{ name: '首单回头券', firstDay: '2026-11-22', lastDay: '2026-12-21' }];
    openPage({
      kind: 'thanks',
      purchaseId: idOf(1),
      member: MEMBER,
      paid: 10880,
      earned: 163,
      balance: 1447,
      coupons,
    });
    await screen.findByText('¥108.80');
    expect(screen.getByText('首单回头券')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(screen.queryByText('¥108.80')).toBeNull();
    expect(screen.queryByText(/138/)).toBeNull();
    expect(screen.getByRole('heading', { name: '街角咖啡' })).toBeTruthy();
  });

  it('reads again when main says that it has changed', async () => {
    const { bridge } = openPage({ kind: 'idle' });
    await screen.findByRole('heading', { name: '街角咖啡' });
    bridge.reply({
      'display.customerView': () => ({
        store: '街角咖啡',
        view: { kind: 'member', member: MEMBER, balance: 5 },
      }),
    });
    act(() => bridge.tell({ type: 'data-changed', scopes: ['display'] }));
    expect(await screen.findByText('138****8812')).toBeTruthy();
  });

  it('follows language and theme of the app', async () => {
    openPage({ kind: 'idle' }, { 'settings.preferences': () => ({ locale: 'en', theme: 'dark' }) });
    expect(await screen.findByText('Welcome')).toBeTruthy();
    expect(document.documentElement.dataset.mantineColorScheme).toBe('dark');
    expect(document.documentElement.lang).toBe('en');
  });

  it('a fault leaves a sentence, not an empty screen', async () => {
    openPage({ kind: 'idle' }, { 'display.customerView': () => Promise.reject(new Error('gone')) });
    expect(await screen.findByText(/请看店员的屏幕/)).toBeTruthy();
  });
});

describe("S28 consent on the customer's page", () => {
  const ask = (more: object = {}) => ({
    kind: 'consent',
    askId: idOf(7),
    textVersion: '2026-11',
    personalData: false,
    marketing: false,
    confirmed: false,
    ...more,
  });
  const choices = async () => await screen.findAllByRole('checkbox');

  it('is two separate questions, each with its text and version', async () => {
    openPage(ask());
    expect(await choices()).toHaveLength(2);
    for (const text of [/不提供给他人/, /可随时撤回/])
      expect(screen.getByText(text).textContent).toContain('2026-11');
  });

  it('one tap answers one question and leaves the other alone', async () => {
    const { bridge, user } = openPage(ask({ personalData: true }));
    await user.click((await choices())[1] as HTMLElement);
    expect(bridge.of('display.answerConsent').map(({ input }) => input)).toEqual([
      { askId: idOf(7), personalData: true, marketing: true, confirmed: false },
    ]);
  });

  it('is confirmed by a button, which then makes room for a thank-you', async () => {
    const { bridge, user } = openPage(ask({ personalData: true }));
    await user.click(await screen.findByRole('button'));
    expect(bridge.of('display.answerConsent')[0]?.input).toMatchObject({
      personalData: true,
      confirmed: true,
    });
    bridge.reply({
      'display.customerView': () => ({
        store: '街角咖啡',
        view: ask({ personalData: true, confirmed: true }),
      }),
    });
    act(() => bridge.tell({ type: 'data-changed', scopes: ['display'] }));
    expect(await screen.findByText(/店员已经看到/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('a tap that comes too late is said, not swallowed', async () => {
    const { user } = openPage(ask(), { 'display.answerConsent': () => refused('not_asked') });
    await user.click((await choices())[0] as HTMLElement);
    expect(await within(screen.getByRole('main')).findByText(/已经结束/)).toBeTruthy();
  });
});

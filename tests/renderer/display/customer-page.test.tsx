import { CustomerPage } from '@renderer/display/customer-page';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aBridge } from '../support/bridge';
import { idOf } from '../support/shop';
import { words } from '../support/window';

const ZHANG = { name: '张**', phone: '138****8812' };
const MEMBER = { kind: 'member', member: ZHANG, balance: 1284 } as const;
const THANKS = {
  kind: 'thanks',
  purchaseId: idOf(900),
  member: ZHANG,
  paid: 12_800,
  earned: 128,
  balance: 1412,
  coupons: [],
} as const;
const CONSENT = {
  kind: 'consent',
  askId: idOf(7),
  textVersion: '2026-11',
  personalData: false,
  marketing: false,
  confirmed: false,
} as const;

const SECONDS = 1_000;
const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const welcome = () => screen.queryByText(words('display:idle.welcome'));

async function facing(view: object, store = '街角小店') {
  const bridge = aBridge({
    'display.customerView': () => ({ store, view }),
    'settings.preferences': () => ({ locale: 'zh-CN', theme: 'light' }),
    'display.answerConsent': () => ({}),
  });
  render(<CustomerPage />);
  await later(0);
  return {
    bridge,
    turnsTo: async (next: object) => {
      bridge.reply({ 'display.customerView': () => ({ store: '街角小店', view: next }) });
      bridge.tell({ type: 'data-changed', scopes: ['display'] });
      await later(0);
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the customer's page", () => {
  it('promises no points while no store is open, and begins with a heading that says something', async () => {
    await facing({ kind: 'idle' }, '');
    expect(screen.getByRole('heading').textContent).toBe(words('display:idle.welcome'));
    expect(screen.queryByText(words('display:idle.hint'))).toBeNull();
  });

  it('names the shop while nobody is served, and says what to do', async () => {
    await facing({ kind: 'idle' });
    expect(screen.getByRole('heading').textContent).toBe('街角小店');
    expect(screen.getByText(words('display:idle.hint'))).toBeDefined();
  });

  it('forgets whom it greets when nothing happens at the counter for three minutes', async () => {
    await facing(MEMBER);
    expect(screen.getByText('张**')).toBeDefined();
    await later(179 * SECONDS);
    expect(welcome()).toBeNull();
    await later(SECONDS);
    expect(welcome()).not.toBeNull();
    expect(screen.queryByText('张**')).toBeNull();
  });

  it('whatever changes is shown, and begins the three minutes anew', async () => {
    const { turnsTo } = await facing(MEMBER);
    await later(200 * SECONDS);
    expect(welcome()).not.toBeNull();
    await turnsTo({ ...MEMBER, balance: 1300 });
    expect(screen.getByText('1,300')).toBeDefined();
    await later(179 * SECONDS);
    expect(welcome()).toBeNull();
  });

  it('what was paid goes after half a minute: the next in the queue stands there', async () => {
    await facing(THANKS);
    await later(29 * SECONDS);
    expect(screen.getByText('¥128.00')).toBeDefined();
    await later(SECONDS);
    expect(welcome()).not.toBeNull();
  });

  it('S28 a tap says what it changes and nothing else; confirmed is what stands there', async () => {
    const { bridge } = await facing(CONSENT);
    const [personalData, marketing] = screen.getAllByRole('checkbox');
    for (const tapped of [personalData, marketing]) if (tapped !== undefined) fireEvent.click(tapped);
    fireEvent.click(screen.getByText(words('display:consent.confirm')));
    await later(0);
    expect(bridge.of('display.answerConsent').map(({ input }) => input)).toEqual([
      { askId: CONSENT.askId, tap: { kind: 'choice', which: 'personalData', agreed: true } },
      { askId: CONSENT.askId, tap: { kind: 'choice', which: 'marketing', agreed: true } },
      { askId: CONSENT.askId, tap: { kind: 'confirmation', personalData: false, marketing: false } },
    ]);
  });

  it('S28 two texts may be read in full', async () => {
    await facing(CONSENT);
    await later(540 * SECONDS);
    expect(screen.getByText(words('display:consent.confirm'))).toBeDefined();
  });
});

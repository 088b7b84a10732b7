import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Bridge } from '../support/bridge';
import { ZHANG } from '../support/shop';
import { box, openWindow, words } from '../support/window';

const told = (bridge: Bridge) => bridge.of('display.show').map(({ input }) => input as { kind: string });
const lastTold = (bridge: Bridge) => told(bridge).at(-1);
const SCREEN = { id: 7, label: 'VGA-1', width: 1024, height: 600, main: false };
const COUNTER = { id: 1, label: 'eDP-1', width: 1366, height: 768, main: true };

describe("what the counter tells the customer's screen", () => {
  it('who is served, then the bill once the keys rest: an id and the price, no name', async () => {
    const { bridge, user } = await openWindow();
    await waitFor(() => expect(lastTold(bridge)).toEqual({ kind: 'idle' }));
    await user.type(box(), '8812');
    await screen.findAllByRole('option');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(lastTold(bridge)).toEqual({ kind: 'member', memberId: ZHANG.id }));
    const before = told(bridge).length;
    await user.keyboard('{F2}128');
    await waitFor(() => expect(lastTold(bridge)).toMatchObject({ kind: 'sale', memberId: ZHANG.id }));
    expect(lastTold(bridge)).toMatchObject({ earns: 128 });
    expect(JSON.stringify(lastTold(bridge))).toContain('12800');
    expect(told(bridge).length - before).toBe(1);
    expect(JSON.stringify(told(bridge))).not.toContain('张');
  });

  it('S28 a sign-up asks there too: what is ticked here stands there, what is tapped there is ticked here', async () => {
    const { bridge, user } = await openWindow({
      'display.placement': () => ({ open: true, screenId: null, screens: [COUNTER, SCREEN] }),
    });
    await user.keyboard('{F1}');
    await screen.findByText(words('members:signUp.customer.asked'));
    await waitFor(() => expect(lastTold(bridge)).toMatchObject({ kind: 'consent', personalData: false }));
    await user.click(screen.getByLabelText(words('members:consent.personalData')));
    await waitFor(() =>
      expect(lastTold(bridge)).toMatchObject({ personalData: true, marketing: false, seen: 0 }),
    );

    const tapped = { personalData: true, marketing: true, confirmed: true };
    bridge.reply({
      'display.consentAnswer': () => ({ taps: 2, answer: tapped }),
      'members.signUp': () => ({ memberId: ZHANG.id, memberNo: ZHANG.memberNo }),
    });
    bridge.tell({ type: 'data-changed', scopes: ['display'] });
    await screen.findByText(words('members:signUp.customer.confirmed'));
    const marketing = screen.getByLabelText<HTMLInputElement>(words('members:consent.marketing'));
    await waitFor(() => expect(marketing.checked).toBe(true));
    await user.type(screen.getByLabelText(words('members:field.name')), '李静{Enter}');
    await waitFor(() => expect(bridge.of('members.signUp')).toHaveLength(1));
    expect(bridge.of('members.signUp')[0]?.input).toMatchObject({
      consent: { personalData: true, marketing: true, channel: 'display' },
    });
  });

  it('what the cashier alone has ticked is kept as given at the counter', async () => {
    const { bridge, user } = await openWindow({
      'members.signUp': () => ({ memberId: ZHANG.id, memberNo: ZHANG.memberNo }),
    });
    await user.keyboard('{F1}');
    await user.click(await screen.findByLabelText(words('members:consent.personalData')));
    await user.type(screen.getByLabelText(words('members:field.name')), '李静{Enter}');
    await waitFor(() => expect(bridge.of('members.signUp')).toHaveLength(1));
    expect(bridge.of('members.signUp')[0]?.input).toMatchObject({ consent: { channel: 'counter' } });
    expect(screen.queryByText(words('members:signUp.customer.asked'))).toBeNull();
  });
});

describe("the key of the customer's screen", () => {
  it('Alt+D opens it where it was last, and closes it, pressed once, from the first moment on', async () => {
    const { bridge, user } = await openWindow({
      'display.placement': () => ({ open: false, screenId: 7, screens: [COUNTER, SCREEN] }),
      'display.open': () => ({}),
      'display.close': () => ({}),
    });
    await user.keyboard('{Alt>}d{/Alt}');
    await waitFor(() => expect(bridge.of('display.open')).toHaveLength(1));
    expect(bridge.of('display.open')[0]?.input).toEqual({ screenId: 7 });
    bridge.reply({ 'display.placement': () => ({ open: true, screenId: 7, screens: [COUNTER, SCREEN] }) });
    await user.keyboard('{Alt>}d{/Alt}');
    await waitFor(() => expect(bridge.of('display.close')).toHaveLength(1));
    expect(bridge.of('display.open')).toHaveLength(1);
  });
});

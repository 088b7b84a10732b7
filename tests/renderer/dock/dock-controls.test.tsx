import { Providers } from '@renderer/app/providers';
import { DockControls } from '@renderer/features/dock/components/dock-controls';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aBridge, type Replies, refused } from '../support/bridge';
import { aShop, DOCK_STANDING } from '../support/shop';
import { words } from '../support/window';

const SECOND = { id: 2, label: '', width: 1920, height: 1080 };

async function show(standing: object = {}, more: Replies = {}) {
  const bridge = aBridge(
    aShop({
      'dock.standing': () => ({ ...DOCK_STANDING, ...standing }),
      'dock.turn': () => ({}),
      'dock.place': () => ({}),
      'dock.setHotkey': () => ({}),
      'dock.startWithComputer': () => ({}),
      ...more,
    }),
  );
  render(
    <Providers>
      <DockControls />
    </Providers>,
  );
  const change = await screen.findByRole('button', { name: words('dock:hotkey.change') });
  const user = userEvent.setup({ delay: null });
  const press = async (keys: string) => {
    await user.click(change);
    await user.keyboard(keys);
  };
  return { bridge, user, press };
}

describe('choosing the key that calls Shuke', () => {
  it('is done by pressing it, whatever that key does elsewhere on the screen', async () => {
    const { bridge, press } = await show();
    await press('{Control>}{Alt>}[KeyK]{/Alt}{/Control}');
    await waitFor(() => expect(bridge.of('dock.setHotkey')[0]?.input).toEqual({ hotkey: 'Ctrl+Alt+K' }));
  });

  it('Esc and going elsewhere leave the old one', async () => {
    const { bridge, press, user } = await show();
    await press('{Escape}');
    await press('{Tab}');
    await user.keyboard('[F13]');
    expect(bridge.of('dock.setHotkey')).toEqual([]);
  });

  it.each([['own_key'], ['too_plain'], ['system_key'], ['taken']] as const)(
    'a key refused as %s is named with what to do, and the old one stands',
    async (code) => {
      const { press } = await show({}, { 'dock.setHotkey': () => refused(code) });
      await press('[F2]');
      const said = await screen.findByRole('alert');
      expect(said.textContent).toBe(words(`dock:hotkey.${code}`, { hotkey: 'F2' }));
      expect(screen.getByText('F8')).toBeDefined();
    },
  );

  it('a key without a name in every system is not even asked for', async () => {
    const { bridge, press } = await show();
    await press(' ');
    expect(screen.getByRole('alert').textContent).toBe(words('dock:hotkey.unfit'));
    expect(bridge.of('dock.setHotkey')).toEqual([]);
  });

  it('one that another program has is said as long as it has it, and tried again when asked', async () => {
    const { bridge, user } = await show({ heard: false });
    expect(screen.getByRole('alert').textContent).toBe(words('dock:hotkey.notHeard', { hotkey: 'F8' }));
    await user.click(screen.getByRole('button', { name: words('dock:hotkey.again') }));
    expect(bridge.of('dock.setHotkey')[0]?.input).toEqual({ hotkey: 'F8' });
  });
});

describe('where the dock stands', () => {
  it('on one screen there is only its side to choose', async () => {
    const { bridge, user } = await show();
    expect(screen.queryByRole('combobox')).toBeNull();
    await user.click(screen.getByLabelText(words('dock:side.left')));
    expect(bridge.of('dock.place')[0]?.input).toEqual({ side: 'left', screenId: null });
  });

  it('on two, one of them', async () => {
    const { bridge, user } = await show({ screens: [...DOCK_STANDING.screens, SECOND] });
    const options = screen.getAllByRole('option').map((option) => option.textContent);
    expect(options).toEqual([words('dock:screen.here'), 'eDP-1 · 1366 × 768', '屏幕 2 · 1920 × 1080']);
    await user.selectOptions(screen.getByRole('combobox'), '2');
    expect(bridge.of('dock.place')[0]?.input).toEqual({ side: 'right', screenId: 2 });
  });

  it('a screen that is not connected stays chosen, and it is said where the dock is meanwhile', async () => {
    await show({ screenId: 2 });
    expect(screen.getByText(words('dock:screen.gone'))).toBeDefined();
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('2');
  });
});

describe('starting with the computer', () => {
  it('is one tick', async () => {
    const { bridge, user } = await show();
    await user.click(screen.getByRole('checkbox', { name: words('dock:startup.label') }));
    expect(bridge.of('dock.startWithComputer')[0]?.input).toEqual({ on: true });
  });

  it('is the system’s own matter where Shuke cannot do it', async () => {
    await show({ startsWithComputer: null });
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getByText(words('dock:startup.notHere'))).toBeDefined();
  });
});

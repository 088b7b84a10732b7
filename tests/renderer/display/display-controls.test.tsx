import { Providers } from '@renderer/app/providers';
import { DisplayControls } from '@renderer/features/display/components/display-controls';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aBridge } from '../support/bridge';
import { aShop } from '../support/shop';
import { words } from '../support/window';

const COUNTER = { id: 1, label: 'eDP-1', width: 1366, height: 768, main: true };
const SECOND = { id: 7, label: '', width: 1024, height: 600, main: false };

async function show(placement: object) {
  const bridge = aBridge(
    aShop({
      'display.placement': () => ({ open: false, screenId: null, screens: [COUNTER], ...placement }),
      'display.open': () => ({}),
      'display.close': () => ({}),
    }),
  );
  render(
    <Providers>
      <DisplayControls />
    </Providers>,
  );
  await screen.findByRole('button');
  return { bridge, user: userEvent.setup({ delay: null }) };
}

describe("the customer's screen in the settings", () => {
  it('with one screen there is a button, and nothing to choose', async () => {
    const { bridge, user } = await show({});
    expect(screen.queryByRole('combobox')).toBeNull();
    await user.click(screen.getByRole('button', { name: new RegExp(words('display:section.open')) }));
    expect(bridge.of('display.open')[0]?.input).toEqual({ screenId: null });
  });

  it("with two it can be put on the one that is not the counter's", async () => {
    const { bridge, user } = await show({ screens: [COUNTER, SECOND], open: true });
    const options = screen.getAllByRole('option').map((option) => option.textContent);
    expect(options).toEqual([words('display:section.auto'), '屏幕 2 · 1024 × 600']);
    await user.selectOptions(screen.getByRole('combobox'), '7');
    expect(bridge.of('display.open')[0]?.input).toEqual({ screenId: 7 });
  });

  it('a chosen screen that is not connected is said, and stays chosen', async () => {
    await show({ screens: [COUNTER], screenId: 7, open: true });
    expect(screen.getByText(words('display:section.gone'))).toBeTruthy();
    expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('7');
  });
});

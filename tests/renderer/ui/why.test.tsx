import { MantineProvider } from '@mantine/core';
import '@renderer/lib/i18n';
import { Why } from '@renderer/ui/why';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

/** A box, a figure with another inside its panel, and a screen behind them that hears every key. */
function aScreen() {
  const heard: string[] = [];
  const listen = (event: KeyboardEvent) => heard.push(event.key);
  window.addEventListener('keydown', listen);
  const asked = vi.fn();
  const rows = () => {
    asked();
    return (
      <Why title="This lot" content={() => <p>earned on 3 May</p>}>
        <span>120</span>
      </Why>
    );
  };
  render(
    <MantineProvider>
      <input aria-label="box" />
      <Why title="The balance" content={rows}>
        <strong>1,284</strong>
      </Why>
    </MantineProvider>,
  );
  const user = userEvent.setup({ delay: null });
  const figure = screen.getByRole('button', { name: '1,284' });
  return { heard, asked, user, figure, box: screen.getByLabelText('box') };
}
const panel = (title: string) => screen.queryByRole('dialog', { name: title });

it('Tab reaches the figure, Enter opens its panel and gives it the keys; nothing is asked before', async () => {
  const { user, figure, asked } = aScreen();
  await user.tab();
  await user.tab();
  expect(document.activeElement).toBe(figure);
  expect(asked).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(panel('The balance')).not.toBeNull();
  await waitFor(() => expect(panel('The balance')?.contains(document.activeElement)).toBe(true));
});

it.each(['?', '？'])('%s on the figure opens it, and is not heard as the help', (key) => {
  const { figure, heard } = aScreen();
  fireEvent.keyDown(figure, { key });
  expect(panel('The balance')).not.toBeNull();
  expect(heard).toEqual([]);
});

it('Esc closes one panel at a time, back to its figure, and the screen behind does not hear it', async () => {
  const { user, figure, heard } = aScreen();
  await user.click(figure);
  const inner = screen.getByRole('button', { name: '120' });
  await user.click(inner);
  expect(panel('This lot')).not.toBeNull();
  await waitFor(() => expect(panel('This lot')?.contains(document.activeElement)).toBe(true));
  heard.length = 0;
  await user.keyboard('{Escape}');
  expect(panel('This lot')).toBeNull();
  expect(panel('The balance')).not.toBeNull();
  expect(document.activeElement).toBe(inner);
  await user.keyboard('{Escape}');
  expect(panel('The balance')).toBeNull();
  expect(document.activeElement).toBe(figure);
  expect(heard).toEqual([]);
  await user.keyboard('{Escape}');
  expect(heard).toEqual(['Escape']);
});

it('gives way as soon as something else has the focus, and does not take it back', async () => {
  const { user, figure, box } = aScreen();
  await user.click(figure);
  await waitFor(() => expect(panel('The balance')?.contains(document.activeElement)).toBe(true));
  box.focus();
  await waitFor(() => expect(panel('The balance')).toBeNull());
  await user.keyboard('8812');
  expect(box).toHaveProperty('value', '8812');
});

it('a second click on the figure closes it', async () => {
  const { user, figure } = aScreen();
  await user.click(figure);
  await user.click(figure);
  expect(panel('The balance')).toBeNull();
});

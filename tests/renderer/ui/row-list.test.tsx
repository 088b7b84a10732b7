import { MantineProvider } from '@mantine/core';
import { RowList } from '@renderer/ui/row-list';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const scrolled = vi.fn();
const original = Element.prototype.scrollIntoView;
beforeEach(() => {
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled(this.textContent);
  };
});
afterEach(() => {
  Element.prototype.scrollIntoView = original;
  scrolled.mockClear();
});

it('does not pull the screen to itself when it appears; arrows bring their row into sight', async () => {
  const open = vi.fn();
  render(
    <MantineProvider>
      <RowList label="bills" rows={['one', 'two', 'three']} idOf={(row) => row} onOpen={open}>
        {(row) => row}
      </RowList>
    </MantineProvider>,
  );
  expect(scrolled).not.toHaveBeenCalled();
  const user = userEvent.setup({ delay: null });
  screen.getByRole('listbox', { name: 'bills' }).focus();
  await user.keyboard('{ArrowDown}');
  expect(scrolled.mock.calls).toEqual([['two']]);
  await user.keyboard('{End}{Enter}');
  expect(scrolled).toHaveBeenLastCalledWith('three');
  expect(open).toHaveBeenCalledExactlyOnceWith('three');
});

it('leaves keys with Ctrl to the screen: Ctrl+Enter saves, and opens nothing', async () => {
  const open = vi.fn();
  const save = vi.fn();
  render(
    <MantineProvider>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: stands for the screen around the list */}
      <div onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && save()}>
        <RowList label="bills" rows={['one']} idOf={(row) => row} onOpen={open}>
          {(row) => row}
        </RowList>
      </div>
    </MantineProvider>,
  );
  screen.getByRole('listbox', { name: 'bills' }).focus();
  await userEvent.setup({ delay: null }).keyboard('{Control>}{Enter}{/Control}');
  expect([save.mock.calls.length, open.mock.calls.length]).toEqual([1, 0]);
});

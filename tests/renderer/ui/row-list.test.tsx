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

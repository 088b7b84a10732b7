import { HeadCell, LongTable } from '@renderer/ui/long-table';
import { useLongTable } from '@renderer/ui/use-long-table';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { laidOut } from '../support/window';

laidOut(360);

interface Row {
  readonly id: string;
}
interface ListProps {
  readonly onOpen: (id: string) => void;
  readonly takesFocus?: boolean;
  /** Rows from this place on are on their way. */
  readonly readUpTo?: number;
  readonly at?: number;
}

function List({ onOpen, takesFocus = true, readUpTo = 1000, at }: ListProps) {
  const [active, move] = useState(at ?? 0);
  const rows = useLongTable({ total: 1000, ...(at === undefined ? {} : { remembered: { active, move } }) });
  return (
    <>
      <output>{`${rows.from}-${rows.to}`}</output>
      <LongTable<Row>
        label="bills"
        className=""
        rows={rows}
        rowAt={(index) => (index < readUpTo ? { id: `bill ${index}` } : undefined)}
        onOpen={onOpen}
        takesFocus={takesFocus}
        heads={
          <HeadCell column="id" sorted onSort={null}>
            Bill
          </HeadCell>
        }
      >
        {(row) => <td>{row === undefined ? 'on its way' : row.id}</td>}
      </LongTable>
    </>
  );
}

const grid = () => screen.getByRole('grid', { name: 'bills' });
const active = () => within(grid()).getByRole('row', { selected: true }).textContent;
function open(props: Partial<ListProps> = {}) {
  const onOpen = vi.fn<(id: string) => void>();
  render(<List onOpen={onOpen} {...props} />);
  return { onOpen, user: userEvent.setup({ delay: null }) };
}

it('has the focus, knows how many rows there are, and makes only those in sight', () => {
  open();
  expect(document.activeElement).toBe(grid());
  expect(grid().getAttribute('aria-rowcount')).toBe('1001');
  expect(within(grid()).getAllByRole('row').length).toBeLessThan(40);
  expect(screen.getByText('bill 3')).toBeDefined();
  const [from = Number.NaN, to = Number.NaN] = (screen.getByRole('status').textContent ?? '')
    .split('-')
    .map(Number);
  expect(from).toBe(0);
  expect(within(grid()).getAllByRole('row').at(-1)?.textContent).toBe(`bill ${to}`);
});

it('leaves the focus to whoever is typing beside it', () => {
  open({ takesFocus: false });
  expect(document.activeElement).toBe(document.body);
});

it('arrows and page keys choose within its ends, Enter opens the chosen one', async () => {
  const { onOpen, user } = open();
  await user.keyboard('{ArrowUp}');
  expect(active()).toBe('bill 0');
  await user.keyboard('{ArrowDown}{ArrowDown}{PageDown}{ArrowUp}');
  expect(active()).toBe('bill 9');
  await user.keyboard('{Enter}{PageUp}{Enter}');
  expect(onOpen.mock.calls).toEqual([['bill 9'], ['bill 1']]);
});

it('a click opens its row, from which the arrows go on', async () => {
  const { onOpen, user } = open();
  await user.click(screen.getByText('bill 4'));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith('bill 4');
  await user.keyboard('{ArrowDown}');
  expect(active()).toBe('bill 5');
});

it('a row that is still on its way opens nothing', async () => {
  const { onOpen, user } = open({ readUpTo: 2 });
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  expect(active()).toBe('on its way');
  expect(onOpen).not.toHaveBeenCalled();
});

it('goes on at the row that is remembered, and brings it into sight', async () => {
  const { user } = open({ at: 500 });
  expect(active()).toBe('bill 500');
  await user.keyboard('{ArrowUp}');
  expect(active()).toBe('bill 499');
});

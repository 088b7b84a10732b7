import { FigureTable } from '@renderer/ui/figure-table';
import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

function shown(columns: readonly string[], words: readonly number[] = []) {
  render(
    <FigureTable
      label="figures"
      columns={columns}
      words={words}
      rows={[{ id: 'a', cells: columns.map((column) => `a ${column}`) }]}
    />,
  );
  const { dataset, style } = screen.getByRole('grid', { name: 'figures' });
  return { stacks: dataset.many === 'true', columns: style.gridTemplateColumns };
}

it('two figures stand beside their name in the dock, too', () => {
  expect(shown(['month', 'joined', 'members']).stacks).toBe(false);
});

it('more of them stand below it there, each under its head', () => {
  expect(shown(['group', 'members', 'days', 'bills', 'spent'])).toEqual({
    stacks: true,
    columns: 'repeat(4, auto)',
  });
});

it('words at the end take a line of their own there: they leave no room beside two figures', () => {
  expect(shown(['group', 'members', 'spent', 'to do'], [0, 3])).toEqual({
    stacks: true,
    columns: 'repeat(2, auto)',
  });
  expect(screen.getByText('a to do').dataset.line).toBe('true');
  expect(screen.getByText('a spent').dataset.line).toBeUndefined();
});

it('words between figures are a column as these are', () => {
  expect(shown(['day', 'money', 'compared with', 'its money'], [0, 2])).toEqual({
    stacks: true,
    columns: 'repeat(3, auto)',
  });
  expect(screen.getByText('a compared with').dataset.line).toBeUndefined();
});

it('words alone, or with one figure, wrap where they are', () => {
  expect(shown(['trait', 'members', 'asks'], [0, 2]).stacks).toBe(false);
});

import { MantineProvider } from '@mantine/core';
import { PartTabs } from '@renderer/ui/part-tabs';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, onTestFinished } from 'vitest';
import { words } from '../support/window';

const PARTS = ['money', 'days', 'copies', 'people', 'trail'] as const;
type Part = (typeof PARTS)[number];

function Screen({ parts }: { readonly parts: readonly Part[] }) {
  const [chosen, choose] = useState<Part>('money');
  return (
    <MantineProvider>
      <PartTabs
        label="Office"
        parts={parts.map((part) => ({ part, word: part, closed: part === 'trail' }))}
        chosen={chosen}
        onChoose={choose}
      />
      <h2>{chosen}</h2>
    </MantineProvider>
  );
}

/** A window of the dock's width: it matches whatever asks for a narrow one. */
function inDock(): void {
  const before = window.matchMedia;
  onTestFinished(() => {
    window.matchMedia = before;
  });
  window.matchMedia = (query) => ({ ...before(query), matches: query === '(max-width: 480px)' });
}

const open = (parts: readonly Part[] = PARTS) => {
  render(<Screen parts={parts} />);
  return userEvent.setup();
};
const shown = () => screen.getByRole('heading').textContent;

describe('the parts of a screen', () => {
  it('stand in a row with their keys where there is room, and one that is closed says so', async () => {
    const user = open();
    screen.getByRole('toolbar', { name: 'Office' });
    await user.click(screen.getByRole('button', { name: 'copies' }));
    expect(shown()).toBe('copies');
    screen.getByRole('button', { name: 'copies', pressed: true });
    screen.getByRole('button', { name: `trail${words('common:may.closed')}` });
  });

  it('look.md: many of them are one line in the dock: a list that names each with its key', async () => {
    inDock();
    const user = open();
    expect(screen.queryByRole('toolbar')).toBeNull();
    const list = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Office' });
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      '1  money',
      '2  days',
      '3  copies',
      '4  people',
      `5  ${words('common:part.closed', { part: 'trail' })}`,
    ]);
    await user.tab();
    expect(document.activeElement).toBe(list);
    await user.selectOptions(list, 'days');
    expect(shown()).toBe('days');
  });

  it('turn by their keys in either form, and the list follows', async () => {
    inDock();
    const user = open();
    await user.keyboard('{Alt>}4{/Alt}');
    expect(shown()).toBe('people');
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Office' }).value).toBe('people');
  });

  it('stay in a row in the dock, too, where they are few', () => {
    inDock();
    open(['money', 'days', 'copies', 'people']);
    expect(screen.getAllByRole('button')).toHaveLength(4);
  });
});

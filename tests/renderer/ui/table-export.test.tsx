import { MantineProvider } from '@mantine/core';
import { FunctionKeyBar } from '@renderer/app/shell/function-key-bar';
import '@renderer/lib/i18n';
import { showTable } from '@renderer/lib/figures-view';
import { useFunctionKeys } from '@renderer/lib/function-keys';
import { createAnswers } from '@renderer/lib/query-client';
import type { Table } from '@renderer/lib/table';
import { useTableExport } from '@renderer/ui/table-export';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useRef } from 'react';
import { describe, expect, it } from 'vitest';
import { aBridge, faulted, refused } from '../support/bridge';
import { words } from '../support/window';

const tableOf = (title: string): Table => ({
  title,
  columns: [
    { name: '分类', kind: 'text' },
    { name: '消费', kind: 'money' },
  ],
  rows: [{ id: 'a', cells: ['A', 1050] }],
  total: ['合计', 1050],
});

function Section({ title }: { readonly title: string }) {
  const section = useRef<HTMLElement>(null);
  useEffect(
    () =>
      section.current === null ? undefined : showTable({ section: section.current, table: tableOf(title) }),
    [title],
  );
  return (
    <section ref={section}>
      <button type="button">{title}</button>
    </section>
  );
}

function Screen({ titles }: { readonly titles: readonly string[] }) {
  const exporting = useTableExport({ notes: [{ name: '截至', text: '2026-11-22' }] });
  useFunctionKeys([exporting.key]);
  return (
    <>
      {exporting.note}
      {titles.map((title) => (
        <Section key={title} title={title} />
      ))}
      <FunctionKeyBar />
    </>
  );
}

function show(titles: readonly string[], reply: unknown) {
  const bridge = aBridge({ 'exchange.saveTable': () => reply });
  render(
    <QueryClientProvider client={createAnswers()}>
      <MantineProvider>
        <Screen titles={titles} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup({ delay: null }) };
}
const saved = { path: '/home/li/分类.xlsx', rows: 2 };

describe('F10 exports what is on the screen', () => {
  it('values, not words, with the sums and what one must know; then says where the file is', async () => {
    const { bridge, user } = show(['分类'], saved);
    await user.keyboard('{F10}');
    expect(await screen.findByText(/分类\.xlsx/)).toBeDefined();
    expect(bridge.of('exchange.saveTable').at(0)?.input).toEqual({
      title: '分类',
      columns: tableOf('分类').columns,
      rows: [
        ['A', 1050],
        ['合计', 1050],
      ],
      notes: [{ name: '截至', text: '2026-11-22' }],
    });
  });

  it('the table in which the focus is, else the topmost', async () => {
    const { bridge, user } = show(['上', '下'], saved);
    await user.keyboard('{F10}');
    await user.click(screen.getByRole('button', { name: '下' }));
    await user.keyboard('{F10}');
    expect(bridge.of('exchange.saveTable').map(({ input }) => (input as Table).title)).toEqual(['上', '下']);
  });

  it('nothing where there is nothing, and says so', async () => {
    const { bridge, user } = show([], saved);
    await user.keyboard('{F10}');
    expect(await screen.findByText(words('common:export.nothing'))).toBeDefined();
    expect(bridge.of('exchange.saveTable')).toEqual([]);
  });

  it.each(['disk_full', 'not_writable'] as const)('says why it was not written: %s', async (why) => {
    const { user } = show(['分类'], refused('file_not_written', { why }));
    await user.keyboard('{F10}');
    expect((await screen.findByRole('alert')).textContent).toBe(words(`common:export.not_written_${why}`));
  });

  it('says that it went wrong, and can be tried again', async () => {
    const { bridge, user } = show(['分类'], faulted('A1B2'));
    await user.keyboard('{F10}');
    expect((await screen.findByRole('alert')).textContent).toContain('A1B2');
    bridge.reply({ 'exchange.saveTable': () => saved });
    await user.click(screen.getByRole('button', { name: words('common:act.retry') }));
    expect(await screen.findByText(/分类\.xlsx/)).toBeDefined();
  });

  it('says nothing when the person wanted no file', async () => {
    const { bridge, user } = show(['分类'], null);
    await user.keyboard('{F10}');
    await expect.poll(() => bridge.of('exchange.saveTable')).toHaveLength(1);
    await expect.poll(() => screen.queryByRole('status')).toBeNull();
  });
});

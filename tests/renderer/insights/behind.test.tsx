import { ruleOfClass } from '@domain/insights/rules-of';
import { useCounter } from '@renderer/app/counter/counter-state';
// The parts are loaded before the clock of a test runs: charts are a large library.
import '@renderer/app/insights/insights-screen';
import { openBehind } from '@renderer/app/insights/insights-state';
import '@renderer/features/insights/screens/customers';
import '@renderer/features/insights/screens/goods';
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { laidOut, words } from '../support/window';
import { atInsights, grid, question, rowsOf, say } from './shop';

laidOut();

describe.each(['zh-CN', 'en'] as const)('the members behind a figure (%s)', (locale) => {
  it('S06 come up in place by Enter; Esc leads back to the figure', async () => {
    const { user, bridge } = await atInsights('customers', {}, { locale });
    const bars = await grid(say('classes.question'));
    const [first] = rowsOf(bars);
    first?.focus();
    await user.keyboard('{ArrowDown}{Enter}');
    const classB = words('segments:choice.class.B');
    const list = await grid(classB);
    expect(bridge.of('segments.members').at(-1)?.input).toMatchObject({ rule: ruleOfClass('B') });
    expect(document.activeElement).toBe(list);
    expect(rowsOf(list)[0]?.textContent).toContain(words('common:alive.sure'));
    expect(
      screen.getByText(words('segments:list.size', { count: 2, members: '2', reachable: '1' })),
    ).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('grid', { name: classB })).toBeNull());
    expect(document.activeElement).toBe(rowsOf(await grid(say('classes.question')))[1]);
  });

  it('Enter opens one at the counter, and the list is still there when one comes back', async () => {
    const { user } = await atInsights('customers', {}, { locale });
    const service = say('classes.service_list', { class: words('segments:choice.class.A') });
    (await screen.findByTitle(service)).focus();
    await user.keyboard('{Enter}');
    await grid(service);
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByRole('combobox', { name: words('members:box.label') });
    expect(useCounter.getState().memberId).toBe('00000000-0000-7000-8000-000000000002');
    await user.keyboard('{Control>}7{/Control}');
    expect(await grid(service)).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(document.activeElement).toBe(await screen.findByTitle(service)));
  });

  it('S27 can be kept as a segment, exported and given care by one key each', async () => {
    const { user } = await atInsights('customers', {}, { locale });
    (
      await screen.findByTitle(say('classes.service_list', { class: words('segments:choice.class.D') }))
    ).focus();
    await user.keyboard('{Enter}');
    await screen.findByText(words('segments:list.size', { count: 2, members: '2', reachable: '1' }));
    await user.keyboard('{F10}');
    expect(await screen.findByRole('region', { name: words('segments:export.title') })).toBeDefined();
    await user.keyboard('{Escape}{F6}');
    expect(await screen.findByRole('region', { name: words('segments:save.title') })).toBeDefined();
    await user.keyboard('{Escape}{Escape}');
    await question('classes.question');
  });
});

describe('a change of language', () => {
  it('finds an open list under its name in the new one, at the row where one was; Esc leads to the figure', async () => {
    const { user, bridge } = await atInsights('customers', {}, { locale: 'zh-CN' });
    const service = () => say('classes.service_list', { class: words('segments:choice.class.A') });
    (await screen.findByTitle(service())).focus();
    const inChinese = service();
    await user.keyboard('{Enter}');
    await grid(inChinese);
    await user.keyboard('{ArrowDown}');
    expect(rowsOf(await grid(inChinese))[1]?.getAttribute('aria-selected')).toBe('true');
    bridge.reply({ 'settings.preferences': () => ({ locale: 'en', theme: 'light' }) });
    bridge.tell({ type: 'data-changed', scopes: ['preferences'] });
    await waitFor(() => expect(document.documentElement.lang).toBe('en'));
    expect(service()).not.toBe(inChinese);
    const list = await grid(service());
    expect(screen.getByRole('heading', { name: service() })).toBeDefined();
    expect(screen.queryByText(inChinese)).toBeNull();
    expect(document.activeElement).toBe(list);
    expect(rowsOf(list)[1]?.getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(document.activeElement).toBe(await screen.findByTitle(service())));
  });
});

describe('a list that was left', () => {
  it('leads to the index of its page where the figure is gone', async () => {
    const { user } = await atInsights('customers', {}, { customers: 'base' });
    await question('base.title');
    act(() => openBehind({ title: { key: 'insights:enough.lost' }, rule: ruleOfClass('A') }));
    await grid(say('enough.lost'));
    await user.keyboard('{Escape}');
    expect(document.activeElement?.textContent).toBe(say('customers.base'));
  });

  it('does not come after whoever has gone to another part', async () => {
    const { user } = await atInsights('customers', {}, { customers: 'base' });
    (await screen.findByTitle(say('customers.base'))).focus();
    await user.keyboard('{Enter}');
    await grid(say('customers.base'));
    await user.keyboard('{Alt>}5{/Alt}');
    await grid(say('repurchase.question'));
    expect(document.activeElement?.textContent).toBe(say('goods.repurchase'));
    await user.keyboard('{Alt>}2{/Alt}');
    await question('base.title');
    expect(screen.queryByRole('grid', { name: say('customers.base') })).toBeNull();
  });
});

import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { DOCK_STANDING } from '../support/shop';
import { box, openWindow, settle, words } from '../support/window';

const IN_DOCK: Replies = {
  'dock.standing': () => ({ ...DOCK_STANDING, form: 'dock' }),
  'dock.dismiss': () => ({}),
  'dock.turn': () => ({}),
};
const CALLED = { type: 'summoned', form: 'dock' } as const;

describe('the dock at the counter', () => {
  it('F11 turns the window into its other form, from every screen', async () => {
    const { bridge, user } = await openWindow(IN_DOCK);
    await screen.findByText(words('dock:widen'));
    await user.keyboard('{Control>}0{/Control}');
    await user.keyboard('{F11}');
    await waitFor(() => expect(bridge.of('dock.turn')[0]?.input).toEqual({ form: 'other' }));
  });

  it('Esc goes back step by step, and at an empty counter puts the dock away', async () => {
    const { bridge, user } = await openWindow(IN_DOCK);
    await screen.findByText(words('counter:esc.away'));
    await user.type(box(), '8812');
    await screen.findAllByRole('option');
    await user.keyboard('{Enter}');
    await screen.findByRole('article', { name: '张三' });
    await user.keyboard('88{Escape}{Escape}');
    expect(screen.queryByRole('article')).toBeNull();
    expect(bridge.of('dock.dismiss')).toEqual([]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(bridge.of('dock.dismiss')).toHaveLength(1));
  });

  it('in the wide form Esc at an empty counter does nothing', async () => {
    const { bridge, user } = await openWindow();
    await user.keyboard('{Escape}');
    await settle();
    expect(bridge.of('dock.dismiss')).toEqual([]);
    expect(screen.queryByText(words('counter:esc.away'))).toBeNull();
  });
});

describe('called from over another program', () => {
  it('the box has the keys with its text chosen, and a half-typed sale stays', async () => {
    const { bridge, user } = await openWindow(IN_DOCK);
    await user.type(box(), '8812');
    await screen.findAllByRole('option');
    await user.keyboard('{Enter}');
    await screen.findByRole('article', { name: '张三' });
    await user.keyboard('{F2}128');
    const amount = document.activeElement as HTMLInputElement;
    expect(amount.value).toBe('128');
    bridge.tell(CALLED);
    expect(document.activeElement).toBe(box());
    expect(amount.value).toBe('128');

    await user.type(box(), '139');
    bridge.tell(CALLED);
    expect([box().selectionStart, box().selectionEnd]).toEqual([0, 3]);
  });

  it('the dock shows the counter, whatever was looked at before', async () => {
    const { bridge, user } = await openWindow(IN_DOCK);
    await user.keyboard('{Control>}0{/Control}');
    await screen.findByRole('heading', { name: words('settings:title') });
    bridge.tell(CALLED);
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });

  it('a wide window shows what it showed', async () => {
    const { bridge, user } = await openWindow();
    await user.keyboard('{Control>}0{/Control}');
    const title = await screen.findByRole('heading', { name: words('settings:title') });
    bridge.tell({ type: 'summoned', form: 'wide' });
    await settle();
    expect(title.isConnected).toBe(true);
  });

  it('a dialog is answered first', async () => {
    const { bridge, user } = await openWindow(IN_DOCK);
    await user.keyboard('?');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    bridge.tell(CALLED);
    await settle();
    expect(dialog.contains(document.activeElement)).toBe(true);
  });
});

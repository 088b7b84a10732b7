import { storeFaultShape } from '@contract/settings';
import { App } from '@renderer/app/app';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aBridge, faulted, later, type Replies, refused } from '../support/bridge';
import { aShop, idOf } from '../support/shop';
import { words } from '../support/window';

const s = (key: string, values: Record<string, unknown> = {}) => words(`settings:${key}`, values);
const open = (more: object = {}) => ({
  state: 'open',
  id: idOf(99),
  name: '街角咖啡',
  zone: 'Asia/Shanghai',
  dayStartHour: 0,
  sample: false,
  ...more,
});
const none = { state: 'none', guessedZone: 'Asia/Shanghai' };
const broken = (fault: string, more: object = {}) => ({
  state: 'fault',
  fault,
  path: '/shop/shuke.db',
  backup: null,
  reference: 'K3F9',
  ...more,
});

function start(more: Replies) {
  window.location.hash = '#/counter';
  const bridge = aBridge(aShop(more));
  render(<App />);
  return { bridge, user: userEvent.setup({ delay: null }) };
}
const theBox = () => screen.findByRole('combobox', { name: words('members:box.label') });

describe('the first run', () => {
  it('asks for a name; the zone is guessed; Enter opens the store', async () => {
    const { bridge, user } = start({
      'settings.store': () => none,
      'settings.createStore': ({ name, zone }: { name: string; zone: string }) => open({ name, zone }),
    });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(s('first.name'))));
    await user.keyboard('{Enter}');
    await screen.findByText(s('shop.name_needed'));
    await user.keyboard('街角咖啡{Enter}');
    await theBox();
    expect(bridge.of('settings.createStore').map(({ input }) => input)).toEqual([
      { name: '街角咖啡', zone: 'Asia/Shanghai' },
    ]);
  });

  it('the zone is found by typing a part of it', async () => {
    const { bridge, user } = start({
      'settings.store': () => none,
      'settings.createStore': ({ name, zone }: { name: string; zone: string }) => open({ name, zone }),
    });
    await user.type(await screen.findByLabelText(s('first.name')), '店');
    const zone = screen.getByRole('combobox', { name: s('first.zone') });
    await user.click(zone);
    await user.clear(zone);
    await user.type(zone, 'urumqi');
    await user.click(await screen.findByRole('option', { name: /Asia\/Urumqi/, hidden: true }));
    await user.click(screen.getByRole('button', { name: new RegExp(s('first.open')) }));
    await theBox();
    expect(bridge.of('settings.createStore').map(({ input }) => input)).toEqual([
      { name: '店', zone: 'Asia/Urumqi' },
    ]);
  });

  it('a look around takes some seconds and says so, then says what it is and how to leave', async () => {
    const made = later<object>();
    const { user } = start({
      'settings.store': () => none,
      'settings.openSample': () => made.promise,
      'settings.leaveSample': () => none,
    });
    await screen.findByLabelText(s('first.name'));
    await user.keyboard('{F2}');
    await screen.findByText(s('sample.opening'));
    made.come(open({ sample: true }));
    await theBox();
    await screen.findByText(words('sample'));
    await user.click(screen.getByRole('button', { name: s('sample.leave') }));
    await screen.findByLabelText(s('first.name'));
  });

  it('a full disk is said in words, and the name typed is kept', async () => {
    const { user } = start({
      'settings.store': () => none,
      'settings.createStore': () => refused('store_fault', { fault: 'disk_full' }),
    });
    await user.type(await screen.findByLabelText(s('first.name')), '店{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain(s('fault.disk_full.title'));
    expect(screen.getByLabelText<HTMLInputElement>(s('first.name')).value).toBe('店');
  });

  it('a store that is there already is opened, not overwritten', async () => {
    const { user } = start({
      'settings.store': () => none,
      'settings.createStore': () => refused('store_exists'),
      'settings.retryStore': () => open(),
    });
    await user.type(await screen.findByLabelText(s('first.name')), '店{Enter}');
    await user.click(await screen.findByRole('button', { name: s('first.retry') }));
    await theBox();
  });
});

describe('a store that does not open', () => {
  it.each(storeFaultShape.options)('%s: what happened, what is kept, what to do', async (fault) => {
    start({ 'settings.store': () => broken(fault) });
    await screen.findByRole('heading', { name: s(`fault.${fault}.title`), level: 1 });
    screen.getByText(s(`fault.${fault}.kept`));
    screen.getByText(s(`fault.${fault}.do`));
    screen.getByText(s('fault.reference', { reference: 'K3F9' }));
    screen.getByText(s('fault.no_backup'));
  });

  it('names the newest checked backup', async () => {
    start({
      'settings.store': () =>
        broken('damaged', { backup: { path: '/shop/backups/a.db', madeAt: Date.UTC(2026, 10, 21) } }),
    });
    await screen.findByText('/shop/backups/a.db');
  });

  it('Enter tries again: still broken says so, whole opens the shop', async () => {
    const { bridge, user } = start({
      'settings.store': () => broken('damaged'),
      'settings.retryStore': () => broken('damaged'),
    });
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: new RegExp(s('fault.retry')) })),
    );
    await user.keyboard('{Enter}');
    await screen.findByText(s('fault.still'));
    bridge.reply({ 'settings.retryStore': () => open() });
    await user.keyboard('{Enter}');
    await theBox();
  });

  it('shows the folder and quits on request', async () => {
    const { bridge, user } = start({
      'settings.store': () => broken('read_only'),
      'settings.showStoreFolder': () => ({}),
      'settings.quit': () => faulted('X1'),
    });
    await user.click(await screen.findByRole('button', { name: s('fault.show') }));
    await user.click(screen.getByRole('button', { name: s('fault.quit') }));
    expect([bridge.of('settings.showStoreFolder').length, bridge.of('settings.quit').length]).toEqual([1, 1]);
  });
});

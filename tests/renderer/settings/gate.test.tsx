import { storeFaultShape } from '@contract/settings';
import { App } from '@renderer/app/app';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aBridge, faulted, later, type Replies, refused } from '../support/bridge';
import { aShop, idOf } from '../support/shop';
import { typeLikeAPerson, words } from '../support/window';

const s = (key: string, values: Record<string, unknown> = {}) => words(`settings:${key}`, values);
const open = (more: object = {}) => ({
  state: 'open',
  id: idOf(99),
  name: '街角咖啡',
  zone: 'Asia/Shanghai',
  dayStartHour: 0,
  sample: false,
  practice: false,
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
  typeLikeAPerson();
  return { bridge, user: userEvent.setup({ delay: null }) };
}
/** The first run as far as the key that opens the store. */
async function withoutPin(user: ReturnType<typeof userEvent.setup>) {
  await user.type(await screen.findByLabelText(s('first.name')), '店');
  await user.type(screen.getByLabelText(s('first.owner')), '王');
  await user.click(screen.getByLabelText(s('first.without_pin')));
}
const theBox = () => screen.findByRole('combobox', { name: words('members:box.label') });

const CODE = '2RX7K-00000-11111-22222-33333-9ZQ4B';
const made = ({ name, zone, owner }: { name: string; zone: string; owner: { pin: string | null } }) => ({
  store: open({ name, zone }),
  recoveryCode: owner.pin === null ? null : CODE,
});
const pin = () => screen.getByLabelText(words('staff:newPin.label', { digits: 6 }));

describe('the first run', () => {
  it('asks for the store, its owner and a PIN twice; the zone is guessed; what is missing has the focus', async () => {
    const { bridge, user } = start({ 'settings.store': () => none, 'settings.createStore': made });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(s('first.name'))));
    await user.keyboard('{Enter}');
    await screen.findByText(s('shop.name_needed'));
    await user.keyboard('街角咖啡{Enter}');
    await screen.findByText(s('first.owner_needed'));
    expect(document.activeElement).toBe(screen.getByLabelText(s('first.owner')));
    await user.keyboard('王老板{Enter}');
    await screen.findByText(words('staff:newPin.pin_length', { digits: 6 }));
    expect(document.activeElement).toBe(pin());
    await user.keyboard('111111{Enter}');
    await screen.findByText(words('staff:newPin.trivial_pin'));
    await user.clear(pin());
    await user.keyboard('739164{Enter}');
    await screen.findByText(words('staff:newPin.not_the_same'));
    await user.keyboard('739164{Enter}');
    await screen.findByRole('dialog', { name: words('staff:code.title') });
    expect(bridge.of('settings.createStore').map(({ input }) => input)).toEqual([
      { name: '街角咖啡', zone: 'Asia/Shanghai', owner: { name: '王老板', pin: '739164' } },
    ]);
  });

  it('trust, People: the recovery code stays until its last group was typed from the paper', async () => {
    const { user } = start({ 'settings.store': () => none, 'settings.createStore': made });
    await user.type(await screen.findByLabelText(s('first.name')), '店');
    await user.type(screen.getByLabelText(s('first.owner')), '王');
    await user.type(pin(), '739164');
    await user.type(screen.getByLabelText(words('staff:newPin.again')), '739164{Enter}');
    const sheet = await screen.findByRole('dialog', { name: words('staff:code.title') });
    expect(within(sheet).getByText(CODE)).toBeDefined();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByLabelText(words('staff:code.confirm'))),
    );
    await user.keyboard('{Escape}33333{Enter}');
    await screen.findByText(words('staff:code.wrong'));
    await user.clear(screen.getByLabelText(words('staff:code.confirm')));
    await user.keyboard('9zq4b{Enter}');
    await theBox();
    expect(screen.queryByText(CODE)).toBeNull();
  });

  it('without a PIN only on purpose, and it says what that means', async () => {
    const { bridge, user } = start({ 'settings.store': () => none, 'settings.createStore': made });
    await user.type(await screen.findByLabelText(s('first.name')), '店');
    await user.type(screen.getByLabelText(s('first.owner')), '王');
    await user.click(screen.getByLabelText(s('first.without_pin')));
    screen.getByText(s('first.without_pin_means'));
    await user.click(screen.getByRole('button', { name: new RegExp(s('first.open')) }));
    await theBox();
    expect(bridge.of('settings.createStore')[0]?.input).toMatchObject({ owner: { name: '王', pin: null } });
  });

  it('the zone is found by typing a part of it', async () => {
    const { bridge, user } = start({
      'settings.store': () => none,
      'settings.createStore': made,
    });
    await withoutPin(user);
    const zone = screen.getByRole('combobox', { name: s('first.zone') });
    await user.click(zone);
    await user.clear(zone);
    await user.type(zone, 'urumqi');
    await user.click(await screen.findByRole('option', { name: /Asia\/Urumqi/, hidden: true }));
    await user.click(screen.getByRole('button', { name: new RegExp(s('first.open')) }));
    await theBox();
    expect(bridge.of('settings.createStore')[0]?.input).toMatchObject({ name: '店', zone: 'Asia/Urumqi' });
  });

  it('a look around takes some seconds and says so, then says what it is and how to leave', async () => {
    const sample = later<object>();
    const { user } = start({
      'settings.store': () => none,
      'settings.openSample': () => sample.promise,
      'settings.leaveSample': () => none,
    });
    await screen.findByLabelText(s('first.name'));
    await user.keyboard('{F2}');
    await screen.findByText(s('sample.opening'));
    sample.come(open({ sample: true }));
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
    await withoutPin(user);
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain(s('fault.disk_full.title'));
    expect(screen.getByLabelText<HTMLInputElement>(s('first.name')).value).toBe('店');
  });

  it('a store that is there already is opened, not overwritten', async () => {
    const { user } = start({
      'settings.store': () => none,
      'settings.createStore': () => refused('store_exists'),
      'settings.retryStore': () => open(),
    });
    await withoutPin(user);
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: s('first.retry') }));
    await theBox();
  });
});

const MENDED = new Set<string>(['damaged', 'not_a_database']);

describe('a store that does not open', () => {
  it.each(storeFaultShape.options)('%s: what happened, what is kept, what to do', async (fault) => {
    start({ 'settings.store': () => broken(fault) });
    await screen.findByRole('heading', { name: s(`fault.${fault}.title`), level: 1 });
    screen.getByText(s(`fault.${fault}.kept`));
    screen.getByText(s(`fault.${fault}.do`));
    screen.getByText(s('fault.reference', { reference: 'K3F9' }));
    // Where a backup helps, the ways back stand there instead: tests/renderer/backups.
    if (!MENDED.has(fault)) screen.getByText(s('fault.no_backup'));
  });

  it('names the newest checked backup', async () => {
    start({
      'settings.store': () =>
        broken('newer_version', { backup: { path: '/shop/backups/a.db', madeAt: Date.UTC(2026, 10, 21) } }),
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

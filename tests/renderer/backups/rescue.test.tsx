import { App } from '@renderer/app/app';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { aBridge, type Replies, refused } from '../support/bridge';
import { aShop } from '../support/shop';
import { typeLikeAPerson, words } from '../support/window';
import { aBackup, aPreview, OWNER, withBackups } from './shop';

const b = (key: string, values: Record<string, unknown> = {}) => words(`backups:${key}`, values);
const broken = (fault: string) => () => ({
  state: 'fault',
  fault,
  path: '/shop/shuke.db',
  backup: null,
  reference: 'K3F9',
});

/** The window on a store that does not open; once it was restored it is the shop again. */
function onFault(fault: string, more: Replies = {}) {
  window.location.hash = '#/counter';
  const shop = aShop(withBackups(more));
  const bridge = aBridge({ ...shop, 'settings.store': broken(fault) });
  render(<App />);
  typeLikeAPerson();
  const whole = () => bridge.reply({ 'settings.store': aShop()['settings.store'] ?? broken(fault) });
  return { bridge, user: userEvent.setup({ delay: null }), whole };
}

it('trust, Durability: a damaged store, one key, the owner’s PIN, and the counter is there', async () => {
  const { bridge, user, whole } = onFault('damaged');
  bridge.reply({
    'backups.restoreAfterFault': () => {
      whole();
      return { madeAt: aBackup().madeAt };
    },
  });
  await screen.findByRole('button', { name: new RegExp(b('rescue.do')) });
  await user.keyboard('{F2}');
  const pin = await screen.findByLabelText(words('staff:approve.pin_of', { name: OWNER.name }));
  expect(document.activeElement).toBe(pin);
  await user.keyboard('739164{Enter}');
  await screen.findByRole('combobox', { name: words('members:box.label') });
  expect(bridge.of('backups.restoreAfterFault').map(({ input }) => input)).toEqual([
    { where: 'here', id: aBackup().id, proof: { staffId: OWNER.id, pin: '739164' } },
  ]);
});

it('a backup without PINs wants none', async () => {
  const { bridge, user } = onFault('damaged', {
    'backups.previewRestore': () => aPreview({ owners: [] }),
    'backups.restoreAfterFault': () => refused('backup_damaged'),
  });
  await screen.findByRole('button', { name: new RegExp(b('rescue.do')) });
  await user.keyboard('{F2}');
  await screen.findByText(b('refusal.backup_damaged'));
  expect(bridge.of('backups.restoreAfterFault')[0]?.input).toMatchObject({ proof: null });
});

it('the recovery code opens it, too, where the PIN is forgotten', async () => {
  const { bridge, user } = onFault('damaged', {
    'backups.restoreAfterFault': () => refused('code_mistyped'),
  });
  await screen.findByRole('button', { name: new RegExp(b('rescue.do')) });
  await user.keyboard('{F2}');
  await screen.findByLabelText(words('staff:approve.pin_of', { name: OWNER.name }));
  await user.keyboard('{F2}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(b('restore.code'))));
  await user.keyboard('2RX7K-1{Enter}');
  await screen.findByText(b('refusal.code_mistyped'));
  expect(bridge.of('backups.restoreAfterFault')[0]?.input).toMatchObject({
    proof: { recoveryCode: '2RX7K-1' },
  });
});

it('what can still be read is saved as tables, and what is gone is counted', async () => {
  const { user } = onFault('not_a_database', {
    'backups.salvage': () => ({
      folder: '/usb/shuke-salvage',
      tables: [{ name: '会员', rows: 1990, lost: 10 }],
    }),
  });
  await user.click(await screen.findByRole('button', { name: b('salvage.do') }));
  await screen.findByText(b('salvage.done', { folder: '/usb/shuke-salvage' }));
  screen.getByRole('row', { name: '会员 1,990 10' });
});

it.each(['newer_version', 'read_only', 'disk_full', 'already_open', 'migration_failed'])(
  '%s is mended by no backup, so none is offered',
  async (fault) => {
    const { bridge } = onFault(fault);
    await screen.findByRole('heading', { name: words(`settings:fault.${fault}.title`), level: 1 });
    expect(screen.queryByRole('button', { name: new RegExp(b('rescue.do')) })).toBeNull();
    expect(bridge.of('backups.list')).toEqual([]);
  },
);

import { showPart } from '@renderer/app/office/office-state';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { aPerson, deskOf } from '../support/shop';
import { openWindow, words } from '../support/window';
import { CHEN, LI, protectedShop, WANG } from './shop';

const s = (key: string, values: Record<string, unknown> = {}) => words(`staff:${key}`, values);
const colleague = (person: typeof WANG | typeof CHEN | typeof LI, more: object = {}) =>
  aPerson(person, { active: true, since: Date.UTC(2026, 0, 1), ownMember: null, ...more });

/** The owner at the staff page, with a manager and a cashier who has had too many wrong PINs. */
async function atStaff(more: Replies = {}) {
  const opened = await openWindow({
    ...protectedShop(WANG).replies,
    'staff.people': () => ({
      people: [colleague(WANG), colleague(CHEN), colleague(LI, { blocked: true })],
      recoveryCodeMadeAt: Date.UTC(2026, 10, 1),
    }),
    ...more,
  });
  showPart('staff');
  await opened.user.keyboard('{Control>}9{/Control}');
  await screen.findByRole('listbox', { name: s('page.title') });
  return opened;
}

it('F2 adds somebody: name, role by a digit, PIN twice, Ctrl+Enter', async () => {
  const { bridge, user } = await atStaff({ 'staff.add': () => refused('name_taken') });
  await user.keyboard('{F2}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(s('person.name'))));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(s('person.name_needed'));
  await user.keyboard('小李{Tab}2');
  await user.click(screen.getByLabelText(s('newPin.label', { digits: 6 })));
  await user.keyboard('284617');
  await user.click(screen.getByLabelText(s('newPin.again')));
  await user.keyboard('284617{Control>}{Enter}{/Control}');
  await screen.findByText(s('refusal.name_taken'));
  expect(bridge.of('staff.add').map(({ input }) => input)).toEqual([
    { name: '小李', role: 'manager', pin: '284617', ownMemberId: null },
  ]);
});

it('trust, People: ten wrong PINs are seen in the list, and somebody above lets them try again', async () => {
  const { bridge, user } = await atStaff({ 'staff.unblock': () => ({}) });
  await user.click(screen.getByRole('option', { name: new RegExp(s('person.state.blocked')) }));
  await user.click(await screen.findByRole('button', { name: s('person.unblock') }));
  await waitFor(() => expect(bridge.of('staff.unblock')[0]?.input).toEqual({ staffId: LI.id }));
});

it('nobody is deactivated by one press, and the last owner not at all', async () => {
  const { bridge, user } = await atStaff({ 'staff.deactivate': () => refused('last_owner') });
  await user.click(screen.getByRole('option', { name: /陈店长/ }));
  const section = await screen.findByRole('region', { name: s('person.leave') });
  await user.click(within(section).getByRole('button'));
  expect(bridge.of('staff.deactivate')).toEqual([]);
  await user.click(within(section).getByRole('button', { name: s('person.leave_sure') }));
  await screen.findByText(s('refusal.last_owner'));
});

it('the owner’s first PIN brings the recovery code', async () => {
  const code = '2RX7K-00000-11111-22222-33333-9ZQ4B';
  const { bridge, user } = await atStaff({
    'staff.current': () => deskOf(WANG),
    'staff.setOwnPin': () => ({ recoveryCode: code }),
  });
  await user.keyboard('{F3}');
  await user.click(await screen.findByLabelText(s('newPin.label', { digits: 6 })));
  await user.keyboard('739164');
  await user.click(screen.getByLabelText(s('newPin.again')));
  await user.keyboard('739164{Enter}');
  const sheet = await screen.findByRole('dialog', { name: s('code.title') });
  within(sheet).getByText(code);
  expect(bridge.of('staff.setOwnPin')[0]?.input).toEqual({ oldPin: null, pin: '739164' });
  await user.keyboard('9ZQ4B{Enter}');
  await waitFor(() => expect(screen.queryByText(code)).toBeNull());
});

it('a cashier sees nobody’s records, and changes the own PIN', async () => {
  const { bridge, user } = await openWindow(protectedShop(LI).replies);
  showPart('staff');
  await user.keyboard('{Control>}9{/Control}');
  await screen.findByText(words('may.never.manager'));
  screen.getByLabelText(s('own.old'));
  expect(bridge.of('staff.people')).toEqual([]);
});

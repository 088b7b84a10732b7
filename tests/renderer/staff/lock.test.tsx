import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Bridge, refused } from '../support/bridge';
import { box, openWindow, words } from '../support/window';
import { LI, protectedShop, WANG } from './shop';

const s = (key: string, values: Record<string, unknown> = {}) => words(`staff:${key}`, values);
const pin = () => screen.getByLabelText<HTMLInputElement>(s('pin.label'));
const tellStaff = (bridge: Bridge) =>
  act(async () => bridge.tell({ type: 'data-changed', scopes: ['staff'] }));

/** A cashier at the counter with an amount typed, and the screen locks. */
async function lockedOverASale(more = {}) {
  const shop = protectedShop(LI, more);
  const opened = await openWindow(shop.replies);
  const { bridge, user } = opened;
  await user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await user.keyboard('{Enter}66');
  await user.keyboard('{Control>}l{/Control}');
  await waitFor(() => expect(bridge.of('staff.lock')).toHaveLength(1));
  await tellStaff(bridge);
  await screen.findByRole('dialog', { name: s('signIn.title') });
  return { ...opened, ...shop };
}

it('rules, Staff: the lock covers all; below it nothing is painted, and the sale as typed is there again', async () => {
  const { bridge, user } = await lockedOverASale();
  const amount = screen.getByLabelText<HTMLInputElement>(words('purchases:sale.amount'), { exact: true });
  expect(amount.value).toBe('66');
  expect([...document.body.children].filter((child) => !child.hasAttribute('inert'))).toEqual([
    screen.getByRole('dialog', { name: s('signIn.title') }),
  ]);
  await user.keyboard('739164{Enter}');
  await waitFor(() => expect(bridge.of('staff.signIn')).toHaveLength(1));
  await tellStaff(bridge);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(amount.isConnected).toBe(true);
  expect(amount.value).toBe('66');
  expect(document.activeElement).toBe(amount);
});

it('whoever was here is asked for the PIN at once; Esc asks who else, a digit chooses', async () => {
  const { bridge, user } = await lockedOverASale();
  screen.getByRole('heading', { name: /李店员/ });
  expect(document.activeElement).toBe(pin());
  await user.keyboard('{Escape}');
  const list = await screen.findByRole('listbox', { name: s('signIn.who') });
  expect(within(list).getAllByRole('option')).toHaveLength(3);
  await user.keyboard('1');
  screen.getByRole('heading', { name: /王老板/ });
  await user.keyboard('739164{Enter}');
  await waitFor(() =>
    expect(bridge.of('staff.signIn')[0]?.input).toEqual({ staffId: WANG.id, pin: '739164' }),
  );
});

it('no key of the counter reaches what is below', async () => {
  const { bridge, user } = await lockedOverASale();
  const before = bridge.calls.length;
  await user.keyboard('{F1}{F7}{Control>}2{/Control}?');
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
  expect(window.location.hash).toBe('#/counter');
  expect(bridge.calls.slice(before).filter(({ channel }) => channel !== 'staff.stillHere')).toEqual([]);
});

it('trust, People: a wrong PIN says how many tries are left, a wait counts down, and the field is closed meanwhile', async () => {
  const { bridge, user } = await lockedOverASale({
    'staff.signIn': () => refused('wrong_pin', { left: 3, lockedUntil: null }),
  });
  await user.keyboard('111119{Enter}');
  await screen.findByText(s('pin.wrong', { count: 3 }));
  expect(pin().value).toBe('');
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  bridge.reply({
    'staff.signIn': () => refused('wrong_pin', { left: 0, lockedUntil: Date.now() + 30_000 }),
  });
  await user.keyboard('111119{Enter}');
  await screen.findByText(s('pin.wait', { time: '0:30' }));
  expect(pin().disabled).toBe(true);
  await act(async () => vi.advanceTimersByTime(12_000));
  screen.getByText(s('pin.wait', { time: '0:18' }));
  await act(async () => vi.advanceTimersByTime(18_000));
  expect(pin().disabled).toBe(false);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('a scan into the PIN is no PIN: it is not sent and not kept', async () => {
  const { bridge } = await lockedOverASale();
  act(() => {
    let at = 1_000_000;
    for (const key of [...'6901234567892', 'Enter']) {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      at += 5;
      Object.defineProperty(event, 'timeStamp', { value: at });
      pin().dispatchEvent(event);
    }
  });
  await screen.findByText(s('pin.scanned'));
  expect(pin().value).toBe('');
  expect(bridge.of('staff.signIn')).toEqual([]);
});

it('a forgotten PIN: a cashier is told who helps, an owner sets a new one by the recovery code', async () => {
  const { bridge, user } = await lockedOverASale({
    'staff.resetByRecoveryCode': () => refused('code_mistyped'),
  });
  await user.keyboard('{F2}');
  screen.getByText(s('forgotten.cashier'));
  await user.keyboard('{Escape}{Escape}1{F2}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(s('forgotten.code'))));
  await user.keyboard('2RX7K-00000-11111-22222-33333-9ZQ4B');
  await user.click(screen.getByLabelText(s('newPin.label', { digits: 6 })));
  await user.keyboard('508263');
  await user.click(screen.getByLabelText(s('newPin.again')));
  await user.keyboard('508263{Enter}');
  await screen.findByText(s('forgotten.code_mistyped'));
  expect(bridge.of('staff.resetByRecoveryCode')[0]?.input).toMatchObject({ staffId: WANG.id, pin: '508263' });
});

it('activity is told, and not more often than every ten seconds', async () => {
  const { bridge, user } = await openWindow(protectedShop(LI).replies);
  await user.keyboard('abcdef');
  expect(bridge.of('staff.stillHere')).toHaveLength(1);
});

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { faulted, later } from '../support/bridge';
import { aShop, MIN, ZHANG } from '../support/shop';
import { box, openWindow, settle, words } from '../support/window';

const rows = () => screen.queryAllByRole('option').map((row) => row.textContent ?? '');

it('begins with the last customers, and the box has the focus', async () => {
  await openWindow({ 'members.recent': () => [MIN] });
  expect(await screen.findByText('张敏')).toBeDefined();
  expect(document.activeElement).toBe(box());
});

it('shows who fits at every keystroke, says how it read the text, and masks phones', async () => {
  const { bridge, user } = await openWindow();
  await user.type(box(), '88');
  await screen.findByText('张三');
  expect(bridge.of('members.lookup').map((call) => call.input)).toEqual([{ text: '8' }, { text: '88' }]);
  expect(
    screen.getByText(words('members:box.readAs', { as: words('members:readAs.phone_tail') })),
  ).toBeDefined();
  expect(rows()[0]).toContain('138****8812');
});

it('never shows an answer to what stood there before', async () => {
  const slow = later<object>();
  const { user } = await openWindow({
    'members.lookup': ({ text }: { text: string }) =>
      text === '8' ? slow.promise : { readAs: 'phone_part', rows: [MIN] },
  });
  await user.type(box(), '88');
  await screen.findByText('张敏');
  await act(async () => slow.come({ readAs: 'phone_part', rows: [ZHANG] }));
  await settle();
  expect(screen.queryByText('张三')).toBeNull();
});

it('arrows choose, Enter opens, and the box is empty and ready again', async () => {
  const { user } = await openWindow();
  await user.type(box(), '8812');
  await screen.findByText('张敏');
  await user.keyboard('{ArrowDown}');
  expect(screen.getAllByRole('option')[1]?.getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('article', { name: '张敏' })).toBeDefined();
  expect(box().value).toBe('');
  expect(document.activeElement).toBe(box());
});

it('an Enter that comes before the answer waits for it', async () => {
  const answer = later<object>();
  const { user } = await openWindow({ 'members.lookup': () => answer.promise });
  await user.type(box(), '8{Enter}');
  expect(screen.queryByRole('article')).toBeNull();
  await act(async () => answer.come({ readAs: 'phone_part', rows: [ZHANG, MIN] }));
  expect(await screen.findByRole('article', { name: '张三' })).toBeDefined();
});

it('an Enter that belongs to an input method opens nobody', async () => {
  const { user } = await openWindow();
  await user.type(box(), '8812');
  await screen.findByText('张三');
  fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
  fireEvent.keyDown(box(), { key: 'Enter', keyCode: 229 });
  await settle();
  expect(screen.queryByRole('article')).toBeNull();
});

it('a payment code is refused in words, and neither kept nor sent', async () => {
  const { bridge, user } = await openWindow();
  await user.click(box());
  await user.paste('134567890123456789');
  expect(await screen.findByText(words('counter:paymentCode'))).toBeDefined();
  expect(box().value).toBe('');
  expect(bridge.of('members.lookup')).toEqual([]);
});

it('a payment code typed key by key is not sent beyond the length of a phone', async () => {
  const { bridge, user } = await openWindow();
  await user.type(box(), '134567890123456789');
  expect(box().value).toBe('');
  const longest = Math.max(
    ...bridge.of('members.lookup').map((call) => (call.input as { text: string }).text.length),
  );
  expect(longest).toBeLessThanOrEqual(11);
});

it('a new phone number offers sign-up with the number filled in', async () => {
  const { user } = await openWindow({ 'members.lookup': () => ({ readAs: 'phone', rows: [] }) });
  await user.type(box(), '13900001111');
  await screen.findByText(words('counter:newPhone', { text: '13900001111' }));
  await user.keyboard('{Enter}');
  expect(await screen.findByDisplayValue('13900001111')).toBeDefined();
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByLabelText(words('members:field.name'))),
  );
});

it('nobody found: says so, and F1 takes the name along', async () => {
  const { user } = await openWindow({ 'members.lookup': () => ({ readAs: 'name', rows: [] }) });
  await user.type(box(), '欧阳');
  await screen.findByText(words('counter:nobody', { text: '欧阳' }));
  await user.keyboard('{F1}');
  expect(await screen.findByDisplayValue('欧阳')).toBeDefined();
});

it('Esc goes back one step at a time: text, act, member', async () => {
  const { user } = await openWindow();
  await user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await user.keyboard('{F3}');
  await screen.findByRole('region', { name: words('points:title') });
  await user.type(box(), '9');
  await user.keyboard('{Escape}');
  expect(box().value).toBe('');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: words('points:title') })).toBeNull();
  expect(screen.getByRole('article', { name: '张三' })).toBeDefined();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('article')).toBeNull();
});

it('an Enter that comes before the answer does not open whom an earlier text had found', async () => {
  const answer = later<object>();
  const { user } = await openWindow({
    'members.lookup': ({ text }: { text: string }) =>
      text === '88' ? answer.promise : { readAs: 'phone_part', rows: [ZHANG] },
  });
  await user.type(box(), '8');
  await screen.findByText('张三');
  await user.keyboard('8{Enter}');
  await settle();
  expect(screen.queryByRole('article')).toBeNull();
  await act(async () => answer.come({ readAs: 'phone_part', rows: [MIN] }));
  expect(await screen.findByRole('article', { name: '张敏' })).toBeDefined();
});

it('a bug while looking says its reference and how to go on', async () => {
  const { bridge, user } = await openWindow({ 'members.lookup': () => faulted('K3F9') });
  await user.type(box(), '8');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('K3F9');
  bridge.reply({ 'members.lookup': () => ({ readAs: 'phone_part', rows: [ZHANG] }) });
  await user.click(within(alert).getByRole('button', { name: words('common:act.retry') }));
  expect(await screen.findByText('张三')).toBeDefined();
});

it('a scan opens its member from whatever field has the focus, and the field keeps what it held', async () => {
  const { user } = await openWindow({
    'members.lookup': ({ text }: { text: string }) =>
      text === '6901234567'
        ? { readAs: 'card', rows: [{ ...MIN, match: 'card' }] }
        : { readAs: 'phone_part', rows: [ZHANG] },
  });
  await user.type(box(), '8{Enter}');
  const amount = await screen.findByLabelText(words('purchases:sale.amount'));
  fireEvent.change(amount, { target: { value: '12' } });
  amount.focus();
  let at = 5_000_000;
  for (const key of [...'6901234567', 'Enter']) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    at += 5; // a scanner's pace
    Object.defineProperty(event, 'timeStamp', { value: at });
    act(() => void amount.dispatchEvent(event));
  }
  expect(await screen.findByRole('article', { name: '张敏' })).toBeDefined();
});

it('what has changed elsewhere is read again', async () => {
  const { bridge, user } = await openWindow();
  await user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  const before = bridge.of('members.card').length;
  bridge.reply(aShop());
  act(() => bridge.tell({ type: 'data-changed', scopes: ['complaints'] }));
  await waitFor(() => expect(bridge.of('members.card').length).toBe(before + 1));
});

it('measures from the keystroke to the painted rows', async () => {
  performance.clearMeasures('lookup');
  const { user } = await openWindow();
  await user.type(box(), '88');
  await screen.findByText('张三');
  await waitFor(() => expect(performance.getEntriesByName('lookup').length).toBeGreaterThan(0));
});

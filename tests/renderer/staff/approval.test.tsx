import { CURES, PERMISSIONS } from '@contract/permissions';
import { command } from '@renderer/lib/client';
import { i18next } from '@renderer/lib/i18n';
import { mishapOf } from '@renderer/lib/mishap';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { curable, denied, refused } from '../support/bridge';
import { idOf, ZHANG } from '../support/shop';
import { openWindow, words } from '../support/window';
import { CHEN, LI, protectedShop } from './shop';

const s = (key: string, values: Record<string, unknown> = {}) => words(`staff:${key}`, values);
const TOKEN = idOf(4711);
const ADJUST = { memberId: ZHANG.id, points: 500 as never, reason: '补登' };
const limit = () =>
  curable('above_daily_limit', { role: 'manager', another: false }, { limit: 1000, used: 980 });

/** A cashier asks for something that a PIN lifts. */
async function asking(more = {}) {
  const shop = protectedShop(LI, {
    'points.adjust': (_input: never, approval?: string) => (approval === TOKEN ? { balance: 1784 } : limit()),
    'staff.approve': () => ({ approval: TOKEN }),
    ...more,
  });
  return await openWindow(shop.replies);
}
const adjust = () => command('points', 'adjust', crypto.randomUUID(), ADJUST);

it('rules, Staff: what a manager may approve is said in words, with the numbers; the PIN and Enter carry it out under the same request', async () => {
  const { bridge, user } = await asking();
  const outcome = adjust();
  await screen.findByRole('heading', { name: s('approve.act.points.adjust') });
  screen.getByText(s('approve.why.above_daily_limit', { limit: '1,000', used: '980' }));
  // Those who may, and nobody else; the arrows choose.
  expect(screen.getAllByRole('radio').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('王老板'),
    expect.stringContaining('陈店长'),
  ]);
  await user.keyboard('{ArrowDown}739164{Enter}');
  await expect(outcome).resolves.toEqual({ ok: true, value: { balance: 1784 } });
  expect(bridge.of('staff.approve').map(({ input }) => input)).toEqual([
    { staffId: CHEN.id, pin: '739164', channel: 'points.adjust', role: 'manager', another: false },
  ]);
  const [first, second] = bridge.of('points.adjust');
  expect([second?.requestId, second?.approval]).toEqual([first?.requestId, TOKEN]);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('Esc is no: the screen goes on with the refusal, and nothing was sent again', async () => {
  const { bridge, user } = await asking();
  const outcome = adjust();
  await screen.findByRole('heading', { name: s('approve.act.points.adjust') });
  await user.keyboard('{Escape}');
  await expect(outcome).resolves.toMatchObject({ ok: false, refusal: { code: 'above_daily_limit' } });
  expect(bridge.of('points.adjust')).toHaveLength(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('a call that needs a PIN and gets none ends as denied', async () => {
  const { bridge, user } = await asking({
    'settings.renameStore': () => denied({ code: 'approval_needed', role: 'owner' }),
  });
  const ended = command('settings', 'renameStore', crypto.randomUUID(), { name: '新店' }).catch(
    (error: unknown) => mishapOf(error),
  );
  await screen.findByRole('heading', { name: s('approve.act.settings.renameStore') });
  screen.getByText(s('approve.title.owner'));
  await user.keyboard('{Escape}');
  expect(await ended).toEqual({ kind: 'denied', denial: { code: 'approval_needed', role: 'owner' } });
  expect(bridge.of('settings.renameStore')).toHaveLength(1);
});

it('a wrong PIN keeps the question open; who stands at the counter is no second person', async () => {
  const { user } = await asking({
    'staff.approve': () => refused('wrong_pin', { left: 4, lockedUntil: null }),
    'points.adjust': () => curable('second_person_needed', { role: 'cashier', another: true }),
  });
  const outcome = adjust();
  await screen.findByText(s('approve.why.second_person_needed'));
  expect(screen.getAllByRole('radio').some(({ textContent }) => textContent?.includes('李店员'))).toBe(false);
  await user.keyboard('111119{Enter}');
  await screen.findByText(s('pin.wrong', { count: 4 }));
  await user.keyboard('{Escape}');
  await outcome;
});

it('Ctrl+L locks here, too, and the lock answers no to what is asked', async () => {
  const shop = protectedShop(LI, { 'points.adjust': limit });
  const { bridge, user } = await openWindow(shop.replies);
  const outcome = adjust();
  await screen.findByRole('heading', { name: s('approve.act.points.adjust') });
  await user.keyboard('{Control>}l{/Control}');
  await waitFor(() => expect(bridge.of('staff.lock')).toHaveLength(1));
  await act(async () => bridge.tell({ type: 'data-changed', scopes: ['staff'] }));
  await expect(outcome).resolves.toMatchObject({ ok: false });
  screen.getByRole('dialog', { name: s('signIn.title') });
});

it('every channel that may ask for a PIN has its sentence, and so has every refusal that a PIN lifts', () => {
  const asks = Object.entries(PERMISSIONS).flatMap(([room, channels]) =>
    Object.entries(channels)
      .filter(([, permission]) => 'approval' in permission)
      .map(([name]) => `approve.act.${room}.${name}`),
  );
  expect(asks.length).toBeGreaterThan(30);
  const cures = Object.keys(CURES).map((code) => `approve.why.${code}`);
  for (const lng of ['zh-CN', 'en'])
    expect([...asks, ...cures].filter((key) => !i18next.exists(key, { ns: 'staff', lng }))).toEqual([]);
});

import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { businessDate, fen } from '@domain/units';
import { effectOf } from '@renderer/features/tiers/by-hand';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { deskOf, ZHANG } from '../support/shop';
import { box, openWindow, settle, words } from '../support/window';

const today = businessDate('2026-11-22');
const { tiers } = DEFAULT_RULES;

describe('what a level by hand will come to', () => {
  const spent = { money: fen(32000), visits: 8 };
  const level = { tier: 'vip', joinsAutomatic: true, until: null } as const;
  it('one that joins is protected as the rule says, or to the day that was given', () => {
    expect(effectOf(level, spent, today, tiers)).toEqual({ kind: 'joins', tier: 'vip', until: '2027-11-22' });
    const until = businessDate('2026-12-31');
    expect(effectOf({ ...level, until }, spent, today, tiers)).toMatchObject({ kind: 'joins', until });
    expect(effectOf({ ...level, tier: 'regular' }, spent, today, tiers)).toEqual({
      kind: 'joinsOpen',
      tier: 'regular',
    });
  });
  it('one below what was spent rises at once', () => {
    const much = { money: fen(500000), visits: 8 };
    expect(effectOf({ ...level, tier: 'loyal' }, much, today, tiers)).toEqual({ kind: 'rises', tier: 'vip' });
  });
  it('one that is fixed stays, whatever was spent', () => {
    const fixed = { ...level, tier: 'regular', joinsAutomatic: false } as const;
    const much = { money: fen(500000), visits: 8 };
    expect(effectOf(fixed, much, today, tiers)).toEqual({ kind: 'fixed', tier: 'regular' });
    const until = businessDate('2027-01-31');
    expect(effectOf({ ...fixed, until }, much, today, tiers)).toEqual({
      kind: 'fixedUntil',
      tier: 'regular',
      until,
    });
  });
});

async function atThePanel(more: Replies = {}) {
  const opened = await openWindow({
    'staff.current': () => deskOf({ id: ZHANG.id, name: '王店长', role: 'manager' }),
    'tiers.setByHand': () => ({ tier: 'vip', until: '2027-11-22' }),
    ...more,
  });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await opened.user.keyboard('{Alt>}j{/Alt}');
  await screen.findByRole('region', { name: words('tiers:hand.title') });
  return opened;
}

it('Alt+J, digits and Ctrl+Enter set a level; what it comes to stands there before', async () => {
  const { bridge, user } = await atThePanel();
  await user.keyboard('3');
  expect(document.activeElement).toBe(screen.getByLabelText(/按消费自动升降/));
  expect(screen.getByText(/定为 VIP，保级至/)).toBeDefined();
  await user.click(screen.getByLabelText(/固定不变/));
  expect(screen.getByText(words('tiers:effect.fixed', { tier: 'VIP' }))).toBeDefined();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText(words('tiers:refusal.reason_needed'))).toBeDefined();
  expect(bridge.of('tiers.setByHand')).toEqual([]);
  await user.keyboard('老顾客{Enter}');
  await settle();
  expect(bridge.of('tiers.setByHand')).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(bridge.of('tiers.setByHand')).toHaveLength(1));
  expect(bridge.of('tiers.setByHand')[0]?.input).toEqual({
    memberId: ZHANG.id,
    tier: 'vip',
    joinsAutomatic: false,
    until: null,
    reason: '老顾客',
  });
  await waitFor(() => expect(document.activeElement).toBe(box()));
});

it('a last day goes along; the refusal stands in words and the form stays', async () => {
  const { bridge, user } = await atThePanel({ 'tiers.setByHand': () => refused('until_in_past') });
  fireEvent.change(screen.getByLabelText(words('tiers:hand.until')), { target: { value: '2099-01-31' } });
  await user.type(screen.getByLabelText(words('tiers:hand.reason')), '转店{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toBe(words('tiers:refusal.until_in_past'));
  expect(bridge.of('tiers.setByHand')[0]?.input).toMatchObject({ until: '2099-01-31' });
  expect(screen.getByLabelText<HTMLInputElement>(words('tiers:hand.reason')).value).toBe('转店');
});

it('a cashier is told before they type that a manager does this', async () => {
  await atThePanel({ 'staff.current': () => deskOf({ id: ZHANG.id, name: '李店员', role: 'cashier' }) });
  expect(await screen.findByText(words('may.with_pin.manager'))).toBeDefined();
});

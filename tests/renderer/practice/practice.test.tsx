import { EXERCISES, STEPS } from '@domain/practice/exercises';
import { closeOverview, usePractice } from '@renderer/features/practice/practice-state';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Replies } from '../support/bridge';
import { idOf } from '../support/shop';
import { box, openWindow, words } from '../support/window';

const p = (key: string, values: Record<string, unknown> = {}) => words(`practice:${key}`, values);
const store = () => ({
  ...{ state: 'open', id: idOf(99), name: '街角咖啡', zone: 'Asia/Shanghai', dayStartHour: 0 },
  ...{ sample: false, practice: false },
});
const done = new Set<string>(['sale']);

/** Two are done, one has gone wrong, and the rest is untouched. */
const standing = (inHand: string, more: object = {}) => ({
  inHand,
  exercises: EXERCISES.map((exercise) => ({
    exercise,
    who: exercise === 'sale' ? { name: '李静', tail: '4096' } : null,
    amount: null,
    steps: STEPS[exercise].map((step) => ({ step, done: done.has(exercise) })),
    done: done.has(exercise),
    difference: null,
    tookMs: done.has(exercise) ? 120_000 : null,
    ...(exercise === inHand ? more : {}),
  })),
});

const practising = (inHand: string, more: object = {}, replies: Replies = {}) =>
  openWindow({
    'settings.store': () => ({ ...store(), sample: true, practice: true }),
    'practice.standing': () => standing(inHand, more),
    'practice.take': () => ({}),
    'practice.again': () => ({}),
    'practice.haveRead': () => ({}),
    ...replies,
  });
const panel = (at: number) =>
  screen.findByRole('complementary', { name: p('panelTitle', { at, of: EXERCISES.length }) });

afterEach(() => {
  closeOverview();
  usePractice.setState({ folded: null });
});

describe('the mark of practice', () => {
  it('stands over every screen, in the title and on paper, and nowhere else', async () => {
    await practising('sale');
    screen.getByRole('complementary', { name: p('mark') });
    expect(document.title).toBe(p('titleMark', { app: words('common:app') }));
    expect(document.body.dataset.practice).toBe(p('paperMark'));
    cleanup();
    expect(document.title).toBe(words('common:app'));
    expect(document.body.dataset.practice).toBeUndefined();
    await openWindow();
    expect(screen.queryByRole('complementary', { name: p('mark') })).toBeNull();
  });

  it('Alt+Q leads back', async () => {
    const { bridge, user } = await practising('sale', {}, { 'practice.leave': () => store() });
    await user.keyboard('{Alt>}q{/Alt}');
    await waitFor(() => expect(bridge.of('practice.leave')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('complementary', { name: p('mark') })).toBeNull());
  });
});

describe('the exercise in hand', () => {
  it('tells whom it is about, what is done of it, and what is different with its right sum', async () => {
    const difference = { code: 'discount_by_hand', amount: 7800, points: null };
    await practising('sale', { done: false, difference });
    const told = await panel(3);
    expect(told.textContent).toContain('李静');
    expect(told.textContent).toContain(p('differs.discount_by_hand', { amount: '¥78.00' }));
    expect(within(told).getAllByRole('img', { name: p('doneMark') })).toHaveLength(2);
  });

  it('next, before, and once more by keys, from the box and without leaving it', async () => {
    const { bridge, user } = await practising('sale');
    await panel(3);
    const took = (times: number) => waitFor(() => expect(bridge.of('practice.take')).toHaveLength(times));
    await user.keyboard('{Alt>}[Period]{/Alt}');
    await took(1);
    await user.keyboard('{Alt>}[Comma]{/Alt}');
    await took(2);
    await user.keyboard('{Alt>}[KeyW]{/Alt}');
    await waitFor(() => expect(bridge.of('practice.again')).toHaveLength(1));
    expect(bridge.of('practice.take').map(({ input }) => input)).toEqual([
      { exercise: 'coupon' },
      { exercise: 'sign_up' },
    ]);
    expect(document.activeElement).toBe(box());
    expect(box().value).toBe('');
  });

  it('folds to a line and back', async () => {
    const { user } = await practising('sale');
    const told = await panel(3);
    await user.keyboard('{Alt>}f{/Alt}');
    expect(within(told).queryByRole('list', { name: p('stepsLabel') })).toBeNull();
    await user.keyboard('{Alt>}f{/Alt}');
    within(told).getByRole('list', { name: p('stepsLabel') });
  });

  it('what is only read is said to be read, by its own key and in its own exercise only', async () => {
    const { bridge, user } = await practising('sale');
    await panel(3);
    await user.keyboard('{Alt>}y{/Alt}');
    expect(bridge.of('practice.haveRead')).toEqual([]);
  });
});

describe('the list of all', () => {
  const open = async (user: { keyboard: (keys: string) => Promise<void> }) => {
    await panel(3);
    await user.keyboard('{Alt>}u{/Alt}');
    return await screen.findByRole('dialog', { name: p('overview.title') });
  };

  it('begins with the one in hand; arrows and Enter take another', async () => {
    const { bridge, user } = await practising('sale');
    const list = await open(user);
    expect(within(list).getAllByRole('img', { name: p('doneMark') })).toHaveLength(1);
    expect(document.activeElement?.textContent).toContain(p('drill.sale.title'));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain(p('drill.redeem.title')));
    act(() => (document.activeElement as HTMLElement).click());
    await waitFor(() =>
      expect(bridge.of('practice.take').map(({ input }) => input)).toEqual([{ exercise: 'redeem' }]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('the sheet for the staff file wants a name, and tells what was done without a score', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    const { user } = await practising('sale');
    await open(user);
    await user.keyboard('{F9}');
    expect(print).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByLabelText(p('overview.name')));
    await user.keyboard('小周{F9}');
    expect(print).toHaveBeenCalledOnce();
    const sheet = document.querySelector('[data-print-copy]')?.textContent ?? '';
    expect(sheet).toContain(p('sheet.who', { name: '小周' }));
    expect(sheet).toContain(p('drill.sale.title'));
    expect(sheet).not.toContain(p('drill.find.title'));
  });
});

import { useCarePart } from '@renderer/app/care/care-state';
import { look } from '@renderer/features/care/tasks-view';
import { act, screen, waitFor, within } from '@testing-library/react';
// The screen is loaded before the clock of a test runs.
import '@renderer/app/care/care-screen';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { idOf } from '../support/shop';
import { openWindow, words } from '../support/window';
import { aTask, aWholeTask, page } from './shop';

beforeEach(() => {
  useCarePart.setState({ part: 'tasks' });
  look({ which: 'today', kind: null });
});

async function openCare(replies: Replies) {
  const opened = await openWindow(replies);
  await opened.user.keyboard('{Control>}4{/Control}');
  return opened;
}

describe('a win-back', () => {
  const lost = aTask({ kind: 'win_back', about: '', content: 'service' });
  const atLost = (more: Replies = {}, detail: object = {}) =>
    openCare({
      'care.tasks': () => page(lost),
      'care.counts': () => ({ ready: 1, held: 0 }),
      'care.task': () => aWholeTask(lost, detail),
      'coupons.handTemplates': () => ({
        allowance: { limit: 20000, used: 5000 },
        templates: [
          {
            id: 'win-back',
            name: '诚意券',
            trigger: 'win_back',
            terms: { kind: 'amount', off: 2000, threshold: 0 },
            lastDay: '2099-12-31',
          },
        ],
      }),
      ...more,
    });

  it('S62 S63 S64 S90 seven reasons by one digit, each with the cause behind it, and the plan', async () => {
    const { bridge, user } = await atLost({ 'care.setCause': () => ({ cause: 'competitor' }) });
    const form = await screen.findByRole('form', { name: words('care:cause.title') });
    const reasons = within(form).getAllByRole('radio');
    expect(reasons).toHaveLength(7);
    reasons[0]?.focus();
    await user.keyboard('5');
    expect(document.activeElement).toBe(screen.getByLabelText(words('care:cause.measure')));
    await user.keyboard('送新品试用{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('care.setCause').map(({ input }) => input)).toEqual([
        { taskId: lost.id, churnReason: 'cheaper', measure: '送新品试用' },
      ]),
    );
  });

  it('S50 the coupon waits for the plan, tells what is left to give, and is named once given', async () => {
    const { bridge, user } = await atLost();
    const give = await screen.findByRole('button', { name: words('care:coupon.give', { name: '诚意券' }) });
    await waitFor(() => expect(give).toHaveProperty('disabled', true));
    expect(screen.getByText(words('care:coupon.measureFirst'))).toBeDefined();
    bridge.reply({
      'care.task': () => aWholeTask(lost, { churnReason: 'cheaper', cause: 'competitor', measure: '送券' }),
      'care.giveWinBackCoupon': () => ({ couponId: idOf(801), code: 'ABCD', lastDay: '2099-12-31' }),
    });
    act(() => bridge.tell({ type: 'data-changed', scopes: ['care'] }));
    await screen.findByText(words('care:coupon.allowance', { left: '¥150.00' }));
    await user.click(screen.getByRole('button', { name: words('care:coupon.give', { name: '诚意券' }) }));
    await screen.findByText(words('care:coupon.given', { code: 'ABCD', date: '2099年12月31日' }));
  });

  it('S90 a death that was said by mistake can be taken back on whichever task it was said', async () => {
    const call = aTask({ kind: 'by_hand', about: '', state: 'dropped' });
    const { bridge, user } = await openCare({
      'care.tasks': () => page(call),
      'care.counts': () => ({ ready: 1, held: 0 }),
      'care.task': () => aWholeTask(call, { churnReason: 'died', scripts: [] }),
      'care.setCause': () => ({ cause: 'need_changed' }),
    });
    const form = await screen.findByRole('form', { name: words('care:cause.title') });
    within(form).getAllByRole('radio')[0]?.focus();
    await user.keyboard('2{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('care.setCause').map(({ input }) => input)).toEqual([
        { taskId: call.id, churnReason: 'moved', measure: '' },
      ]),
    );
  });

  it.each([
    ['given', false],
    ['withdrawn', true],
  ] as const)(
    'S50 a coupon that was %s already is named, and no second one is offered',
    async (word, withdrawn) => {
      const coupon = { code: 'ABCD', lastDay: '2099-12-31', withdrawn };
      await atLost({}, { churnReason: 'cheaper', cause: 'competitor', measure: '送券', coupon });
      await screen.findByText(words(`care:coupon.${word}`, { code: 'ABCD', date: '2099年12月31日' }));
      expect(
        screen.queryByRole('button', { name: words('care:coupon.give', { name: '诚意券' }) }),
      ).toBeNull();
    },
  );
});

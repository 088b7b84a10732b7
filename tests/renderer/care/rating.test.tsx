import { useCarePart } from '@renderer/app/care/care-state';
import { look } from '@renderer/features/care/tasks-view';
import { screen, waitFor } from '@testing-library/react';
// The screens are loaded before the clock of a test runs.
import '@renderer/app/care/care-screen';
import '@renderer/features/complaints/components/log-panel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Replies } from '../support/bridge';
import { idOf, ZHANG } from '../support/shop';
import { openWindow, words } from '../support/window';
import { aContact, aTask, aWholeTask, page } from './shop';

const zhang = aTask();
const ANSWER = idOf(700);
const COMPLAINT = idOf(517);
const outcome = (said: string) => ({
  outcomes: [{ outcome: said, note: '', nextStep: '', nextOn: null, at: 0, staffName: '李店员' }],
});

beforeEach(() => {
  useCarePart.setState({ part: 'tasks' });
  look({ which: 'today', kind: null });
});

/** At a task after this contact; by default a call that has just begun. */
async function atTask(contact: object = {}, task: object = {}, more: Replies = {}) {
  const opened = await openWindow({
    'care.tasks': () => page(zhang),
    'care.counts': () => ({ ready: 1, held: 0 }),
    'care.task': () => aWholeTask(zhang, { contacts: [aContact(contact)], ...task }),
    'surveys.record': ({ satisfaction }: { satisfaction: number }) => ({
      answerId: ANSWER,
      low: satisfaction <= 2,
    }),
    ...more,
  });
  await opened.user.keyboard('{Control>}4{/Control}');
  await screen.findByRole('article', { name: '张三' });
  return opened;
}
const ask = () => screen.queryByRole('button', { name: new RegExp(words('care:task.rate')) });
const survey = () => screen.findByRole('region', { name: words('surveys:ask.of', { name: '张三' }) });
const noSurvey = () =>
  waitFor(() =>
    expect(screen.queryByRole('region', { name: words('surveys:ask.of', { name: '张三' }) })).toBeNull(),
  );
const note = () => screen.getByLabelText<HTMLTextAreaElement>(words('care:outcome.note'));

describe('S84 a rating in a care call', () => {
  it('is Alt+S, two keys and Enter; then one goes on with what one was writing about the call', async () => {
    const { bridge, user } = await atTask();
    await user.type(note(), '聊得不错');
    await user.keyboard('{Alt>}s{/Alt}');
    await survey();
    await user.keyboard('59{Enter}');
    await screen.findByText(words('care:list.said', { name: '张三', words: words('care:task.rated') }));
    expect(bridge.of('surveys.record').map(({ input }) => input)).toEqual([
      {
        ...{ memberId: ZHANG.id, purchaseId: null, taskId: zhang.id, channel: 'phone' },
        ...{ satisfaction: 5, recommend: 9, scores: {}, note: '', servedBy: null },
      },
    ]);
    await waitFor(() => expect(document.activeElement).toBe(note()));
    expect(note().value).toBe('聊得不错');
  });

  it('is left by Esc; the next key is the outcome of the call', async () => {
    const { bridge, user } = await atTask();
    await user.keyboard('{Alt>}s{/Alt}');
    await survey();
    await user.keyboard('{Escape}');
    await noSurvey();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('radio', { name: words('care:outcome.reached') })),
    );
    expect(bridge.of('surveys.record')).toEqual([]);
  });

  it.each([
    ['has just begun', {}, true],
    ['reached them', outcome('reached'), true],
    ['settled it', outcome('done'), true],
    ['nobody took', outcome('no_answer'), false],
    ['they did not want', outcome('refused'), false],
    ['was no call but a message', { channel: 'sms' }, false],
    ['belongs to another task', { taskId: idOf(699) }, false],
    ['came from the member', { direction: 'in' }, false],
  ])('about a contact that %s: %o, a rating may be asked for: %s', async (_what, contact, may) => {
    await atTask(contact);
    expect(ask() !== null).toBe(may);
  });

  it('is not asked for in the call that told of a death', async () => {
    await atTask(outcome('reached'), { churnReason: 'died' });
    expect(ask()).toBeNull();
  });

  it('says when they were asked lately', async () => {
    const asked = { askedOn: '2026-11-20', askAgainOn: '2099-12-20', last: null };
    const { user } = await atTask({}, {}, { 'surveys.standing': () => asked });
    await user.keyboard('{Alt>}s{/Alt}');
    expect((await screen.findByText(/2099/)).textContent).toContain('起再问比较好');
  });

  it('a low one leads to a complaint by Alt+C, with its words; the answer keeps that it did', async () => {
    const { bridge, user } = await atTask(
      {},
      {},
      {
        'complaints.log': () => ({
          complaintId: COMPLAINT,
          number: 18,
          responseDueAt: Date.UTC(2026, 10, 22, 8),
          resolutionDueAt: Date.UTC(2026, 10, 24, 8),
        }),
        'surveys.linkComplaint': () => ({}),
      },
    );
    await user.keyboard('{Alt>}s{/Alt}');
    await survey();
    await user.keyboard('13');
    await user.type(screen.getByLabelText(words('surveys:ask.note')), '等了半小时');
    await user.keyboard('{Enter}');
    await screen.findByText(words('surveys:said.low'));
    await user.keyboard('{Alt>}c{/Alt}');
    await screen.findByRole('region', { name: words('complaints:log.for_member', { name: '张三' }) });
    await user.keyboard('31');
    expect(screen.getByLabelText(words('complaints:log.what'))).toHaveProperty('value', '等了半小时');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('surveys.linkComplaint').map(({ input }) => input)).toEqual([
        { answerId: ANSWER, complaintId: COMPLAINT },
      ]),
    );
    expect(bridge.of('complaints.log')[0]?.input).toMatchObject({ memberId: ZHANG.id, what: '等了半小时' });
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('radio', { name: words('care:outcome.reached') })),
    );
  });

  it('a low one may stand without a complaint: Esc goes on with the call', async () => {
    const { user } = await atTask();
    await user.keyboard('{Alt>}s{/Alt}');
    await survey();
    await user.keyboard('1{Enter}');
    await screen.findByText(words('surveys:said.low'));
    await user.keyboard('{Escape}');
    await screen.findByText(words('care:list.said', { name: '张三', words: words('care:task.rated') }));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('radio', { name: words('care:outcome.reached') })),
    );
  });

  it('Alt+C without a low answer does nothing', async () => {
    const { user } = await atTask();
    await user.keyboard('{Alt>}s{/Alt}');
    await survey();
    await user.keyboard('59{Enter}');
    await noSurvey();
    await user.keyboard('{Alt>}c{/Alt}');
    expect(
      screen.queryByRole('region', { name: words('complaints:log.for_member', { name: '张三' }) }),
    ).toBeNull();
  });
});

import { useCarePart } from '@renderer/app/care/care-state';
import { look } from '@renderer/features/care/tasks-view';
import { act, screen, waitFor, within } from '@testing-library/react';
// The screen is loaded before the clock of a test runs.
import '@renderer/app/care/care-screen';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bridge, faulted, type Replies, refused } from '../support/bridge';
import { aShop, idOf, MIN, ZHANG } from '../support/shop';
import { openWindow, words } from '../support/window';
import { aBudget, aContact, aScript, aTask, aWholeTask, dayIn, page } from './shop';

const zhang = aTask();
const min = aTask({
  id: idOf(602),
  kind: 'birthday',
  about: '',
  member: { ...zhang.member, id: MIN.id, name: '张敏' },
});
const rows = [zhang, min];

beforeEach(() => {
  useCarePart.setState({ part: 'tasks' });
  look({ which: 'today', kind: null });
});

async function atCare(more: Replies = {}) {
  const opened = await openWindow({
    'care.tasks': () => page(...rows),
    'care.counts': () => ({ ready: 2, held: 0 }),
    'care.task': ({ taskId }: { taskId: string }) => {
      const row = rows.find(({ id }) => id === taskId);
      return row === undefined ? null : aWholeTask(row);
    },
    ...more,
  });
  await opened.user.keyboard('{Control>}4{/Control}');
  return opened;
}
const task = (name = '张三') => screen.findByRole('article', { name });
const grid = () => screen.findByRole('grid', { name: words('care:list.caption') });
/** Main as it stands after a contact: the task knows it, and asks for its outcome. */
const afterContact =
  (contact: object = {}, more: object = {}) =>
  ({ taskId }: { taskId: string }) =>
    taskId === zhang.id ? aWholeTask(zhang, { contacts: [aContact(contact)], ...more }) : aWholeTask(min);

/** Main has recorded a contact and tells so. */
async function recorded(bridge: Bridge) {
  await waitFor(() => expect(bridge.of('care.contact')).toHaveLength(1));
  act(() => bridge.tell({ type: 'data-changed', scopes: ['care'] }));
}

describe('the list of care tasks', () => {
  it('is walked by arrows; the task follows', async () => {
    const { user } = await atCare();
    await task();
    await waitFor(async () =>
      expect(document.activeElement).toBe(within(await grid()).getByRole('row', { selected: true })),
    );
    await user.keyboard('{ArrowDown}');
    await task('张敏');
  });

  it('asks for what is chosen: what is held back, and one kind', async () => {
    const { bridge, user } = await atCare();
    await grid();
    await user.click(screen.getByText(words('care:list.held')));
    await user.selectOptions(screen.getByLabelText(words('care:list.kind')), 'birthday');
    await waitFor(() =>
      expect(bridge.of('care.tasks').at(-1)?.input).toEqual({
        which: 'held',
        kinds: ['birthday'],
        offset: 0,
        limit: 200,
      }),
    );
  });

  it('teaches when nobody is to be called, and leads to what is held back', async () => {
    const { user } = await atCare({ 'care.tasks': () => page() });
    await screen.findByText(words('care:list.empty_today'));
    await user.click(screen.getByRole('button', { name: words('care:list.toHeld') }));
    await screen.findByText(words('care:list.empty_held'));
  });

  it('a fault has its reference and a way out', async () => {
    const { bridge, user } = await atCare({ 'care.tasks': () => faulted('K3F9') });
    await screen.findByText(/K3F9/);
    bridge.reply({ 'care.tasks': () => page(...rows) });
    await user.click(screen.getByRole('button', { name: words('act.retry') }));
    await grid();
  });

  it('says in the rail how many are ready', async () => {
    await atCare();
    await screen.findByText(words('care:badge.ready', { count: 2 }));
  });
});

describe('what one knows before one dials', () => {
  it('S57 S58 why, the last purchase, the masked phone, and what is left of the month', async () => {
    await atCare();
    const text = (await task()).textContent;
    expect(text).toContain(`${words('care:why.first_purchase')} · 净水器`);
    expect(text).toContain('¥128.00');
    expect(text).toContain('138****8812');
    expect(text).not.toContain('1234 8812');
    expect(text).toContain(words('care:budget.left', { count: 1 }));
  });

  it('S59 `?` tells how the budget came about, with the rule', async () => {
    const { user } = await atCare({
      'care.task': () =>
        aWholeTask(zhang, {
          budget: aBudget({ used: 1, allowed: 1, left: 0, unanswered: 3, lowered: true }),
        }),
    });
    await task();
    await user.click(
      screen.getByRole('button', { name: new RegExp(words('care:budget.left', { count: 0 })) }),
    );
    const why = (await screen.findByRole('dialog')).textContent;
    expect(why).toContain(words('care:budget.unanswered', { count: 3 }));
    expect(why).toContain(words('care:budget.rule', { perMonth: 2, lowered: 1, after: 3 }));
    expect(why).toContain(words('care:budget.quiet', { from: '21:00', to: '09:00' }));
  });

  it('S62 an open complaint stands above everything', async () => {
    await atCare({
      'care.task': () =>
        aWholeTask(zhang, {
          openComplaint: { id: idOf(517), number: 17, what: '鱼油发霉', state: 'responded' },
        }),
    });
    await screen.findByRole('button', {
      name: words('care:task.complaint', { number: 17, what: '鱼油发霉' }),
    });
  });

  it('a resolved one is no alarm: it is said to wait for its end', async () => {
    await atCare({
      'care.task': () =>
        aWholeTask(zhang, {
          openComplaint: { id: idOf(517), number: 17, what: '鱼油发霉', state: 'resolved' },
        }),
    });
    await screen.findByRole('button', {
      name: words('care:task.complaint_to_close', { number: 17, what: '鱼油发霉' }),
    });
  });

  it.each([
    [
      'budget',
      { why: 'budget', used: 2, allowed: 2, from: '2099-12-01', keptFor: null },
      '这个月已联系 2 次，额度用完了；2099年12月1日起可以再联系。',
    ],
    [
      'kept for a service task',
      { why: 'budget', used: 1, allowed: 2, from: '2099-12-01', keptFor: 'birthday' },
      '剩下的一次留给“生日问候”；2099年12月1日起可以再联系。',
    ],
    [
      'quiet hours',
      { why: 'quiet', until: Date.UTC(2026, 10, 23, 1) },
      '现在是免打扰时间，09:00 以后可以联系。',
    ],
    ['complaint', { why: 'open_complaint', number: 17 }, '投诉 17 号还没结案，先解决投诉，再谈优惠。'],
    ['put off', { why: 'put_off', until: '2099-12-01' }, '改到 2099年12月1日 再联系。'],
  ])('S58 S59 held back by %s: the reason and its end, and no key contacts', async (_by, held, sentence) => {
    const waiting = aTask({ held });
    const { bridge, user } = await atCare({
      'care.tasks': () => page(waiting),
      'care.task': () => aWholeTask(waiting),
    });
    expect((await task()).textContent).toContain(sentence);
    await user.keyboard('{F4}{F5}{F6}{F7}');
    expect(bridge.of('care.contact')).toEqual([]);
  });
});

describe('a contact', () => {
  it('F4 records the call first, then shows the number and asks for its outcome by one digit', async () => {
    const { bridge, user } = await atCare({
      'care.contact': () => ({ contactId: idOf(701) }),
      'care.recordOutcome': () => ({}),
    });
    await task();
    bridge.reply({ 'care.task': afterContact() });
    await user.keyboard('{F4}');
    await recorded(bridge);
    expect(await screen.findByText('138 1234 8812')).toBeDefined();
    expect(bridge.of('care.contact').map(({ input }) => input)).toEqual([
      { taskId: zhang.id, channel: 'phone', content: 'service', text: aScript().text },
    ]);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('radio', { name: words('care:outcome.reached') })),
    );
    await user.keyboard('2');
    expect(document.activeElement).toBe(screen.getByLabelText(words('care:outcome.note')));
    await user.keyboard('没人接{Control>}{Enter}{/Control}');
    await screen.findByText(
      words('care:list.said', { name: '张三', words: words('care:outcome.no_answer') }),
    );
    expect(bridge.of('care.recordOutcome').map(({ input }) => input)).toEqual([
      { contactId: idOf(701), outcome: 'no_answer', note: '没人接', nextStep: '', nextOn: null },
    ]);
    await task('张敏'); // on to the next one
  });

  it('that uses up the month takes the task off the list of today; whom one calls stays in front', async () => {
    const { bridge, user } = await atCare({ 'care.contact': () => ({ contactId: idOf(701) }) });
    await task();
    bridge.reply({ 'care.task': afterContact(), 'care.tasks': () => page(min) });
    await user.keyboard('{F4}');
    await recorded(bridge);
    expect(await screen.findByText('138 1234 8812')).toBeDefined();
    await waitFor(async () => expect(within(await grid()).queryByRole('row', { name: /张三/ })).toBeNull());
    expect(screen.getByText('138 1234 8812')).toBeDefined();
  });

  it('F6 records, then copies what was edited; `6` gives it back', async () => {
    const { bridge, user } = await atCare({
      'care.contact': () => ({ contactId: idOf(701) }),
      'care.recordOutcome': () => ({}),
    });
    await task();
    const field = screen.getByLabelText(words('care:script.text'));
    await user.clear(field);
    await user.type(field, '您好！');
    bridge.reply({ 'care.task': afterContact({ channel: 'wechat' }) });
    await user.keyboard('{F6}');
    await recorded(bridge);
    await screen.findByText(words('care:contact.wechat'));
    expect(await navigator.clipboard.readText()).toBe('您好！');
    expect(bridge.of('care.contact').map(({ input }) => input)).toEqual([
      { taskId: zhang.id, channel: 'wechat', content: 'service', text: '您好！' },
    ]);
    expect(screen.queryByText('138 1234 8812')).toBeNull();
    await user.keyboard('6{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('care.recordOutcome').map(({ input }) => input)).toMatchObject([
        { outcome: 'not_sent' },
      ]),
    );
  });

  it('nothing is copied that still has a gap; a call may be made with it', async () => {
    const { bridge, user } = await atCare({
      'care.task': () =>
        aWholeTask(zhang, {
          scripts: [aScript({ text: '张三您好，[上次商品]还好吗？', missing: ['上次商品'] })],
        }),
      'care.contact': () => ({ contactId: idOf(701) }),
    });
    await task();
    expect(screen.getByText('[上次商品]', { selector: 'mark' })).toBeDefined();
    await user.keyboard('{F5}');
    await screen.findByText(words('care:script.stopped_gaps'));
    expect(bridge.of('care.contact')).toEqual([]);
    expect(document.activeElement).toBe(screen.getByLabelText(words('care:script.text')));
    await user.keyboard('{F4}');
    await waitFor(() => expect(bridge.of('care.contact')).toHaveLength(1));
  });

  it('S58 a refusal says what holds it back, and that nothing was counted', async () => {
    const { user } = await atCare({
      'care.contact': () => refused('held_back', { why: 'quiet', until: Date.UTC(2026, 10, 23, 1) }),
    });
    await task();
    await user.keyboard('{F4}');
    await screen.findByText(
      words('care:refusal.held_back', { why: words('care:held.quiet', { until: '09:00' }) }),
    );
  });

  it('begun earlier without an outcome, is asked for again, and takes no focus', async () => {
    await atCare({ 'care.task': afterContact({ at: Date.UTC(2026, 10, 21, 2) }) });
    const text = (await task()).textContent;
    expect(text).toContain('用电话联系过，还没有记结果');
    expect(document.activeElement).not.toBe(
      screen.getByRole('radio', { name: words('care:outcome.reached') }),
    );
  });

  it('digits and letters in the note are words, never commands', async () => {
    const { bridge, user } = await atCare({ 'care.task': afterContact() });
    await task();
    await user.type(screen.getByLabelText(words('care:outcome.note')), '6点再打');
    expect(screen.getByLabelText<HTMLTextAreaElement>(words('care:outcome.note')).value).toBe('6点再打');
    expect(
      screen.getByRole<HTMLInputElement>('radio', { name: words('care:outcome.not_sent') }).checked,
    ).toBe(false);
    expect(bridge.of('care.recordOutcome')).toEqual([]);
  });
});

describe('a task that is not done now', () => {
  it('F9 puts it off by one digit, not beyond its last day', async () => {
    const { bridge, user } = await atCare({ 'care.putOff': () => ({}) });
    await task();
    await user.keyboard('{F9}');
    const form = await screen.findByRole('form', { name: words('care:step.put_off') });
    expect(within(form).getAllByRole('radio')).toHaveLength(2); // a week would be too late
    await user.keyboard('2{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('care.putOff').map(({ input }) => input)).toEqual([
        { taskId: zhang.id, until: dayIn(3) },
      ]),
    );
    await task('张敏');
  });

  it('F10 drops it with a reason, never without', async () => {
    const { bridge, user } = await atCare({ 'care.drop': () => ({}) });
    await task();
    await user.keyboard('{F10}');
    await screen.findByLabelText(words('care:step.reason'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(words('care:refusal.reason_needed'));
    await user.keyboard('已当面谈过{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('care.drop').map(({ input }) => input)).toEqual([
        { taskId: zhang.id, reason: '已当面谈过' },
      ]),
    );
  });

  it('S90 that the member has died can be said on any call, and needs no other reason', async () => {
    const { bridge, user } = await atCare({ 'care.setCause': () => ({ cause: null }) });
    await task();
    await user.keyboard('{F10}');
    await user.click(await screen.findByRole('checkbox', { name: words('care:step.died') }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('care.setCause').map(({ input }) => input)).toEqual([
        { taskId: zhang.id, churnReason: 'died', measure: '' },
      ]),
    );
    expect(bridge.of('care.drop')).toEqual([]);
  });

  it('F12 gives it to somebody; Esc leaves it as it is', async () => {
    const { bridge, user } = await atCare({ 'care.assign': () => ({}) });
    await task();
    await user.keyboard('{F12}');
    await user.selectOptions(await screen.findByLabelText(words('care:step.to')), idOf(98));
    await user.keyboard('{Escape}');
    expect(screen.queryByLabelText(words('care:step.to'))).toBeNull();
    await user.keyboard('{F12}');
    await user.selectOptions(await screen.findByLabelText(words('care:step.to')), idOf(98));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('care.assign').map(({ input }) => input)).toEqual([
        { taskId: zhang.id, staffId: idOf(98) },
      ]),
    );
  });
});

it('opens the member at the counter', async () => {
  const { user } = await atCare({
    ...aShop(),
    'care.ofMember': () => ({ budget: aBudget(), tasks: [], contacts: [] }),
  });
  await task();
  await user.click(screen.getByRole('button', { name: words('care:task.toMember') }));
  await screen.findByRole('article', { name: ZHANG.name });
});

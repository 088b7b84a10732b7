import { screen, waitFor } from '@testing-library/react';
// The panel is loaded before the clock of a test runs.
import '@renderer/features/care/components/care-panel';
import { describe, expect, it } from 'vitest';
import { later, type Replies, refused } from '../support/bridge';
import { idOf, ZHANG } from '../support/shop';
import { box, openWindow, words } from '../support/window';
import { aBudget, aContact, aTask, dayIn } from './shop';

async function atMember(more: Replies = {}) {
  const opened = await openWindow({
    'care.ofMember': () => ({ budget: aBudget(), tasks: [aTask()], contacts: [] }),
    'care.plans': () => [],
    ...more,
  });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: ZHANG.name });
  return opened;
}
const panel = () => screen.findByRole('region', { name: words('care:panel.title') });
const said = (outcome: string) => ({
  outcome,
  note: '下周再来',
  nextStep: '',
  nextOn: null,
  at: Date.UTC(2026, 10, 20, 2),
  staffName: '李店员',
});

describe('care at the counter', () => {
  it('the card does not wait for it', async () => {
    const care = later<object>();
    await atMember({ 'care.ofMember': () => care.promise });
    expect(screen.queryByText(words('care:kind.first_purchase'))).toBeNull();
    care.come({ budget: aBudget(), tasks: [aTask()], contacts: [] });
    const line = (await screen.findByText(words('care:kind.first_purchase'))).closest('button');
    expect(line?.textContent).toContain(words('care:due.today'));
    expect(line?.textContent).toContain(words('care:budget.left', { count: 1 }));
  });

  it('S66 Alt+K opens the history: tasks, contacts with their outcomes, plans', async () => {
    const { user } = await atMember({
      'care.ofMember': () => ({
        budget: aBudget(),
        tasks: [aTask()],
        contacts: [
          aContact({ outcomes: [said('reached')] }),
          aContact({ id: idOf(702), direction: 'in', channel: 'social', counted: false, text: '问新品' }),
        ],
      }),
      'care.plans': () => [
        { id: idOf(901), what: '换滤芯', everyMonths: 6, nextOn: '2099-05-18', ended: false },
      ],
    });
    await user.keyboard('{Alt>}k{/Alt}');
    await screen.findByText('问新品');
    const text = (await panel()).textContent;
    expect(text).toContain(words('care:outcome.reached'));
    expect(text).toContain(words('care:contacts.note', { note: '下周再来' }));
    expect(text).toContain(words('care:channel.social'));
    expect(text).toContain(`换滤芯 · ${words('care:plans.every', { count: 6 })}`);
  });

  it('S56 WeChat added is recorded with its reason, never without', async () => {
    const { bridge, user } = await atMember({ 'care.recordTouch': () => ({ contactId: idOf(703) }) });
    await user.keyboard('{Alt>}k{/Alt}');
    await panel();
    await user.keyboard('{Alt>}r{/Alt}');
    await user.click(await screen.findByLabelText(words('care:touch.wechatAdded')));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(words('care:touch.reasonNeeded'));
    await user.type(screen.getByLabelText(words('care:touch.reason')), '方便通知取货');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(words('care:panel.done_touch'));
    expect(bridge.of('care.recordTouch').map(({ input }) => input)).toEqual([
      {
        memberId: ZHANG.id,
        direction: 'in',
        channel: 'counter',
        content: 'service',
        wechatAdded: true,
        text: '方便通知取货',
      },
    ]);
  });

  it('S58 a touch that the shop begins counts, and is refused where the month is used', async () => {
    const { user } = await atMember({
      'care.recordTouch': () =>
        refused('held_back', { why: 'budget', used: 2, allowed: 2, from: '2099-12-01', keptFor: null }),
    });
    await user.keyboard('{Alt>}k{/Alt}');
    await panel();
    await user.keyboard('{Alt>}r{/Alt}');
    await user.click(await screen.findByRole('radio', { name: words('care:channel.wechat') }));
    await user.click(screen.getByRole('radio', { name: words('care:touch.out') }));
    expect(screen.getByText(words('care:touch.counts'))).toBeDefined();
    await user.type(screen.getByLabelText(words('care:touch.text')), '新品到了{Control>}{Enter}{/Control}');
    const why = words('care:held.budget', { count: 2, from: '2099年12月1日' });
    await screen.findByText(words('care:refusal.held_back', { why }));
  });

  it('a task by hand is for tomorrow unless said otherwise; Esc leads back step by step', async () => {
    const { bridge, user } = await atMember({ 'care.addTask': () => ({ taskId: idOf(650) }) });
    await user.keyboard('{Alt>}k{/Alt}');
    await panel();
    await user.keyboard('{Alt>}t{/Alt}');
    await user.type(
      await screen.findByLabelText(words('care:newTask.what')),
      '问新咖啡机用得好不好{Control>}{Enter}{/Control}',
    );
    await screen.findByText(words('care:panel.done_task'));
    expect(bridge.of('care.addTask').map(({ input }) => input)).toEqual([
      {
        memberId: ZHANG.id,
        dueOn: dayIn(1),
        content: 'service',
        note: '问新咖啡机用得好不好',
        assignedTo: null,
      },
    ]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText(words('care:panel.done_task'))).toBeNull());
  });

  it('S53 a plan of their own: what, and every so many months', async () => {
    const { bridge, user } = await atMember({ 'care.addPlan': () => ({ planId: idOf(901) }) });
    await user.keyboard('{Alt>}k{/Alt}');
    await panel();
    await user.keyboard('{Alt>}m{/Alt}');
    await user.type(await screen.findByLabelText(words('care:newPlan.what')), '换滤芯');
    const months = screen.getByLabelText(words('care:newPlan.months'));
    await user.clear(months);
    await user.type(months, '99{Control>}{Enter}{/Control}');
    await screen.findByText(words('care:newPlan.monthsWrong', { most: 60 }));
    await user.clear(months);
    await user.type(months, '3{Control>}{Enter}{/Control}');
    await screen.findByText(words('care:panel.done_plan'));
    expect(bridge.of('care.addPlan').map(({ input }) => input)).toMatchObject([
      { memberId: ZHANG.id, what: '换滤芯', everyMonths: 3 },
    ]);
  });
});

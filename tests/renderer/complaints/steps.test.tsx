import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { idOf, MIN } from '../support/shop';
import { words } from '../support/window';
import { atDesk, stepForm } from './desk';
import { aComplaint, HOUR, oneAtDesk } from './shop';

const ID = aComplaint().id;
const MANAGER = { id: idOf(97), name: '陈店长', role: 'manager' };
const STAFF = [{ id: idOf(98), name: '李店员', role: 'cashier' }, MANAGER];

/** The desk with one complaint, and the form of a step on screen. */
async function taking(key: string, step: string, replies: Replies) {
  const opened = await atDesk(replies);
  await screen.findByRole('heading', { name: /张三|散客/ });
  await opened.user.keyboard(`{${key}}`);
  await stepForm(step);
  return opened;
}
/** Where the keys of the desk work: the focus is never lost. */
const atHand = () => screen.getByRole('region', { name: words('complaints:title') });
const inputsOf = (bridge: Awaited<ReturnType<typeof atDesk>>['bridge'], name: string) =>
  bridge.of(`complaints.${name}`).map(({ input }) => input);

describe('steps that need no more than words', () => {
  it('F2 answers with Ctrl+Enter; Enter alone writes a line', async () => {
    const { bridge, user } = await taking('F2', 'respond', {
      ...oneAtDesk(),
      'complaints.respond': () => ({}),
    });
    const field = screen.getByLabelText(words('complaints:step.text_respond'));
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('已致电{Enter}道歉');
    expect(bridge.of('complaints.respond')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:step.done_respond'));
    expect(inputsOf(bridge, 'respond')).toEqual([{ complaintId: ID, note: '已致电\n道歉' }]);
    expect(atHand().contains(document.activeElement)).toBe(true);
  });

  it('F12 pauses with what is awaited, and never without', async () => {
    const { bridge, user } = await taking('F12', 'pause', { ...oneAtDesk(), 'complaints.pause': () => ({}) });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:refusal.text_needed'));
    expect(bridge.of('complaints.pause')).toEqual([]);
    await user.keyboard('等顾客寄回鱼油{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:step.done_pause'));
    expect(inputsOf(bridge, 'pause')).toEqual([{ complaintId: ID, reason: '等顾客寄回鱼油' }]);
  });

  it('F12 on a paused one goes on, without a word being needed', async () => {
    const { bridge, user } = await taking('F12', 'resume', {
      ...oneAtDesk({ pausedAt: Date.now() - HOUR, nextDue: null }),
      'complaints.resume': () => ({}),
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:step.done_resume'));
    expect(inputsOf(bridge, 'resume')).toEqual([{ complaintId: ID, note: '' }]);
  });

  it('S79 has a better word for a bad one', async () => {
    const { user } = await taking('F6', 'note', oneAtDesk());
    await user.keyboard('跟顾客说了没办法');
    await screen.findByText(
      words('complaints:hints.live', { better: words('complaints:hints.better.nothing') }),
    );
  });

  it('says so when another window has gone ahead, and keeps the words', async () => {
    const { user } = await taking('F2', 'respond', {
      ...oneAtDesk(),
      'complaints.respond': () => refused('not_in_this_state', { state: 'closed' }),
    });
    await user.keyboard('已回复{Control>}{Enter}{/Control}');
    await screen.findByText(
      words('complaints:refusal.not_in_this_state', { state: words('complaints:state.closed') }),
    );
    expect(screen.getByLabelText<HTMLTextAreaElement>(words('complaints:step.text_respond')).value).toBe(
      '已回复',
    );
  });

  it('Esc closes the form and gives the rows back', async () => {
    const { user } = await taking('F6', 'note', oneAtDesk());
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: words('complaints:step.note') })).toBeNull();
    expect(atHand().contains(document.activeElement)).toBe(true);
  });

  it('offers only the steps that its state allows', async () => {
    const { user } = await atDesk(oneAtDesk());
    await screen.findByRole('heading', { name: '张三' });
    await user.keyboard('{F4}{F7}');
    for (const step of ['close', 'reopen', 'satisfaction'])
      expect(screen.queryByRole('region', { name: words(`complaints:step.${step}`) })).toBeNull();
  });
});

describe('the end', () => {
  it('S71 closes only with cause and measure', async () => {
    const { bridge, user } = await taking('F4', 'close', {
      ...oneAtDesk({ state: 'resolved', nextDue: null }),
      'complaints.close': () => ({}),
    });
    await user.keyboard('仓库太热{Control>}{Enter}{/Control}');
    expect(bridge.of('complaints.close')).toEqual([]);
    const measure = screen.getByLabelText(words('complaints:step.close_measure'));
    expect(document.activeElement).toBe(measure);
    await user.keyboard('装温度计{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:step.done_close'));
    expect(inputsOf(bridge, 'close')).toEqual([
      { complaintId: ID, cause: '仓库太热', measure: '装温度计', satisfaction: null },
    ]);
  });

  it('asks at the close how content the customer is; the digit is the score', async () => {
    const { bridge, user } = await taking('F4', 'close', {
      ...oneAtDesk({ state: 'resolved', nextDue: null }),
      'complaints.close': () => ({}),
    });
    await user.keyboard('仓库太热{Tab}装温度计{Tab}4{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:step.done_close'));
    expect(inputsOf(bridge, 'close')).toMatchObject([{ satisfaction: 4 }]);
  });

  it('F4 on a closed one asks later', async () => {
    const { bridge, user } = await taking('F4', 'satisfaction', {
      ...oneAtDesk({ state: 'closed', nextDue: null }),
      'complaints.recordSatisfaction': () => ({}),
    });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toBe(words('complaints:satisfaction.needed'));
    await user.keyboard('5谢谢你们{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:step.done_satisfaction'));
    expect(inputsOf(bridge, 'recordSatisfaction')).toEqual([
      { complaintId: ID, satisfaction: 5, note: '谢谢你们' },
    ]);
  });
});

describe('S81 a hard case', () => {
  it('F9 goes to a manager, never to a cashier, and says why', async () => {
    const { bridge, user } = await taking('F9', 'escalate', {
      ...oneAtDesk(),
      'staff.list': () => STAFF,
      'complaints.escalate': () => ({}),
    });
    const to = screen.getByLabelText<HTMLSelectElement>(words('complaints:escalate.to'));
    expect(within(to).getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{Tab}要求十倍赔偿{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:step.done_escalate'));
    expect(inputsOf(bridge, 'escalate')).toEqual([
      { complaintId: ID, toStaffId: MANAGER.id, reason: '要求十倍赔偿' },
    ]);
  });

  it('where there is nobody above, says what to do', async () => {
    const { user } = await atDesk(oneAtDesk());
    await screen.findByRole('heading', { name: '张三' });
    await user.keyboard('{F9}');
    await screen.findByText(words('complaints:escalate.nobody'));
  });
});

describe('S80 making up for it', () => {
  const choices = {
    'complaints.compensationChoices': () => ({
      allowance: { limit: 5000, used: 2000 },
      templates: [{ id: 'apology', name: '致歉券', worth: 1000, lastDay: '2099-12-31' }],
      pointsWorth: { points: 100, worth: 100 },
    }),
  };

  it('a coupon, in one digit and Ctrl+Enter; its code is told', async () => {
    const { bridge, user } = await taking('F10', 'compensate', {
      ...oneAtDesk(),
      ...choices,
      'complaints.compensate': () => ({ worth: 1000, couponCode: 'C7' }),
    });
    await user.keyboard('1{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:give.done_coupon', { code: 'C7', worth: '¥10.00' }));
    expect(inputsOf(bridge, 'compensate')).toEqual([
      {
        complaintId: ID,
        give: { kind: 'coupon', templateId: 'apology' },
        reason: words('complaints:reason.goods_spoiled'),
      },
    ]);
  });

  it('points say what they are worth; a word is no number of them', async () => {
    const { bridge, user } = await taking('F10', 'compensate', {
      ...oneAtDesk(),
      ...choices,
      'complaints.compensate': () => ({ worth: 550, couponCode: null }),
    });
    await user.keyboard('3');
    const field = await screen.findByLabelText(words('complaints:give.points'));
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('五{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:give.points_needed'));
    expect(bridge.of('complaints.compensate')).toEqual([]);
    await user.clear(field);
    await user.type(field, '550');
    await screen.findByText(words('complaints:give.points_worth', { worth: '¥5.50' }));
  });

  it('above the allowance it says by how much, and who can', async () => {
    const { user } = await taking('F10', 'compensate', {
      ...oneAtDesk(),
      ...choices,
      'complaints.compensate': () => refused('above_allowance', { limit: 5000, used: 2000, worth: 8800 }),
    });
    await user.keyboard('4');
    const refund = await screen.findByLabelText(words('complaints:give.refund'));
    await waitFor(() => expect(document.activeElement).toBe(refund));
    await user.keyboard('88{Control>}{Enter}{/Control}');
    await screen.findByText(
      words('complaints:refusal.above_allowance', { worth: '¥88.00', limit: '¥50.00', used: '¥20.00' }),
    );
  });

  it('a walk-in is offered nothing that only a member can have', async () => {
    await taking('F10', 'compensate', {
      ...oneAtDesk({ memberId: null, memberName: null }),
      ...choices,
    });
    const kinds = await screen.findByRole('group', { name: words('complaints:give.what') });
    expect(within(kinds).getAllByRole('radio')).toHaveLength(2);
    expect(screen.getByText(words('complaints:give.member_only'))).toBeTruthy();
  });
});

it('F1 puts a wrong entry right, with everything else as it was', async () => {
  const { bridge, user } = await taking('F1', 'correct', {
    ...oneAtDesk({}, { product: '鱼油', aboutStaff: { id: idOf(55), name: '离职的小周' } }),
    'complaints.correct': () => ({}),
  });
  await user.keyboard('11');
  await user.type(screen.getByLabelText(words('complaints:step.text_correct')), '听错了');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(words('complaints:step.done_correct'));
  expect(inputsOf(bridge, 'correct')).toEqual([
    {
      complaintId: ID,
      memberId: idOf(1),
      object: 'goods',
      reason: 'staff_attitude',
      product: '鱼油',
      aboutStaffId: idOf(55),
      severity: 'normal',
      note: '听错了',
    },
  ]);
});

it('F1 gives a complaint of nobody known to the member who it turns out to be', async () => {
  const { bridge, user } = await taking('F1', 'correct', {
    ...oneAtDesk({ memberId: null, memberName: null }),
    'complaints.correct': () => ({}),
  });
  await user.type(screen.getByRole('combobox', { name: words('complaints:caller.label') }), '8812');
  await screen.findByRole('option', { name: /张敏/ });
  await user.keyboard('{ArrowDown}{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText(words('complaints:step.text_correct')));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(words('complaints:step.done_correct'));
  expect(inputsOf(bridge, 'correct')).toMatchObject([{ memberId: MIN.id }]);
});

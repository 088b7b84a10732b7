import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { faulted, later, type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { openWindow, words } from '../support/window';
import { aComplaint, aDetail, page } from './shop';

const HOUR = 3_600_000;
const late = aComplaint({ nextDue: { clock: 'response', at: Date.now() - 3 * HOUR } });
const soon = aComplaint({
  id: idOf(518),
  number: 18,
  memberName: '张敏',
  nextDue: { clock: 'response', at: Date.now() + 2 * HOUR },
});
const calm = aComplaint({ id: idOf(519), number: 19, memberId: null, memberName: null, state: 'responded' });
const rows = [late, soon, calm];

async function atComplaints(more: Replies = {}) {
  const opened = await openWindow({
    'complaints.list': () => page(...rows),
    'complaints.detail': ({ complaintId }: { complaintId: string }) => {
      const row = rows.find(({ id }) => id === complaintId);
      return row === undefined ? null : aDetail(row);
    },
    ...more,
  });
  await opened.user.keyboard('{Control>}3{/Control}');
  return opened;
}
const grid = () => screen.findByRole('grid', { name: words('complaints:list.caption') });
const chosen = async () => within(await grid()).getByRole('row', { selected: true });

describe('the list of complaints', () => {
  it('says in words what is late and what is due soon', async () => {
    await atComplaints();
    const text = (await grid()).textContent;
    expect(text).toContain(words('complaints:left.overdue', { span: '3小时' }));
    expect(text).toMatch(/快到期，剩 [12]小时/);
    expect(text).toContain(words('complaints:walk_in'));
  });

  it('is walked by arrows; the detail follows', async () => {
    const { user } = await atComplaints();
    await waitFor(async () => expect(document.activeElement).toBe(await chosen()));
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('heading', { name: '张敏' });
    expect(document.activeElement).toBe(await chosen());
    await user.keyboard('{End}');
    await screen.findByRole('heading', { name: words('complaints:walk_in') });
    await user.keyboard('{ArrowDown}{Home}');
    await screen.findByRole('heading', { name: '张三' });
  });

  it('asks for what is chosen: state and text, from the first page', async () => {
    const { bridge, user } = await atComplaints();
    await grid();
    await user.click(screen.getByText(words('complaints:list.all')));
    await user.type(screen.getByLabelText(words('complaints:list.search')), '鱼油');
    await waitFor(() =>
      expect(bridge.of('complaints.list').at(-1)?.input).toEqual({
        which: 'all',
        text: '鱼油',
        offset: 0,
        limit: 200,
      }),
    );
  });

  it('teaches when there is nothing', async () => {
    await atComplaints({ 'complaints.list': () => page() });
    await screen.findByText(words('complaints:list.empty_open'));
  });

  it('shows a skeleton after a moment, not at once', async () => {
    const list = later<object>();
    await atComplaints({ 'complaints.list': () => list.promise });
    await screen.findByLabelText(words('complaints:list.search'));
    expect(screen.queryByRole('grid')).toBeNull();
    list.come(page(...rows));
    await grid();
  });

  it('a fault has its reference and a way out', async () => {
    const { bridge, user } = await atComplaints({ 'complaints.list': () => faulted('K3F9') });
    await screen.findByText(/K3F9/);
    bridge.reply({ 'complaints.list': () => page(...rows) });
    await user.click(screen.getByRole('button', { name: words('act.retry') }));
    await grid();
  });
});

describe('the course of a complaint', () => {
  it('S68 S69 explains where every due time comes from', async () => {
    const row = aComplaint({ receivedAt: Date.UTC(2026, 4, 17, 6, 5) });
    await atComplaints({ 'complaints.list': () => page(row), 'complaints.detail': () => aDetail(row) });
    await screen.findByText('5月18日 周一 14:05 前回复：收到于 5月17日 周日 14:05 + 24小时');
    await screen.findByText('5月24日 周日 14:05 前解决：收到于 5月17日 周日 14:05 + 7天');
  });

  it('F2 answers with Ctrl+Enter; Enter alone writes a line', async () => {
    const { bridge, user } = await atComplaints({ 'complaints.respond': () => ({}) });
    await screen.findByRole('heading', { name: '张三' });
    await user.keyboard('{F2}');
    const field = await screen.findByLabelText(words('complaints:step.respond_note'));
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('已致电{Enter}道歉');
    expect(bridge.of('complaints.respond')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:step.done_respond'));
    expect(bridge.of('complaints.respond').map(({ input }) => input)).toEqual([
      { complaintId: late.id, note: '已致电\n道歉' },
    ]);
  });

  it('S71 closes only with cause and measure', async () => {
    const row = aComplaint({ state: 'resolved', nextDue: null });
    const { bridge, user } = await atComplaints({
      'complaints.list': () => page(row),
      'complaints.detail': () => aDetail(row),
      'complaints.close': () => ({}),
    });
    await screen.findByRole('heading', { name: '张三' });
    await user.keyboard('{F4}');
    await user.type(await screen.findByLabelText(words('complaints:step.close_cause')), '仓库太热');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.of('complaints.close')).toEqual([]);
    expect(document.activeElement).toBe(screen.getByLabelText(words('complaints:step.close_measure')));
    await user.keyboard('装温度计{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:step.done_close'));
    expect(bridge.of('complaints.close').map(({ input }) => input)).toEqual([
      { complaintId: row.id, cause: '仓库太热', measure: '装温度计' },
    ]);
  });

  it('offers only the steps that its state allows', async () => {
    const { user } = await atComplaints();
    await screen.findByRole('heading', { name: '张三' });
    await user.keyboard('{F4}{F7}');
    expect(screen.queryByLabelText(words('complaints:step.close_cause'))).toBeNull();
    expect(screen.queryByLabelText(words('complaints:step.reopen_reason'))).toBeNull();
  });

  it('says so when another window has gone ahead, and keeps the words', async () => {
    const { user } = await atComplaints({
      'complaints.respond': () => refused('not_in_this_state', { state: 'closed' }),
    });
    await screen.findByRole('heading', { name: '张三' });
    await user.keyboard('{F2}');
    const field = await screen.findByLabelText<HTMLTextAreaElement>(words('complaints:step.respond_note'));
    await user.type(field, '已回复{Control>}{Enter}{/Control}');
    await screen.findByText(
      words('complaints:refusal.not_in_this_state', { state: words('complaints:state.closed') }),
    );
    expect(field.value).toBe('已回复');
  });

  it('Esc closes the form and gives the rows back', async () => {
    const { user } = await atComplaints();
    await screen.findByRole('heading', { name: '张三' });
    await user.keyboard('{F6}');
    await screen.findByLabelText(words('complaints:step.note_note'), { selector: 'textarea' });
    await user.keyboard('{Escape}');
    expect(screen.queryByLabelText(words('complaints:step.note_note'), { selector: 'textarea' })).toBeNull();
  });
});

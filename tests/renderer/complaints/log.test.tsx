import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { box, openWindow, words } from '../support/window';

const logged = {
  complaintId: idOf(50),
  number: 18,
  responseDueAt: Date.UTC(2026, 4, 18, 6, 5),
  resolutionDueAt: Date.UTC(2026, 4, 24, 6, 5),
};
const panel = () =>
  screen.findByRole('region', { name: words('complaints:log.for_member', { name: '张三' }) });
const what = () => screen.getByLabelText<HTMLTextAreaElement>(words('complaints:log.what'));

async function logging(more: Replies = {}) {
  const opened = await openWindow({ 'complaints.log': () => logged, ...more });
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await opened.user.keyboard('{F5}');
  await panel();
  return opened;
}

describe('a complaint is logged at the counter by keyboard alone', () => {
  it('F5, a digit for the object, two for the reason, words, Ctrl+Enter', async () => {
    const { bridge, user } = await logging();
    await user.keyboard('124');
    await waitFor(() => expect(document.activeElement).toBe(what()));
    await user.keyboard('鱼油发霉{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: words('complaints:log.saved', { number: 18 }) });
    expect(bridge.of('complaints.log').map(({ input }) => input)).toEqual([
      {
        memberId: idOf(1),
        purchaseId: null,
        object: 'goods',
        reason: 'goods_spoiled',
        severity: 'normal',
        channel: 'counter',
        what: '鱼油发霉',
        wish: '',
      },
    ]);
  });

  it('S68 S69 shows both due times before saving, and those that were recorded after', async () => {
    const { user } = await logging();
    expect(screen.getByText(words('complaints:log.due_hours', { span: '24小时' }))).toBeTruthy();
    expect(screen.getByText(words('complaints:log.due_hours', { span: '7天' }))).toBeTruthy();
    await user.keyboard('124');
    await user.type(what(), 'x{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:log.due_response', { at: '5月18日 周一 14:05' }));
    await screen.findByText(words('complaints:log.due_resolution', { at: '5月24日 周日 14:05' }));
  });

  it('S77 S78 S79 has the steps, the four scripts and better words beside the form', async () => {
    await logging();
    expect(screen.getAllByText(words('complaints:guide.step1')).length).toBeGreaterThan(0);
    expect(screen.getAllByText(words('complaints:scripts.gift')).length).toBeGreaterThan(0);
    expect(screen.getAllByText(words('complaints:hints.understand')).length).toBeGreaterThan(0);
  });

  it('says what is missing and goes there, and asks main nothing', async () => {
    const { bridge, user } = await logging();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toBe(words('complaints:log.object_needed'));
    await user.keyboard('12{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toBe(words('complaints:log.reason_needed'));
    await user.keyboard('4{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:log.what_needed'));
    expect(document.activeElement).toBe(what());
    expect(bridge.of('complaints.log')).toEqual([]);
  });

  it('nothing is recorded by Enter alone', async () => {
    const { bridge, user } = await logging();
    await user.keyboard('124');
    await user.type(what(), '第一行{Enter}第二行');
    expect(what().value).toBe('第一行\n第二行');
    expect(bridge.of('complaints.log')).toEqual([]);
  });

  it('Esc leaves at once while nothing is written, and asks once when words would be lost', async () => {
    const { user } = await logging();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(box()));
    await user.keyboard('{F5}');
    await panel();
    await user.type(what(), '鱼油');
    await user.keyboard('{Escape}');
    expect(screen.getByText(words('complaints:log.esc_again'))).toBeTruthy();
    expect(what().value).toBe('鱼油');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });

  it('after it is logged Enter leads back to the box', async () => {
    const { user } = await logging();
    await user.keyboard('124');
    await user.type(what(), 'x{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: words('complaints:log.saved', { number: 18 }) });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });

  it('a refusal stands beside the button, and what was typed stays', async () => {
    const { user } = await logging({ 'complaints.log': () => refused('member_gone') });
    await user.keyboard('124');
    await user.type(what(), '鱼油发霉{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:refusal.member_gone'));
    expect(what().value).toBe('鱼油发霉');
  });
});

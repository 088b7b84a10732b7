import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { screen, waitFor, within } from '@testing-library/react';
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
  it('S76 F5, two digits for the reason, words, Ctrl+Enter: the rest is what the reason speaks of', async () => {
    const { bridge, user } = await logging();
    await user.keyboard('24');
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
        product: '',
        aboutStaffId: null,
      },
    ]);
  });

  it('S68 S69 shows both due times before saving, and those that were recorded after', async () => {
    const { user } = await logging();
    expect(screen.getByText(words('complaints:log.due_hours', { span: '24 小时' }))).toBeTruthy();
    expect(screen.getByText(words('complaints:log.due_hours', { span: '7 天' }))).toBeTruthy();
    await user.keyboard('24');
    await user.type(what(), 'x{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:log.due_response', { at: '5月18日 周一 14:05' }));
    await screen.findByText(words('complaints:log.due_resolution', { at: '5月24日 周日 14:05' }));
  });

  it('S77 S78 S79 has the steps, the four scripts and better words beside the form', async () => {
    await logging();
    expect(screen.getAllByText(words('complaints:guide.step1')).length).toBeGreaterThan(0);
    expect(screen.getAllByText(words('complaints:scripts.gift')).length).toBeGreaterThan(0);
    expect(screen.getAllByText(words('complaints:hints.better.not_ours')).length).toBeGreaterThan(0);
  });

  it('says what is missing and goes there, and asks main nothing', async () => {
    const { bridge, user } = await logging();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toBe(words('complaints:log.reason_needed'));
    await user.keyboard('2{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toBe(words('complaints:log.reason_needed'));
    await user.keyboard('4{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:log.what_needed'));
    expect(document.activeElement).toBe(what());
    expect(bridge.of('complaints.log')).toEqual([]);
  });

  it('nothing is recorded by Enter alone', async () => {
    const { bridge, user } = await logging();
    await user.keyboard('24');
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

  it('a key in the middle of it loses nothing: after another act and another screen it is as it was', async () => {
    const { user } = await logging();
    await user.keyboard('24');
    await waitFor(() => expect(document.activeElement).toBe(what()));
    await user.keyboard('鱼油发霉');
    await user.keyboard('{F3}');
    await waitFor(() => expect(screen.queryByLabelText(words('complaints:log.what'))).toBeNull());
    await user.keyboard('{Control>}2{/Control}');
    await user.keyboard('{Control>}1{/Control}');
    await screen.findByRole('article', { name: '张三' });
    await user.keyboard('{F5}');
    await panel();
    expect(what().value).toBe('鱼油发霉');
    await user.keyboard('{Escape}{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(box()));
    await user.keyboard('{F5}');
    await panel();
    expect(what().value).toBe('');
  });

  it('after it is logged Enter leads back to the box', async () => {
    const { user } = await logging();
    await user.keyboard('24');
    await user.type(what(), 'x{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: words('complaints:log.saved', { number: 18 }) });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });

  it('a refusal stands beside the button, and what was typed stays', async () => {
    const { user } = await logging({ 'complaints.log': () => refused('member_gone') });
    await user.keyboard('24');
    await user.type(what(), '鱼油发霉{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:refusal.member_gone'));
    expect(what().value).toBe('鱼油发霉');
  });

  it('S79 better words stand below, as soon as worse ones are typed', async () => {
    const { user } = await logging();
    const hint = words('complaints:hints.live', { better: words('complaints:hints.better.not_ours') });
    await user.type(what(), '我说了这不是我们的');
    expect(screen.queryByText(hint)).toBeNull();
    await user.type(what(), '问题');
    expect(screen.getByText(hint)).toBeTruthy();
  });

  it('one digit names what was bought last and links its bill; whoever sold it is only marked', async () => {
    const { bridge, user } = await logging({
      'complaints.billsOf': () => [
        {
          purchaseId: idOf(900),
          on: '2026-11-20',
          paid: 16800,
          receiptNo: 'R7',
          products: ['深海鱼油', '拿铁'],
          soldBy: { id: idOf(98), name: '李店员' },
        },
      ],
    });
    await user.keyboard('24');
    await user.type(what(), '鱼油发霉');
    const bought = await screen.findByRole('group', { name: words('complaints:log.bought') });
    within(bought).getAllByRole('radio')[0]?.focus();
    await user.keyboard('1');
    expect(screen.getByLabelText<HTMLInputElement>(words('complaints:log.product')).value).toBe('深海鱼油');
    const staff = screen.getByLabelText<HTMLSelectElement>(words('complaints:log.about_staff'));
    expect(staff.value).toBe('');
    expect(staff.textContent).toContain(words('complaints:log.seller', { name: '李店员' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('heading', { name: words('complaints:log.saved', { number: 18 }) });
    expect(bridge.of('complaints.log')[0]?.input).toMatchObject({
      product: '深海鱼油',
      purchaseId: idOf(900),
      aboutStaffId: null,
    });
  });

  it('a reason that was switched off is offered no more; one of the owner’s own has its name', async () => {
    const reasons = DEFAULT_RULES.complaints.reasons.map((leaf) =>
      leaf.id === 'goods_range' ? { ...leaf, active: false } : leaf,
    );
    const own = { id: 'own-1', group: 'goods', name: '口味变了', active: true };
    await logging({
      'settings.rules': () => ({
        latest: 1,
        version: 1,
        effectiveFrom: '2025-01-01',
        rules: { ...DEFAULT_RULES, complaints: { ...DEFAULT_RULES.complaints, reasons: [...reasons, own] } },
        planned: [],
      }),
    }).then(({ user }) => user.keyboard('2'));
    const leaves = await screen.findByRole('group', { name: words('complaints:reason.label') });
    expect(leaves.textContent).toContain('口味变了');
    expect(leaves.textContent).not.toContain(words('complaints:reason.goods_range'));
  });

  it('S80 S82 once it is logged the member is one to look after, and something is offered at once', async () => {
    const { bridge, user } = await logging({
      'complaints.compensationChoices': () => ({
        allowance: { limit: 5000, used: 2000 },
        templates: [],
        pointsWorth: { points: 100, worth: 100 },
      }),
      'complaints.compensate': () => ({ worth: 990, couponCode: null }),
    });
    await user.keyboard('24');
    await user.type(what(), 'x{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:log.watched'));
    await user.keyboard('{Alt>}g{/Alt}');
    await screen.findByText(
      words('complaints:give.allowance', { left: '¥30.00', limit: '¥50.00', used: '¥20.00' }),
    );
    await user.keyboard('2');
    const gift = await screen.findByLabelText(words('complaints:give.gift'));
    await waitFor(() => expect(document.activeElement).toBe(gift));
    await user.keyboard('小样{Tab}9.90{Control>}{Enter}{/Control}');
    await screen.findByText(words('complaints:give.done', { worth: '¥9.90' }));
    expect(bridge.of('complaints.compensate').map(({ input }) => input)).toEqual([
      {
        complaintId: logged.complaintId,
        give: { kind: 'gift', what: '小样', worth: 990 },
        reason: words('complaints:reason.goods_spoiled'),
      },
    ]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(box()));
  });
});

import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { denied, refused } from '../support/bridge';
import { deskOf, idOf } from '../support/shop';
import { words } from '../support/window';
import { atSettings, field, freshSettings, go, inUse, part, put, s, save, visit } from './at-settings';

freshSettings();

describe('the rules of the shop', () => {
  it('are in parts, turned by keyboard from within any field', async () => {
    const { user } = await atSettings();
    expect(document.activeElement).toBe(part('points'));
    await user.click(field('field.points.earn.perFen'));
    await user.keyboard('{Control>}{PageDown}{/Control}');
    await screen.findByRole('heading', { name: s('tiers.title') });
    expect(document.activeElement).toBe(part('tiers'));
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('heading', { name: s('days.member_title') });
    await user.keyboard('{Control>}{PageUp}{PageUp}{PageUp}{/Control}');
    await screen.findByRole('heading', { name: s('data.title') });
  });

  it('the example follows the typing, by the same rule as the counter', async () => {
    const { user } = await atSettings();
    const example = screen.getByRole('complementary', { name: s('example.label') });
    within(example).getByText('一笔 ¥88.80 的消费，普通会员得 88 分。');
    await put(user, field('field.points.earn.perFen'), '3');
    within(example).getByText('一笔 ¥88.80 的消费，普通会员得 29 分。');
    await put(user, field('field.points.expiryMonths'), '0');
    within(example).getByText(s('example.never'));
    await put(user, field('field.points.redeemMaxPercent'), '20');
    within(example).getByText('¥100.00 的账单最多用 2,000 分，抵 ¥20.00。');
    await put(user, field('field.points.redeemStep'), 'x');
    within(example).getByText(s('example.waits'));
  });

  it('are saved by Ctrl+Enter, from today, based on the newest version', async () => {
    const { bridge, user } = await atSettings({ 'settings.changeRules': () => ({ version: 2 }) });
    await put(user, field('field.points.earn.perFen'), '2');
    await user.keyboard('{Enter}');
    expect(bridge.of('settings.changeRules')).toEqual([]);
    await save(user);
    await screen.findByText(s('save.done'));
    const { points } = DEFAULT_RULES;
    const rules = { ...DEFAULT_RULES, points: { ...points, earn: { ...points.earn, perFen: 200 } } };
    expect(bridge.of('settings.changeRules').map(({ input }) => input)).toEqual([
      { basedOn: 1, rules, effectiveFrom: null },
    ]);
  });

  it('are saved for the day that was chosen', async () => {
    const { bridge, user } = await atSettings({ 'settings.changeRules': () => ({ version: 2 }) });
    await put(user, field('field.points.earn.perFen'), '2');
    const from = screen.getByLabelText(s('save.from'));
    fireEvent.change(from, { target: { value: '2099-12-01' } });
    from.focus();
    await save(user);
    await screen.findByText(s('save.done'));
    expect(document.activeElement, 'its field went with the bar').toBe(part('points'));
    expect(bridge.of('settings.changeRules').map(({ input }) => input)).toMatchObject([
      { effectiveFrom: '2099-12-01' },
    ]);
  });

  it('that are planned for a day are what is changed from that day on', async () => {
    const complaints = { ...DEFAULT_RULES.complaints, responseHours: 12, resolutionHours: 48 };
    const plan: ShopRules = { ...DEFAULT_RULES, complaints };
    const planned = [{ version: 2, effectiveFrom: '2099-12-01', rules: plan }];
    const { bridge, user } = await atSettings({
      'settings.rules': () => inUse({ latest: 2, planned }),
      'settings.changeRules': () => ({ version: 3 }),
    });
    await put(user, field('field.points.earn.perFen'), '2');
    fireEvent.change(screen.getByLabelText(s('save.from')), { target: { value: '2099-12-24' } });
    await save(user);
    await screen.findByText(s('save.done'));
    expect(bridge.of('settings.changeRules').map(({ input }) => input)).toMatchObject([
      {
        basedOn: 2,
        effectiveFrom: '2099-12-24',
        rules: { complaints, points: { earn: { perFen: 200 } } },
      },
    ]);
  });

  it('say at the field what is wrong, name the part, and are not sent', async () => {
    const { bridge, user } = await atSettings();
    await put(user, field('field.points.redeemStep'), '150');
    await screen.findByText(s('problem.redeem_minimum'));
    screen.getByText(s('save.wrong', { sections: s('section.points') }));
    expect(part('points').textContent).toContain(s('mark.wrong'));
    await save(user);
    expect(bridge.of('settings.changeRules')).toEqual([]);
  });

  it('somebody else saves them with the owner’s PIN only, and reads so before they have typed much', async () => {
    const { user } = await atSettings({
      'staff.current': () => deskOf({ id: idOf(98), name: '李店长', role: 'manager' }),
      'settings.changeRules': () => denied({ code: 'approval_needed', role: 'owner' }),
    });
    await put(user, field('field.points.earn.perFen'), '2');
    screen.getByText(words('may.with_pin.owner'));
    await save(user);
    await screen.findByRole('heading', { name: words('staff:approve.act.settings.changeRules') });
    await user.keyboard('{Escape}');
    await screen.findByText(words('denied.approval_needed.owner'));
    expect(field('field.points.earn.perFen').value).toBe('2');
  });

  it('a plan that cannot follow is named with its day, and what was typed stays', async () => {
    const { user } = await atSettings({
      'settings.changeRules': () => refused('plan_conflict', { effectiveFrom: '2099-12-01' }),
    });
    await put(user, field('field.points.earn.perFen'), '2');
    await save(user);
    expect((await screen.findByRole('alert')).textContent).toContain('2099');
    expect(field('field.points.earn.perFen').value).toBe('2');
  });

  it('typed and not saved outlive a look at the counter, which says so; given up they are gone', async () => {
    const { user } = await atSettings();
    await put(user, field('field.points.earn.perFen'), '2');
    await visit(user, 'counter');
    await screen.findByText(s('save.elsewhere'));
    await visit(user, 'settings');
    expect((await screen.findByLabelText<HTMLInputElement>(s('field.points.earn.perFen'))).value).toBe('2');
    await user.click(screen.getByRole('button', { name: s('save.discard') }));
    expect(field('field.points.earn.perFen').value).toBe('1');
    expect(screen.queryByText(s('save.elsewhere'))).toBeNull();
  });

  it('changed elsewhere meanwhile: only what was typed stays on top of them', async () => {
    const { bridge, user } = await atSettings();
    await put(user, field('field.points.earn.perFen'), '2');
    const elsewhere = { ...DEFAULT_RULES, points: { ...DEFAULT_RULES.points, redeemMaxPercent: 30 } };
    bridge.reply({ 'settings.rules': () => inUse({ latest: 2, version: 2, rules: elsewhere }) });
    bridge.tell({ type: 'data-changed', scopes: ['settings'] });
    await waitFor(() => expect(field('field.points.redeemMaxPercent').value).toBe('30'));
    expect(field('field.points.earn.perFen').value).toBe('2');
  });

  it('S70 has the profile of a solution within 24 hours', async () => {
    const { user } = await atSettings();
    await go(user, 'complaints');
    await user.click(screen.getByRole('button', { name: s('complaints.fast') }));
    expect([
      field('field.complaints.responseHours').value,
      field('field.complaints.resolutionHours').value,
    ]).toEqual(['24', '24']);
  });
});

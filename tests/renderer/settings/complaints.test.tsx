import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { words } from '../support/window';
import { atPart, field, freshSettings, go, put, refusesToSave, s, saved } from './at-settings';

freshSettings();

const group = (name: string) => screen.getByRole('group', { name: words(`complaints:group.${name}`) });
const nameOf = (word: string) => screen.getByLabelText<HTMLInputElement>(s('leaf.name', { name: word }));
const switchOf = (word: string) => screen.getByRole('checkbox', { name: s('leaf.active', { name: word }) });

describe('S72-S75 the reasons of complaints', () => {
  it('are renamed, added and switched off; a name left empty keeps the usual word', async () => {
    const opened = await atPart('complaints');
    const { user } = opened;
    expect(nameOf('服务态度').placeholder).toBe('服务态度');
    await put(user, nameOf('服务态度'), '态度生硬');
    await user.click(switchOf('收银差错'));
    await user.click(within(group('goods')).getByRole('button', { name: s('reasons.add') }));
    await waitFor(() => expect(document.activeElement).toBe(nameOf(s('leaf.new'))));
    screen.getByText(s('problem.reason_name'));
    await user.keyboard('分量不足');
    const { reasons } = (await saved(opened)).complaints;
    expect(reasons.slice(0, 2)).toEqual([
      { id: 'staff_attitude', group: 'staff', name: '态度生硬', active: true },
      { id: 'staff_cashiering', group: 'staff', name: '', active: false },
    ]);
    expect(reasons.at(-1)).toMatchObject({ group: 'goods', name: '分量不足', active: true });
    expect(reasons).toHaveLength(DEFAULT_RULES.complaints.reasons.length + 1);
  });

  it('a new one may be dropped until it is saved, and the focus stays; an old one may not', async () => {
    const { user } = await atPart('complaints');
    expect(screen.queryByRole('button', { name: s('leaf.drop', { name: '服务态度' }) })).toBeNull();
    const add = within(group('environment')).getByRole('button', { name: s('reasons.add') });
    await user.click(add);
    await user.click(screen.getByRole('button', { name: s('leaf.drop', { name: s('leaf.new') }) }));
    await waitFor(() => expect(document.activeElement).toBe(add));
    expect(screen.queryByText(s('problem.reason_name'))).toBeNull();
    expect(screen.queryByRole('button', { name: s('save.discard') })).toBeNull();
  });

  it('every kind keeps one that can be chosen', async () => {
    const opened = await atPart('complaints');
    for (const word of ['营业时间', '退换货', '售后服务']) await opened.user.click(switchOf(word));
    screen.getByText(s('problem.reason_group_empty'));
    await refusesToSave(opened);
  });
});

describe('store hours', () => {
  it('a clock that counts them needs a day on which the store opens', async () => {
    const opened = await atPart('complaints');
    const { user } = opened;
    await user.click(screen.getByLabelText(s('field.complaints.storeHours')));
    await go(user, 'hours');
    for (const day of '一二三四五六日') await put(user, screen.getByLabelText(`周${day}`), '');
    screen.getByText(s('problem.never_open'));
    await refusesToSave(opened);
    await put(user, screen.getByLabelText('周六'), '18：00～3：00');
    await put(user, field('field.hours.closedDates'), '2027-02-06');
    const { hours, complaints } = await saved(opened);
    expect(complaints.storeHours).toBe(true);
    expect(hours).toEqual({
      weekly: [null, null, null, null, null, { opens: 1080, closes: 1620 }, null],
      closedDates: ['2027-02-06'],
    });
  });

  it('the times of a complaint follow them, as the counter reckons', async () => {
    const { user } = await atPart('complaints');
    const example = screen.getByRole('complementary', { name: s('example.label') });
    const before = example.textContent;
    await user.click(screen.getByLabelText(s('field.complaints.storeHours')));
    expect(example.textContent).not.toBe(before);
    await go(user, 'hours');
    await put(user, screen.getByLabelText('周一'), '9点到21点');
    screen.getByText(s('problem.not_hours'));
    await go(user, 'complaints');
    screen.getByText(s('example.waits'));
  });
});

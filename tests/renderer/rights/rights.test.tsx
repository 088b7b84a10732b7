import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { box, openWindow, settle, words } from '../support/window';

const say = (key: string, values: Record<string, unknown> = {}) => words(`rights:${key}`, values);
const AT = Date.parse('2026-11-20T02:00:00Z');

const record = (more: object = {}) => ({
  ...{
    memberNo: '000001',
    name: '张三',
    phone: '13800008812',
    cardNo: null,
    externalId: null,
    birthday: null,
  },
  ...{ gender: null, referrerName: null, adviserName: null, joinedOn: '2025-01-01', tags: [], note: '' },
  ...{ occupation: '', income: null, education: null, priceSensitivity: null, needs: [], interests: [] },
  ...{ tier: 'regular', points: 10, marketing: false },
  ...more,
});
const pair = {
  ...{ intoId: idOf(1), fromId: idOf(2), phoneOf: idOf(2), toldApart: true },
  into: record(),
  from: record({ memberNo: '000002', phone: '13900001111', cardNo: 'A7' }),
  merged: record({ phone: '13900001111', cardNo: 'A7', points: 20 }),
  moves: { purchases: 3, coupons: 1, complaints: 0, tasks: 0, contacts: 0, surveys: 0 },
};
const section = {
  name: 'record',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'gender', kind: 'code' },
    { name: 'createdAt', kind: 'instant' },
  ],
  rows: [['张三', 'male', AT]],
};

const aStore = (more: Replies = {}): Replies => ({
  'rights.mergesInto': () => [],
  'rights.myData': () => ({
    ...{ memberNo: '000001', madeAt: AT },
    sections: [section, { name: 'coupons', fields: [], rows: [] }],
  }),
  'rights.erasePreview': () => ({
    ...{ memberNo: '000001', purchases: 12, points: 30, openCoupons: 1, openComplaints: 0, photos: 0 },
    ...{ openTasks: 0, merged: 0, exports: [{ folder: '/exports/2026', at: AT }] },
  }),
  'rights.mergePreview': () => pair,
  'backups.personHeldIn': () => [{ what: 'backup', madeAt: AT, path: '/b/1', goesBy: AT + 86_400_000 }],
  'slips.printers': () => [{ name: 'p', label: 'p' }],
  'slips.sheetChoice': () => ({ paper: 'a4', printer: null }),
  ...more,
});

async function atTheMenu(more: Replies = {}) {
  const opened = await openWindow(aStore(more));
  await opened.user.type(box(), '8812{Enter}');
  await screen.findByRole('article', { name: '张三' });
  await opened.user.keyboard('{Alt>}i{/Alt}');
  await screen.findByRole('region', { name: say('title') });
  return opened;
}

describe('S28 what a member may ask of the shop', () => {
  it('is behind Alt+I with what they agreed to; consent is withdrawn in three steps', async () => {
    const { bridge, user } = await atTheMenu({ 'members.recordConsent': () => ({}) });
    const menu = screen.getByRole('region', { name: say('title') });
    const [withdraw] = within(menu).getAllByRole('button', { name: words('members:consent.withdraw') });
    await user.click(withdraw as HTMLElement);
    await user.click(within(menu).getByRole('button', { name: words('members:consent.sure') }));
    await waitFor(() => expect(bridge.of('members.recordConsent')).toHaveLength(1));
    expect(bridge.of('members.recordConsent')[0]?.input).toMatchObject({ action: 'withdrawn' });
  });

  it('1 tells what is known in plain words, and what is not kept', async () => {
    const { user } = await atTheMenu();
    await user.keyboard('1');
    const data = await screen.findByRole('region', { name: say('way.data') });
    await waitFor(() => expect(within(data).getByText('男')).toBeDefined());
    expect(within(data).getByText(say('data.nothing', { parts: say('section.coupons') }))).toBeDefined();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('region', { name: say('title') })).toBeDefined();
  });

  it('3 asks for the number; Enter alone erases nobody', async () => {
    const { bridge, user } = await atTheMenu({ 'rights.erase': () => refused('wrong_number') });
    await user.keyboard('3');
    await screen.findByText(say('erase.export', { folder: '/exports/2026' }));
    expect(screen.getByText(/自动删除/)).toBeDefined();
    await user.keyboard('000009{Enter}');
    await settle();
    expect(bridge.of('rights.erase')).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(say('refusal.wrong_number'));
    expect(bridge.of('rights.erase')[0]?.input).toMatchObject({ memberNo: '000009' });
  });

  it('2 finds the other card and shows both beside what they become', async () => {
    const { bridge, user } = await atTheMenu({ 'rights.merge': () => refused('busy') });
    await user.keyboard('2');
    await user.type(await screen.findByLabelText(say('merge.other')), '8812');
    await screen.findByText(/Alt\+1/);
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', { name: say('merge.title') });
    const row = await within(dialog).findByRole('row', { name: new RegExp(say('merge.field.cardNo')) });
    expect(within(row).getAllByText('A7')).toHaveLength(2);
    expect(within(dialog).getByText(say('merge.toldApart'))).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await within(dialog).findByText(say('refusal.busy'));
    expect(bridge.of('rights.merge')).toHaveLength(1);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('region', { name: say('way.merge') })).toBeDefined();
  });

  it('a merge is taken apart by its button, pressed twice', async () => {
    const merge = {
      ...{
        mergeId: idOf(9),
        memberNo: '000002',
        name: '张敏',
        at: AT,
        staffName: '店主',
        until: AT,
        open: true,
      },
    };
    const { bridge, user } = await atTheMenu({
      'rights.mergesInto': () => [merge],
      'rights.undoMerge': () => refused('points_used'),
    });
    await user.click(await screen.findByRole('button', { name: say('merges.undo') }));
    expect(bridge.of('rights.undoMerge')).toEqual([]);
    await user.click(screen.getByRole('button', { name: say('merges.sure') }));
    await screen.findByText(say('refusal.points_used'));
  });
});

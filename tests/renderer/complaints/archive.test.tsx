import { clearFilters } from '@renderer/features/complaints/archive-state';
import { piecesOf } from '@renderer/features/complaints/components/archive/marked';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { faulted, type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { laidOut, words } from '../support/window';
import { atDesk } from './desk';
import { aComplaint, aDesk, page } from './shop';

const mould = aComplaint();
const noted = aComplaint({
  id: idOf(518),
  number: 18,
  memberName: '张敏',
  what: '咖啡太凉',
  state: 'closed',
  nextDue: null,
  late: true,
  found: { in: 'note', excerpt: '…顾客带来鱼油瓶子' },
});

beforeEach(() => {
  clearFilters();
});
laidOut();

const archive = (key: string, values: Record<string, unknown> = {}) =>
  words(`complaints:archive.${key}`, values);

async function atArchive(more: Replies = {}) {
  const opened = await atDesk({ ...aDesk(mould, noted), ...more });
  await screen.findByRole('toolbar', { name: words('complaints:tab.label') });
  await opened.user.keyboard('{Alt>}2{/Alt}');
  const box = await screen.findByRole('textbox', { name: archive('search') });
  await waitFor(() => expect(document.activeElement).toBe(box));
  const lastAsked = () => opened.bridge.of('complaints.list').at(-1)?.input;
  return { ...opened, box, lastAsked };
}
const grid = () => screen.findByRole('grid', { name: archive('results') });
const rows = async () =>
  within(await grid())
    .getAllByRole('row')
    .slice(1);

describe('S71 the archive', () => {
  it('is searched as one types, and marks what was found, in the row and beside it', async () => {
    const { user, lastAsked } = await atArchive();
    await user.keyboard('鱼油');
    await waitFor(() => expect(lastAsked()).toMatchObject({ which: 'all', text: '鱼油', offset: 0 }));
    await waitFor(async () => expect((await grid()).querySelectorAll('mark')).toHaveLength(2));
    const [first, second] = await rows();
    expect(first?.querySelector('mark')?.textContent).toBe('鱼油');
    expect(second?.textContent).toContain(`${archive('in.note')} …顾客带来鱼油瓶子`);
    expect(second?.querySelectorAll('mark')).toHaveLength(1);
    expect(second?.textContent).toContain(archive('late'));
    expect(screen.getByText(new RegExp(archive('total', { count: 2, total: '2' })))).toBeDefined();
  });

  it('is narrowed by every filter, and one key clears them all', async () => {
    const { user, lastAsked, box } = await atArchive();
    const choose = (label: string, value: string) =>
      user.selectOptions(screen.getByLabelText(words(label)), value);
    await user.click(screen.getByRole('radio', { name: archive('closed') }));
    await choose('complaints:object.label', 'staff');
    await choose('complaints:severity.label', 'high');
    await user.type(screen.getByLabelText(archive('from')), '2026-05-01');
    await user.click(screen.getByLabelText(archive('late_only')));
    await waitFor(() =>
      expect(lastAsked()).toMatchObject({
        which: 'closed',
        object: 'staff',
        severity: 'high',
        from: '2026-05-01',
        to: null,
        lateOnly: true,
      }),
    );
    await user.keyboard('{F4}');
    await waitFor(() => expect(screen.getByLabelText(archive('from'))).toHaveProperty('value', ''));
    expect(document.activeElement).toBe(box);
    expect(screen.getByRole('radio', { name: archive('all') })).toHaveProperty('checked', true);
  });

  it('offers whole groups of reasons and the reasons themselves', async () => {
    const { user, lastAsked } = await atArchive();
    const reason = () => screen.getByLabelText(archive('reason'));
    await user.selectOptions(reason(), archive('whole_group', { group: words('complaints:group.goods') }));
    await waitFor(() => expect(lastAsked()).toMatchObject({ reasonGroup: 'goods', reason: null }));
    await user.selectOptions(reason(), words('complaints:reason.goods_price'));
    await waitFor(() => expect(lastAsked()).toMatchObject({ reasonGroup: null, reason: 'goods_price' }));
  });

  it('is walked by arrows; Enter opens a complaint, and Esc leads back to its row', async () => {
    const { user } = await atArchive();
    await rows();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { name: '张敏' })).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(document.activeElement).toBe(await grid()));
    const [, second] = await rows();
    expect(second?.getAttribute('aria-selected')).toBe('true');
  });

  it('says that nothing was found, with a way out, and names a fault', async () => {
    const { user, bridge } = await atArchive();
    bridge.reply({ 'complaints.list': () => page() });
    await user.keyboard('没有');
    expect(await screen.findByText(archive('nothing_found'))).toBeDefined();
    bridge.reply({ 'complaints.list': () => faulted('A1B2') });
    await user.keyboard('的');
    expect((await screen.findByRole('alert')).textContent).toContain('A1B2');
  });
});

describe('what the filters show', () => {
  const exported = (reply: unknown) => ({ 'complaints.exportArchive': () => reply });

  it('is handed out by one key, and says where it is', async () => {
    const { user, bridge } = await atArchive(exported({ path: '/home/li/投诉档案.csv', rows: 2 }));
    await rows();
    await user.keyboard('鱼油{F10}');
    expect(await screen.findByText(/投诉档案\.csv/)).toBeDefined();
    expect(bridge.of('complaints.exportArchive').at(-1)?.input).toMatchObject({ which: 'all' });
  });

  it.each(['disk_full', 'not_writable'] as const)('says why it is not: %s', async (why) => {
    const { user } = await atArchive(exported(refused('file_not_written', { why })));
    await rows();
    await user.keyboard('{F10}');
    expect((await screen.findByRole('alert')).textContent).toBe(archive(`not_written_${why}`));
  });
});

describe('the marks in a text', () => {
  it('are one where they overlap, and lose no character', () => {
    const pieces = piecesOf('啊啊啊，好', '啊啊 好');
    expect(pieces.map(({ text }) => text).join('')).toBe('啊啊啊，好');
    expect(pieces.filter(({ found }) => found).map(({ text }) => text)).toEqual(['啊啊啊', '好']);
    expect(piecesOf('咖啡', '#12')).toEqual([{ from: 0, text: '咖啡', found: false }]);
  });
});

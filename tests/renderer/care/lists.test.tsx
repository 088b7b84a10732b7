import { useCarePart } from '@renderer/app/care/care-state';
import { screen, waitFor } from '@testing-library/react';
// The screen is loaded before the clock of a test runs.
import '@renderer/app/care/care-screen';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { openWindow, words } from '../support/window';

beforeEach(() => useCarePart.setState({ part: 'lists' }));

const made = (more: object = {}) => ({
  id: idOf(801),
  channel: 'sms',
  members: 40,
  at: Date.UTC(2026, 10, 20, 2),
  staffName: '李店员',
  notSent: false,
  ...more,
});

async function atLists(more: Replies = {}) {
  const opened = await openWindow({
    'care.previewList': () => ({
      ready: 40,
      held: [
        { why: 'budget', count: 7 },
        { why: 'no_consent', count: 3 },
      ],
      example: '张三您好',
    }),
    'care.lists': () => [],
    'care.groupText': () => ({ text: '1. 张三 138****8812' }),
    ...more,
  });
  await opened.user.keyboard('{Control>}4{/Control}');
  await screen.findByText(words('care:lists.ready', { count: 40, members: '40' }));
  return opened;
}

describe('S97 a list for the system that sends messages', () => {
  it('says how many it would reach, who is left off and why, and how it reads', async () => {
    await atLists();
    const panel = screen.getByRole('region', { name: words('care:lists.preview') }).textContent;
    expect(panel).toContain(`${words('care:offList.budget')}7`);
    expect(panel).toContain(`${words('care:offList.no_consent')}3`);
    expect(panel).toContain('张三您好');
  });

  it('is made of what was shown; when that has changed, it is shown anew', async () => {
    const { bridge, user } = await atLists({
      'care.makeList': () => refused('members_changed', { members: 39 }),
    });
    await user.click(screen.getByLabelText(words('care:kind.birthday')));
    await waitFor(() =>
      expect(bridge.of('care.previewList').at(-1)?.input).toEqual({ channel: 'sms', kinds: ['birthday'] }),
    );
    await waitFor(async () => {
      await user.keyboard('{Control>}{Enter}{/Control}');
      expect(bridge.of('care.makeList').at(0)?.input).toEqual({
        channel: 'sms',
        kinds: ['birthday'],
        expected: 40,
      });
    });
    await screen.findByText(words('care:refusal.members_changed', { count: 39 }));
  });

  it('is saved as CSV or text; given back only when pressed twice', async () => {
    const { bridge, user } = await atLists({
      'care.lists': () => [made()],
      'care.saveList': () => ({ path: 'D:\\名单.csv' }),
      'care.giveBackList': () => ({ contacts: 40 }),
    });
    await user.click(await screen.findByRole('button', { name: words('care:lists.save_csv') }));
    await screen.findByText(words('care:lists.saved', { path: 'D:\\名单.csv' }));
    await user.click(screen.getByRole('button', { name: words('care:lists.giveBack') }));
    expect(bridge.of('care.giveBackList')).toEqual([]);
    await user.click(screen.getByRole('button', { name: words('care:lists.giveBackSure') }));
    await screen.findByText(words('care:lists.gaveBack', { count: 40 }));
  });

  it('a file that cannot be written is said with what is kept', async () => {
    const { user } = await atLists({
      'care.lists': () => [made()],
      'care.saveList': () => refused('file_not_written', { why: 'disk_full' }),
    });
    await user.click(await screen.findByRole('button', { name: words('care:lists.save_text') }));
    await screen.findByText(words('care:refusal.file_disk_full'));
  });

  it('F6 copies the text for the staff’s group', async () => {
    const { user } = await atLists();
    await screen.findByLabelText(words('care:group.title'));
    await user.keyboard('{F6}');
    await screen.findByText(words('care:group.copied'));
    expect(await navigator.clipboard.readText()).toBe('1. 张三 138****8812');
  });
});

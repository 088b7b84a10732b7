import type { Locale } from '@domain/locale';
import { RECORD_PARTS } from '@domain/members/completeness';
import { QUALITY_LISTS } from '@domain/quality/checks';
import { showPart } from '@renderer/app/insights/insights-state';
import { show } from '@renderer/features/quality/state';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { faulted, type Replies, refused } from '../support/bridge';
import { idOf } from '../support/shop';
import { openWindowIn, words } from '../support/window';

const say = (key: string, values: Record<string, unknown> = {}) => words(`quality:${key}`, values);

const record = (number: number, more: object = {}) => ({
  memberId: idOf(number),
  memberNo: `M${number}`,
  name: `会员${number}`,
  phoneMasked: '138****8812',
  birthday: { year: 1990, month: 5, day: 18 },
  joinedOn: '2025-01-01',
  lastVisitOn: '2026-11-01',
  visits: 12,
  completeness: 65,
  ...more,
});
const pairOf = (one: number, other: number) => ({
  why: 'same_name_and_birthday',
  one: record(one, { name: '李静' }),
  other: record(other, { name: '李静' }),
});
const standing = (more: object = {}) => ({
  members: 200,
  completeness: {
    average: 72,
    byTens: [0, 0, 0, 0, 0, 10, 20, 100, 60, 10],
    parts: RECORD_PARTS.map((part) => ({ part, known: part === 'phone' ? 150 : 100, points: 10 })),
  },
  lists: QUALITY_LISTS.map((list) => ({ list, members: list === 'phone_missing' ? 2 : 0 })),
  duplicates: 1,
  ...more,
});

const aStore = (more: Replies = {}): Replies => ({
  'quality.standing': () => standing(),
  'quality.list': ({ offset }: { offset: number }) => ({
    total: 2,
    rows: offset === 0 ? [record(1, { phoneMasked: '' }), record(2)] : [],
  }),
  'quality.duplicates': () => ({ total: 1, more: false, rows: [pairOf(3, 4)] }),
  ...more,
});

async function atQuality(more: Replies = {}, locale: Locale = 'zh-CN') {
  show('overview');
  showPart('quality');
  const opened = await openWindowIn(locale, aStore(more));
  await opened.user.keyboard('{Control>}7{/Control}');
  const index = await screen.findByRole('listbox', { name: say('index') });
  await waitFor(() => expect(document.activeElement).toBe(index));
  return { ...opened, index };
}

/** The index has the focus: down to a list and into it. */
async function open(list: string, ...given: Parameters<typeof atQuality>) {
  const opened = await atQuality(...given);
  const options = within(opened.index).getAllByRole('option');
  const at = options.findIndex((option) => option.textContent?.startsWith(say(`list.${list}`)));
  await opened.user.keyboard(`${'{ArrowDown}'.repeat(at)}{Enter}`);
  await screen.findByRole('heading', { name: say(`list.${list}`) });
  return opened;
}
const rowsOf = async (name: string) => within(await screen.findByRole('grid', { name })).getAllByRole('row');

describe.each(['zh-CN', 'en'] as const)('S31 the score of the store (%s)', (locale) => {
  it('is shown with what it is made of, every list with its number', async () => {
    const { index } = await atQuality({}, locale);
    expect(screen.getByText(say('score', { score: 72 }))).toBeDefined();
    const listed = within(index).getAllByRole('option');
    expect(listed).toHaveLength(QUALITY_LISTS.length + 2);
    expect(listed.find((each) => each.textContent?.includes(say('list.phone_missing')))?.textContent).toBe(
      `${say('list.phone_missing')}2`,
    );
    const phone = (await rowsOf(say('parts.title'))).find((row) =>
      row.textContent?.includes(say('part.phone')),
    );
    expect(phone?.textContent).toContain('75.0%');
  });
});

describe('S31 what the score is made of', () => {
  it('turns to tables by F4', async () => {
    const { user } = await atQuality();
    await rowsOf(say('tens.title'));
    await user.keyboard('{F4}');
    const [head] = await rowsOf(say('parts.title'));
    expect(head?.textContent).toBe(
      [say('parts.part'), say('parts.points'), say('parts.known'), say('parts.share')].join(''),
    );
    await user.keyboard('{F4}');
  });

  it('opens the members of a band by Enter, by the fact that segments know', async () => {
    const { user, bridge } = await atQuality({
      'segments.count': () => ({ members: 100, reachable: 1, names: [] }),
      'segments.members': () => ({ total: 0, rows: [] }),
    });
    const band = (await rowsOf(say('tens.title')))[7];
    band?.focus();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(bridge.of('segments.members').at(-1)?.input).toMatchObject({
        rule: { all: [{ any: [{ fact: 'completeness', from: 70, to: 79 }] }] },
      }),
    );
  });

  it('names a fault, with a way on', async () => {
    show('overview');
    showPart('quality');
    const { user, bridge } = await openWindowIn('zh-CN', {
      ...aStore(),
      'quality.standing': () => faulted('A1B2'),
    });
    await user.keyboard('{Control>}7{/Control}');
    const [alert] = await screen.findAllByRole('alert');
    expect(alert?.textContent).toContain('A1B2');
    const [retry] = screen.getAllByRole('button', { name: words('common:act.retry') });
    bridge.reply({ 'quality.standing': () => standing() });
    await user.click(retry ?? document.body);
    expect(await screen.findByText(say('score', { score: 72 }))).toBeDefined();
  });
});

describe('S31 S32 a list', () => {
  it.each(['zh-CN', 'en'] as const)(
    'says what to do; Enter opens one at the counter (%s)',
    async (locale) => {
      const { user } = await open('phone_missing', {}, locale);
      expect(screen.getByText(say('about.phone_missing'))).toBeDefined();
      const [, first] = await rowsOf(say('list.phone_missing'));
      await waitFor(() => expect(document.activeElement).toBe(first));
      await user.keyboard('{ArrowDown}{Enter}');
      await waitFor(() => expect(window.location.hash).toBe('#/counter'));
    },
  );

  it('is exported by F10, all of it, with what to do', async () => {
    const { user, bridge } = await open('phone_missing', {
      'quality.list': ({ offset }: { offset: number }) => ({
        total: 150,
        rows: Array.from({ length: offset === 0 ? 100 : 50 }, (_, at) => record(offset + at + 1)),
      }),
      'exchange.saveTable': () => ({ path: '/home/li/没有手机号.xlsx', rows: 150 }),
    });
    await rowsOf(say('list.phone_missing'));
    await user.keyboard('{F10}');
    expect(await screen.findByText(/没有手机号\.xlsx/)).toBeDefined();
    const row = (number: number) => [
      `会员${number}`,
      `M${number}`,
      '138****8812',
      '1990-05-18',
      '2026-11-01',
      12,
      0.65,
    ];
    expect(bridge.of('exchange.saveTable').at(-1)?.input).toMatchObject({
      title: say('list.phone_missing'),
      rows: Array.from({ length: 150 }, (_, at) => row(at + 1)),
      notes: [{ name: say('do'), text: say('about.phone_missing') }],
    });
  });

  it('of more than a page is turned by F7 and F6', async () => {
    const { user } = await open('phone_missing', {
      'quality.list': ({ offset }: { offset: number }) => ({
        total: 150,
        rows: Array.from({ length: offset === 0 ? 100 : 50 }, (_, at) => record(offset + at + 1)),
      }),
    });
    await screen.findByText(say('page', { from: '1', to: '100', total: '150' }));
    await user.keyboard('{F7}');
    await screen.findByText(say('page', { from: '101', to: '150', total: '150' }));
    const [, first] = await rowsOf(say('list.phone_missing'));
    expect(first?.textContent).toContain('会员101');
    await waitFor(() => expect(document.activeElement).toBe(first));
    await user.keyboard('{F6}');
    expect(await screen.findByText(say('page', { from: '1', to: '100', total: '150' }))).toBeDefined();
  });

  it('shows a birthday that cannot be as it is stored', async () => {
    await open('birthday_impossible', {
      'quality.list': () => ({
        total: 1,
        rows: [record(9, { birthday: { year: null, month: 2, day: 30 } })],
      }),
    });
    const [, row] = await rowsOf(say('list.birthday_impossible'));
    expect(row?.textContent).toContain('02-30');
  });

  it('that is clean says so; Esc leads back to the index', async () => {
    const { user, index } = await open('wrong_number', { 'quality.list': () => ({ total: 0, rows: [] }) });
    expect(await screen.findByText(say('clean'))).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(index));
  });
});

describe('S31 likely duplicates', () => {
  it.each(['zh-CN', 'en'] as const)('stand side by side with why; 1 and 2 open them (%s)', async (locale) => {
    const { user } = await open('duplicates', {}, locale);
    const [row] = await rowsOf(say('list.duplicates'));
    expect(row?.textContent).toContain(say('likeness.same_name_and_birthday'));
    expect(row?.textContent).toContain('M3');
    expect(row?.textContent).toContain('M4');
    await waitFor(() => expect(document.activeElement).toBe(row));
    await user.keyboard('2');
    await waitFor(() => expect(window.location.hash).toBe('#/counter'));
  });

  it('are told apart by 3, and F9 takes it back', async () => {
    const { user, bridge } = await open('duplicates', {
      'quality.tellApart': () => ({}),
      'quality.untellApart': () => ({}),
    });
    const [row] = await rowsOf(say('list.duplicates'));
    await waitFor(() => expect(document.activeElement).toBe(row));
    await user.keyboard('3');
    expect(await screen.findByText(say('apart', { one: '李静', other: '李静' }))).toBeDefined();
    const between = { oneId: idOf(3), otherId: idOf(4) };
    expect(bridge.of('quality.tellApart').at(-1)?.input).toEqual(between);
    await user.keyboard('{F9}');
    await waitFor(() => expect(bridge.of('quality.untellApart').at(-1)?.input).toEqual(between));
    await waitFor(() => expect(screen.queryByText(say('apart', { one: '李静', other: '李静' }))).toBeNull());
  });

  it('keep the keyboard when the last pair is gone', async () => {
    const { user, bridge, index } = await open('duplicates', { 'quality.tellApart': () => ({}) });
    const [row] = await rowsOf(say('list.duplicates'));
    await waitFor(() => expect(document.activeElement).toBe(row));
    bridge.reply({ 'quality.duplicates': () => ({ total: 0, more: false, rows: [] }) });
    await user.keyboard('3');
    await screen.findByText(say('apart', { one: '李静', other: '李静' }));
    // The row has the focus again when it goes: what has changed is heard of a moment later.
    await waitFor(() => expect(document.activeElement).toBe(row));
    bridge.tell({ type: 'data-changed', scopes: ['insights'] });
    await screen.findByText(say('noDuplicates'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(index));
  });

  it('say why they could not be told apart', async () => {
    const { user } = await open('duplicates', { 'quality.tellApart': () => refused('members_not_found') });
    const [row] = await rowsOf(say('list.duplicates'));
    await waitFor(() => expect(document.activeElement).toBe(row));
    await user.keyboard('3');
    expect(await screen.findByText(say('refusal.members_not_found'))).toBeDefined();
  });

  it('where there are none, say so', async () => {
    await open('duplicates', { 'quality.duplicates': () => ({ total: 0, more: false, rows: [] }) });
    expect(await screen.findByText(say('noDuplicates'))).toBeDefined();
  });
});

import { addDays } from '@domain/calendar/business-day';
import { businessDate } from '@domain/units';
import { useStatisticsView } from '@renderer/features/complaints/statistics-state';
import { screen, waitFor, within } from '@testing-library/react';
// The charts are a large library: they are loaded before the clock of a test runs.
import '@renderer/features/complaints/components/statistics/statistics';
import { beforeEach, describe, expect, it } from 'vitest';
import { faulted, type Replies } from '../support/bridge';
import { idOf } from '../support/shop';
import { words } from '../support/window';
import { atDesk } from './desk';
import { aDesk } from './shop';

const said = (more: object = {}) => ({
  total: 13,
  open: 9,
  repeats: [
    { memberId: idOf(1), memberName: '张三', reason: 'goods_price', reasonName: '', count: 2 },
    { memberId: idOf(2), memberName: '', reason: 'own-1', reasonName: '口味变了', count: 3 },
  ],
  byReason: [
    { group: 'goods', reason: 'goods_price', reasonName: '', count: 9, before: 4 },
    { group: 'staff', reason: 'own-1', reasonName: '口味变了', count: 4, before: 0 },
  ],
  byObject: [
    { object: 'goods', count: 10 },
    { object: 'staff', count: 3 },
  ],
  byChannel: [{ channel: 'counter', count: 13 }],
  bySeverity: [{ severity: 'high', count: 13 }],
  byStaff: [{ staff: { id: idOf(97), name: '陈店长' }, about: 1, taken: 5, onTime: { onTime: 3, of: 4 } }],
  byHour: Array.from({ length: 24 }, (_, hour) => (hour === 10 ? 13 : 0)),
  byMonth: [
    { month: '2026-04', count: 0, response: { onTime: 0, of: 0 }, resolution: { onTime: 0, of: 0 } },
    { month: '2026-05', count: 13, response: { onTime: 10, of: 11 }, resolution: { onTime: 6, of: 7 } },
  ],
  response: { onTime: 10, of: 11 },
  resolution: { onTime: 0, of: 0 },
  toResponse: { of: 4, p50: 120, p90: 1200, longest: 1800, bins: [1, 2, 0, 1], edges: [60, 240, 1440] },
  toResolution: null,
  satisfaction: { mean: 4.25, of: 4 },
  reopened: 1,
  compensation: { count: 2, worth: 3550 },
  ...more,
});

beforeEach(() => useStatisticsView.setState({ period: { span: 'days90' }, asTable: false }));

const word = (key: string, values: Record<string, unknown> = {}) =>
  words(`complaints:statistics.${key}`, values);

async function atStatistics(more: Replies = {}) {
  const opened = await atDesk({ ...aDesk(), 'complaints.statistics': () => said(), ...more });
  await screen.findByRole('toolbar', { name: words('complaints:tab.label') });
  await opened.user.keyboard('{Alt>}3{/Alt}');
  await screen.findByRole('combobox', { name: words('common:period.label') });
  const lastAsked = () => opened.bridge.of('complaints.statistics').at(-1)?.input;
  return { ...opened, lastAsked };
}
const choose = (user: Awaited<ReturnType<typeof atStatistics>>['user'], span: 'days30' | 'year' | 'own') =>
  user.selectOptions(screen.getByRole('combobox', { name: words('common:period.label') }), span);
const tableRows = async (question: string) =>
  within(await screen.findByRole('grid', { name: word(`question.${question}`) }))
    .getAllByRole('row')
    .map(({ textContent }) => textContent)
    .slice(1);

describe('S71 S86 the figures', () => {
  it('say how many were in time of how many, and a dash where nothing can be judged', async () => {
    await atStatistics();
    const figure = async (name: string) =>
      (await screen.findByRole('button', { name: new RegExp(`^${name}`) })).closest('div')?.textContent;
    expect(await figure('90\\.9%')).toContain(word('of_judged', { on: '10', of: '11' }));
    expect(await figure('4\\.3')).toContain(word('asked_of', { count: 4 }));
    expect(await figure('¥35\\.50')).toContain(word('given', { count: 2, times: '2' }));
    expect(screen.getAllByRole('button', { name: /^—/ })).toHaveLength(2);
  });

  it('explain themselves behind ?', async () => {
    const { user } = await atStatistics();
    (await screen.findByRole('button', { name: /^90\.9%/ })).focus();
    await user.keyboard('?');
    expect(await screen.findByText(word('why.response'))).toBeDefined();
  });
});

describe('the questions', () => {
  it('are answered by charts, each named by its question, and in a sentence how long it took', async () => {
    await atStatistics();
    for (const question of ['reasons', 'months', 'hours', 'to_response'])
      expect(await screen.findByRole('img', { name: word(`question.${question}`) })).toBeDefined();
    expect(
      screen.getByText(word('took', { half: '2 小时', most: '20 小时', longest: '30 小时' })),
    ).toBeDefined();
    expect(screen.getByText(word('none_resolution'))).toBeDefined();
  });

  it('have their tables one key away', async () => {
    const { user } = await atStatistics();
    await screen.findByRole('img', { name: word('question.reasons') });
    await user.keyboard('{F4}');
    expect(await tableRows('reasons')).toEqual([
      `${words('complaints:group.goods')} · ${words('complaints:reason.goods_price')}94`,
      `${words('complaints:group.staff')} · 口味变了40`,
    ]);
    expect(await tableRows('months')).toEqual(['2026年4月0————', '2026年5月1390.9%10/1185.7%6/7']);
    expect((await tableRows('to_response')).at(-1)).toBe(`${word('over', { from: '24 小时' })}125.0%`);
    expect(await tableRows('hours')).toHaveLength(24);
  });

  it('name whom complaints are about and who came again, somebody erased without a name', async () => {
    await atStatistics();
    expect(await tableRows('staff')).toEqual(['陈店长1575.0%']);
    expect(await tableRows('repeats')).toEqual([
      `张三${words('complaints:reason.goods_price')}2`,
      `${word('erased')}口味变了3`,
    ]);
  });
});

describe('the period', () => {
  it('is ninety days up to today, another span, or days of one’s own that push each other', async () => {
    const { user, lastAsked } = await atStatistics();
    await screen.findByRole('img', { name: word('question.reasons') });
    const first = lastAsked() as { from: string; to: string };
    const to = businessDate(first.to);
    expect(first.from).toBe(addDays(to, -89));
    await choose(user, 'days30');
    await waitFor(() => expect(lastAsked()).toEqual({ from: addDays(to, -29), to }));
    await choose(user, 'own');
    const field = (end: 'from' | 'to') => screen.getByLabelText(words(`common:period.${end}`));
    await user.clear(field('from'));
    await user.type(field('from'), '2026-01-05');
    await waitFor(() => expect(lastAsked()).toEqual({ from: '2026-01-05', to }));
    await user.clear(field('to'));
    await user.type(field('to'), '2025-12-31');
    await waitFor(() => expect(lastAsked()).toEqual({ from: '2025-12-31', to: '2025-12-31' }));
    expect(field('from')).toHaveProperty('value', '2025-12-31');
  });

  it('without a complaint says so, and a fault has its reference', async () => {
    const { bridge, user } = await atStatistics({
      'complaints.statistics': () => said({ total: 0, byReason: [] }),
    });
    expect(await screen.findByText(word('empty'))).toBeDefined();
    bridge.reply({ 'complaints.statistics': () => faulted('C3D4') });
    await choose(user, 'year');
    expect((await screen.findByRole('alert')).textContent).toContain('C3D4');
  });
});

import { addDays } from '@domain/calendar/business-day';
import { businessDate } from '@domain/units';
import { showPart } from '@renderer/app/insights/insights-state';
// The charts are a large library: they are loaded before the clock of a test runs.
import '@renderer/app/insights/insights-screen';
import '@renderer/features/overview/screens/overview';
import type { Locale } from '@domain/locale';
import { FIGURES } from '@renderer/features/overview/figure-words';
import { useOverview } from '@renderer/features/overview/overview-state';
import { useFiguresView } from '@renderer/lib/figures-view';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { faulted, type Replies } from '../support/bridge';
import { openWindowIn, words } from '../support/window';
import { figuresOf, onAGoodDay, someIndicators, TODAY } from './shop';

const say = (key: string, values: object = {}) => words(`overview:${key}`, { ...values });

beforeEach(() => {
  useOverview.setState({ period: { span: 'month' } });
  useFiguresView.setState({ asTable: false });
  showPart('overview');
});

async function atOverview(more: Replies = {}, locale: Locale = 'zh-CN') {
  const opened = await openWindowIn(locale, onAGoodDay(more));
  await opened.user.keyboard('{Control>}7{/Control}');
  await screen.findByRole('table', { name: say('question.figures') });
  return opened;
}

const grid = () => screen.findByRole('table', { name: say('question.figures') });
async function row(figure: string): Promise<string[]> {
  const head = within(await grid()).getByRole('rowheader', { name: new RegExp(say(`figure.${figure}`)) });
  return within(head.parentElement ?? document.body)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent ?? '');
}
const choosePeriod = (span: string) => useOverview.setState({ period: { span } as never }); // one of its spans

describe('today and this month', () => {
  it('each figure stands beside what it is compared with, by how much and in percent', async () => {
    await atOverview();
    expect(await row('money')).toEqual(['¥80.00−¥20.00 (−20.0%)', '¥1,200.00+¥200.00 (+20.0%)']);
    expect(await row('bills')).toEqual(['4±0', '40−10 (−20.0%)']);
    // Of nothing no percentage is told, and nothing is compared with what is not known.
    expect(await row('newMembers')).toEqual(['1±0', '6+6']);
    expect((await row('averageTicket'))[0]).toBe('¥20.00—');
  });

  it('another period stands in a column of its own', async () => {
    const { bridge } = await atOverview();
    choosePeriod('days90');
    await waitFor(async () => expect(await row('bills')).toHaveLength(3));
    expect(bridge.of('overview.figures').map(({ input }) => input)).toEqual(
      expect.arrayContaining([{ from: addDays(TODAY, -89), to: TODAY }]),
    );
  });

  it('what cannot be read says so, and can be tried again', async () => {
    let broken = true;
    const { user } = await atOverview({
      'overview.figures': (period: never) => (broken ? faulted('B-77') : figuresOf(period)),
    });
    const [alert] = await screen.findAllByRole('alert');
    expect(alert?.textContent).toContain('B-77');
    broken = false;
    await user.click(within(alert ?? document.body).getByRole('button'));
    await waitFor(async () => expect(await row('money')).toHaveLength(2));
  });
});

describe.each(['zh-CN', 'en'] as const)('by keyboard, in %s', (locale) => {
  it('every figure tells its definition with Enter, and Esc leads back to it', async () => {
    const { user } = await atOverview({}, locale);
    for (const { id } of FIGURES) {
      const head = within(await grid()).getByRole('rowheader', { name: new RegExp(say(`figure.${id}`)) });
      const figure = within(head).getByRole('button');
      figure.focus();
      await user.keyboard('{Enter}');
      expect((await screen.findByRole('dialog')).textContent).toContain(say(`why.${id}`));
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(document.activeElement).toBe(figure);
    }
  });

  it('a number of members opens them, and Esc leads back to it', async () => {
    const { bridge, user } = await atOverview({}, locale);
    const title = `${say('figure.buyers')} · ${say('column.today')}`;
    within(await grid())
      .getByTitle(title)
      .focus();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(bridge.of('segments.members').at(-1)?.input).toMatchObject({
        rule: { all: [{ any: [{ fact: 'silent_days', from: 0, to: 0 }] }] },
      }),
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.getAttribute('title')).toBe(title));
  });

  it('F4 turns charts into tables, F10 writes the figures as values with their days', async () => {
    const { bridge, user } = await atOverview(
      { 'exchange.saveTable': () => ({ path: '/tmp/概览.xlsx', rows: 4 }) },
      locale,
    );
    await screen.findByRole('img', { name: say('question.coming') });
    await user.keyboard('{F4}');
    const table = await screen.findByRole('grid', { name: say('question.coming') });
    expect(within(table).getAllByRole('row')).toHaveLength(3);
    await user.keyboard('{F10}');
    await screen.findByText(/概览\.xlsx/);
    const [saved] = bridge.of('exchange.saveTable');
    expect(saved?.input).toMatchObject({
      title: say('question.figures'),
      notes: [{}, { name: say('period') }],
    });
    const { rows } = (saved?.input ?? { rows: [] }) as { rows: (string | number)[][] };
    expect(rows.map(([, money, bills]) => [money, bills])).toEqual([
      [8000, 4],
      [10_000, 4],
      [120_000, 40],
      [100_000, 50],
    ]);
  });
});

it('of days that are over nobody can be found: those numbers do not open, who joined then does', async () => {
  await atOverview();
  useOverview.setState({
    period: { span: 'own', from: businessDate('2026-01-05'), to: businessDate('2026-01-09') },
  });
  const ofPeriod = (figure: string) => `${say(`figure.${figure}`)} · ${say('column.period')}`;
  await screen.findByTitle(ofPeriod('newMembers'));
  expect(screen.queryByTitle(ofPeriod('buyers'))).toBeNull();
});

describe('customers who came and went', () => {
  const part = () => screen.findByRole('region', { name: say('question.movement') });

  it('the sum can be done again', async () => {
    await atOverview();
    expect((await part()).textContent).toContain(
      `${say('move.atStart')}200${say('move.fresh')}+ 9${say('move.back')}+ 4${say('move.lost')}− 12${say('move.atEnd')}= 201`,
    );
  });

  it('who is lost opens their list; who was new then cannot be found by what is known today', async () => {
    const { bridge, user } = await atOverview();
    const lost = within(await part()).getByTitle(say('move.lost'));
    expect(within(await part()).queryByTitle(say('move.fresh'))).toBeNull();
    lost.focus();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(bridge.of('segments.members').at(-1)?.input).toMatchObject({
        rule: { all: [{ any: [{ fact: 'silent_days', from: 90 }] }] },
      }),
    );
  });

  it('before the first run nobody has moved between classes; after it each move opens its list', async () => {
    const { bridge } = await atOverview();
    await screen.findByText(say('drift.no_run'));
    bridge.reply({ 'insights.views': () => drifted });
    bridge.tell({ type: 'data-changed', scopes: ['insights'] });
    const moves = await screen.findByRole('grid', { name: say('question.drift') });
    expect(within(moves).getByRole('row', { name: /A → B/ }).hasAttribute('data-figure')).toBe(true);
  });
});

const none = { members: 0, money: 0, moneyPerMille: 0 };
const drifted = {
  ...{ asOf: TODAY, members: 10, classes: [], stages: [], clusters: [] },
  drift: { up: [], down: [{ from: 'A', to: 'B', members: 2 }], joined: [], stayed: 8 },
  values: [{ value: 'high', ...none }],
  rfm: { groups: [], grid: [] },
  base: { from: 3, members: 0, scores: [], traits: [] },
};

describe('S85 S86 S21 key figures', () => {
  const card = async (name: string) =>
    within(
      (await screen.findByRole('heading', { level: 3, name: say(`key.${name}`) })).parentElement ??
        document.body,
    );

  it('each with its target, of how many, where the truth lies, what it was, and what that says', async () => {
    await atOverview();
    const satisfaction = await card('satisfaction');
    expect(satisfaction.getByText('94.7%')).toBeDefined();
    expect(satisfaction.getByText(/85\.6%/).parentElement?.textContent).toBe(
      [
        say('key.target', { target: 80 }),
        say('of.answers', { count: 57, of: '57' }),
        say('key.within', { low: '85.6%', high: '98.2%' }),
        say('key.before', { before: '90.0%' }),
      ].join(' · '),
    );
    expect(satisfaction.getByText(words('surveys:verdict.reached'))).toBeDefined();
    expect((await card('wordOfMouth')).getByText(words('surveys:verdict.few'))).toBeDefined();
  });

  it('S17 loyalty as one number, the recommendation index with its sign, retention once customers are known', async () => {
    await atOverview();
    expect((await card('loyaltyScore')).getByText('77.9')).toBeDefined();
    expect((await card('nps')).getByText('+25')).toBeDefined();
    expect((await card('retention')).getByText('94.0%')).toBeDefined();
  });

  it('what nobody was asked has no number', async () => {
    await atOverview();
    expect((await card('resolvedOnTime')).getByText(say('key.none'))).toBeDefined();
  });

  it('per member of staff, imported bills apart, the store below', async () => {
    await atOverview();
    const table = await screen.findByRole('grid', { name: say('question.staff') });
    expect(
      within(table)
        .getAllByRole('row')
        .map(({ textContent }) => textContent)
        .slice(1),
    ).toEqual([
      '李店员¥900.003095.0%50.0%72.50—',
      `${say('staff.imported')}¥300.0010————`,
      `${say('staff.store')}¥1,200.004094.7%———`,
    ]);
  });

  it('S16 what a customer is worth: so far, and with what is foretold where there is a model', async () => {
    const { bridge } = await atOverview();
    const part = await screen.findByRole('region', { name: say('question.worth') });
    await within(part).findByText(/¥830\.00/, { selector: 'p' });
    bridge.reply({
      'overview.indicators': () =>
        someIndicators({ worth: { asOf: TODAY, buyers: 3, spent: 52_000, expected: null } }),
    });
    bridge.tell({ type: 'data-changed', scopes: ['insights'] });
    await within(part).findByText(/¥520\.00/, { selector: 'p' });
  });
});

it('what is due now leads to where it is done', async () => {
  const { user } = await atOverview();
  const due = await screen.findByRole('region', { name: say('question.due') });
  await within(due).findByText(say('due.overdue', { count: 1, complaints: '1' }));
  expect(within(due).getByTitle(say('due.warned_title')).textContent).toBe(
    say('due.warned', { count: 3, members: '3' }),
  );
  await user.click(within(due).getByRole('link', { name: say('due.to_care') }));
  expect(window.location.hash).toBe('#/care');
});

it('S92 S93 quotations have their source, and the shop’s own number beside them', async () => {
  await atOverview();
  const part = await screen.findByRole('region', { name: say('question.quotes') });
  const revenue = within(part).getByText(new RegExp(say('quote.revenue')));
  expect(revenue.textContent).toContain(say('source.revenue'));
  await waitFor(() => expect(revenue.textContent).toContain(say('own.revenue', { share: '75.0%' })));
});

import { type Part, useSurveys } from '@renderer/features/surveys/surveys-state';
import { screen, waitFor, within } from '@testing-library/react';
// The charts are a large library: they are loaded before the clock of a test runs.
import '@renderer/app/surveys/surveys-page';
import '@renderer/features/surveys/components/results-part';
import { beforeEach, describe, expect, it } from 'vitest';
import { faulted, type Replies, refused } from '../support/bridge';
import { deskOf, idOf, ZHANG } from '../support/shop';
import { box, openWindow, words } from '../support/window';
import { anAnswer, LI, someResults, withAnswers, ZHAO } from './shop';

const say = (key: string, values: object = {}) => words(`surveys:${key}`, { ...values });

beforeEach(() => useSurveys.setState({ period: { span: 'days90' }, asTable: false, lowOnly: true }));

async function atSurveys(part: Part, more: Replies = {}) {
  useSurveys.setState({ part });
  const opened = await openWindow(withAnswers(more));
  await opened.user.keyboard('{Control>}5{/Control}');
  await screen.findByRole('heading', { level: 1, name: say('title') });
  return opened;
}

it('its four parts are one key each', async () => {
  const { user } = await atSurveys('changes');
  await user.keyboard('{Alt>}3{/Alt}');
  await screen.findByRole('grid', { name: say('ranking.question') });
  await user.keyboard('{Alt>}2{/Alt}');
  await screen.findByRole('grid', { name: say('answers.table') });
  await user.keyboard('{Alt>}4{/Alt}');
  await screen.findByRole('heading', { name: say('changes.new') });
  await user.keyboard('{Alt>}1{/Alt}');
  await screen.findByRole('heading', { name: say('results.trend') });
});

describe('S85 targets beside what is', () => {
  const goal = async (name: string) => {
    const heading = await screen.findByRole('heading', { name });
    return within(heading.parentElement ?? document.body);
  };

  it('each with its share, of how many, where the truth lies, and what that says', async () => {
    await atSurveys('results');
    const satisfaction = await goal(say('goal.satisfaction'));
    expect(satisfaction.getByText('94.7%')).toBeTruthy();
    expect(satisfaction.getByText(/57 个回答/).textContent).toContain('85.6% 到 98.2%');
    expect(satisfaction.getByText(say('verdict.reached'))).toBeTruthy();
    expect((await goal(say('goal.loyalty'))).getByText(say('verdict.open'))).toBeTruthy();
  });

  it('below thirty answers it says that they are too few to judge', async () => {
    await atSurveys('results');
    expect((await goal(say('goal.wordOfMouth'))).getByText(say('verdict.few'))).toBeTruthy();
    expect((await goal(say('nps.name'))).getByText(say('verdict.few'))).toBeTruthy();
  });

  it('NPS has its sign and its interval', async () => {
    await atSurveys('results');
    const nps = await goal(say('nps.name'));
    expect(nps.getByText('+25')).toBeTruthy();
    expect(nps.getByText(/−12 到 \+53/)).toBeTruthy();
  });

  it('every figure tells its definition', async () => {
    const { user } = await atSurveys('results');
    await user.click((await goal(say('goal.loyalty'))).getByRole('button'));
    expect(await screen.findByText(say('define.loyalty'))).toBeTruthy();
  });

  it('the trend is a chart with its table by one key, rows by arrows', async () => {
    const { user } = await atSurveys('results');
    expect(await screen.findByRole('img', { name: say('results.chart') })).toBeTruthy();
    await user.keyboard('{F7}');
    const rows = within(await screen.findByRole('grid', { name: say('results.table') })).getAllByRole('row');
    expect(rows).toHaveLength(13);
    expect(rows[1]?.textContent).toBe('2025年12月2080.0%40.0%−8');
    expect(rows[4]?.textContent).toBe('2026年3月2383.0%—−8');
  });

  it('S88 dimensions stand by group, the weakest first, by the owner’s word', async () => {
    await atSurveys('results');
    const section = await screen.findByRole('region', { name: say('results.dimensions') });
    expect(
      within(section)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      `${say('dimension.timely')}3.2 28 人评`,
      `${say('dimension.range')}4.5 30 人评`,
      '笑脸4.8 12 人评',
    ]);
  });

  it('asks for the days that are chosen', async () => {
    const { bridge, user } = await atSurveys('results');
    await screen.findByText('94.7%');
    await user.selectOptions(
      screen.getByRole('combobox', { name: words('common:period.label') }),
      words('common:period.lastMonth'),
    );
    await waitFor(() => {
      const asked = bridge.of('surveys.results').at(-1)?.input as { from: string; to: string };
      expect(asked.from).toMatch(/-01$/);
      expect(asked.from.slice(0, 7)).toBe(asked.to.slice(0, 7));
    });
  });

  it('before anybody was asked it says how one asks', async () => {
    const months = someResults().months.map((month) => ({ ...month, answers: 0 }));
    const nothing = { satisfaction: null, wordOfMouth: null, loyalty: null, nps: null, dimensions: [] };
    await atSurveys('results', {
      'surveys.results': () => someResults({ answers: 0, months, ...nothing }),
    });
    expect(await screen.findByText(say('results.empty'))).toBeTruthy();
  });

  it('what goes wrong is said, with a way to try again', async () => {
    await atSurveys('results', { 'surveys.results': () => faulted('B-77') });
    expect((await screen.findByRole('alert')).textContent).toContain('B-77');
  });
});

describe('answers', () => {
  it('low ones stand there first; one key shows all', async () => {
    const { user } = await atSurveys('answers');
    const rows = async () =>
      within(await screen.findByRole('grid', { name: say('answers.table') }))
        .getAllByRole('row')
        .slice(1);
    expect((await rows()).map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('张三1 / 53 / 10等了半小时'),
    ]);
    await user.keyboard('{F6}');
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  it('Enter opens whose it is at the counter', async () => {
    const { user } = await atSurveys('answers');
    await screen.findByRole('grid', { name: say('answers.table') });
    await user.keyboard('{ArrowDown}{Enter}');
    await screen.findByRole('heading', { name: new RegExp(ZHANG.name) });
    expect(box()).toBeTruthy();
  });

  it('says where it led, and of whom nothing is known', async () => {
    await atSurveys('answers', {
      'surveys.answers': () => ({
        ...{ total: 2 },
        rows: [
          anAnswer(1, { memberId: null, memberName: null, complaintId: idOf(701) }),
          anAnswer(2, { memberName: null, note: '' }),
        ],
      }),
    });
    expect(await screen.findByText(say('answers.complaint'))).toBeTruthy();
    expect(screen.getByText(say('answers.nobody'))).toBeTruthy();
    expect(screen.getByText(say('answers.erased'))).toBeTruthy();
  });

  it('come page by page', async () => {
    const { bridge, user } = await atSurveys('answers', {
      'surveys.answers': () => ({ total: 120, rows: [anAnswer(1)] }),
    });
    await user.keyboard('{Alt>}{ArrowLeft}{ArrowRight}{ArrowRight}{ArrowRight}{/Alt}');
    await waitFor(() =>
      expect(bridge.of('surveys.answers').at(-1)?.input).toMatchObject({ offset: 100, limit: 50 }),
    );
  });
});

describe('S87 the ranking', () => {
  const manager = {
    'staff.current': () => deskOf({ id: idOf(99), name: '王店长', role: 'manager' as const }),
  };

  it('S86 tells each one’s figures with their certainty, and how they are counted', async () => {
    const { user } = await atSurveys('ranking');
    const grid = await screen.findByRole('grid', { name: say('ranking.question') });
    const [, first, second] = within(grid).getAllByRole('row');
    expect(first?.textContent).toBe(
      '李店员31295.0%40 个 · 83.5%–98.6%50.0%100 个 · 40.4%–59.6%100.0%2 个 · 34.2%–100.0%1',
    );
    expect(second?.textContent).toContain(say('ranking.few', { count: 2, answers: '2' }));
    await user.click(screen.getByRole('button', { name: new RegExp(say('ranking.question')) }));
    expect(await screen.findByText(say('ranking.rule_repurchase'))).toBeTruthy();
  });

  it('a manager writes a note about whoever is chosen', async () => {
    const { bridge, user } = await atSurveys('ranking', { ...manager, 'surveys.addStaffNote': () => ({}) });
    await screen.findByText('记得每位熟客的口味');
    await user.click(screen.getByRole('rowheader', { name: ZHAO.name }));
    await screen.findByText(say('notes.none'));
    await user.keyboard('{F6}收银要快{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('surveys.addStaffNote')[0]?.input).toEqual({
        ...{ aboutStaffId: ZHAO.staffId, kind: 'reward', note: '收银要快' },
      }),
    );
  });

  it('a cashier reads them, and is told who writes', async () => {
    await atSurveys('ranking');
    expect(await screen.findByText(say('notes.managers'))).toBeTruthy();
    expect(screen.queryByLabelText(say('notes.add'))).toBeNull();
    expect(screen.getByRole('rowheader', { name: LI.name })).toBeTruthy();
  });
});

describe('S84 what was changed', () => {
  const CHANGE = {
    ...{ id: idOf(650), heard: '等太久', changed: '早上加一人', dimension: 'timely', since: '2026-10-01' },
    ...{ staffName: '店主', before: null, after: { percent: 90, low: 76.9, high: 96, of: 40 } },
  };

  it('stands with what customers said before and after', async () => {
    await atSurveys('changes', { 'surveys.changes': () => [CHANGE] });
    expect((await screen.findByRole('listitem')).textContent).toContain('等太久');
    expect(screen.getByText('90.0%')).toBeTruthy();
    expect(screen.getByText(say('changes.no_answers'))).toBeTruthy();
    expect(within(screen.getByRole('listitem')).getByText(say('dimension.timely'))).toBeTruthy();
  });

  it('is noted from the form; a refusal is said, and nothing is lost', async () => {
    const { bridge, user } = await atSurveys('changes', {
      'surveys.addChange': () => refused('text_needed'),
    });
    await screen.findByText(say('changes.none'));
    await user.keyboard('{F6}等太久{Control>}{Enter}{/Control}');
    await screen.findByText(say('refusal.text_needed'));
    bridge.reply({ 'surveys.addChange': () => ({}) });
    await user.type(screen.getByLabelText(say('changes.changed_field')), '早上加一人');
    await user.selectOptions(screen.getByLabelText(say('changes.dimension')), say('dimension.timely'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(bridge.of('surveys.addChange').at(-1)?.input).toMatchObject({
        ...{ heard: '等太久', changed: '早上加一人', dimension: 'timely' },
      }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLTextAreaElement>(say('changes.heard_field')).value).toBe(''),
    );
  });
});

import type { RFM_AXES } from '@renderer/features/settings/draft/limits';
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { words } from '../support/window';
import {
  atPart,
  atSettings,
  field,
  freshSettings,
  go,
  put,
  refusesToSave,
  s,
  save,
  saved,
  type User,
} from './at-settings';

freshSettings();

const classWord = (name: string) => words(`segments:choice.class.${name}`);
const turn = (day: number, name: string) =>
  s('insights.example_turn', { day: String(day), class: classWord(name) });
const silence = (...turns: string[]) =>
  s('insights.example_class', { gap: '7', class: classWord('A'), turns: turns.join(s('list')) });

const RFM = {
  from: '2024-11-23',
  to: '2026-11-22',
  members: 900,
  recencyDays: [200, 100, 50, 20],
  bills: [2, 3, 5, 9],
  money: [3012, 8800, 20000, 50000],
  byThreshold: false,
  mean: { recencyDays: 90, bills: 4, money: 15000 },
  groups: [],
};
const limit = (axis: (typeof RFM_AXES)[number], band: number) =>
  screen.getByLabelText<HTMLInputElement>(
    s('insights.limit_of', { axis: s(`insights.limit.${axis}`), band: String(band) }),
  );
const ownLimits = (user: User) =>
  user.click(screen.getByRole('checkbox', { name: s('insights.own_limits') }));

describe('S01-S04 classes', () => {
  it('the example says when a weekly customer who stays away falls, as a run would', async () => {
    const { user } = await atPart('insights');
    // Three bills of 30 days, every 7: on day 16 the third last is 30 days ago.
    screen.getByText(silence(turn(16, 'B'), turn(60, 'C'), turn(90, 'D')));
    await put(user, field('field.insights.classBDays'), '45');
    screen.getByText(silence(turn(16, 'B'), turn(45, 'C'), turn(90, 'D')));
  });

  it('windows that do not widen are said at the field, and are not saved', async () => {
    const opened = await atPart('insights');
    await put(opened.user, field('field.insights.classBDays'), '91');
    screen.getByText(s('problem.class_dormant'));
    await put(opened.user, field('field.insights.classBDays'), '29');
    screen.getByText(s('problem.class_windows'));
    await refusesToSave(opened);
  });

  it('S05 the target of sign-ups rises with each one excluded', async () => {
    const opened = await atPart('insights');
    await put(opened.user, field('field.insights.signUpTarget'), '40');
    screen.getByText(s('insights.example_target', { usual: '40', target: '42' }));
    expect((await saved(opened)).insights.signUpTarget).toBe(40);
  });
});

describe('S08 S25 value and stages', () => {
  it('the examples count a hundred buyers, and the days until somebody is lost', async () => {
    const opened = await atPart('insights');
    const of = (high: number, middle: number, low: number) =>
      s('insights.example_value', {
        ...{ buyers: '100', high: String(high), middle: String(middle), low: String(low) },
      });
    screen.getByText(of(20, 30, 50));
    screen.getByText(s('insights.example_lost', { gap: '7', day: '22' }));
    await put(opened.user, field('field.insights.value.middlePercent'), '90');
    screen.getByText(s('problem.value_shares'));
    await put(opened.user, field('field.insights.value.middlePercent'), '70');
    screen.getByText(of(20, 70, 10));
    await put(opened.user, field('field.insights.lost.usualGaps'), '2');
    screen.getByText(s('insights.example_lost', { gap: '7', day: '15' }));
    expect((await saved(opened)).insights).toMatchObject({
      value: { highPercent: 20, middlePercent: 70 },
      lost: { alivePercent: 30, usualGaps: 2 },
    });
  });
});

describe('S14 the limits of RFM', () => {
  it('shows those of the last run, and begins with them when the owner takes over', async () => {
    const opened = await atPart('insights', { 'insights.rfm': () => RFM });
    const table = await screen.findByRole('table', { name: s('insights.rfm_title') });
    const shown = within(table)
      .getAllByRole('cell')
      .map((cell) => cell.lastElementChild?.textContent);
    expect(shown).toEqual([
      ...['200', '100', '50', '20'],
      ...['2', '3', '5', '9'],
      ...['30.12', '88', '200', '500'],
    ]);
    await ownLimits(opened.user);
    // In whole yuan, as an owner would say them.
    expect(limit('money', 2).value).toBe('30');
    await put(opened.user, limit('money', 5), '800');
    within(table).getByText(s('insights.now', { limit: '500' }));
    expect((await saved(opened)).insights.rfm).toEqual({
      windowMonths: 24,
      thresholds: {
        recencyDays: [200, 100, 50, 20],
        bills: [2, 3, 5, 9],
        money: [3000, 8800, 20000, 80000],
      },
    });
  });

  it('a better band may not be easier to reach', async () => {
    const opened = await atPart('insights', { 'insights.rfm': () => null });
    await screen.findByText(s('insights.no_run'));
    await ownLimits(opened.user);
    await put(opened.user, limit('recencyDays', 3), '181');
    screen.getByText(s('problem.rfm_order'));
    await put(opened.user, limit('bills', 2), '两次');
    screen.getByText(s('problem.not_whole'));
    await save(opened.user);
    await refusesToSave(opened);
    // Back to fifths, nothing is left to save.
    await ownLimits(opened.user);
    expect(screen.queryByText(s('problem.rfm_order'))).toBeNull();
  });

  it('the history says both ways of parting in words', async () => {
    const thresholds = {
      recencyDays: [180, 90, 60, 30],
      bills: [2, 4, 8, 12],
      money: [5000, 10000, 20000, 50000],
    };
    const change = { path: 'insights.rfm.thresholds', before: 'null', after: JSON.stringify(thresholds) };
    const { user } = await atSettings({
      'insights.rfm': () => null,
      'settings.ruleHistory': () => [
        {
          ...{
            version: 2,
            effectiveFrom: '2026-11-20',
            madeAt: Date.UTC(2026, 10, 20, 4),
            staffName: '王老板',
          },
          ...{ state: 'in_force', changes: [change] },
        },
      ],
    });
    await go(user, 'history');
    const [row] = await screen.findAllByRole('listitem');
    expect(row?.textContent).toContain(
      'RFM 分界按人数五等分 → 最近一次在几天内 180 / 90 / 60 / 30、至少几次 2 / 4 / 8 / 12、至少多少元 50 / 100 / 200 / 500',
    );
  });
});

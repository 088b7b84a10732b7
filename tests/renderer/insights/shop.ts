import type { Findings } from '@domain/insights/findings';
import { PIPELINE_STEPS } from '@domain/insights/pipeline';
import { relationOf } from '@domain/insights/relation';
import { CLASSES, RFM_GROUPS, STAGES, TRAITS, VALUES } from '@domain/insights/words';
import type { Locale } from '@domain/locale';
import { businessDate, fen } from '@domain/units';
import { type Part, showPart } from '@renderer/app/insights/insights-state';
import { useInsightsView } from '@renderer/features/insights/insights-view';
import { useFiguresView } from '@renderer/lib/figures-view';
import { nowInstant } from '@renderer/lib/format';
import { screen, within } from '@testing-library/react';
import type { Replies } from '../support/bridge';
import { asOwner, idOf } from '../support/shop';
import { openWindowIn, words } from '../support/window';

export const say = (key: string, values: Record<string, unknown> = {}) => words(`insights:${key}`, values);

export const question = (key: string, values: Record<string, unknown> = {}) =>
  screen.findByRole('region', { name: say(key, values) });
/** Without the head. */
export const rowsOf = (grid: HTMLElement) =>
  within(grid)
    .getAllByRole('row')
    .filter((row) => row.closest('tbody') !== null);
export const grid = (name: string) => screen.findByRole('grid', { name });

export const aRun = (more: object = {}) => ({
  asOf: '2026-11-22',
  madeAt: nowInstant(),
  tookMs: 900,
  members: 23412,
  repeatBuyers: 1409,
  neededRepeatBuyers: 200,
  enough: true,
  whole: true,
  ...more,
});
export const aStanding = (more: object = {}) => ({
  run: aRun(),
  since: { entries: 0, rulesChanged: false, dayOver: false },
  running: null,
  failed: false,
  ...more,
});

export const someViews = () => ({
  asOf: '2026-11-22',
  members: 2000,
  classes: CLASSES.map((name, at) => ({ class: name, members: [132, 608, 166, 1094][at], before: 500 })),
  drift: {
    up: [{ from: 'B', to: 'A', members: 22 }],
    down: [{ from: 'B', to: 'C', members: 58 }],
    joined: [{ from: null, to: 'B', members: 6 }],
    stayed: 1914,
  },
  values: VALUES.map((value, at) => ({
    value,
    members: [284, 425, 1291][at],
    money: [403_362_00, 143_304_31, 56_203_57][at],
    moneyPerMille: [669, 238, 93][at],
  })),
  stages: STAGES.map((stage, at) => ({
    stage,
    relation: relationOf(stage),
    members: [106, 205, 518, 285, 886][at],
  })),
  rfm: {
    groups: RFM_GROUPS.map((group, at) => ({ group, members: 100 + at, money: 1000 * at })),
    grid: [5, 4, 3, 2, 1].flatMap((recency) =>
      [5, 4, 3, 2, 1].map((frequency) => ({
        recency,
        frequency,
        members: recency * 10 + frequency,
        money: 100,
      })),
    ),
  },
  clusters: [{ cluster: 0, members: 342 }],
  base: {
    from: 3,
    members: 251,
    scores: [0, 1, 2, 3, 4].map((score) => ({ score, members: 10 * score })),
    traits: TRAITS.map((trait) => ({ trait, members: 300 })),
  },
});

const backTest = {
  fittedUpTo: businessDate('2026-03-24'),
  until: businessDate('2026-11-22'),
  buyers: 1500,
  foretold: 8511,
  real: 8062,
  meanError: 2.69,
  naiveError: 2.91,
  byFrequency: [
    { purchases: 0, members: 379, foretold: 1.15, real: 0.7 },
    { purchases: 6, members: 300, foretold: 12.5, real: 12.1 },
  ],
};

const month = (name: string) => ({
  month: name,
  bills: { expected: 1488, low: 1300, high: 1700 },
  money: { expected: fen(6_365_295), low: fen(5_753_352), high: fen(6_977_239) },
});

/** Everything that a run finds out, of a store with enough of it. */
export const FOUND: Omit<Findings, 'exclusions'> = {
  rfm: {
    from: businessDate('2024-11-23'),
    to: businessDate('2026-11-22'),
    members: 1800,
    recencyDays: [300, 120, 40, 10],
    bills: [2, 4, 8, 20],
    money: [5_000, 12_000, 30_000, 90_000],
    byThreshold: false,
    mean: { recencyDays: 130, bills: 9.5, money: 41_000 },
    groups: [],
  },
  pareto: {
    buyers: 1418,
    money: fen(60_287_088),
    curve: Array.from({ length: 101 }, (_, percent) => Math.round(1000 * Math.sqrt(percent / 100))),
    topFifth: 669,
    forFourFifths: 324,
  },
  cohorts: {
    cohorts: [
      { month: '2026-09', members: 50, active: [50, 20, 10] },
      { month: '2026-10', members: 62, active: [62, 18] },
      { month: '2026-11', members: 68, active: [68] },
    ],
  },
  clusters: {
    chosen: 3,
    silhouettes: [
      { k: 3, silhouette: 0.52 },
      { k: 4, silhouette: 0.4 },
    ],
    clusters: [
      {
        ...{ cluster: 0, members: 342, recencyDays: 9, bills: 34.1, money: fen(148_232) },
        words: { recency: 'recent', frequency: 'often', money: 'much' },
      },
    ],
  },
  survival: {
    enough: true,
    gaps: 20_000,
    censored: 1894,
    curve: [
      { day: 1, waiting: 900, low: 890, high: 910, atRisk: 21_000 },
      { day: 9, waiting: 500, low: 490, high: 510, atRisk: 12_000 },
      { day: 30, waiting: 240, low: 230, high: 250, atRisk: 6_000 },
      { day: 40, waiting: 200, low: 190, high: 210, atRisk: 5_000 },
    ],
    medianDays: 9,
  },
  model: {
    enough: true,
    buyers: 1894,
    repeatBuyers: 1409,
    purchases: { r: 0.47, alpha: 1.73, a: 0.15, b: 1.2, logLikelihood: -39536.6 },
    money: { p: 1.8, q: 13.11, gamma: 303.21, logLikelihood: -6063.04 },
    unitDays: 7,
    expectedMoney: fen(57_905_121),
    expectedPurchases: 13_881,
    backTest,
  },
  forecast: {
    enough: true,
    ...month('2026-12'),
    current: { ...month('2026-11'), billsSoFar: 801, moneySoFar: fen(3_490_957) },
    coverPercent: 80,
    bySeason: true,
    backTest: [
      {
        month: '2026-10',
        bills: { foretold: 1300, real: 1346, naive: 1334 },
        money: { foretold: 5_800_000, real: 5_920_839, naive: 6_077_438 },
      },
    ],
    error: { bills: 70, money: 91 },
    naiveError: { bills: 80, money: 122 },
    months: [
      { month: '2026-09', bills: 1334, money: fen(6_077_438) },
      { month: '2026-10', bills: 1346, money: fen(5_920_839) },
    ],
  },
  products: {
    from: businessDate('2025-11-23'),
    to: businessDate('2026-11-22'),
    sold: 3,
    products: [
      { product: '美式', buyers: 401, again: 236, bills: 1773, money: fen(3_000_000) },
      { product: '拿铁', buyers: 446, again: 302, bills: 1119, money: fen(2_000_000) },
      { product: '周年蛋糕', buyers: 3, again: 3, bills: 6, money: fen(60_000) },
    ],
    bills: 9000,
    pairs: [{ one: '美式', other: '拿铁', together: 642, withOne: 1773, withOther: 1119, lift: 213 }],
  },
};

export const LIU = {
  memberId: idOf(1),
  name: '刘婷',
  memberNo: 'M000001',
  phoneMasked: '153****7959',
  tier: 'vip',
  class: 'A',
  lastOn: '2026-10-22',
  silentDays: 31,
  usualGap: 9,
  alivePerMille: 240,
  yearMoney: 399_749,
  expectedMoney: 151_484,
  taskId: null,
};
export const LUO = { ...LIU, memberId: idOf(2), name: '罗语桐', usualGap: null, taskId: idOf(601) };

export const aMember = (number: number) => ({
  ...{ id: idOf(number), name: `会员${number}`, phoneMasked: '138****0000', memberNo: `M${number}` },
  ...{ tier: 'regular', points: 0, openComplaints: 0, usableCoupons: 0, lastVisitOn: '2026-09-01' },
  ...{ visits: 3, joinedOn: '2025-01-01', silentDays: 82 },
  insight: {
    ...{ class: 'B', classBefore: 'A', value: 'high', stage: 'retain', rfmGroup: null, yearBills: 12 },
    ...{ yearSpent: 123_450, spent: 200_000, usualGap: 9, alive: 900, expected: 60_000, warned: false },
  },
});

const foretold = { members: 500, purchases: 2100.5, money: 23_071_133 };

/** A main whose last run has found out all of it. */
export const aStore = (more: Replies = {}): Replies => ({
  ...asOwner,
  'insights.standing': () => aStanding(),
  'insights.views': () => someViews(),
  ...Object.fromEntries(Object.entries(FOUND).map(([name, found]) => [`insights.${name}`, () => found])),
  'insights.worth': () => ({
    byClass: CLASSES.map((name) => ({ class: name, ...foretold })),
    byStage: STAGES.map((stage) => ({ stage, ...foretold })),
    alive: Array.from({ length: 10 }, (_, tenth) => ({
      from: tenth * 10,
      to: tenth === 9 ? 100 : tenth * 10 + 9,
      members: 10 * (tenth + 1),
    })),
  }),
  'insights.pipeline': () => ({
    baseFrom: 3,
    sources: [null, 'walk_in', 'referral'].map((source) => ({
      source,
      steps: PIPELINE_STEPS.map((step, at) => ({ step, members: 1000 - 200 * at })),
    })),
  }),
  'insights.growth': () => ({
    signUps: { month: '2026-11', days: 22, excluded: 90, excludedInMonth: 25, target: 55, joined: 42 },
    months: ['2026-10', '2026-11'].map((name) => ({
      ...{ month: name, joined: 42, members: 2000 },
      newWork: { contacts: 20, reached: 12 },
      oldWork: { contacts: 60, reached: 33 },
    })),
  }),
  'insights.warnings': () => ({ total: 2, expectedMoney: 262_197, rows: [LIU, LUO] }),
  'segments.count': () => ({ members: 2, reachable: 1, names: ['会员1', '会员2'] }),
  'segments.members': () => ({ total: 2, rows: [aMember(1), aMember(2)] }),
  'segments.vocabulary': () => ({
    ...{ tags: [], interests: [], occupations: [], products: [], advisers: [], clusters: [] },
  }),
  ...more,
});

type View = ReturnType<typeof useInsightsView.getState>;
const FIRST: View = { customers: 'classes', leaving: 'warned', value: 'future', goods: 'repurchase' };

/** The window at one part of insight, fresh; `at` says which pages were open when it was left. */
export async function atInsights(
  part: Part,
  more: Replies = {},
  { locale = 'zh-CN', ...at }: Partial<View> & { readonly locale?: Locale } = {},
) {
  showPart(part);
  useFiguresView.setState({ asTable: false });
  useInsightsView.setState({ ...FIRST, ...at });
  const opened = await openWindowIn(locale, aStore(more));
  await opened.user.keyboard('{Control>}7{/Control}');
  await screen.findByRole('toolbar', { name: say('title') });
  /** To the next page, as a person does. */
  const turn = () => opened.user.keyboard('{Control>}{PageDown}{/Control}');
  return { ...opened, turn };
}

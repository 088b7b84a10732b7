import type { RuleVersion } from '@domain/settings/rule-history';
import { ruleHistory } from '@domain/settings/rule-history';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { businessDate, instant } from '@domain/units';
import { expect, it } from 'vitest';
import { rulesAt } from './rules-with';

/** A bar: its day begins at five in the morning. */
const calendar = { zone: 'Asia/Shanghai', dayStartHour: 5 };
const at = (local: string) => instant(Date.parse(`${local}:00+08:00`));
const perFen = (value: number) => rulesAt('points.earn.perFen', value);

/** Versions by when they were made and from when they hold. */
const versions = (...rows: readonly [made: string, from: string, rules: ShopRules][]): RuleVersion[] => [
  {
    version: 1,
    madeAt: at('2025-01-01T09:00'),
    effectiveFrom: businessDate('2000-01-01'),
    rules: DEFAULT_RULES,
  },
  ...rows.map(([made, from, rules], index) => ({
    version: index + 2,
    madeAt: at(made),
    effectiveFrom: businessDate(from),
    rules,
  })),
];
const story = (all: RuleVersion[], today: string) =>
  ruleHistory(all, { today: businessDate(today), calendar }).map(
    ({ of, state, changes }) =>
      `${of.version} ${state}${changes.map(({ before, after }) => ` ${before}>${after}`).join('')}`,
  );

it('the first rules are in force until others follow', () => {
  expect(story(versions(), '2026-11-22')).toEqual(['1 in_force']);
  expect(story(versions(['2026-11-20T12:00', '2026-11-20', perFen(200)]), '2026-11-22')).toEqual([
    '2 in_force 100>200',
    '1 first',
  ]);
});

it('a plan waits for its day, and is in force from it on', () => {
  const plan = versions(['2026-11-20T12:00', '2026-12-01', perFen(200)]);
  expect(story(plan, '2026-11-30')).toEqual(['2 planned 100>200', '1 in_force']);
  expect(story(plan, '2026-12-01')).toEqual(['2 in_force 100>200', '1 first']);
});

it('a plan that was withdrawn says so for good; what withdrew it changes nothing', () => {
  const all = versions(
    ['2026-11-20T12:00', '2026-12-01', perFen(200)],
    ['2026-11-21T12:00', '2026-12-01', DEFAULT_RULES],
  );
  expect(story(all, '2026-11-22')).toEqual(['3 planned', '2 withdrawn 100>200', '1 in_force']);
  expect(story(all, '2026-12-05')).toEqual(['3 in_force', '2 withdrawn 100>200', '1 first']);
});

it('a plan that another took the place of is told against the same day before', () => {
  const all = versions(
    ['2026-11-20T12:00', '2026-12-01', perFen(200)],
    ['2026-11-21T12:00', '2026-12-01', perFen(300)],
  );
  expect(story(all, '2026-12-05')).toEqual(['3 in_force 100>300', '2 replaced 100>200', '1 first']);
});

it('two changes on one day were both in force, the second one is told against the first', () => {
  const all = versions(
    ['2026-11-20T12:00', '2026-11-20', perFen(200)],
    ['2026-11-20T18:00', '2026-11-20', perFen(300)],
  );
  expect(story(all, '2026-11-22')).toEqual(['3 in_force 200>300', '2 past 100>200', '1 first']);
});

it('before five in the morning it is still the day before: a plan for today was no change of today', () => {
  const all = versions(
    ['2026-11-20T12:00', '2026-11-22', perFen(200)],
    ['2026-11-22T04:30', '2026-11-22', perFen(300)],
  );
  expect(story(all, '2026-11-22')).toEqual(['3 in_force 100>300', '2 replaced 100>200', '1 first']);
});

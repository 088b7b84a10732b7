import { ruleProblems } from '@domain/settings/decide-rules';
import { DEFAULT_RULES, type ShopRules } from '@domain/settings/shop-rules';
import { businessDate } from '@domain/units';
import { describe, expect, it } from 'vitest';
import { rulesAt } from './rules-with';

const problemsOf = (rules: ShopRules) =>
  ruleProblems(rules, { before: DEFAULT_RULES, from: businessDate('2026-11-22') }).map(
    ({ rule, at }) => `${rule} ${at}`,
  );

describe('S01-S04 the classes', () => {
  it('widen from A to D; equal windows are allowed', () => {
    expect(problemsOf(rulesAt('insights.classBDays', 30))).toEqual([]);
    expect(problemsOf(rulesAt('insights.classBDays', 90))).toEqual([]);
    expect(problemsOf(rulesAt('care.dormantDays', 60))).toEqual([]);
  });
  it('are refused where B is over before A, or goes on after D has begun', () => {
    expect(problemsOf(rulesAt('insights.classBDays', 29))).toEqual(['class_windows insights.classBDays']);
    expect(problemsOf(rulesAt('insights.classBDays', 91))).toEqual(['class_dormant insights.classBDays']);
    const dormantEarly = rulesAt('care.dormantDays', 60, rulesAt('insights.classBDays', 75));
    expect(problemsOf(dormantEarly)).toEqual(['class_dormant insights.classBDays']);
  });
});

describe('S08 shares of the buyers', () => {
  const shares = (highPercent: number, middlePercent: number) =>
    problemsOf(rulesAt('insights.value', { highPercent, middlePercent }));
  it('may be all of them together', () => expect(shares(20, 80)).toEqual([]));
  it('are refused beyond that, or where nobody is of high value', () => {
    expect(shares(20, 81)).toEqual(['value_shares insights.value.middlePercent']);
    expect(shares(0, 30)).toEqual(['value_shares insights.value.highPercent']);
  });
});

describe('S25 lost', () => {
  it('is nobody who is likelier to come again than not', () => {
    expect(problemsOf(rulesAt('insights.lost.alivePercent', 50))).toEqual([]);
    expect(problemsOf(rulesAt('insights.lost.alivePercent', 51))).toEqual([
      'lost_likely insights.lost.alivePercent',
    ]);
  });
});

describe("S14 the owner's limits of the bands", () => {
  const limits = {
    recencyDays: [180, 90, 60, 30],
    bills: [2, 4, 8, 12],
    money: [5000, 20000, 50000, 100000],
  };
  const problemsWith = (change: Partial<typeof limits>) =>
    problemsOf(rulesAt('insights.rfm.thresholds', { ...limits, ...change }));
  it('go down in days, and up in bills and money; equal ones leave a band empty', () => {
    expect(problemsWith({})).toEqual([]);
    expect(problemsWith({ recencyDays: [90, 90, 60, 30], bills: [2, 2, 2, 3] })).toEqual([]);
  });
  it('are refused at the first limit that turns back', () => {
    expect(problemsWith({ recencyDays: [90, 180, 60, 30] })).toEqual([
      'rfm_order insights.rfm.thresholds.recencyDays.1',
    ]);
    expect(problemsWith({ bills: [2, 4, 3, 12], money: [5000, 20000, 50000, 1] })).toEqual([
      'rfm_order insights.rfm.thresholds.bills.2',
      'rfm_order insights.rfm.thresholds.money.3',
    ]);
  });
});

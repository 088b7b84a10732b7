import {
  type FlawKind,
  flawIn,
  flawOf,
  MAX_CHOICES,
  MAX_CONDITIONS,
  MAX_DAYS,
  MAX_GROUPS,
  MAX_TIMES,
} from '@domain/segments/flaw';
import { type Condition, EVERYBODY, ofTiers, where } from '@domain/segments/segment';
import { describe, expect, it } from 'vitest';

const not = false;
const choice = (fact: Extract<Condition, { kind: 'choice' }>['fact'], ...words: string[]): Condition => ({
  ...{ kind: 'choice', fact, in: words, not },
});
const visits = (from: number | null, to: number | null): Condition => ({
  ...{ kind: 'number', fact: 'visits', from, to, not },
});
const bought = (product: string, times: number, withinDays: number): Condition => ({
  ...{ kind: 'bought', product, times, withinDays, not },
});
const VISITED = visits(1, null);

describe('what keeps a rule from meaning something (S27)', () => {
  it.each<[Condition, FlawKind | undefined]>([
    [choice('class', 'A', 'D'), undefined],
    [choice('class'), 'nothing_chosen'],
    [choice('class', 'A', 'E'), 'unknown_word'],
    [choice('stage', 'constructor'), 'unknown_word'],
    [choice('tier', ...Array<string>(MAX_CHOICES + 1).fill('vip')), 'too_many_chosen'],
    [choice('cluster', '0', '6'), undefined],
    [choice('cluster', '-1'), 'unknown_word'],
    [choice('adviser', '0190a5d0-0000-7000-8000-000000000002'), undefined],
    [choice('adviser', '店主'), 'unknown_word'],
    [VISITED, undefined],
    [visits(3, 3), undefined],
    [visits(null, null), 'no_limit'],
    [visits(4, 3), 'from_above_to'],
    [visits(1.5, null), 'number_malformed'],
    [visits(null, 1e13), 'number_malformed'],
    [visits(Number.NaN, null), 'number_malformed'],
    [{ kind: 'yes', fact: 'warned', not }, undefined],
    [{ kind: 'text', fact: 'tag', is: '少糖', not }, undefined],
    [{ kind: 'text', fact: 'tag', is: '  ', not }, 'text_missing'],
    [{ kind: 'text', fact: 'tag', is: '甜'.repeat(61), not }, 'text_too_long'],
    [bought('奶茶', 3, 30), undefined],
    [bought('', 3, 30), 'text_missing'],
    [bought('奶茶', 0, 30), 'number_malformed'],
    [bought('奶茶', MAX_TIMES + 1, 30), 'number_malformed'],
    [bought('奶茶', 3, MAX_DAYS + 1), 'number_malformed'],
  ])('%j: %s', (condition, why) => {
    expect(flawOf(condition)).toBe(why);
    expect(flawIn(where(condition))?.why).toBe(why);
    expect(flawIn(where({ ...condition, not: true }))?.why).toBe(why);
  });

  it('names the place of the first one', () => {
    const rule = { all: [{ any: [VISITED] }, { any: [VISITED, visits(null, null)] }] };
    expect(flawIn(rule)).toEqual({ why: 'no_limit', group: 1, condition: 1 });
  });

  it('everybody and a few levels are whole rules', () => {
    expect([flawIn(EVERYBODY), flawIn(ofTiers([])), flawIn(ofTiers(['vip']))]).toEqual(
      Array.from({ length: 3 }, () => undefined),
    );
  });

  it('a group needs a condition, and neither groups nor conditions are endless', () => {
    expect(flawIn({ all: [{ any: [] }] })).toEqual({ why: 'empty_group', group: 0, condition: null });
    const full = { any: Array.from({ length: MAX_CONDITIONS }, () => VISITED) };
    expect(flawIn({ all: [full] })).toBeUndefined();
    expect(flawIn({ all: [{ any: [...full.any, VISITED] }] })?.why).toBe('too_many_conditions');
    const groups = Array.from({ length: MAX_GROUPS }, () => full);
    expect(flawIn({ all: groups })).toBeUndefined();
    expect(flawIn({ all: [...groups, full] })?.why).toBe('too_many_groups');
  });
});

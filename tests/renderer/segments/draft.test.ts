import { flawIn, MAX_CONDITIONS, MAX_GROUPS } from '@domain/segments/flaw';
import { CHOICE_FACTS, EVERYBODY, NUMBER_FACTS, TEXT_FACTS, YES_FACTS } from '@domain/segments/segment';
import {
  add,
  BLANK,
  type Draft,
  draftOf,
  drop,
  hasRoom,
  put,
  readDraft,
  type Typed,
} from '@renderer/features/segments/draft';
import { type Fact, factsLike, GROUPS } from '@renderer/features/segments/facts';
import { ruleOfTemplate, TEMPLATES } from '@renderer/features/segments/templates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRule } from './rules';

const NOVEMBER = 11;
const started = (...facts: Fact[]): Draft =>
  facts.reduce((draft, fact) => add(draft, fact, null, NOVEMBER).draft, BLANK);
const typedIn = (draft: Draft): Typed[] => draft.lines.flatMap(({ any }) => any.map(({ typed }) => typed));

describe('S27 a rule as it is put together', () => {
  it('opened and read again, any rule is what it was', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const { rule: read, flaws } = readDraft(draftOf(rule));
        expect(flaws.size).toBe(0);
        expect(read).toEqual(rule);
      }),
    );
  });

  it('says of every condition that has just begun what is missing, and counts what is whole', () => {
    const { rule, flaws } = readDraft(started('warned', 'tier', 'silent_days', 'tag', 'bought'));
    expect(rule).toEqual({ all: [{ any: [{ kind: 'yes', fact: 'warned', not: false }] }] });
    expect([...flaws.values()]).toEqual(['nothing_chosen', 'no_limit', 'text_missing', 'text_missing']);
  });

  it('whatever was typed, what can be counted is a rule that main takes', () => {
    const junk = fc.constantFrom('', '３', '60', 'abc', '1.5', '-2', '99999999999', ' 7 ');
    fc.assert(
      fc.property(fc.constantFrom(...NUMBER_FACTS), junk, junk, (fact, from, to) => {
        const { draft, placeId } = add(BLANK, fact, null, NOVEMBER);
        const { rule } = readDraft(put(draft, placeId, { kind: 'number', fact, from, to, not: false }));
        expect(flawIn(rule)).toBeUndefined();
      }),
    );
  });

  it('reads yuan, full-width digits and blanks; what no member can be is no number', () => {
    const read = (fact: (typeof NUMBER_FACTS)[number], from: string) => {
      const { draft, placeId } = add(BLANK, fact, null, NOVEMBER);
      const { rule, flaws } = readDraft(
        put(draft, placeId, { kind: 'number', fact, from, to: '', not: false }),
      );
      const condition = rule.all[0]?.any[0];
      return condition?.kind === 'number' ? condition.from : [...flaws.values()][0];
    };
    expect(read('spent', '１,000.5')).toBe(100_050);
    expect(read('silent_days', ' ６０ ')).toBe(60);
    expect(read('recency_score', '6')).toBe('number_malformed');
    expect(read('alive_percent', '101')).toBe('number_malformed');
    expect(read('spent', '1.234')).toBe('number_malformed');
  });

  it('begins a birthday with the month of today, and the rest with nothing that nobody said', () => {
    expect(typedIn(started('birthday_month'))).toEqual([
      { kind: 'number', fact: 'birthday_month', from: '11', to: '11', not: false },
    ]);
    expect(typedIn(started('visits'))).toMatchObject([{ from: '', to: '' }]);
  });

  it('another way goes into its line, a line goes with its last way', () => {
    const first = add(BLANK, 'warned', null, NOVEMBER);
    const line = first.draft.lines[0];
    const both = add(first.draft, 'excluded', line?.id ?? null, NOVEMBER);
    expect(both.draft.lines.map(({ any }) => any.length)).toEqual([2]);
    const one = drop(both.draft, first.placeId);
    expect(typedIn(one)).toEqual([{ kind: 'yes', fact: 'excluded', not: false }]);
    expect(drop(one, both.placeId).lines).toEqual([]);
  });

  it('takes no more than main does: twenty lines, ten ways of one', () => {
    const facts = (count: number) => Array.from({ length: count }, () => 'warned' as const);
    const full = started(...facts(MAX_GROUPS));
    expect(flawIn(readDraft(full).rule)).toBeUndefined();
    expect(hasRoom(full, null)).toBe(false);
    expect(hasRoom(started(...facts(MAX_GROUPS - 1)), null)).toBe(true);
    const line = full.lines[0]?.id ?? null;
    const ways = facts(MAX_CONDITIONS - 1).reduce(
      (draft, fact) => add(draft, fact, line, NOVEMBER).draft,
      full,
    );
    expect(flawIn(readDraft(ways).rule)).toBeUndefined();
    expect(hasRoom(ways, line)).toBe(false);
    expect(hasRoom(full, line)).toBe(true);
  });

  it('nothing at all is everybody', () => expect(readDraft(BLANK).rule).toEqual(EVERYBODY));
});

describe('the facts that can be asked for', () => {
  it('are all there, each once', () => {
    const offered = GROUPS.flatMap(({ facts }) => [...facts] as Fact[]);
    expect([...offered].sort()).toEqual(
      [...CHOICE_FACTS, ...NUMBER_FACTS, ...YES_FACTS, ...TEXT_FACTS, 'bought'].sort(),
    );
  });

  it('are found by parts of their word; where none has it, all of a group by the word of the group', () => {
    const found = (text: string) =>
      factsLike(
        text,
        (fact) => `fact ${fact}`,
        (group) => `all of ${group}`,
      ).flatMap(({ facts }) => facts);
    expect(found('BIRTH')).toEqual(['birthday_month', 'has_birthday']);
    expect(found('goods')).toEqual(['bought']);
    expect(found('fact score')).toContain('recency_score');
    expect(found('nothing like it')).toEqual([]);
  });
});

describe('S27 S37 the rules to begin with', () => {
  it.each(TEMPLATES)('%s is whole from the start', (template) => {
    const rule = ruleOfTemplate(template, { month: NOVEMBER, product: '奶茶' });
    expect(flawIn(rule)).toBeUndefined();
    expect(readDraft(draftOf(rule))).toEqual({ rule, flaws: new Map() });
  });

  it('three milk teas a month is one of them', () =>
    expect(ruleOfTemplate('often', { month: NOVEMBER, product: '奶茶' }).all[0]?.any[0]).toEqual({
      kind: 'bought',
      product: '奶茶',
      times: 3,
      withinDays: 30,
      not: false,
    }));
});

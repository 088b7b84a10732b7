import { normalRule, sameRule } from '@domain/segments/normal';
import { type Condition, EVERYBODY, type SegmentRule } from '@domain/segments/segment';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const not = fc.boolean();
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('choice' as const),
    fact: fc.constantFrom('class' as const, 'class_before' as const),
    in: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 1 }),
    not,
  }),
  fc.record({
    kind: fc.constant('number' as const),
    fact: fc.constantFrom('visits' as const, 'age' as const),
    from: fc.integer({ min: 0, max: 3 }),
    to: fc.constant(null),
    not,
  }),
  fc.record({ kind: fc.constant('yes' as const), fact: fc.constant('warned' as const), not }),
);
const rule: fc.Arbitrary<SegmentRule> = fc.record({
  all: fc.array(fc.record({ any: fc.array(condition, { minLength: 1, maxLength: 4 }) }), { maxLength: 4 }),
});

/** The same rule as somebody else might have put it together: turned round, and parts of it said twice. */
const putDifferently = ({ all }: SegmentRule): SegmentRule => ({
  all: [...all, ...all.slice(0, 1)].reverse().map(({ any }) => ({
    any: [...any.slice(0, 1), ...any]
      .reverse()
      .map((one) => (one.kind === 'choice' ? { ...one, in: one.in.toReversed() } : one)),
  })),
});

describe('when two rules are the same', () => {
  it('however they were put together', () => {
    fc.assert(fc.property(rule, (one) => sameRule(one, putDifferently(one))));
  });

  it('whatever stands around its words', () => {
    const of = (product: string, tag: string): SegmentRule => ({
      all: [
        { any: [{ kind: 'bought', product, times: 1, withinDays: 30, not: false }] },
        { any: [{ kind: 'text', fact: 'tag', is: tag, not: false }] },
      ],
    });
    expect(sameRule(of('奶茶', '热'), of(' 奶茶 ', '热 '))).toBe(true);
    expect(sameRule(of('奶茶', '热'), of('奶茶', '冷'))).toBe(false);
  });

  it('the normal form stays as it is', () => {
    fc.assert(
      fc.property(rule, (one) => {
        expect(normalRule(normalRule(one))).toEqual(normalRule(one));
      }),
    );
  });

  it('turning a condition round, or one more group, makes another rule', () => {
    const warned: Condition = { kind: 'yes', fact: 'warned', not: false };
    const one = { all: [{ any: [warned] }] };
    expect(sameRule(one, { all: [{ any: [{ ...warned, not: true }] }] })).toBe(false);
    expect(sameRule(one, EVERYBODY)).toBe(false);
    const tag: Condition = { kind: 'text', fact: 'tag', is: '热', not: false };
    expect(sameRule({ all: [{ any: [warned, tag] }] }, { all: [{ any: [warned] }, { any: [tag] }] })).toBe(
      false,
    );
  });
});

import { CHOICES } from '@domain/segments/flaw';
import {
  CHOICE_FACTS,
  type Condition,
  NUMBER_FACTS,
  type SegmentRule,
  TEXT_FACTS,
  YES_FACTS,
} from '@domain/segments/segment';
import { boundsOf } from '@renderer/features/segments/numbers';
import fc from 'fast-check';

const not = fc.boolean();
const word = fc.stringMatching(/^[a-z靠窗少糖]{1,12}$/);

const choice: fc.Arbitrary<Condition> = fc.constantFrom(...CHOICE_FACTS).chain((fact) =>
  fc.record({
    kind: fc.constant('choice' as const),
    fact: fc.constant(fact),
    in: fc.subarray([...(CHOICES[fact] ?? (fact === 'cluster' ? ['0', '3'] : ['a'.repeat(36)]))], {
      minLength: 1,
    }),
    not,
  }),
);
const number: fc.Arbitrary<Condition> = fc.constantFrom(...NUMBER_FACTS).chain((fact) => {
  const { least, most } = boundsOf(fact) ?? { least: 0, most: 999_999_99 };
  const limit = fc.integer({ min: least, max: most });
  return fc
    .tuple(limit, limit, fc.constantFrom('from', 'to', 'both'), not)
    .map(([one, other, which, turned]) => ({
      kind: 'number' as const,
      fact,
      from: which === 'to' ? null : Math.min(one, other),
      to: which === 'from' ? null : Math.max(one, other),
      not: turned,
    }));
});
const yes: fc.Arbitrary<Condition> = fc.record({
  kind: fc.constant('yes' as const),
  fact: fc.constantFrom(...YES_FACTS),
  not,
});
const text: fc.Arbitrary<Condition> = fc.record({
  kind: fc.constant('text' as const),
  fact: fc.constantFrom(...TEXT_FACTS),
  is: word,
  not,
});
const bought: fc.Arbitrary<Condition> = fc.record({
  kind: fc.constant('bought' as const),
  product: word,
  times: fc.integer({ min: 1, max: 99 }),
  withinDays: fc.integer({ min: 1, max: 3660 }),
  not,
});

/** Any rule that means something. */
export const anyRule: fc.Arbitrary<SegmentRule> = fc.record({
  all: fc.array(
    fc.record({ any: fc.array(fc.oneof(choice, number, yes, text, bought), { minLength: 1, maxLength: 4 }) }),
    { maxLength: 5 },
  ),
});

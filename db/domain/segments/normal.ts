import type { Condition, SegmentGroup, SegmentRule } from './segment';

/**
 * The rule in the one form that means the same: choices, conditions and groups in order and once each, so that
 * two rules that only look different are one. What is stored keeps the order in which it was put together.
 */
export function normalRule({ all }: SegmentRule): SegmentRule {
  const groups = all.map(({ any }): SegmentGroup => ({ any: once(any.map(normalCondition)) }));
  return { all: once(groups) };
}

/** Whether both mean the same members by the same words. */
export const sameRule = (one: SegmentRule, other: SegmentRule): boolean =>
  JSON.stringify(normalRule(one)) === JSON.stringify(normalRule(other));

/** Always the same keys in the same order, whoever wrote them. */
function normalCondition(condition: Condition): Condition {
  const { kind, not } = condition;
  switch (kind) {
    case 'choice':
      return { kind, fact: condition.fact, in: [...new Set(condition.in)].sort(), not };
    case 'number':
      return { kind, fact: condition.fact, from: condition.from, to: condition.to, not };
    case 'yes':
      return { kind, fact: condition.fact, not };
    case 'text':
      return { kind, fact: condition.fact, is: condition.is.trim(), not };
    case 'bought': {
      const { product, times, withinDays } = condition;
      return { kind, product: product.trim(), times, withinDays, not };
    }
  }
}

function once<Part>(parts: readonly Part[]): Part[] {
  const byText = new Map(parts.map((part) => [JSON.stringify(part), part]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, part]) => part);
}

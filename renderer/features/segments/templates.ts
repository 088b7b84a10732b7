import type { Condition, SegmentRule } from '@domain/segments/segment';

export const TEMPLATES = ['silent', 'birthday', 'once', 'often', 'no_consent'] as const;
export type Template = (typeof TEMPLATES)[number];

const all = (...conditions: readonly Condition[]): SegmentRule => ({
  all: conditions.map((condition) => ({ any: [condition] })),
});

/**
 * Rules to begin with, each of which teaches one way of asking. `month` is that of today, `product` what the
 * shop sells most, or what the source speaks of (S37: three milk teas a month).
 */
export function ruleOfTemplate(
  template: Template,
  { month, product }: { readonly month: number; readonly product: string },
): SegmentRule {
  switch (template) {
    case 'silent':
      return all(
        { kind: 'choice', fact: 'value', in: ['high'], not: false },
        { kind: 'number', fact: 'silent_days', from: 60, to: null, not: false },
      );
    case 'birthday':
      return all({ kind: 'number', fact: 'birthday_month', from: month, to: month, not: false });
    case 'once':
      return all({ kind: 'number', fact: 'visits', from: 1, to: 1, not: false });
    case 'often':
      return all({ kind: 'bought', product, times: 3, withinDays: 30, not: false });
    case 'no_consent':
      return all({ kind: 'yes', fact: 'agreed_to_marketing', not: true });
  }
}

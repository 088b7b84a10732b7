import type SQLite from 'better-sqlite3';
import type { Condition, SegmentRule } from '../domain/segments/segment';
import { DAY_MS, type Instant, instant } from '../domain/units';
import { inserter } from './rows';

/** Every condition must hold. */
const all = (...conditions: readonly Condition[]): SegmentRule => ({
  all: conditions.map((condition) => ({ any: [condition] })),
});

const MAY_BE_WRITTEN_TO: Condition = { kind: 'yes', fact: 'agreed_to_marketing', not: false };

/** Groups that the owner keeps at hand (S27, S37). */
const GROUPS: readonly { readonly name: string; readonly daysAgo: number; readonly rule: SegmentRule }[] = [
  {
    name: '高价值、很久没来',
    daysAgo: 61,
    rule: all(
      { kind: 'choice', fact: 'value', in: ['high'], not: false },
      { kind: 'number', fact: 'silent_days', from: 30, to: null, not: false },
    ),
  },
  {
    name: '奶茶常客，少糖',
    daysAgo: 38,
    rule: all(
      { kind: 'bought', product: '珍珠奶茶', times: 2, withinDays: 60, not: false },
      { kind: 'text', fact: 'tag', is: '少糖', not: false },
      MAY_BE_WRITTEN_TO,
    ),
  },
  {
    name: '只买过一次',
    daysAgo: 20,
    rule: all({ kind: 'choice', fact: 'stage', in: ['convert'], not: false }, MAY_BE_WRITTEN_TO),
  },
];

export function writeGroups(
  raw: SQLite.Database,
  telling: { readonly now: Instant; readonly ownerId: string; readonly newId: (at: Instant) => string },
): void {
  const insert = inserter(raw, 'segment', ['id', 'name', 'rule', 'created_at', 'changed_at', 'staff_id']);
  for (const { name, daysAgo, rule } of GROUPS) {
    const at = instant(telling.now - daysAgo * DAY_MS);
    insert({
      id: telling.newId(at),
      name,
      rule: JSON.stringify(rule),
      created_at: at,
      changed_at: at,
      staff_id: telling.ownerId,
    });
  }
}

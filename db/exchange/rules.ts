import type SQLite from 'better-sqlite3';
import type { ShopRules } from '../domain/settings/shop-rules';
import type { BusinessDate } from '../domain/units';
import { rulesFrom } from '../settings/queries';

/** The rules in force on a business day and their version, over a raw connection. */
export function rulesInForce(
  raw: SQLite.Database,
  today: BusinessDate,
): { version: number; rules: ShopRules } {
  const row = raw
    .prepare<[string], { version: number; rules: string }>(
      'select version, rules from rule_version where effective_from <= ? order by effective_from desc, version desc limit 1',
    )
    .get(today);
  if (row === undefined) throw new Error('a store has rules from its first day');
  return { version: row.version, rules: rulesFrom(row.rules) };
}

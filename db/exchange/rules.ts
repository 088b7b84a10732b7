import type SQLite from 'better-sqlite3';
import type { ShopRules } from '../domain/settings/shop-rules';
import { rulesFrom } from '../settings/queries';

/** The rules in force and their version, over a raw connection. */
export function rulesInForce(raw: SQLite.Database): { version: number; rules: ShopRules } {
  const row = raw
    .prepare<[], { version: number; rules: string }>(
      'select version, rules from rule_version order by version desc limit 1',
    )
    .get();
  if (row === undefined) throw new Error('a store has rules from its first day');
  return { version: row.version, rules: rulesFrom(row.rules) };
}

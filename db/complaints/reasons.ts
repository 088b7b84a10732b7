import { sql } from 'kysely';
import type { BusinessDate } from '../domain/units';
import type { Reader } from '../schema';
import { currentRules } from '../settings/queries';

/** The owner's word for a reason, by the leaf's id; empty = the word of the source. */
export type ReasonName = (reason: string) => string;

/**
 * From the rules in force; for a leaf that these do not know (a version planned before it was added) from
 * the newest that does.
 */
export async function reasonNames(db: Reader, today: BusinessDate): Promise<ReasonName> {
  const { rules } = await currentRules(db, today);
  const leaves = sql<{
    id: string;
    name: string;
  }>`(select leaf.value ->> 'id' as id, leaf.value ->> 'name' as name
    from rule_version, json_each(rule_version.rules, '$.complaints.reasons') as leaf order by version)`;
  const rows = await db.selectFrom(leaves.as('leaf')).selectAll().execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  for (const { id, name } of rules.complaints.reasons) names.set(id, name);
  return (reason) => names.get(reason) ?? '';
}

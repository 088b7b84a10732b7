import type { Kysely } from 'kysely';
import type { BusinessDate, Instant } from '../domain/units';
import type { Schema } from '../schema';
import { type AuditHead, appendAudit, headIn } from './append';

/**
 * The first entry of a store that has none: a new one, or one from before there was a trail. Answers its
 * head; null where the trail has begun already. Until it has begun there is nothing that a close could seal.
 */
export async function beginTrail(
  db: Kysely<Schema>,
  { now, today }: { readonly now: Instant; readonly today: BusinessDate },
): Promise<AuditHead | null> {
  return await db.transaction().execute(async (tx) => {
    if (headIn(tx) !== undefined) return null;
    appendAudit(tx, {
      ...{ at: now, businessDate: today, staffId: null, approverId: null },
      ...{ act: 'audit.begun', requestId: null, subjects: [], notes: [] },
    });
    return headIn(tx) ?? null;
  });
}

import type { Kysely } from 'kysely';
import { appendAudit } from '../audit/append';
import { refreshLookup } from '../members/lookup-rows';
import type { Stamp } from '../points/stamp';
import type { Schema } from '../schema';
import { eraseMember } from './erase';

/**
 * Erases again whom a restored backup holds once more (trust "People"): each in a transaction of its own, told in
 * the audit trail as Shuke's own act. Who is erased already, or is not in this backup, costs one look. Answers
 * how many it erased; their traces are cleaned up like any other's.
 */
export async function eraseAgain(
  db: Kysely<Schema>,
  memberIds: readonly string[],
  stamp: Stamp,
): Promise<number> {
  let erased = 0;
  for (const memberId of memberIds) {
    const ids = await db.transaction().execute(async (tx) => {
      const all = await eraseMember(tx, memberId, stamp);
      if (all === null) return null;
      refreshLookup(tx, all, stamp.today);
      appendAudit(tx, {
        at: stamp.now,
        businessDate: stamp.today,
        staffId: null,
        approverId: null,
        act: 'rights.eraseAgain',
        requestId: null,
        subjects: all.map((id) => ({ kind: 'member', id })),
        notes: [],
      });
      return all;
    });
    if (ids !== null) erased++;
  }
  return erased;
}

import { type NoParams, type Refusal, refuse } from '../domain/refusal';
import type { Instant } from '../domain/units';
import { memberExists } from '../members/queries';
import type { Tx } from '../schema';

interface Pair {
  readonly oneId: string;
  readonly otherId: string;
}

/** The two ids in the order in which a pair is kept. */
const kept = ({ oneId, otherId }: Pair) =>
  oneId < otherId ? { one_id: oneId, other_id: otherId } : { one_id: otherId, other_id: oneId };

/** Two people, not one: they are proposed no more. Said twice it is said once. */
export async function tellApart(
  tx: Tx,
  pair: Pair,
  stamp: { readonly now: Instant; readonly staffId: string },
): Promise<Refusal<'same_member' | 'members_not_found', NoParams> | undefined> {
  if (pair.oneId === pair.otherId) return refuse('same_member');
  if (!(await memberExists(tx, pair.oneId)) || !(await memberExists(tx, pair.otherId)))
    return refuse('members_not_found');
  await tx
    .insertInto('told_apart')
    .values({ ...kept(pair), at: stamp.now, staff_id: stamp.staffId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return undefined;
}

/** They may be one person after all. */
export async function untellApart(
  tx: Tx,
  pair: Pair,
): Promise<Refusal<'not_told_apart', NoParams> | undefined> {
  const { one_id, other_id } = kept(pair);
  const { numDeletedRows } = await tx
    .deleteFrom('told_apart')
    .where('one_id', '=', one_id)
    .where('other_id', '=', other_id)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 0n ? refuse('not_told_apart') : undefined;
}

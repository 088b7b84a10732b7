import type { Reader } from '../schema';

/** Who stands at the counter: until staff sign in with a PIN, the owner who made the store. */
export async function staffAtCounter(db: Reader) {
  return await db
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('active', '=', 1)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirstOrThrow();
}

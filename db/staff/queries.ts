import type { StaffMember } from '../domain/staff/role';
import type { Reader } from '../schema';

/** In whose name Shuke itself writes, and who stands at the counter of a store without PINs. */
export async function firstOwner(db: Reader): Promise<StaffMember> {
  return await db
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('active', '=', 1)
    .where('role', '=', 'owner')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirstOrThrow();
}

/** Everybody who works here now, in the order in which they came. */
export async function staffList(db: Reader) {
  return await db
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('active', '=', 1)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** True for one who works here now. */
export async function staffExists(db: Reader, staffId: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('id', '=', staffId)
    .where('active', '=', 1)
    .executeTakeFirst();
  return row !== undefined;
}

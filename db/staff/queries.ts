import { type PinOwner, UNKNOWN } from '../domain/staff/pin';
import type { StaffMember } from '../domain/staff/role';
import { instant } from '../domain/units';
import { birthdayFrom } from '../members/mapping';
import type { Reader } from '../schema';

/** In whose name Shuke itself writes. */
export async function firstOwner(db: Reader): Promise<StaffMember> {
  return await db
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('active', '=', 1)
    .where('role', '=', 'owner')
    .orderBy('created_at')
    .orderBy('id')
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

/** Everybody who ever worked here, in the order in which they came, and how their PINs stand. */
export async function everybody(db: Reader) {
  const rows = await db
    .selectFrom('staff')
    .leftJoin('staff_pin', 'staff_pin.staff_id', 'staff.id')
    .leftJoin('member', 'member.id', 'staff.own_member_id')
    .select(['staff.id', 'staff.name', 'staff.role', 'staff.active', 'staff.created_at'])
    .select(['staff_pin.failures', 'staff.own_member_id', 'member.name as memberName'])
    .orderBy('staff.created_at')
    .orderBy('staff.id')
    .execute();
  return rows.map(({ id, name, role, ...row }) => ({
    ...{ id, name, role },
    active: row.active === 1,
    since: instant(row.created_at),
    hasPin: row.failures !== null,
    failures: row.failures ?? 0,
    ownMember: row.own_member_id === null ? null : { id: row.own_member_id, name: row.memberName ?? '' },
  }));
}

/** Somebody who works here now, and how their PIN stands; undefined for anybody else. */
export const personHere = async (db: Reader, staffId: string) =>
  (await everybody(db)).find(({ id, active }) => id === staffId && active);

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

export interface PinRow {
  readonly hash: string;
  /** Wrong tries in a row. */
  readonly failures: number;
}

/** How the PIN of one who works here stands; `pin` is null when they have none. */
export async function pinOf(
  db: Reader,
  staffId: string,
): Promise<(StaffMember & { readonly pin: PinRow | null }) | undefined> {
  const row = await db
    .selectFrom('staff')
    .leftJoin('staff_pin', 'staff_pin.staff_id', 'staff.id')
    .select(['id', 'name', 'role', 'hash', 'failures'])
    .where('id', '=', staffId)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, name, role, hash, failures } = row;
  return { id, name, role, pin: hash === null ? null : { hash, failures: failures ?? 0 } };
}

/** What colleagues would try first as the PIN of one who is this member. */
export async function pinOwner(db: Reader, memberId: string | null): Promise<PinOwner> {
  if (memberId === null) return UNKNOWN;
  const row = await db
    .selectFrom('member')
    .select(['phone', 'birth_year', 'birth_month', 'birth_day'])
    .where('id', '=', memberId)
    .executeTakeFirst();
  if (row === undefined) return UNKNOWN;
  return { phone: row.phone, birthday: birthdayFrom(row) };
}

/** What the store keeps of the recovery code; undefined before the first PIN. */
export async function recoveryCodeKept(db: Reader) {
  const row = await db
    .selectFrom('recovery_code')
    .select(['hash', 'recipient', 'made_at'])
    .executeTakeFirst();
  return row && { hash: row.hash, recipient: row.recipient, madeAt: instant(row.made_at) };
}

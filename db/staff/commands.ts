import type SQLite from 'better-sqlite3';
import type { Role } from '../domain/staff/role';
import type { Instant } from '../domain/units';
import type { Tx } from '../schema';

/** What the store keeps of a recovery code. */
export interface KeptCode {
  readonly hash: string;
  readonly recipient: string;
}

/** The PIN with which a store begins. */
export interface FirstPin {
  readonly hash: string;
  readonly code: KeptCode;
}

/** The first PIN of a new store and its recovery code, in the transaction that makes it. */
export function fillFirstPin(
  raw: SQLite.Database,
  first: FirstPin & { readonly ownerId: string; readonly now: Instant },
): void {
  const { ownerId, hash, code, now } = first;
  raw.prepare('insert into staff_pin (staff_id, hash, set_at) values (?, ?, ?)').run(ownerId, hash, now);
  raw
    .prepare('insert into recovery_code (only_row, hash, recipient, made_at) values (1, ?, ?, ?)')
    .run(code.hash, code.recipient, now);
}

export async function insertStaff(
  tx: Tx,
  person: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly ownMemberId: string | null;
  },
  now: Instant,
): Promise<void> {
  const { id, name, role, ownMemberId } = person;
  await tx
    .insertInto('staff')
    .values({ id, name, role, own_member_id: ownMemberId, created_at: now })
    .execute();
}

export async function changeStaff(
  tx: Tx,
  {
    id,
    name,
    ownMemberId,
  }: { readonly id: string; readonly name: string; readonly ownMemberId: string | null },
): Promise<void> {
  await tx.updateTable('staff').set({ name, own_member_id: ownMemberId }).where('id', '=', id).execute();
}

export async function setRole(tx: Tx, id: string, role: Role): Promise<void> {
  await tx.updateTable('staff').set({ role }).where('id', '=', id).execute();
}

export async function setActive(tx: Tx, id: string, active: boolean): Promise<void> {
  await tx
    .updateTable('staff')
    .set({ active: active ? 1 : 0 })
    .where('id', '=', id)
    .execute();
}

/** A new PIN; the wrong tries at the old one are forgotten. */
export async function setPin(tx: Tx, staffId: string, hash: string, now: Instant): Promise<void> {
  await tx
    .insertInto('staff_pin')
    .values({ staff_id: staffId, hash, set_at: now })
    .onConflict((row) => row.column('staff_id').doUpdateSet({ hash, set_at: now, failures: 0 }))
    .execute();
}

/** The same PIN, hashed as PINs are hashed today. */
export async function rehashPin(tx: Tx, staffId: string, hash: string): Promise<void> {
  await tx.updateTable('staff_pin').set({ hash }).where('staff_id', '=', staffId).execute();
}

export async function setFailures(tx: Tx, staffId: string, failures: number): Promise<void> {
  await tx.updateTable('staff_pin').set({ failures }).where('staff_id', '=', staffId).execute();
}

/** The recovery code in use from now on: there is one at a time. */
export async function keepRecoveryCode(tx: Tx, { hash, recipient }: KeptCode, now: Instant): Promise<void> {
  await tx
    .insertInto('recovery_code')
    .values({ only_row: 1, hash, recipient, made_at: now })
    .onConflict((row) => row.column('only_row').doUpdateSet({ hash, recipient, made_at: now }))
    .execute();
}

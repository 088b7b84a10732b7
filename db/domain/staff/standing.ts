import { type NoParams, type Refusal, refuse } from '../refusal';
import { type Role, reaches } from './role';

/** Somebody who works or worked here, as far as it decides what others may do with them. */
export interface Colleague {
  readonly id: string;
  readonly role: Role;
  readonly active: boolean;
  readonly hasPin: boolean;
}

/** A manager sets the PINs of cashiers, an owner those of managers too; one's own is set with the old one. */
export const isBelow = (by: Role, target: Role): boolean => by !== target && reaches(by, target);

/** Ending a block is less than setting a PIN: an owner does it for another owner, too. */
export const mayUnblock = (by: Role, target: Role): boolean => by === 'owner' || isBelow(by, target);

/**
 * Refuses that the last owner goes: without one nobody could let anybody in again. Where PINs are in
 * use it is the last one who can sign in that counts.
 */
export function refusedLeaving(
  leaving: string,
  everybody: readonly Colleague[],
): Refusal<'last_owner', NoParams> | undefined {
  const owners = everybody.filter(({ role, active }) => role === 'owner' && active);
  const needed = owners.some(({ hasPin }) => hasPin) ? owners.filter(({ hasPin }) => hasPin) : owners;
  return needed.every(({ id }) => id === leaving) ? refuse('last_owner') : undefined;
}

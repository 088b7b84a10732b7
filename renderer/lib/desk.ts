import type { ShukeContract } from '@contract/index';
import { permissionOf } from '@contract/permissions';
import { type Role, reaches, type StaffMember } from '@domain/staff/role';
import { createContext, useContext } from 'react';
import type { Answered, Room } from './rooms';
import { useRead } from './use-read';

export type Desk = Answered<'staff', 'current'>;
export type Person = Desk['people'][number];
export type Channel = { [R in Room]: `${R}.${keyof ShukeContract[R] & string}` }[Room];

/** Who is at the counter and whom the sign-in lists; answered behind the lock, too. */
export const useDesk = () => useRead('staff', 'current', {}, { forgetAfter: Number.POSITIVE_INFINITY });

/** Whoever signed in last: behind the lock it is still theirs, so that what they had begun stays as it was. */
export const StaffContext = createContext<StaffMember | null>(null);

/** Who works here now; only screens of an open shop may ask. */
export function useStaffHere(): StaffMember {
  const staff = useContext(StaffContext);
  if (staff === null) throw new Error('nobody has signed in here');
  return staff;
}

/** Whether whoever is signed in may call it: at once, with the PIN of somebody of `role`, or not at all. */
export type May =
  | { readonly how: 'free' }
  | { readonly how: 'with_pin'; readonly role: Role }
  | { readonly how: 'never'; readonly role: Role };

const FREE: May = { how: 'free' };

/** For several channels at once. */
export function useMays(): (channel: Channel) => May {
  const { role } = useStaffHere();
  return (channel) => mayCall(role, channel);
}

export const useMay = (channel: Channel): May => mayCall(useStaffHere().role, channel);

function mayCall(role: Role, channel: Channel): May {
  const permission = permissionOf(channel);
  if (permission === undefined || permission.who === 'anyone' || reaches(role, permission.who)) return FREE;
  return { how: permission.approval === undefined ? 'never' : 'with_pin', role: permission.who };
}

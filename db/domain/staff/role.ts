/** In the order of what they may: rules "Staff". */
export const ROLES = ['cashier', 'manager', 'owner'] as const;
export type Role = (typeof ROLES)[number];

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** True when `role` may what `least` may. */
export const reaches = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);

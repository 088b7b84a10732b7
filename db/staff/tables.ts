import type { Generated } from 'kysely';
import type { Role } from '../domain/staff/role';

export interface StaffTable {
  id: string;
  name: string;
  role: Role;
  active: Generated<number>;
  created_at: number;
  /** The member that this person is themselves: they do not redeem for their own card. */
  own_member_id: string | null;
}

export interface StaffPinTable {
  staff_id: string;
  hash: string;
  set_at: number;
  failures: Generated<number>;
}

export interface RecoveryCodeTable {
  only_row: number;
  hash: string;
  recipient: string;
  made_at: number;
}

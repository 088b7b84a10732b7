import { type Role, reaches } from '../../db/domain/staff/role';
import { CURES, permissionOf } from '../contract/permissions';
import type { Admission } from '../contract/rpc';
import type { Shop, Staff } from './shop';

/** Who acts in one call, and by whose leave. Without a store there is nobody. */
export interface Pass {
  readonly staff: Staff | null;
  /** Who has given their PIN for this one call. */
  readonly approver: Staff | null;
}

interface Approval {
  readonly channel: string;
  readonly by: Staff;
}

/** Who is signed in at the open store, and what they may: every call of the window passes here. */
export class StaffDesk {
  private readonly approvals = new Map<string, Approval>();

  constructor(private readonly openShop: () => Shop | undefined) {}

  /** Who stands at the counter; undefined while nobody has signed in. */
  here(): Staff | undefined {
    return this.openShop()?.house;
  }

  admit({ channel, approval }: { channel: string; approval: string | undefined }): Admission<Pass> {
    const permission = permissionOf(channel);
    if (permission === undefined) throw new Error(`nobody has said who may ${channel}`);
    const staff = this.here() ?? null;
    const approver = approval === undefined ? null : this.take(approval, channel);
    if (permission.who === 'anyone' || this.openShop() === undefined) return { pass: { staff, approver } };
    if (staff === null) return { denied: { code: 'locked' } };
    if (approver !== null && reaches(approver.role, permission.who)) return { pass: { staff, approver } };
    if (reaches(staff.role, permission.who)) return { pass: { staff, approver } };
    return {
      denied: {
        code: permission.approval === undefined ? 'not_allowed' : 'approval_needed',
        role: permission.who,
      },
    };
  }

  curedBy(code: string, pass: Pass): Role | undefined {
    const role = CURES[code];
    return role === undefined || reaches(authorityOf(pass), role) ? undefined : role;
  }

  /** An approval serves one call of the channel for which it was given. */
  private take(id: string, channel: string): Staff | null {
    const approval = this.approvals.get(id);
    this.approvals.delete(id);
    return approval?.channel === channel ? approval.by : null;
  }
}

/** What limits are judged by: whoever of the two may more. */
export function authorityOf({ staff, approver }: Pass): Role {
  if (staff === null) return approver?.role ?? 'cashier';
  return approver !== null && reaches(approver.role, staff.role) ? approver.role : staff.role;
}

import type { ActCx } from './context';
import { recordAct } from './record-act';
import type { Staff } from './shop';

/** From now on they are at the counter: written down under their own name. */
export async function signedIn(cx: ActCx, staff: Staff): Promise<Staff> {
  cx.desk.signIn(staff.id);
  const subjects = [{ kind: 'staff', id: staff.id }] as const;
  await recordAct(cx, { act: 'staff.signIn', staff, approver: null, subjects, notes: [] });
  cx.emit({ type: 'data-changed', scopes: ['staff', 'store'] });
  return plainly(staff);
}

/** What every screen may know of them. */
export const plainly = ({ id, name, role }: Staff): Staff => ({ id, name, role });

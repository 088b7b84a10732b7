import { type NoParams, Refusal, refuse } from '../../../db/domain/refusal';
import { mayUnblock, refusedLeaving } from '../../../db/domain/staff/standing';
import { activeMember } from '../../../db/members/queries';
import type { Reader } from '../../../db/schema';
import {
  changeStaff,
  insertStaff,
  setActive,
  setFailures,
  setPin,
  setRole,
} from '../../../db/staff/commands';
import { everybody, personHere } from '../../../db/staff/queries';
import type { RoomHandlers } from '../context';

type Records = 'add' | 'change' | 'setRole' | 'deactivate' | 'reactivate' | 'unblock';

/** Who works here, and as what. */
export const staffRecordHandlers: Pick<RoomHandlers<'staff'>, Records> = {
  add: async (cx, { name, role, pin, ownMemberId }) => {
    if (pin !== null && !cx.desk.pinsInUse()) return refuse('owner_pin_first');
    const hash = pin === null ? null : await cx.pins.make(pin, ownMemberId);
    if (hash instanceof Refusal) return hash;
    const staffId = cx.sources.newId();
    const note = { about: { kind: 'staff', id: staffId }, after: { role, hasPin: hash !== null } } as const;
    const refused = await cx.audit(note, async (tx) => {
      const wrong = await refusedParticulars(tx, { id: staffId, name, ownMemberId });
      if (wrong !== undefined) return wrong;
      const now = cx.sources.clock();
      await insertStaff(tx, { id: staffId, name, role, ownMemberId }, now);
      if (hash !== null) await setPin(tx, staffId, hash, now);
      return undefined;
    });
    if (refused !== undefined) return refused;
    cx.emit({ type: 'data-changed', scopes: ['staff'] });
    return { staffId };
  },

  change: async (cx, { staffId, name, ownMemberId }) => {
    if ((await personHere(cx.tx, staffId)) === undefined) return refuse('unknown_staff');
    const wrong = await refusedParticulars(cx.tx, { id: staffId, name, ownMemberId });
    if (wrong !== undefined) return wrong;
    await changeStaff(cx.tx, { id: staffId, name, ownMemberId });
    cx.audit({ about: { kind: 'staff', id: staffId } });
    return {};
  },

  setRole: async (cx, { staffId, role }) => {
    const person = await personHere(cx.tx, staffId);
    if (person === undefined) return refuse('unknown_staff');
    const refused = role === 'owner' ? undefined : refusedLeaving(staffId, await everybody(cx.tx));
    if (refused !== undefined) return refused;
    await setRole(cx.tx, staffId, role);
    cx.audit({ about: { kind: 'staff', id: staffId }, before: person.role, after: role });
    return {};
  },

  deactivate: async (cx, { staffId }) => {
    if ((await personHere(cx.tx, staffId)) === undefined) return refuse('unknown_staff');
    const refused = refusedLeaving(staffId, await everybody(cx.tx));
    if (refused !== undefined) return refused;
    await setActive(cx.tx, staffId, false);
    cx.audit({ about: { kind: 'staff', id: staffId } });
    return {};
  },

  reactivate: async (cx, { staffId }) => {
    const people = await everybody(cx.tx);
    const person = people.find(({ id, active }) => id === staffId && !active);
    if (person === undefined) return refuse('unknown_staff');
    if (people.some(({ active, name }) => active && name === person.name)) return refuse('name_taken');
    await setActive(cx.tx, staffId, true);
    cx.audit({ about: { kind: 'staff', id: staffId } });
    return {};
  },

  unblock: async (cx, { staffId }) => {
    const person = await personHere(cx.tx, staffId);
    if (person === undefined) return refuse('unknown_staff');
    if (!mayUnblock(cx.authority, person.role)) return refuse('not_below_you');
    await setFailures(cx.tx, staffId, 0);
    cx.audit({ about: { kind: 'staff', id: staffId } });
    return {};
  },
};

/** A name that nobody could tell apart at the sign-in; a member who is not there, or is somebody else already. */
async function refusedParticulars(
  db: Reader,
  of: { readonly id: string; readonly name: string; readonly ownMemberId: string | null },
): Promise<
  | Refusal<'name_taken', NoParams>
  | Refusal<'unknown_member', NoParams>
  | Refusal<'member_taken', { name: string }>
  | undefined
> {
  const others = (await everybody(db)).filter(({ id }) => id !== of.id);
  if (others.some(({ name, active }) => active && name === of.name)) return refuse('name_taken');
  if (of.ownMemberId === null) return undefined;
  if ((await activeMember(db, of.ownMemberId)) === undefined) return refuse('unknown_member');
  const holder = others.find(({ ownMember }) => ownMember?.id === of.ownMemberId);
  return holder && refuse('member_taken', { name: holder.name });
}

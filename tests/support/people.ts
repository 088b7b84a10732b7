import type { ApprovalNeed } from '@contract/calling';
import type { ShukeContract } from '@contract/index';
import type { Role, StaffMember } from '@domain/staff/role';
import type { Client } from './client';

/** The people of a test shop, one of each role, each with a PIN of their own. */
const PINS: Readonly<Record<Role, string>> = { owner: '271828', manager: '314159', cashier: '161803' };
const NAMES: Readonly<Record<Role, string>> = { owner: '店主', manager: '周店长', cashier: '小林' };

export interface People {
  /**
   * From now on one of this role is at the counter, signed in by PIN. The first one to come sets the
   * owner's PIN: until then the shop has none, and its owner is there by themselves.
   */
  readonly as: (role: Role) => Promise<StaffMember>;
  /** Who is at the counter now. */
  readonly here: () => Promise<StaffMember>;
  readonly pinOf: (role: Role) => string;
  /** Who gives their PIN when a call asks for one; null = nobody, and the call ends as it was refused. */
  approvedBy: Role | null;
  /** What PINs were asked for. */
  readonly asked: ApprovalNeed[];
  /** The window's own answer to such a question. */
  readonly approve: (need: ApprovalNeed) => Promise<string | null>;
}

export function peopleOf(client: () => Client<ShukeContract>): People {
  const known = new Map<Role, StaffMember>();
  const people: People = {
    approvedBy: null,
    asked: [],
    here: async () => {
      const { staff } = await client().staff.current({});
      if (staff === null) throw new Error('nobody is signed in');
      return staff;
    },
    pinOf: (role) => PINS[role],
    as: async (role) => {
      const person = await find(role);
      return wanted(await client().staff.signIn({ staffId: person.id, pin: PINS[role] }));
    },
    approve: async (need) => {
      people.asked.push(need);
      const { approvedBy } = people;
      if (approvedBy === null) return null;
      const { channel, role, another } = need;
      const person = await find(approvedBy);
      const pin = PINS[approvedBy];
      const asked = { staffId: person.id, pin, channel, role, another };
      return wanted(await client().staff.approve(asked)).approval;
    },
  };

  /** Taken on by the owner where nobody of this role works here yet. */
  async function find(role: Role): Promise<StaffMember> {
    await protect();
    const found = known.get(role);
    if (found !== undefined) return found;
    const { role: before } = (await client().staff.current({})).staff ?? { role: null };
    const owner = await find('owner');
    wanted(await client().staff.signIn({ staffId: owner.id, pin: PINS.owner }));
    const { approvedBy } = people;
    people.approvedBy = 'owner';
    const asked = { name: NAMES[role], role, pin: PINS[role], ownMemberId: null };
    const { staffId } = wanted(await client().staff.add(asked));
    people.approvedBy = approvedBy;
    people.asked.pop();
    if (before !== null) await people.as(before);
    const person = { id: staffId, name: NAMES[role], role };
    known.set(role, person);
    return person;
  }

  async function protect(): Promise<void> {
    if (known.has('owner')) return;
    const owner = await people.here();
    wanted(await client().staff.setOwnPin({ oldPin: null, pin: PINS.owner }));
    known.set('owner', owner);
  }
  return people;
}

function wanted<T>(
  outcome:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly refusal: { code: string } },
): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

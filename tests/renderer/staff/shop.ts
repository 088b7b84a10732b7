import type { Replies } from '../support/bridge';
import { aPerson, idOf } from '../support/shop';

export const WANG = { id: idOf(70), name: '王老板', role: 'owner' } as const;
export const CHEN = { id: idOf(71), name: '陈店长', role: 'manager' } as const;
export const LI = { id: idOf(72), name: '李店员', role: 'cashier' } as const;

type Somebody = typeof WANG | typeof CHEN | typeof LI;

/** A shop with PINs: who is signed in changes with the lock and the sign-in, as in main. */
export function protectedShop(here: Somebody | null, more: Replies = {}) {
  let staff = here;
  let last: string | null = here?.id ?? null;
  const people = [WANG, CHEN, LI];
  const replies: Replies = {
    'staff.current': () => ({
      staff,
      last,
      pins: true,
      pinDigits: 6,
      lockMinutes: 5,
      people: people.map((person) => aPerson(person)),
    }),
    'staff.lock': () => {
      staff = null;
      return {};
    },
    'staff.signIn': ({ staffId }: { staffId: string }) => {
      const person = people.find(({ id }) => id === staffId) ?? WANG;
      staff = person;
      last = person.id;
      return person;
    },
    ...more,
  };
  return { replies };
}

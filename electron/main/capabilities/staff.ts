import { Refusal, refuse } from '../../../db/domain/refusal';
import { reaches } from '../../../db/domain/staff/role';
import { everybody, recoveryCodeKept, staffList } from '../../../db/staff/queries';
import type { RoomHandlers } from '../context';
import { recordAct } from '../record-act';
import { plainly, signedIn } from '../signed-in';
import { staffPinHandlers } from './staff-pins';
import { staffRecordHandlers } from './staff-records';

export const staffHandlers: RoomHandlers<'staff'> = {
  ...staffRecordHandlers,
  ...staffPinHandlers,

  current: async (cx) => {
    const { desk, pins, session } = cx.app;
    const here = desk.here();
    const { lockMinutes, pinDigits } = desk.rules();
    const seen = {
      staff: here === undefined ? null : plainly(here),
      last: desk.last(),
      pins: desk.pinsInUse(),
    };
    // Before the first store everybody may ask who is here; nobody is.
    const people = session.openShop() === undefined ? [] : await everybody(cx.db);
    return {
      ...{ ...seen, lockMinutes, pinDigits },
      people: people
        .filter(({ active }) => active)
        .map((person) => ({
          ...plainly(person),
          hasPin: person.hasPin,
          ...pins.stateOf(person.id, person.failures),
        })),
    };
  },

  list: (cx) => staffList(cx.db),

  people: async (cx) => {
    const people = await everybody(cx.db);
    return {
      people: people.map(({ failures, ...person }) => ({
        ...person,
        ...cx.app.pins.stateOf(person.id, failures),
      })),
      recoveryCodeMadeAt: (await recoveryCodeKept(cx.db))?.madeAt ?? null,
    };
  },

  signIn: async (cx, { staffId, pin }) => {
    const staff = await cx.pins.check(staffId, pin);
    if (staff instanceof Refusal) return staff;
    return await signedIn(cx, staff);
  },

  lock: (cx) => (cx.desk.lock('asked') ? {} : refuse('no_pins')),

  stillHere: (cx) => {
    cx.desk.seen();
    return {};
  },

  tryAs: async (cx, { staffId }) => {
    const { opened, sample } = cx.session.shop();
    if (!sample) return refuse('not_in_sample');
    if (cx.desk.pinsInUse()) return refuse('pins_in_use');
    const staff = (await staffList(opened.db)).find(({ id }) => id === staffId);
    return staff === undefined ? refuse('unknown_staff') : await signedIn(cx, staff);
  },

  approve: async (cx, { staffId, pin, channel, role, another }) => {
    const { opened, sample } = cx.session.shop();
    if (another && staffId === cx.staff?.id) return refuse('another_person');
    const person = (await staffList(opened.db)).find(({ id }) => id === staffId);
    if (person === undefined) return refuse('unknown_staff');
    if (!reaches(person.role, role)) return refuse('role_too_low', { role });
    const isTried = pin === null && sample && !cx.desk.pinsInUse();
    if (pin === null && !isTried) return refuse('no_pin');
    const checked = pin === null ? person : await cx.pins.check(staffId, pin);
    if (checked instanceof Refusal) return checked;
    const approval = cx.sources.newId();
    cx.desk.approve(approval, staffId, channel);
    const notes = [{ after: { channel } }];
    await recordAct(cx, { act: 'staff.approve', staff: cx.staff, approver: person, subjects: [], notes });
    return { approval };
  },
};

import { z } from 'zod';
import { ROLES } from '../../db/domain/staff/role';
import { act, command, plain, query, room } from './rpc';
import { count, id, instantShape, line } from './shapes';

const nothing = z.strictObject({});

const roleShape = z.enum(ROLES);
export const personShape = z.strictObject({ id, name: line(40), role: roleShape });
/** Of a person of the staff as they are typed in: never empty. */
const nameShape = line(40).pipe(z.string().min(1));

/** 4-8 digits; how many a new one must have is a rule (`rules.staff.pinDigits`). */
export const pinShape = z.string().regex(/^\d{4,8}$/);

/** Why a PIN is not tried, or was not right. Times are instants of main's clock. */
const pinRefusals = {
  /** `left` tries remain before the next wait; `lockedUntil` is set when this one began it. */
  wrong_pin: z.strictObject({ left: count, lockedUntil: instantShape.nullable() }),
  /** Nothing is compared before `until`. */
  pin_locked: z.strictObject({ until: instantShape }),
  /** Ten wrong ones: `by` lets them try again; an owner's PIN is also set anew by the recovery code. */
  pin_blocked: z.strictObject({ by: roleShape }),
  /** It was set on another PC, whose keystore holds a part of it: an owner sets it anew by the recovery code. */
  pin_of_another_pc: plain,
  no_pin: plain,
  unknown_staff: plain,
};

/** What is wrong with a PIN that is to be set. */
export const newPinRefusals = {
  pin_length: z.strictObject({ digits: z.int().min(4).max(8) }),
  /** One digit repeated, a run, a repeated group, the own birthday or the end of the own phone number. */
  trivial_pin: plain,
};

/** Above the owner's limit (points, or fen) somebody else has to stand for it, too. */
export const byTwo = { second_person_needed: z.strictObject({ limit: count }) };
/** It is the card of whoever acts, or of whoever approved it: a colleague does it for them. */
export const ownCard = { own_card: plain };

/** How a person's PIN stands. */
const pinState = {
  hasPin: z.boolean(),
  /** Not before then; null = at once. */
  waitUntil: instantShape.nullable(),
  /** Ten wrong ones: somebody above has to let them try again. */
  blocked: z.boolean(),
};

export const staffRoom = room(() => ({
  /** Who is at the counter, and what the sign-in screen needs; answered behind the lock, too. */
  current: query(
    nothing,
    z.strictObject({
      /** Null: nobody has signed in, or the screen is locked. */
      staff: personShape.nullable(),
      /** Who was here when it was locked. */
      last: id.nullable(),
      /** An owner has a PIN: one signs in, and some acts ask for it. */
      pins: z.boolean(),
      pinDigits: z.int().min(4).max(8),
      lockMinutes: z.int().min(1).max(60),
      /** Whom the sign-in screen and the approval dialog list: everybody active, in the order in which they came. */
      people: z.array(personShape.extend(pinState)),
    }),
  ),
  /** Everybody active, for naming an adviser. */
  list: query(nothing, z.array(personShape)),
  /** Everybody who ever worked here, for the staff page. */
  people: query(
    nothing,
    z.strictObject({
      people: z.array(
        personShape.extend(pinState).extend({
          active: z.boolean(),
          since: instantShape,
          /** The member that they are themselves. */
          ownMember: z.strictObject({ id, name: z.string() }).nullable(),
        }),
      ),
      /** When the recovery code in use was made; null = there is none yet. */
      recoveryCodeMadeAt: instantShape.nullable(),
    }),
  ),

  signIn: act({
    input: z.strictObject({ staffId: id, pin: pinShape }),
    output: personShape,
    refusals: pinRefusals,
  }),
  /** The screen is locked until somebody signs in; refused where nobody could. */
  lock: act({ input: nothing, output: nothing, refusals: { no_pins: plain } }),
  /** Keys or clicks at the window: the idle minutes begin again. Says nothing about who it is. */
  stillHere: act({ input: nothing, output: nothing, refusals: {} }),
  /** In the sample store only: to look around as somebody else, without a PIN. */
  tryAs: act({
    input: z.strictObject({ staffId: id }),
    output: personShape,
    refusals: { not_in_sample: plain, pins_in_use: plain, unknown_staff: plain },
  }),
  /**
   * Somebody's leave for one call of `channel`, without logging the other out; it lapses after 60 s.
   * In a sample store without PINs `pin` may be null.
   */
  approve: act({
    input: z.strictObject({
      staffId: id,
      pin: pinShape.nullable(),
      channel: z.string().max(60),
      role: roleShape,
      another: z.boolean(),
    }),
    output: z.strictObject({ approval: z.uuid() }),
    refusals: {
      ...pinRefusals,
      role_too_low: z.strictObject({ role: roleShape }),
      /** It has to be somebody else than who is signed in. */
      another_person: plain,
    },
  }),

  add: act({
    input: z.strictObject({
      name: nameShape,
      role: roleShape,
      /** Null: set later; until then they cannot sign in. */
      pin: pinShape.nullable(),
      ownMemberId: id.nullable(),
    }),
    output: z.strictObject({ staffId: id }),
    refusals: {
      ...newPinRefusals,
      /** The first PIN of a store is its owner's own. */
      owner_pin_first: plain,
      name_taken: plain,
      unknown_member: plain,
      /** That member is somebody else of the staff already. */
      member_taken: z.strictObject({ name: z.string() }),
    },
  }),
  change: command({
    input: z.strictObject({ staffId: id, name: nameShape, ownMemberId: id.nullable() }),
    output: nothing,
    refusals: {
      unknown_staff: plain,
      name_taken: plain,
      unknown_member: plain,
      member_taken: z.strictObject({ name: z.string() }),
    },
    changes: ['staff'],
  }),
  setRole: command({
    input: z.strictObject({ staffId: id, role: roleShape }),
    output: nothing,
    /** `last_owner`: nobody would be left who can sign in as an owner. */
    refusals: { unknown_staff: plain, last_owner: plain },
    changes: ['staff'],
  }),
  /** They cannot sign in any more; what they did stays under their name. */
  deactivate: command({
    input: z.strictObject({ staffId: id }),
    output: nothing,
    refusals: { unknown_staff: plain, last_owner: plain },
    changes: ['staff'],
  }),
  reactivate: command({
    input: z.strictObject({ staffId: id }),
    output: nothing,
    refusals: { unknown_staff: plain, name_taken: plain },
    changes: ['staff'],
  }),

  /**
   * One's own PIN; whoever has one gives it first. The first PIN of a store is its owner's, and brings the
   * recovery code, shown this once; whoever sets it is signed in from then on.
   */
  setOwnPin: act({
    input: z.strictObject({ oldPin: pinShape.nullable(), pin: pinShape }),
    output: z.strictObject({ recoveryCode: z.string().nullable() }),
    refusals: { ...newPinRefusals, ...pinRefusals, owner_pin_first: plain, old_pin_needed: plain },
  }),
  /** The PIN of somebody below: a manager sets cashiers', an owner managers' too. It also ends a block. */
  givePin: act({
    input: z.strictObject({ staffId: id, pin: pinShape }),
    output: nothing,
    refusals: { ...newPinRefusals, unknown_staff: plain, owner_pin_first: plain, not_below_you: plain },
  }),
  /** After ten wrong ones: may try again with the PIN they have. An owner does it for another owner, too. */
  unblock: command({
    input: z.strictObject({ staffId: id }),
    output: nothing,
    refusals: { unknown_staff: plain, not_below_you: plain },
    changes: ['staff'],
  }),
  /** An owner who has forgotten the PIN sets a new one and is signed in. The code stays good. */
  resetByRecoveryCode: act({
    input: z.strictObject({ staffId: id, code: z.string().max(80), pin: pinShape }),
    output: personShape,
    refusals: {
      ...newPinRefusals,
      /** Its last group does not fit the others. */
      code_mistyped: plain,
      wrong_code: plain,
      no_code: plain,
      not_an_owner: plain,
    },
  }),
  /** A new code, shown this once; the old one opens the backups made under it, and nothing else. */
  newRecoveryCode: act({
    input: nothing,
    output: z.strictObject({ code: z.string() }),
    refusals: { no_pins: plain },
  }),
}));

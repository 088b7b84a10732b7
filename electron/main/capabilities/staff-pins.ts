import { Refusal, refuse } from '../../../db/domain/refusal';
import { readRecoveryCode } from '../../../db/domain/staff/recovery-code';
import { isBelow } from '../../../db/domain/staff/standing';
import { keepRecoveryCode, setPin } from '../../../db/staff/commands';
import { personHere, recoveryCodeKept } from '../../../db/staff/queries';
import { fitsRecoveryHash } from '../../../db/staff/recovery-key';
import type { RoomHandlers } from '../context';
import { recordAct } from '../record-act';
import { newRecoveryCode } from '../recovery';
import { signedIn } from '../signed-in';
import { authorityOf } from '../staff-desk';
import { StoreClosedError } from '../store-session';

type Pins = 'setOwnPin' | 'givePin' | 'resetByRecoveryCode' | 'newRecoveryCode';

/** PINs and the recovery code: acts, since what they carry may stand in no table of outcomes. */
export const staffPinHandlers: Pick<RoomHandlers<'staff'>, Pins> = {
  setOwnPin: async (cx, { oldPin, pin }) => {
    const { db } = cx.session.shop().opened;
    if (cx.staff === null) throw new StoreClosedError();
    const person = await personHere(db, cx.staff.id);
    if (person === undefined) return refuse('unknown_staff');
    if (!cx.desk.pinsInUse() && person.role !== 'owner') return refuse('owner_pin_first');
    if (person.hasPin) {
      if (oldPin === null) return refuse('old_pin_needed');
      const checked = await cx.pins.check(person.id, oldPin);
      if (checked instanceof Refusal) return checked;
    }
    const hash = await cx.pins.make(pin, person.ownMember?.id ?? null);
    if (hash instanceof Refusal) return hash;
    const isFirst = person.role === 'owner' && (await recoveryCodeKept(db)) === undefined;
    const code = isFirst ? newRecoveryCode() : null;
    await cx.audit({ about: { kind: 'staff', id: person.id } }, async (tx) => {
      const now = cx.sources.clock();
      await setPin(tx, person.id, hash, now);
      if (code !== null) await keepRecoveryCode(tx, code.kept, now);
      return undefined;
    });
    await signedIn(cx, person);
    return { recoveryCode: code?.code ?? null };
  },

  givePin: async (cx, { staffId, pin }) => {
    const person = await personHere(cx.session.shop().opened.db, staffId);
    if (person === undefined) return refuse('unknown_staff');
    if (!cx.desk.pinsInUse()) return refuse('owner_pin_first');
    if (!isBelow(authorityOf(cx), person.role)) return refuse('not_below_you');
    const hash = await cx.pins.make(pin, person.ownMember?.id ?? null);
    if (hash instanceof Refusal) return hash;
    await cx.audit({ about: { kind: 'staff', id: staffId } }, async (tx) => {
      await setPin(tx, staffId, hash, cx.sources.clock());
      return undefined;
    });
    cx.emit({ type: 'data-changed', scopes: ['staff'] });
    return {};
  },

  resetByRecoveryCode: async (cx, { staffId, code, pin }) => {
    const secret = readRecoveryCode(code);
    if (secret instanceof Refusal) return secret;
    const kept = await recoveryCodeKept(cx.session.shop().opened.db);
    if (kept === undefined) return refuse('no_code');
    const person = await personHere(cx.session.shop().opened.db, staffId);
    if (person?.role !== 'owner') return refuse('not_an_owner');
    const subjects = [{ kind: 'staff', id: staffId }] as const;
    if (!fitsRecoveryHash(secret, kept.hash)) {
      await recordAct(cx, { act: 'staff.wrong_code', staff: null, approver: null, subjects, notes: [] });
      return refuse('wrong_code');
    }
    const hash = await cx.pins.make(pin, person.ownMember?.id ?? null);
    if (hash instanceof Refusal) return hash;
    const what = { act: 'staff.resetByRecoveryCode', staff: person, approver: null, subjects, notes: [] };
    await recordAct(cx, what, async (tx) => {
      await setPin(tx, staffId, hash, cx.sources.clock());
      return undefined;
    });
    return await signedIn(cx, person);
  },

  newRecoveryCode: async (cx) => {
    if (!cx.desk.pinsInUse()) return refuse('no_pins');
    const { code, kept } = newRecoveryCode();
    await cx.audit({}, async (tx) => {
      await keepRecoveryCode(tx, kept, cx.sources.clock());
      return undefined;
    });
    cx.emit({ type: 'data-changed', scopes: ['staff'] });
    return { code };
  },
};

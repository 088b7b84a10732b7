import type { AuditNote, Subject } from '../../db/domain/audit/entry';
import { businessDateOf } from '../../db/domain/calendar/business-day';
import { type NoParams, type Refusal, refuse } from '../../db/domain/refusal';
import { refusedNewPin } from '../../db/domain/staff/pin';
import { isBlocked, PinWaits, triesLeft } from '../../db/domain/staff/pin-lock';
import type { Role, StaffMember } from '../../db/domain/staff/role';
import { type Instant, instant } from '../../db/domain/units';
import type { Tx } from '../../db/schema';
import { currentRules } from '../../db/settings/queries';
import { rehashPin, setFailures } from '../../db/staff/commands';
import { comparePin, hashPin, isOfAnotherPc, type Pepper } from '../../db/staff/pin-hash';
import { type PinRow, pinOf, pinOwner } from '../../db/staff/queries';
import { recordAct } from './record-act';
import type { DeskSources, Shop } from './shop';
import type { StoreSession } from './store-session';

export type PinRefusal =
  | Refusal<'wrong_pin', { left: number; lockedUntil: Instant | null }>
  | Refusal<'pin_locked', { until: Instant }>
  | Refusal<'pin_blocked', { by: Role }>
  | Refusal<'pin_of_another_pc', NoParams>
  | Refusal<'no_pin', NoParams>
  | Refusal<'unknown_staff', NoParams>;

/** How somebody's PIN stands, for the screens. */
export interface PinState {
  readonly waitUntil: Instant | null;
  readonly blocked: boolean;
}

interface PinDeskOptions {
  readonly session: StoreSession;
  readonly sources: DeskSources;
  /** Null where the system has no keystore. Read when a PIN is first needed. */
  readonly pepper: () => Pepper | null;
}

/** Tries PINs and makes them. A wrong try is written down before anything is compared. */
export class PinDesk {
  private readonly waits = new PinWaits();

  constructor(private readonly options: PinDeskOptions) {}

  /** Whether this is their PIN; the try counts, whatever interrupts it. */
  async check(staffId: string, pin: string): Promise<StaffMember | PinRefusal> {
    const { session } = this.options;
    const shop = session.shop();
    const counted = await shop.opened.db.transaction().execute((tx) => this.count(tx, staffId));
    if (!('hash' in counted)) return counted;
    const { hash, failures, staff } = counted;
    const verdict = await comparePin(pin, hash, this.hashedBy());
    if (verdict === 'right' || verdict === 'stale') {
      await this.forgive(shop, staff, verdict === 'stale' ? await hashPin(pin, this.hashedBy()) : null);
      return staff;
    }
    await this.note('staff.wrong_pin', staff, { after: { wrongInARow: failures } });
    if (isBlocked(failures)) return blocked(staff.role);
    const lockedUntil = this.waitUntil(staffId, failures);
    return refuse('wrong_pin', { left: triesLeft(failures), lockedUntil });
  }

  /** The hash of a new PIN, or what is wrong with it. */
  async make(pin: string, ownMemberId: string | null) {
    const shop = this.options.session.shop();
    const today = businessDateOf(this.options.sources.clock(), shop.calendar);
    const { rules } = await currentRules(shop.opened.db, today);
    const of = await pinOwner(shop.opened.db, ownMemberId);
    return refusedNewPin(pin, rules.staff.pinDigits, of) ?? (await this.hash(pin));
  }

  hash(pin: string): Promise<string> {
    return hashPin(pin, this.hashedBy());
  }

  stateOf(staffId: string, failures: number): PinState {
    const blocked = isBlocked(failures);
    return { blocked, waitUntil: blocked ? null : this.waitUntil(staffId, failures) };
  }

  /** Counts the try as a wrong one, and begins the wait that follows if it is. */
  private async count(
    tx: Tx,
    staffId: string,
  ): Promise<(PinRow & { readonly staff: StaffMember }) | PinRefusal> {
    const found = await pinOf(tx, staffId);
    if (found === undefined) return refuse('unknown_staff');
    const { pin, ...staff } = found;
    if (pin === null) return refuse('no_pin');
    if (isOfAnotherPc(pin.hash, this.options.pepper())) return refuse('pin_of_another_pc');
    if (isBlocked(pin.failures)) return blocked(staff.role);
    const until = this.waitUntil(staffId, pin.failures);
    if (until !== null) return refuse('pin_locked', { until });
    const failures = pin.failures + 1;
    await setFailures(tx, staffId, failures);
    this.waits.begin(staffId, failures, this.options.sources.steady());
    return { hash: pin.hash, failures, staff };
  }

  /** It was the right one after all. */
  private async forgive(shop: Shop, staff: StaffMember, hash: string | null): Promise<void> {
    await shop.opened.db.transaction().execute(async (tx) => {
      await setFailures(tx, staff.id, 0);
      if (hash !== null) await rehashPin(tx, staff.id, hash);
    });
  }

  private waitUntil(staffId: string, failures: number): Instant | null {
    const { clock, steady } = this.options.sources;
    const left = this.waits.left(staffId, failures, steady());
    return left === 0 ? null : instant(clock() + left);
  }

  private hashedBy() {
    return { cost: this.options.sources.pinCost, pepper: this.options.pepper() };
  }

  private async note(act: string, staff: StaffMember, note: AuditNote): Promise<void> {
    const about: Subject = { kind: 'staff', id: staff.id };
    await recordAct(this.options, { act, staff: null, approver: null, subjects: [about], notes: [note] });
  }
}

/** A manager lets cashiers try again, an owner managers; an owner is helped by another, or by the recovery code. */
const blocked = (role: Role) =>
  refuse('pin_blocked', { by: role === 'cashier' ? ('manager' as const) : ('owner' as const) });

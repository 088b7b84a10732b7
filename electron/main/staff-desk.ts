import { businessDateOf } from '../../db/domain/calendar/business-day';
import { type Role, reaches } from '../../db/domain/staff/role';
import type { SecondPerson } from '../../db/domain/staff/second-person';
import { STARTING_STAFF_RULES, type StaffRules } from '../../db/domain/staff/staff-rules';
import { type Seated, Seats } from '../../db/staff/seats';
import { CURES, permissionOf } from '../contract/permissions';
import type { Admission, Cure } from '../contract/rpc';
import { CallLimit, type CallRate } from './call-limit';
import type { DeskSources, Shop } from './shop';

/** Who acts in one call, and by whose leave. Without a store there is nobody. */
export interface Pass {
  readonly staff: Seated | null;
  /** Who has given their PIN for this one call. */
  readonly approver: Seated | null;
}

interface Approval {
  readonly channel: string;
  readonly staffId: string;
  /** On the clock that nobody can set. */
  readonly until: number;
}
const APPROVAL_MS = 60_000;

/** The open store, and who is at its counter. */
interface Counter {
  readonly shop: Shop;
  readonly seats: Seats;
  here: string | null;
  last: string | null;
  seenAt: number;
}

export type LockCause = 'asked' | 'idle' | 'suspended';

export interface DeskOptions {
  readonly openShop: () => Shop | undefined;
  readonly sources: DeskSources;
  /** Null: as many calls as one likes. */
  readonly callRate: CallRate | null;
  /** Told after the fact, to be written down and shown. */
  readonly locked: (staff: Seated, cause: LockCause) => void;
}

/** Who is signed in at the open store, and what they may: every call of the window passes here. */
export class StaffDesk {
  private readonly approvals = new Map<string, Approval>();
  private readonly limit: CallLimit | null;
  private current: Counter | undefined;

  constructor(private readonly options: DeskOptions) {
    const { callRate, sources } = options;
    this.limit = callRate === null ? null : new CallLimit(callRate, sources.steady());
  }

  /** Who stands at the counter; undefined while nobody has signed in, or it is locked. */
  here(): Seated | undefined {
    const counter = this.counter();
    if (counter === undefined) return undefined;
    this.lockWhenIdle(counter);
    if (counter.here !== null) return counter.seats.person(counter.here);
    return counter.seats.pinsInUse() ? undefined : counter.seats.firstOwner();
  }

  /** Who was here when it was locked, to be proposed first. */
  last(): string | null {
    return this.counter()?.last ?? null;
  }

  /** False in a store whose owner has no PIN, and where no store is open. */
  pinsInUse(): boolean {
    return this.counter()?.seats.pinsInUse() ?? false;
  }

  /** The rules in force now; those of a new store where none is open. */
  rules(): StaffRules {
    const counter = this.counter();
    return counter === undefined ? STARTING_STAFF_RULES : this.rulesAt(counter);
  }

  signIn(staffId: string): void {
    const counter = this.counter();
    if (counter === undefined) return;
    this.approvals.clear();
    counter.here = staffId;
    counter.last = staffId;
    counter.seenAt = this.options.sources.steady();
  }

  /** False where there is nothing to lock: nobody is signed in, or nobody could sign in again. */
  lock(cause: LockCause): boolean {
    const counter = this.counter();
    if (counter === undefined || counter.here === null || !counter.seats.pinsInUse()) return false;
    const staff = counter.seats.person(counter.here);
    counter.here = null;
    this.approvals.clear();
    if (staff !== undefined) this.options.locked(staff, cause);
    return true;
  }

  /** A person is at the window. */
  seen(): void {
    const counter = this.counter();
    if (counter === undefined) return;
    this.lockWhenIdle(counter);
    counter.seenAt = this.options.sources.steady();
  }

  /** Locks once nobody has been at the window for as long as the rule says; asked at every call, and by the clock. */
  lockWhenIdle(counter = this.counter()): void {
    if (counter === undefined || counter.here === null) return;
    const idle = this.options.sources.steady() - counter.seenAt;
    if (idle >= this.rulesAt(counter).lockMinutes * 60_000) this.lock('idle');
  }

  /** Notes somebody's leave for one call; `id` is what the window sends with it. */
  approve(id: string, staffId: string, channel: string): void {
    const until = this.options.sources.steady() + APPROVAL_MS;
    this.approvals.set(id, { channel, staffId, until });
  }

  admit({ channel, approval }: { channel: string; approval: string | undefined }): Admission<Pass> {
    const permission = permissionOf(channel);
    if (permission === undefined) throw new Error(`nobody has said who may ${channel}`);
    if (this.limit?.take(this.options.sources.steady()) === false) return { denied: { code: 'too_many' } };
    const staff = this.here() ?? null;
    const approver = approval === undefined ? null : this.take(approval, channel);
    const pass = { pass: { staff, approver } };
    if (permission.who === 'anyone' || this.counter() === undefined) return pass;
    if (staff === null) return { denied: { code: 'locked' } };
    const isApproved = approver !== null && reaches(approver.role, permission.who);
    const isEnough = reaches(staff.role, permission.who) && !this.asksAlways(permission.approval);
    if (isApproved || isEnough) return pass;
    const code = permission.approval === undefined ? 'not_allowed' : 'approval_needed';
    return { denied: { code, role: permission.who } };
  }

  /** Who could lift this refusal; undefined when nobody could, or somebody has. */
  curedBy(code: string, { staff, approver }: Pass): Cure | undefined {
    const cure = CURES[code];
    if (cure === undefined) return undefined;
    const isCured = cure.another
      ? approver !== null && approver.id !== staff?.id && reaches(approver.role, cure.role)
      : reaches(authorityOf({ staff, approver }), cure.role);
    return isCured ? undefined : cure;
  }

  /** Whether somebody else stands for the act too, as one of this role at least. */
  secondPerson({ staff, approver }: Pass, least: Role): SecondPerson {
    const counter = this.counter();
    if (counter === undefined || staff === null || !counter.seats.pinsInUse()) return 'nobody';
    if (approver !== null && approver.id !== staff.id && reaches(approver.role, least)) return 'given';
    return counter.seats.somebodyElse(staff.id, least) ? 'missing' : 'nobody';
  }

  private rulesAt({ seats, shop }: Counter): StaffRules {
    return seats.rules(businessDateOf(this.options.sources.clock(), shop.calendar));
  }

  private asksAlways(approval: 'possible' | 'always' | undefined): boolean {
    return approval === 'always' && this.pinsInUse();
  }

  /** An approval serves one call of the channel for which it was given. */
  private take(id: string, channel: string): Seated | null {
    const approval = this.approvals.get(id);
    this.approvals.delete(id);
    if (approval?.channel !== channel || approval.until <= this.options.sources.steady()) return null;
    return this.counter()?.seats.person(approval.staffId) ?? null;
  }

  /** Another store, or the same one opened again, begins with nobody at its counter. */
  private counter(): Counter | undefined {
    const shop = this.options.openShop();
    if (shop === undefined) this.current = undefined;
    else if (this.current?.shop !== shop) {
      this.approvals.clear();
      const seats = new Seats(shop.opened.raw);
      this.current = { shop, seats, here: null, last: null, seenAt: this.options.sources.steady() };
    }
    return this.current;
  }
}

/** What limits are judged by: whoever of the two may more. */
export function authorityOf({ staff, approver }: Pass): Role {
  if (staff === null) return approver?.role ?? 'cashier';
  return approver !== null && reaches(approver.role, staff.role) ? approver.role : staff.role;
}

import type SQLite from 'better-sqlite3';
import { type Role, reaches } from '../domain/staff/role';
import type { StaffRules } from '../domain/staff/staff-rules';
import type { BusinessDate } from '../domain/units';
import { rulesFrom } from '../settings/queries';

/** Somebody who works here, as every call is judged by them. */
export interface Seated {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly ownMemberId: string | null;
}

/**
 * What decides who may call what, asked at every call: so it is prepared once, and never older than
 * the last commit. One connection's own.
 */
export class Seats {
  private readonly byId: SQLite.Statement<[string], Seated>;
  private readonly owner: SQLite.Statement<[], Seated>;
  private readonly ownersPin: SQLite.Statement<[], { pins: number }>;
  private readonly others: SQLite.Statement<[string], { role: Role }>;
  private readonly rulesOn: SQLite.Statement<[string], { rules: string }>;

  constructor(raw: SQLite.Database) {
    const columns = 'id, name, role, own_member_id as ownMemberId';
    this.byId = raw.prepare(`select ${columns} from staff where id = ? and active = 1`);
    this.owner = raw.prepare(
      `select ${columns} from staff where role = 'owner' and active = 1 order by created_at, id limit 1`,
    );
    this.ownersPin = raw.prepare(`select exists (
      select 1 from staff join staff_pin on staff_id = id where role = 'owner' and active = 1) as pins`);
    this.others = raw.prepare(
      'select distinct role from staff join staff_pin on staff_id = id where id <> ? and active = 1',
    );
    this.rulesOn = raw.prepare(`select rules from rule_version where effective_from <= ?
      order by effective_from desc, version desc limit 1`);
  }

  /** Undefined once they do not work here any more. */
  person(id: string): Seated | undefined {
    return this.byId.get(id);
  }

  /** Who stands at the counter of a store without PINs. */
  firstOwner(): Seated {
    const owner = this.owner.get();
    if (owner === undefined) throw new Error('a store without an owner');
    return owner;
  }

  /** True once an owner has a PIN: from then on one signs in, and some acts ask for it. */
  pinsInUse(): boolean {
    return this.ownersPin.get()?.pins === 1;
  }

  /** Whether somebody else than `id` could give their PIN as one of this role. */
  somebodyElse(id: string, least: Role): boolean {
    return this.others.all(id).some(({ role }) => reaches(role, least));
  }

  rules(today: BusinessDate): StaffRules {
    const row = this.rulesOn.get(today);
    if (row === undefined) throw new Error(`no rules on ${today}`);
    return rulesFrom(row.rules).staff;
  }
}

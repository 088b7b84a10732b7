import { sql } from 'kysely';
import type { StoreCalendar } from '../domain/calendar/business-day';
import { DEFAULT_RULES, type ShopRules } from '../domain/settings/shop-rules';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import type { Reader } from '../schema';

export interface StoreRow {
  readonly id: string;
  readonly name: string;
  readonly sample: boolean;
  readonly calendar: StoreCalendar;
}

export async function storeRow(db: Reader): Promise<StoreRow> {
  const row = await db.selectFrom('store').selectAll().executeTakeFirstOrThrow();
  return {
    id: row.id,
    name: row.name,
    sample: row.sample === 1,
    calendar: { zone: row.zone, dayStartHour: row.day_start_hour },
  };
}

export interface RulesInForce {
  readonly version: number;
  readonly effectiveFrom: BusinessDate;
  readonly rules: ShopRules;
}

/** The rules in force on a business day, and the version that entries made under them carry (`inForceOn`, in SQL). */
export async function currentRules(db: Reader, today: BusinessDate): Promise<RulesInForce> {
  const row = await db
    .selectFrom('rule_version')
    .select(['version', 'effective_from', 'rules'])
    .where('effective_from', '<=', today)
    .orderBy('effective_from', 'desc')
    .orderBy('version', 'desc')
    .limit(sql.lit(1)) // a bound limit has SQLite plan the statement anew at every sale
    .executeTakeFirstOrThrow();
  return versionFrom(row);
}

export interface RuleRecord extends RulesInForce {
  readonly madeAt: Instant;
  readonly staffName: string;
}

/** Every version with who made it and when, oldest first: for the history. */
export async function ruleRecords(db: Reader): Promise<RuleRecord[]> {
  const rows = await db
    .selectFrom('rule_version')
    .innerJoin('staff', 'staff.id', 'rule_version.staff_id')
    .select(['version', 'effective_from', 'rules', 'made_at', 'staff.name'])
    .orderBy('version')
    .execute();
  return rows.map((row) => ({ ...versionFrom(row), madeAt: instant(row.made_at), staffName: row.name }));
}

/** Every version there is, oldest first: what is judged as of another day needs the rules of that day. */
export async function ruleVersions(db: Reader): Promise<RulesInForce[]> {
  const rows = await db
    .selectFrom('rule_version')
    .select(['version', 'effective_from', 'rules'])
    .orderBy('version')
    .execute();
  return rows.map(versionFrom);
}

const versionFrom = (row: { version: number; effective_from: string; rules: string }): RulesInForce => ({
  version: row.version,
  effectiveFrom: businessDate(row.effective_from),
  rules: rulesFrom(row.rules),
});

/** Rules that a later Shuke has added are absent from older versions and take their defaults. */
export function rulesFrom(json: string): ShopRules {
  const stored = JSON.parse(json) as Partial<ShopRules>; // written by us only, checked as JSON by the table
  return {
    points: { ...DEFAULT_RULES.points, ...stored.points },
    complaints: { ...DEFAULT_RULES.complaints, ...stored.complaints },
    tiers: stored.tiers ?? DEFAULT_RULES.tiers,
    memberDay: stored.memberDay ?? DEFAULT_RULES.memberDay,
    birthday: stored.birthday ?? DEFAULT_RULES.birthday,
    earnEvents: stored.earnEvents ?? DEFAULT_RULES.earnEvents,
    coupons: stored.coupons ?? DEFAULT_RULES.coupons,
  };
}

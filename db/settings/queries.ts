import type { StoreCalendar } from '../domain/calendar/business-day';
import { DEFAULT_RULES, type ShopRules } from '../domain/settings/shop-rules';
import { type BusinessDate, businessDate, type Instant, instant } from '../domain/units';
import { type Reading, readIn, readOn, rows } from '../reading';
import type { Reader, Tx } from '../schema';

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

/** By what rules something was reckoned. */
export type RuleStamp = Omit<RulesInForce, 'rules'>;

/** The rules in force on a business day, and the version that entries made under them carry (`inForceOn`, in SQL). */
export const currentRules = (db: Reader, today: BusinessDate): Promise<RulesInForce> =>
  readOn(db, inForce(today));

/** The same inside a transaction, as every sale asks it. */
export const rulesIn = (tx: Tx, today: BusinessDate): RulesInForce => readIn(tx, inForce(today));

const IN_FORCE = `select version, effective_from, rules from rule_version where effective_from <= +?
  order by effective_from desc, version desc limit 1`;

function* inForce(today: BusinessDate): Reading<RulesInForce> {
  const [row] = yield* rows<VersionRow>(IN_FORCE, today);
  if (row === undefined) throw new Error(`no rules on ${today}`);
  return versionFrom(row);
}

interface VersionRow {
  readonly version: number;
  readonly effective_from: string;
  readonly rules: string;
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

const FROM_NOW_ON = `select version, effective_from, rules from rule_version
  where effective_from > +?
    or version = (select version from rule_version where effective_from <= +?
      order by effective_from desc, version desc limit 1)
    or version = (select max(version) from rule_version)
  order by version`;

/** Of all versions those that a change today is about: in force, planned for later days, and the newest made. */
export const versionsFromNowOn = (db: Reader, today: BusinessDate): Promise<RulesInForce[]> =>
  readOn(db, fromNowOn(today));

function* fromNowOn(today: BusinessDate): Reading<RulesInForce[]> {
  return (yield* rows<VersionRow>(FROM_NOW_ON, today, today)).map(versionFrom);
}

const versionFrom = (row: VersionRow): RulesInForce => ({
  version: row.version,
  effectiveFrom: businessDate(row.effective_from),
  rules: rulesFrom(row.rules),
});

/** Texts read lately and their rules: every sale reads today's, and those that its member's level goes by. */
const lately: { readonly json: string; readonly rules: ShopRules }[] = [];
const KEPT_TEXTS = 16;

/** Rules that a later Shuke has added are absent from older versions and take their defaults. */
export function rulesFrom(json: string): ShopRules {
  const known = lately.find((text) => text.json === json);
  if (known !== undefined) return known.rules;
  const rules = parsed(json);
  lately.unshift({ json, rules });
  if (lately.length > KEPT_TEXTS) lately.pop();
  return rules;
}

function parsed(json: string): ShopRules {
  const stored = JSON.parse(json) as Partial<ShopRules>; // written by us only, checked as JSON by the table
  return {
    points: { ...DEFAULT_RULES.points, ...stored.points },
    complaints: { ...DEFAULT_RULES.complaints, ...stored.complaints },
    tiers: stored.tiers ?? DEFAULT_RULES.tiers,
    memberDay: stored.memberDay ?? DEFAULT_RULES.memberDay,
    birthday: stored.birthday ?? DEFAULT_RULES.birthday,
    earnEvents: stored.earnEvents ?? DEFAULT_RULES.earnEvents,
    coupons: stored.coupons ?? DEFAULT_RULES.coupons,
    hours: stored.hours ?? DEFAULT_RULES.hours,
    care: { ...DEFAULT_RULES.care, ...stored.care },
    surveys: { ...DEFAULT_RULES.surveys, ...stored.surveys },
    timeBands: stored.timeBands ?? DEFAULT_RULES.timeBands,
    insights: { ...DEFAULT_RULES.insights, ...stored.insights },
    staff: { ...DEFAULT_RULES.staff, ...stored.staff },
  };
}

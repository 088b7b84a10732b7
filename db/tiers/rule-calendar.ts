import { inForceOn } from '../domain/settings/in-force';
import type { TierRules } from '../domain/settings/shop-rules';
import type { RuleCalendar, VersionedTierRules } from '../domain/tiers/standing';
import { type BusinessDate, businessDate } from '../domain/units';
import { type Reading, rows } from '../reading';
import { rulesFrom } from '../settings/queries';

/** Versions in force on some day from the first to the second value; of several for one day the last. */
const VERSIONS = `
  select version, effective_from, rules from rule_version v
  where effective_from >= coalesce((select max(effective_from) from rule_version where effective_from <= +?), '')
    and effective_from <= +?
    and version = (select max(version) from rule_version w where w.effective_from = v.effective_from)`;

interface VersionRow {
  readonly version: number;
  readonly effective_from: string;
  readonly rules: string;
}

export interface StoredRules extends RuleCalendar {
  /** The longest window of the rules in force on any day from `from` on, in months. */
  readonly longestWindow: (from: BusinessDate) => number;
}

/**
 * The rules of every day from `from` to `to`. Only those that are asked for are parsed: a sale asks for
 * today's.
 */
export function* ruleCalendar(from: BusinessDate, to: BusinessDate): Reading<StoredRules> {
  const found = yield* rows<VersionRow>(VERSIONS, from, to);
  const versions = found.map((row) => ({ ...row, effectiveFrom: businessDate(row.effective_from) }));
  const parsed = new Map<number, TierRules>();
  const at = (day: BusinessDate): VersionedTierRules => {
    // Days before the first rules are judged by those.
    const then = inForceOn(versions, day) ?? versions[0];
    if (then === undefined) throw new Error(`no rules read for ${day}`);
    const tiers = parsed.get(then.version) ?? rulesFrom(then.rules).tiers;
    parsed.set(then.version, tiers);
    return { version: then.version, tiers };
  };
  const changesBetween = (first: BusinessDate, before: BusinessDate) =>
    versions
      .map(({ effectiveFrom }) => effectiveFrom)
      .filter((day) => day >= first && day < before)
      .sort();
  return {
    on: at,
    changesBetween,
    longestWindow: (first) =>
      Math.max(...[first, ...changesBetween(first, to), to].map((day) => at(day).tiers.windowMonths)),
  };
}

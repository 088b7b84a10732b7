import type { PlannedRules } from '../settings/change-rules';
import { inForceOn } from '../settings/in-force';
import type { BusinessDate } from '../units';

/** Rules of head office by section, as far as it says something: `{ tiers: { windowMonths: 12 } }`. */
export type RuleChanges = Readonly<Record<string, unknown>>;

type Fields = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** From which day they would hold: theirs, or today where they come late; nothing that was is ever changed. */
export const effectiveDay = (from: BusinessDate, today: BusinessDate): BusinessDate =>
  from < today ? today : from;

/**
 * The rules of a day with what head office says otherwise: of a section only what it names, of a list all of it.
 * What comes out is no more than a draft: whether it is a set of rules is for its shape to say.
 */
export function draftWith(
  versions: readonly PlannedRules[],
  changes: RuleChanges,
  day: BusinessDate,
): Fields {
  const rules: Fields = { ...inForceOn(versions, day)?.rules };
  const sections = Object.entries(changes).map(([section, said]) => {
    const before = rules[section];
    return [section, isRecord(before) && isRecord(said) ? { ...before, ...said } : said] as const;
  });
  return { ...rules, ...Object.fromEntries(sections) };
}

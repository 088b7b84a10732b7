import { canonical, hasParts, isListOfNamed, nameIn } from './same';
import type { ShopRules } from './shop-rules';

/** One rule that is not what it was. */
export interface RuleDifference {
  /**
   * Names the rule over all versions: `tiers.loyal.money`; a coupon by its id
   * (`coupons.templates.first-purchase`), an event by its name (`earnEvents.618`).
   */
  readonly path: string;
  /** The rule as JSON with its keys in order; empty when there was no such coupon or event. */
  readonly before: string;
  /** The same; empty when it is gone. */
  readonly after: string;
}

/** What one set of rules says otherwise than another, rule by rule; nothing when they say the same. */
export function ruleDifferences(before: ShopRules, after: ShopRules): RuleDifference[] {
  const was = new Map(rulesIn(before, ''));
  const is = new Map(rulesIn(after, ''));
  const paths = new Set([...was.keys(), ...is.keys()]);
  return [...paths]
    .map((path) => ({ path, before: was.get(path) ?? '', after: is.get(path) ?? '' }))
    .filter((difference) => difference.before !== difference.after);
}

/** Every rule by its path. An empty list of coupons or events has none. */
function rulesIn(value: unknown, path: string): [path: string, rule: string][] {
  const under = (name: string) => (path === '' ? name : `${path}.${name}`);
  if (hasParts(value)) return Object.entries(value).flatMap(([name, part]) => rulesIn(part, under(name)));
  if (isListOfNamed(value)) return value.map((item) => [under(nameIn(item) ?? ''), canonical(item)]);
  return LISTS.has(path) ? [] : [[path, canonical(value)]];
}

const LISTS = new Set([
  'earnEvents',
  'coupons.templates',
  'complaints.reasons',
  'care.festivals',
  'care.scripts',
  'surveys.dimensions',
  'timeBands',
]);

import { ruleProblems } from '@domain/settings/decide-rules';
import type { RuleProblem } from '@domain/settings/rule-problem';
import type { ShopRules } from '@domain/settings/shop-rules';
import type { BusinessDate } from '@domain/units';
import { draftOfEvent, type EventDraft, readEvent } from './events';
import { FIELDS, type Field, FLAGS, type Flag, putAt, valueAt } from './fields';
import { draftOfLimits, type LimitsDraft, readLimits } from './limits';
import type { Problem, Problems } from './problem';
import { Reading } from './reading';
import { draftOfService, readBand, readFestival, type ServiceDraft } from './service';
import { draftOfTemplate, readTemplate, type TemplateDraft } from './templates';

/** The rules as they are typed. */
export interface RulesDraft extends ServiceDraft {
  /** By path; money in yuan, rates as decimals, discounts as the owner speaks. */
  readonly texts: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly weekdays: readonly number[];
  readonly events: readonly EventDraft[];
  readonly templates: readonly TemplateDraft[];
  /** The owner's own limits of RFM; null = five bands of equal size. */
  readonly limits: LimitsDraft | null;
}

export const textIn = (draft: RulesDraft, field: Field): string => draft.texts[field] ?? '';
export const flagIn = (draft: RulesDraft, flag: Flag): boolean => draft.flags[flag] ?? false;

export function draftOf(rules: ShopRules, today: BusinessDate): RulesDraft {
  return {
    texts: Object.fromEntries([...FIELDS].map(([path, kind]) => [path, kind.show(valueAt(rules, path))])),
    flags: Object.fromEntries(FLAGS.map((path) => [path, valueAt(rules, path) === true])),
    weekdays: rules.memberDay.weekdays,
    events: rules.earnEvents.map(draftOfEvent),
    templates: rules.coupons.templates.map((template) => draftOfTemplate(template, today)),
    limits: rules.insights.rfm.thresholds === null ? null : draftOfLimits(rules.insights.rfm.thresholds),
    ...draftOfService(rules),
  };
}

export interface ReadRules {
  /** As typed; what cannot be read stands as it was before. */
  readonly rules: ShopRules;
  readonly problems: Problems;
}

/** What is typed as rules, and everything that is wrong with it, each at its field. */
export function readRules(draft: RulesDraft, before: ShopRules, from: BusinessDate): ReadRules {
  const reading = new Reading();
  const rules = structuredClone(before);
  for (const [path, kind] of FIELDS) {
    const value = reading.field(path, kind, draft.texts[path] ?? '');
    if (value !== undefined) putAt(rules, path, value);
  }
  for (const path of FLAGS) putAt(rules, path, draft.flags[path] ?? false);
  putAt(rules, 'memberDay.weekdays', [...draft.weekdays]);
  const events = draft.events.map((event, index) => readEvent(event, index, reading));
  putAt(rules, 'earnEvents', events.map((event, index) => event ?? before.earnEvents[index]).filter(isThere));
  const templateBefore = (id: string) => before.coupons.templates.find((template) => template.id === id);
  const templates = draft.templates.map((one) => readTemplate(one, reading) ?? templateBefore(one.id));
  putAt(rules, 'coupons.templates', templates.filter(isThere));
  const limits = draft.limits === null ? null : readLimits(draft.limits, reading);
  putAt(
    rules,
    'insights.rfm.thresholds',
    draft.limits === null ? null : (limits ?? before.insights.rfm.thresholds),
  );
  putService(rules, draft, before, reading);
  const refused = problemsOf(ruleProblems(rules, { before, from }), draft);
  return { rules, problems: { ...refused, ...reading.problems } };
}

function putService(rules: object, draft: RulesDraft, before: ShopRules, reading: Reading): void {
  const trimmed = <T extends { readonly name: string }>(one: T): T => ({ ...one, name: one.name.trim() });
  putAt(rules, 'complaints.reasons', draft.reasons.map(trimmed));
  putAt(rules, 'surveys.dimensions', draft.dimensions.map(trimmed));
  putAt(rules, 'care.off', [...draft.off]);
  putAt(rules, 'care.scripts', draft.scripts.map(trimmed));
  const festivalBefore = (id: string) => before.care.festivals.find((festival) => festival.id === id);
  const festivals = draft.festivals.map((one) => readFestival(one, reading) ?? festivalBefore(one.id));
  putAt(rules, 'care.festivals', festivals.filter(isThere));
  const bandBefore = (id: string) => before.timeBands.find((band) => band.id === id);
  const bands = draft.bands.map((one) => readBand(one, reading) ?? bandBefore(one.id));
  putAt(rules, 'timeBands', bands.filter(isThere));
}

const isThere = <T>(value: T | undefined | null): value is T => value !== undefined && value !== null;

/** Refusals of the rules as a whole, at their fields; where several stand at one field, the first. */
export function problemsOf(refused: readonly RuleProblem[], draft: RulesDraft): Problems {
  const problems: Record<string, Problem> = {};
  for (const { rule, at } of refused) problems[fieldOf(at, draft)] ??= { code: rule };
  return problems;
}

const TERMS = /^coupons\.templates\.([\w-]+)\.(terms|validity)$/;
const MAIN_FIELD = { amount: 'off', percent: 'percentOff', gift: 'item', days: 'days', range: 'to' } as const;

/** Terms and validity are one rule each, typed in several fields: the one that says most of it. */
function fieldOf(at: string, { templates }: RulesDraft): string {
  const [, id, part] = TERMS.exec(at) ?? [];
  const template = templates.find((one) => one.id === id);
  if (template === undefined) return at;
  const field = MAIN_FIELD[part === 'terms' ? template.worth : template.validity];
  return `coupons.templates.${template.id}.${field}`;
}

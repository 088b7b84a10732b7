import { Refusal } from '@domain/refusal';
import { decideRules, type RuleName } from '@domain/settings/decide-rules';
import { fen, points } from '@domain/units';
import { readAmount, typedAmount } from '../../lib/amount';
import type { Rules } from './api';

/** The rules as they are typed: money in yuan, everything else in whole numbers. */
export const RULE_FIELDS = [
  'earnPer',
  'earnPoints',
  'expiryMonths',
  'redeemPoints',
  'redeemWorth',
  'minimum',
  'step',
  'percent',
  'restoredDays',
  'adjustLimit',
  'responseHours',
  'resolutionHours',
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];
export type RulesDraft = Readonly<Record<RuleField, string>>;

export type Problem =
  | { readonly code: 'not_whole' | 'not_amount' | RuleName }
  | { readonly code: 'out_of_range'; readonly min: number; readonly max: number };
export type Problems = Readonly<Partial<Record<RuleField, Problem>>>;

const MONEY = new Set<RuleField>(['earnPer', 'redeemWorth']);
const MOST_POINTS = 1_000_000_000;
/** As electron/contract/settings.ts allows. */
const RANGES: Readonly<Partial<Record<RuleField, readonly [number, number]>>> = {
  earnPoints: [0, MOST_POINTS],
  expiryMonths: [0, 120],
  redeemPoints: [0, MOST_POINTS],
  minimum: [0, MOST_POINTS],
  step: [0, MOST_POINTS],
  percent: [0, 100],
  restoredDays: [1, 366],
  adjustLimit: [0, MOST_POINTS],
  responseHours: [1, 720],
  resolutionHours: [1, 8760],
};
/** Where a refusal of the rules as a whole is shown. */
const FIELD_OF: Readonly<Record<RuleName, RuleField>> = {
  earn_rate: 'earnPer',
  redeem_rate: 'redeemWorth',
  redeem_step: 'step',
  redeem_minimum: 'minimum',
  complaint_hours: 'resolutionHours',
};

export function draftOf({ points: rule, complaints }: Rules): RulesDraft {
  return {
    earnPer: typedAmount(rule.earn.perFen),
    earnPoints: String(rule.earn.points),
    expiryMonths: String(rule.expiryMonths),
    redeemPoints: String(rule.redeem.points),
    redeemWorth: typedAmount(rule.redeem.worthFen),
    minimum: String(rule.redeemMinimum),
    step: String(rule.redeemStep),
    percent: String(rule.redeemMaxPercent),
    restoredDays: String(rule.restoredLotDays),
    adjustLimit: String(rule.adjustDailyLimit),
    responseHours: String(complaints.responseHours),
    resolutionHours: String(complaints.resolutionHours),
  };
}

/** What is typed as rules, or why not, field by field; no bill could follow what is refused here. */
export function readRules(draft: RulesDraft): { readonly rules: Rules } | { readonly problems: Problems } {
  const numbers = new Map<RuleField, number>();
  const problems: Partial<Record<RuleField, Problem>> = {};
  for (const field of RULE_FIELDS) {
    const read = MONEY.has(field) ? readYuan(draft[field]) : readWhole(field, draft[field]);
    if (typeof read === 'number') numbers.set(field, read);
    else problems[field] = read;
  }
  if (numbers.size < RULE_FIELDS.length) return { problems };
  const of = (field: RuleField) => numbers.get(field) ?? 0;
  const rules: Rules = {
    points: {
      earn: { points: points(of('earnPoints')), perFen: fen(of('earnPer')) },
      expiryMonths: of('expiryMonths'),
      redeem: { points: points(of('redeemPoints')), worthFen: fen(of('redeemWorth')) },
      redeemMinimum: points(of('minimum')),
      redeemStep: points(of('step')),
      redeemMaxPercent: of('percent'),
      restoredLotDays: of('restoredDays'),
      adjustDailyLimit: points(of('adjustLimit')),
    },
    complaints: { responseHours: of('responseHours'), resolutionHours: of('resolutionHours') },
  };
  const decided = decideRules(rules);
  return decided instanceof Refusal ? { problems: problemOf(decided.params.rule) } : { rules };
}

/** A refusal of main, at the field it is about. */
export const problemOf = (rule: RuleName): Problems => ({ [FIELD_OF[rule]]: { code: rule } });

function readYuan(text: string): number | Problem {
  const read = readAmount(text);
  return read.ok ? read.fen : { code: 'not_amount' };
}

function readWhole(field: RuleField, text: string): number | Problem {
  const folded = text.normalize('NFKC').replaceAll(/[\s,]/g, '');
  if (!/^\d{1,12}$/.test(folded)) return { code: 'not_whole' };
  const value = Number(folded);
  const [min, max] = RANGES[field] ?? [0, MOST_POINTS];
  return value < min || value > max ? { code: 'out_of_range', min, max } : value;
}

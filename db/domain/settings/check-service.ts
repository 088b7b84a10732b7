import type { TaskKind } from '../care/task';
import { REASON_GROUPS, STARTING_REASONS } from '../complaints/reasons';
import { DIMENSIONS } from '../surveys/survey';
import { daysInMonth } from '../units';
import type { Check, Complain } from './rule-problem';
import type { ShopRules } from './shop-rules';

/** A day that closes before it opens; clocks that count the hours of a store that never opens. */
export const checkHours: Check = ({ hours, complaints }, complain) => {
  const wrong = hours.weekly.some((day) => day !== null && day.closes <= day.opens);
  complain(wrong || hours.weekly.length !== 7, 'opening_hours', 'hours.weekly');
  const never = hours.weekly.every((day) => day === null);
  complain(complaints.storeHours && never, 'never_open', 'hours.weekly');
};

/**
 * Reasons that nobody could tell apart or choose, and one that is gone: old complaints keep it, so it
 * is switched off instead.
 */
export function checkReasons({ complaints }: ShopRules, before: ShopRules, complain: Complain): void {
  const ids = complaints.reasons.map(({ id }) => id);
  const known = new Set(before.complaints.reasons.map(({ id }) => id));
  complain(new Set(ids).size !== ids.length, 'reason_twice', 'complaints.reasons');
  for (const { id, name } of complaints.reasons) {
    const wordless = name.trim() === '' && !SOURCE_REASONS.has(id);
    complain(wordless, 'reason_name', `complaints.reasons.${id}.name`);
  }
  for (const id of known) complain(!ids.includes(id), 'reason_removed', 'complaints.reasons');
  for (const group of REASON_GROUPS) {
    const offered = complaints.reasons.some((leaf) => leaf.group === group && leaf.active);
    complain(!offered, 'reason_group_empty', 'complaints.reasons');
  }
}

/** These have a word in every language; an owner's own have the one they gave it. */
const SOURCE_REASONS = new Set(STARTING_REASONS.map(({ id }) => id));
const SOURCE_DIMENSIONS = new Set(DIMENSIONS.map(({ id }) => id));

/** More contacts for those who do not answer than for those who do (S58, S59). */
export const checkBudget: Check = ({ care }, complain) =>
  complain(care.budget.lowered > care.budget.perMonth, 'care_budget', 'care.budget.lowered');

/** A greeting without a name, or on a day that its calendar does not have. */
export const checkFestivals: Check = ({ care }, complain) => {
  for (const [index, { id, name, calendar, month, day }] of care.festivals.entries()) {
    const twice = care.festivals.slice(0, index).some((earlier) => earlier.id === id);
    complain(name.trim() === '' || twice, 'festival_name', `care.festivals.${id}.name`);
    // A lunar month has 29 or 30 days; 2024 is a leap year, so 29 February is a day.
    const days = calendar === 'lunar' ? 30 : daysInMonth(2024, month);
    complain(day > days, 'festival_day', `care.festivals.${id}.day`);
  }
};

/**
 * A script without words; a win-back script without its cause (S63), or a cause where none is asked;
 * selling in the question after a first purchase, in thanks, or after a complaint (S57, S58).
 */
export const checkScripts: Check = ({ care }, complain) => {
  for (const [index, script] of care.scripts.entries()) {
    const at = (part: string) => `care.scripts.${script.id}.${part}`;
    const twice = care.scripts.slice(0, index).some((earlier) => earlier.id === script.id);
    complain(script.name.trim() === '' || twice, 'script_name', at('name'));
    complain(script.text.trim() === '', 'script_text', at('text'));
    complain((script.kind === 'win_back') !== (script.cause !== null), 'script_cause', at('cause'));
    complain(NEVER_SELLING.has(script.kind) && script.content === 'offer', 'script_sells', at('content'));
  }
};

const NEVER_SELLING = new Set<TaskKind>([
  'first_purchase',
  'complaint_follow_up',
  'data_refresh',
  'referral_thanks',
]);

/** A dimension of one's own needs a word; the sources' have one in every language (S88). */
export const checkDimensions: Check = ({ surveys }, complain) => {
  for (const [index, { id, name }] of surveys.dimensions.entries()) {
    const twice = surveys.dimensions.slice(0, index).some((earlier) => earlier.id === id);
    const wordless = name.trim() === '' && !SOURCE_DIMENSIONS.has(id);
    complain(wordless || twice, 'dimension_name', `surveys.dimensions.${id}.name`);
  }
};

/** Bands that end before they begin, overlap, or hint at nothing (S94). */
export const checkTimeBands: Check = ({ timeBands }, complain) => {
  for (const [index, { id, from, to, hint }] of timeBands.entries()) {
    const overlaps = timeBands.slice(0, index).some((other) => from < other.to && other.from < to);
    complain(to <= from || overlaps, 'band_span', `timeBands.${id}.to`);
    complain(hint.trim() === '', 'band_hint', `timeBands.${id}.hint`);
  }
};

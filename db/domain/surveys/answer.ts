import { addDays } from '../calendar/business-day';
import { type NoParams, type Refusal, refuse } from '../refusal';
import type { SurveyRules } from '../settings/shop-rules';
import type { BusinessDate } from '../units';
import { isLow, type SurveyAnswer } from './survey';

/**
 * Takes an answer as it was given, and says whether it is low. Refuses one in which neither question
 * was answered, and a score of a dimension that the shop does not ask about (any more).
 */
export function decideAnswer(
  answer: SurveyAnswer,
  rules: SurveyRules,
): { readonly low: boolean } | Refusal<'empty_answer', NoParams> | Refusal<'dimension_gone', NoParams> {
  if (answer.satisfaction === null && answer.recommend === null) return refuse('empty_answer');
  const asked = new Set(rules.dimensions.filter(({ active }) => active).map(({ id }) => id));
  if (Object.keys(answer.dimensions).some((id) => !asked.has(id))) return refuse('dimension_gone');
  return { low: isLow(answer) };
}

/** The first day on which somebody who was asked on `askedOn` may be asked again. */
export const askAgainOn = (askedOn: BusinessDate, rules: SurveyRules): BusinessDate =>
  addDays(askedOn, rules.pauseDays);

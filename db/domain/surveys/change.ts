import { type NoParams, type Refusal, refuse } from '../refusal';
import type { SurveyRules } from '../settings/shop-rules';
import type { BusinessDate } from '../units';

/** What was heard and what the shop does since because of it (S84). */
export interface ServiceChange {
  readonly heard: string;
  readonly changed: string;
  /** The dimension that it should move; empty = satisfaction as a whole. */
  readonly dimension: string;
  /** The first day of the change; may lie ahead. */
  readonly since: BusinessDate;
}

/** Needs both texts, and a dimension that the shop knows (one it has switched off may still have scores). */
export function decideChange(
  { heard, changed, dimension }: ServiceChange,
  rules: SurveyRules,
): Refusal<'text_needed', NoParams> | Refusal<'dimension_gone', NoParams> | undefined {
  if (heard === '' || changed === '') return refuse('text_needed');
  if (dimension !== '' && !rules.dimensions.some(({ id }) => id === dimension))
    return refuse('dimension_gone');
  return undefined;
}

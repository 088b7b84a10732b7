import type { SurveyAnswer } from '@domain/surveys/survey';

/** What has been answered so far, and whom it is about where somebody said so. */
export interface SurveyDraft extends SurveyAnswer {
  /** Null = who made the sale, or who is at the counter. */
  readonly servedBy: string | null;
}

export const EMPTY_DRAFT: SurveyDraft = {
  satisfaction: null,
  recommend: null,
  dimensions: {},
  note: '',
  servedBy: null,
};

/** One of the two questions is answered: it can be kept. */
export const isAnswered = ({ satisfaction, recommend }: SurveyDraft): boolean =>
  satisfaction !== null || recommend !== null;

/** Something would be lost by leaving. */
export const isTouched = (draft: SurveyDraft): boolean =>
  isAnswered(draft) || draft.note.trim() !== '' || Object.keys(draft.dimensions).length > 0;

/** The scores with that dimension among them; null takes it back. */
export function withScore(
  { dimensions }: SurveyDraft,
  dimension: string,
  score: number | null,
): Pick<SurveyDraft, 'dimensions'> {
  const { [dimension]: _, ...others } = dimensions;
  return { dimensions: score === null ? others : { ...others, [dimension]: score } };
}

/** What is carried into a complaint that the answer leads to. */
export interface LowAnswer {
  readonly answerId: string;
  readonly note: string;
}

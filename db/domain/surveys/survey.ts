/** What a member may score apart (S88): what they may expect, and what exceeds it. */
export const KNOWN_DIMENSIONS = {
  expected: ['range', 'quantity', 'price', 'caring', 'trained', 'timely'],
  exceeding: ['product', 'value', 'price_beyond', 'warmth', 'after_sales'],
} as const;
export type DimensionGroup = keyof typeof KNOWN_DIMENSIONS;

export interface Dimension {
  readonly id: string;
  readonly group: DimensionGroup;
  /** The owner's word; empty = the word of the source, in the language of the screen. */
  readonly name: string;
  readonly active: boolean;
}

export const DIMENSIONS: readonly Dimension[] = (['expected', 'exceeding'] as const).flatMap((group) =>
  KNOWN_DIMENSIONS[group].map((id) => ({ id, group, name: '', active: true })),
);

/** How it was asked. */
export const SURVEY_CHANNELS = ['counter', 'display', 'phone', 'wechat'] as const;
export type SurveyChannel = (typeof SURVEY_CHANNELS)[number];

/** One answer: at least one of the two questions, whole numbers. */
export interface SurveyAnswer {
  /** 1-5; 4 and 5 are content. */
  readonly satisfaction: number | null;
  /** 0-10; 9 and 10 recommend, 0-6 advise against. */
  readonly recommend: number | null;
  /** 1-5 by dimension (S88). */
  readonly dimensions: Readonly<Record<string, number>>;
  readonly note: string;
}

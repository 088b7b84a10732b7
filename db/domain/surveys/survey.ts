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

/** From here up a score of 1-5 is content (rules, Surveys: "share of 4-5"). */
export const CONTENT_FROM = 4;
/** From here up somebody recommends the shop, word of mouth (rules, Surveys: "share of 9-10"). */
export const PROMOTES_FROM = 9;
/** Up to here somebody advises against it. Source: F. F. Reichheld, HBR 81 (2003). */
export const DETRACTS_TO = 6;
/** Up to here a score of 1-5 asks for a complaint to be offered. */
export const LOW_TO = 2;

/** Low enough that a complaint is offered at once (rules, Surveys). */
export const isLow = (answer: Pick<SurveyAnswer, 'satisfaction' | 'recommend'>): boolean =>
  (answer.satisfaction !== null && answer.satisfaction <= LOW_TO) ||
  (answer.recommend !== null && answer.recommend <= DETRACTS_TO);

import { addDays, addMonths } from '../calendar/business-day';
import type { Period } from '../calendar/period';
import type { BusinessDate } from '../units';
import { type Nps, npsOf } from './nps';
import { type PercentWithin, percentWithin } from './percent';
import { CONTENT_FROM, PROMOTES_FROM } from './survey';

/** How often each answer was given: five for satisfaction 1-5, eleven for recommending 0-10. */
export interface AnswerCounts {
  readonly answers: number;
  readonly satisfaction: readonly number[];
  readonly recommend: readonly number[];
}

/** Answers that said the same, and how many they were. */
export interface Said {
  readonly satisfaction: number | null;
  readonly recommend: number | null;
  readonly count: number;
}

/** Adds up what was said; the order does not matter. */
export function countAnswers(said: Iterable<Said>): AnswerCounts {
  const satisfaction = Array.from({ length: 5 }, () => 0);
  const recommend = Array.from({ length: 11 }, () => 0);
  let answers = 0;
  for (const one of said) {
    answers += one.count;
    if (one.satisfaction !== null) add(satisfaction, one.satisfaction - 1, one.count);
    if (one.recommend !== null) add(recommend, one.recommend, one.count);
  }
  return { answers, satisfaction, recommend };
}

function add(counts: number[], at: number, count: number): void {
  counts[at] = (counts[at] ?? 0) + count;
}

/** What the answers come to: satisfaction = share of 4-5, word of mouth = share of 9-10, NPS (rules, Surveys; S85). */
export function shareOf(counts: AnswerCounts): {
  readonly satisfaction: PercentWithin | null;
  readonly wordOfMouth: PercentWithin | null;
  readonly nps: Nps | null;
} {
  return {
    satisfaction: shareFrom(counts.satisfaction, CONTENT_FROM - 1),
    wordOfMouth: shareFrom(counts.recommend, PROMOTES_FROM),
    nps: npsOf(counts.recommend),
  };
}

function shareFrom(counts: readonly number[], from: number): PercentWithin | null {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, count) => total + count, 0);
  return percentWithin(sum(counts.slice(from)), sum(counts));
}

/** A trend is told over a year, however short the period that is looked at: one month is no trend. */
const TREND_MONTHS = 12;

/** The months of the trend, `YYYY-MM`, oldest first; the last is that of the period's last day. */
export const trendMonths = ({ to }: Period): string[] =>
  Array.from({ length: TREND_MONTHS }, (_, index) => addMonths(to, index + 1 - TREND_MONTHS).slice(0, 7));

/** So many days on either side of a change are set against each other (S84). */
const CHANGE_DAYS = 90;

/** The stretches before and after a change; the second has not begun while its first day lies ahead. */
export const aroundChange = (since: BusinessDate): { readonly before: Period; readonly after: Period } => ({
  before: { from: addDays(since, -CHANGE_DAYS), to: addDays(since, -1) },
  after: { from: since, to: addDays(since, CHANGE_DAYS - 1) },
});

/** Whoever was served comes back within so many days, or counts as not come back (S86). */
export const COMES_BACK_DAYS = 30;

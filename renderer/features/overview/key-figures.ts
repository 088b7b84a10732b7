import { percentWords, scoreWords } from '../../lib/percent-words';
import type { Customers, Indicators, IndicatorsOf, Share } from './api';

export type KeyFigureId =
  | 'satisfaction'
  | 'loyalty'
  | 'wordOfMouth'
  | 'nps'
  | 'loyaltyScore'
  | 'retention'
  | 'answeredOnTime'
  | 'resolvedOnTime';

/** What a share is of. */
type Counted = 'answers' | 'buyers' | 'customers' | 'complaints';

/** A share or a score, where it really may lie, its target, and what it was before. */
export interface KeyFigure {
  readonly id: KeyFigureId;
  /** Null where nothing was answered or counted. */
  readonly now: { readonly at: number; readonly low: number; readonly high: number } | null;
  /** Of how many of what; null where it is made of two shares. */
  readonly of: { readonly count: number; readonly what: Counted } | null;
  readonly target: number | null;
  readonly before: number | null;
  /** Per cent, a net score of -100 to 100, or a score of 0 to 100. */
  readonly unit: 'percent' | 'net' | 'score';
}

/** The key figures in the order of the page; retention is told once the customers are known. */
export function keyFigures(
  { targets, now, before }: IndicatorsOf,
  customers: Customers | null,
): readonly KeyFigure[] {
  const share = (
    id: 'satisfaction' | 'loyalty' | 'wordOfMouth' | 'answeredOnTime' | 'resolvedOnTime',
    what: Counted,
    target: number | null = null,
  ) => shareFigure(id, [now[id], before[id]], what, target);
  return [
    share('satisfaction', 'answers', targets.satisfaction),
    share('loyalty', 'buyers', targets.loyalty),
    share('wordOfMouth', 'answers', targets.wordOfMouth),
    {
      ...{ id: 'nps', now: within(now.nps), target: null, before: before.nps?.score ?? null, unit: 'net' },
      of: now.nps === null ? null : { count: now.nps.of, what: 'answers' },
    },
    {
      ...{ id: 'loyaltyScore', now: within(now.loyaltyScore), of: null, target: null, unit: 'score' },
      before: before.loyaltyScore?.score ?? null,
    },
    ...(customers === null
      ? []
      : [shareFigure('retention', [customers.now.retention, customers.before.retention], 'customers', null)]),
    share('answeredOnTime', 'complaints'),
    share('resolvedOnTime', 'complaints'),
  ];
}

const within = (score: Indicators['loyaltyScore']): KeyFigure['now'] =>
  score === null ? null : { at: score.score, low: score.low, high: score.high };

const shareFigure = (
  id: KeyFigureId,
  [now, before]: readonly [Share, Share],
  what: Counted,
  target: number | null,
): KeyFigure => ({
  ...{ id, target, unit: 'percent' },
  now: now === null ? null : { at: now.percent, low: now.low, high: now.high },
  of: now === null ? null : { count: now.of, what },
  before: before?.percent ?? null,
});

/** `86.0%`, `+42`, or `71.5`. */
export function unitWords(value: number, unit: KeyFigure['unit']): string {
  if (unit === 'net') return scoreWords(value);
  return unit === 'percent' ? percentWords(value) : value.toFixed(1);
}

/** Where a figure lies on a scale from 0 to 100. */
export const onScale = (value: number, unit: KeyFigure['unit']): number =>
  unit === 'net' ? (value + 100) / 2 : value;

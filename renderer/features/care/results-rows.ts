import { COMPARED_KINDS } from '@domain/care/task';
import { type Difference, differenceOf, verdictOn } from '@domain/statistics/difference';
import { type Share, wilson } from '@domain/statistics/proportion';
import type { Results } from './api';

type Kind = Results['kinds'][number];

/** One kind, those with a task beside those left out by lot, and what may be said of the difference. */
export interface ComparedRow {
  readonly kind: Kind['kind'];
  readonly tasked: Share | null;
  readonly taskedOf: number;
  readonly control: Share | null;
  readonly controlOf: number;
  /** Null while one side is empty. */
  readonly difference: Difference | null;
  readonly verdict: 'above' | 'below' | 'unknown' | 'too_early';
}

/** Kinds of which some are left out by lot; the others have nothing to be held against. */
export const comparedRows = (kinds: readonly Kind[]): readonly ComparedRow[] =>
  kinds.filter(({ kind }) => COMPARED_KINDS.some((each) => each === kind)).map(comparedRow);

function comparedRow({ kind, taskedBought, controlBought }: Kind): ComparedRow {
  const tasked = taskedBought === null ? null : wilson(taskedBought.bought, taskedBought.of);
  const control = controlBought === null ? null : wilson(controlBought.bought, controlBought.of);
  const difference = tasked === null || control === null ? null : differenceOf(tasked, control);
  return {
    kind,
    tasked,
    taskedOf: taskedBought?.of ?? 0,
    control,
    controlOf: controlBought?.of ?? 0,
    difference,
    verdict: difference === null ? 'too_early' : verdictOn(difference),
  };
}

import { COMPARED_KINDS } from '@domain/care/task';
import { type Difference, differenceOf, verdictOn } from '@domain/statistics/difference';
import { type Share, wilson } from '@domain/statistics/proportion';
import type { Results } from './api';

type Kind = Results['kinds'][number];

/** One kind, contacted beside left out by lot, and what may be said of the difference. */
export interface ComparedRow {
  readonly kind: Kind['kind'];
  readonly contacted: Share | null;
  readonly contactedOf: number;
  readonly control: Share | null;
  readonly controlOf: number;
  /** Null while one side is empty. */
  readonly difference: Difference | null;
  readonly verdict: 'above' | 'below' | 'unknown' | 'too_early';
}

/** Kinds of which some are left out by lot; the others have nothing to be held against. */
export const comparedRows = (kinds: readonly Kind[]): readonly ComparedRow[] =>
  kinds.filter(({ kind }) => COMPARED_KINDS.some((each) => each === kind)).map(comparedRow);

function comparedRow({ kind, contactedBought, controlBought }: Kind): ComparedRow {
  const contacted = wilson(contactedBought.bought, contactedBought.of);
  const control = controlBought === null ? null : wilson(controlBought.bought, controlBought.of);
  const difference = contacted === null || control === null ? null : differenceOf(contacted, control);
  return {
    kind,
    contacted,
    contactedOf: contactedBought.of,
    control,
    controlOf: controlBought?.of ?? 0,
    difference,
    verdict: difference === null ? 'too_early' : verdictOn(difference),
  };
}

import { wilson } from '../statistics/proportion';
import { COMPARED_KINDS, type TaskKind } from './task';

/** A purchase within so many days counts as "bought again" (S56-S63). */
export const BOUGHT_WITHIN_DAYS = 30;

/** Of so many whose days are over, so many have bought. */
export interface Bought {
  readonly bought: number;
  readonly of: number;
}

/** What came of one kind of task, as it was counted. */
export interface KindCounts {
  readonly kind: TaskKind;
  readonly made: number;
  readonly contacted: number;
  readonly done: number;
  readonly lapsed: number;
  readonly dropped: number;
  readonly contactedBought: Bought;
  /** All whom the lot did not leave out, and whom it did: counted alike, so these two can be held against each other. */
  readonly taskedBought: Bought;
  readonly controlBought: Bought;
}

/** The same with what the shares may really be; a kind of which nobody is left out has nothing beside it. */
export function resultOf(counts: KindCounts) {
  const compared = COMPARED_KINDS.some((kind) => kind === counts.kind);
  return {
    ...counts,
    taskedBought: compared ? counts.taskedBought : null,
    controlBought: compared ? counts.controlBought : null,
    contactedInterval: intervalOf(counts.contactedBought),
    taskedInterval: compared ? intervalOf(counts.taskedBought) : null,
    controlInterval: compared ? intervalOf(counts.controlBought) : null,
  };
}

function intervalOf({ bought, of }: Bought): [number, number] | null {
  const share = wilson(bought, of);
  return share && [share.from, share.to];
}

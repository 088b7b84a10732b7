import { CLASSES, type CustomerClass } from './words';

/** So many members were of one class a week ago and are of another now; `from` null = were no members then. */
export interface DriftPair {
  readonly from: CustomerClass | null;
  readonly to: CustomerClass;
  readonly members: number;
}

/** What moved since last week, best news first. */
export interface Drift {
  readonly up: DriftPair[];
  readonly down: DriftPair[];
  readonly joined: DriftPair[];
  readonly stayed: number;
}

const place = (name: CustomerClass): number => CLASSES.indexOf(name);

/** Sorts the pairs into those that rose, fell and joined (S05); the largest first. */
export function driftOf(pairs: readonly DriftPair[]): Drift {
  const bySize = [...pairs].sort((a, b) => b.members - a.members);
  const step = ({ from, to }: DriftPair) => (from === null ? 0 : place(from) - place(to));
  return {
    up: bySize.filter((pair) => step(pair) > 0),
    down: bySize.filter((pair) => step(pair) < 0),
    joined: bySize.filter(({ from }) => from === null),
    stayed: pairs.reduce((sum, pair) => (pair.from === pair.to ? sum + pair.members : sum), 0),
  };
}

import { permissionOf } from '../../contract/permissions';
import type { Route } from '../../contract/rpc';

/** Upper edges of the steps in which durations are counted, in milliseconds; what is longer is in the last one. */
const EDGES = [1, 2, 5, 10, 16, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000] as const;
const NO_CALLS: readonly number[] = [0, ...EDGES.map(() => 0)];

/** How long one channel has taken since main started, in milliseconds. */
export interface Timing {
  readonly channel: string;
  readonly calls: number;
  /** Upper edge of the step below which half, and 95 of 100, of the calls were; null = above the last edge. */
  readonly half: number | null;
  readonly most: number | null;
  readonly longest: number;
}

/** Counts how long each channel takes to answer: a number per step, whatever was asked. */
export class Timings {
  private readonly channels = new Map<string, { steps: number[]; longest: number }>();

  constructor(private readonly clock: () => number) {}

  around(route: Route): Route {
    return async (channel, payload) => {
      const from = this.clock();
      const answer = await route(channel, payload);
      // Names that are no channel's are whatever somebody made up.
      if (typeof channel === 'string' && permissionOf(channel) !== undefined)
        this.count(channel, this.clock() - from);
      return answer;
    };
  }

  /** The slowest first. */
  read(): Timing[] {
    return [...this.channels]
      .map(([channel, { steps, longest }]) => {
        const calls = steps.reduce((sum, here) => sum + here, 0);
        return {
          ...{ channel, calls, half: edgeAt(steps, calls * 0.5), most: edgeAt(steps, calls * 0.95) },
          longest: Math.ceil(longest),
        };
      })
      .sort((a, b) => b.longest - a.longest);
  }

  private count(channel: string, ms: number): void {
    const kept = this.channels.get(channel) ?? { steps: [...NO_CALLS], longest: 0 };
    const step = EDGES.findIndex((edge) => ms <= edge);
    const at = step < 0 ? EDGES.length : step;
    kept.steps[at] = (kept.steps[at] ?? 0) + 1;
    kept.longest = Math.max(kept.longest, ms);
    this.channels.set(channel, kept);
  }
}

function edgeAt(steps: readonly number[], calls: number): number | null {
  let sum = 0;
  for (const [at, here] of steps.entries()) {
    sum += here;
    if (sum >= calls) return EDGES[at] ?? null;
  }
  return null;
}

const MINUTE_MS = 60_000;

/** How long something took; null where there is nothing to say. */
export interface Spread {
  readonly of: number;
  /** Minutes; quantiles by nearest rank. */
  readonly p50: number;
  readonly p90: number;
  readonly longest: number;
  /** How many took up to each of the edges, the edge itself included, and in the last one longer. */
  readonly bins: number[];
  readonly edges: number[];
}

const HOUR = 60;
const DAY = 24 * HOUR;
/** Upper edges in minutes; the time allowed by default (S68, S69) is one of them. */
export const RESPONSE_EDGES = [HOUR, 4 * HOUR, 8 * HOUR, DAY, 2 * DAY, 3 * DAY] as const;
export const RESOLUTION_EDGES = [4 * HOUR, DAY, 3 * DAY, 7 * DAY, 14 * DAY, 30 * DAY] as const;

/** Begun minutes count as whole ones: what is a second too late does not look as if it were in time. */
export function spreadOf(took: readonly number[], edges: readonly number[]): Spread | null {
  const minutes = took.map((ms) => Math.ceil(ms / MINUTE_MS)).toSorted((a, b) => a - b);
  if (minutes.length === 0) return null;
  const bins = Array.from({ length: edges.length + 1 }, () => 0);
  for (const each of minutes) {
    const found = edges.findIndex((edge) => each <= edge);
    const bin = found === -1 ? edges.length : found;
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const rank = (share: number) => minutes[Math.ceil(share * minutes.length) - 1] ?? 0;
  return { of: minutes.length, p50: rank(0.5), p90: rank(0.9), longest: rank(1), bins, edges: [...edges] };
}

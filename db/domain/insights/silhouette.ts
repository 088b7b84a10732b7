/**
 * The mean silhouette of several groupings of the same points, -1 to 1: how much nearer each point is to its own
 * group than to the next one. A point that is alone in its group counts 0. Every distance is reckoned once,
 * whatever the number of groupings.
 * Source: P. J. Rousseeuw, Silhouettes, Journal of Computational and Applied Mathematics 20 (1987).
 */
export function silhouettes(
  points: readonly number[][],
  groupings: readonly (readonly number[])[],
): number[] {
  const count = points.length;
  const axes = points[0]?.length ?? 0;
  const at = Float64Array.from(points.flat());
  const sums = groupings.map((groups) => new DistanceSums(groups));
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      let square = 0;
      for (let axis = 0; axis < axes; axis++)
        square += ((at[i * axes + axis] ?? 0) - (at[j * axes + axis] ?? 0)) ** 2;
      const distance = Math.sqrt(square);
      for (const one of sums) one.add(i, j, distance);
    }
  }
  return sums.map((one) => one.meanSilhouette());
}

/** The number of groups with the best silhouette; of equals the fewest, which are easier to tell apart. */
export const bestSilhouette = (measured: readonly { k: number; silhouette: number }[]): number | null =>
  measured.reduce<{ k: number; silhouette: number } | null>(
    (best, one) => (best === null || one.silhouette > best.silhouette ? one : best),
    null,
  )?.k ?? null;

/** How far each point of one grouping is from all points of each group together. */
class DistanceSums {
  private readonly group: Int32Array;
  private readonly sizes: Int32Array;
  private readonly sums: Float64Array;

  constructor(groups: readonly number[]) {
    this.group = Int32Array.from(groups);
    this.sizes = new Int32Array(Math.max(0, ...groups) + 1);
    for (const group of groups) this.sizes[group] = (this.sizes[group] ?? 0) + 1;
    this.sums = new Float64Array(groups.length * this.sizes.length);
  }

  add(i: number, j: number, distance: number): void {
    const { group, sums, sizes } = this;
    const toJ = i * sizes.length + (group[j] ?? 0);
    const toI = j * sizes.length + (group[i] ?? 0);
    sums[toJ] = (sums[toJ] ?? 0) + distance;
    sums[toI] = (sums[toI] ?? 0) + distance;
  }

  meanSilhouette(): number {
    let total = 0;
    for (let i = 0; i < this.group.length; i++) total += this.silhouetteOf(i);
    return this.group.length === 0 ? 0 : total / this.group.length;
  }

  private silhouetteOf(i: number): number {
    const { sizes, sums } = this;
    const own = this.group[i] ?? 0;
    const size = sizes[own] ?? 0;
    if (size <= 1) return 0;
    const inside = (sums[i * sizes.length + own] ?? 0) / (size - 1);
    let next = Number.POSITIVE_INFINITY;
    for (let group = 0; group < sizes.length; group++) {
      const members = sizes[group] ?? 0;
      if (group !== own && members > 0)
        next = Math.min(next, (sums[i * sizes.length + group] ?? 0) / members);
    }
    const wider = Math.max(inside, next);
    return !Number.isFinite(next) || wider === 0 ? 0 : (next - inside) / wider;
  }
}

/**
 * The mean silhouette of several groupings of the same points, -1 to 1: how much nearer each point is to its own
 * group than to the next one. A point that is alone in its group counts 0.
 * Source: P. J. Rousseeuw, Silhouettes, Journal of Computational and Applied Mathematics 20 (1987).
 */
export function silhouettes(
  points: readonly number[][],
  groupings: readonly (readonly number[])[],
): number[] {
  const sizes = groupings.map((groups) => {
    const size = new Int32Array(Math.max(...groups) + 1);
    for (const group of groups) size[group] = (size[group] ?? 0) + 1;
    return size;
  });
  const totals = groupings.map(() => 0);
  const toGroup = sizes.map((size) => new Float64Array(size.length));
  points.forEach((point, i) => {
    for (const sums of toGroup) sums.fill(0);
    points.forEach((other, j) => {
      const distance = distanceOf(point, other);
      groupings.forEach((groups, g) => {
        const sums = toGroup[g];
        const group = groups[j] ?? 0;
        if (sums) sums[group] = (sums[group] ?? 0) + distance;
      });
    });
    groupings.forEach((groups, g) => {
      totals[g] = (totals[g] ?? 0) + silhouetteOf(groups[i] ?? 0, toGroup[g] ?? [], sizes[g] ?? []);
    });
  });
  return totals.map((total) => (points.length === 0 ? 0 : total / points.length));
}

/** The number of groups with the best silhouette; of equals the fewest, which are easier to tell apart. */
export const bestSilhouette = (measured: readonly { k: number; silhouette: number }[]): number | null =>
  measured.reduce<{ k: number; silhouette: number } | null>(
    (best, one) => (best === null || one.silhouette > best.silhouette ? one : best),
    null,
  )?.k ?? null;

function silhouetteOf(own: number, sums: ArrayLike<number>, sizes: ArrayLike<number>): number {
  const size = sizes[own] ?? 0;
  if (size <= 1) return 0;
  const inside = (sums[own] ?? 0) / (size - 1);
  let next = Number.POSITIVE_INFINITY;
  for (let group = 0; group < sizes.length; group++) {
    const members = sizes[group] ?? 0;
    if (group !== own && members > 0) next = Math.min(next, (sums[group] ?? 0) / members);
  }
  const wider = Math.max(inside, next);
  return !Number.isFinite(next) || wider === 0 ? 0 : (next - inside) / wider;
}

const distanceOf = (a: readonly number[], b: readonly number[]): number =>
  Math.sqrt(a.reduce((sum, value, axis) => sum + (value - (b[axis] ?? 0)) ** 2, 0));

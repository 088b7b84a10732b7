/** A function to be made small: its value at `at`, and its gradient written into `gradient`. */
export type Slope = (at: Float64Array, gradient: Float64Array) => number;

/** Why no minimum was found: it lies beyond an upper limit, the rounds were used up, or no step leads down. */
export type NoMinimum = 'beyond' | 'rounds' | 'stuck';

export type Minimum =
  | { readonly converged: true; readonly at: Float64Array; readonly value: number }
  | { readonly converged: false; readonly why: NoMinimum };

export interface Limits {
  /** Where a coordinate passes its limit, the minimum lies at infinity and the search ends. */
  readonly upper: readonly number[];
}

/** The search ends where no part of the gradient is above this; a function of size 1 and scale 1 is assumed. */
const LEVEL = 1e-8;
/** Where rounding lets no step lead down any more, a gradient as small as this is level too. */
const NEARLY_LEVEL = 1e-5;
const ROUNDS = 300;
const HALVINGS = 30;
/** Sums over many members are exact to this part of themselves; below it the slope alone tells where down is. */
const ROUNDING = 1e-12;
/** No step moves a coordinate by more: coordinates are logarithms, so this is a factor of 7. */
const LONGEST_STEP = 2;
/** A step must lead down by this part of what the slope promises, and leave at most that part of the slope. */
const ENOUGH_DOWN = 1e-4;
const SLOPE_LEFT = 0.9;

const dot = (one: Float64Array, other: Float64Array): number =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
const largest = (vector: Float64Array): number =>
  vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/**
 * Minimises a smooth function of a few coordinates by BFGS (Nocedal and Wright, Numerical Optimization, 2nd
 * ed., algorithm 6.1) with a bisecting line search to the weak Wolfe conditions, which hold the inverse
 * Hessian positive. Says so where it finds none; never throws.
 */
export function minimise(slope: Slope, start: readonly number[], limits: Limits): Minimum {
  let here = standAt(slope, Float64Array.from(start));
  if (!Number.isFinite(here.value)) return { converged: false, why: 'stuck' };
  let inverse = identity(start.length, 1 / Math.max(1, largest(here.gradient)));
  let fresh = true;
  for (let round = 0; round < ROUNDS; round++) {
    if (largest(here.gradient) <= LEVEL) return { converged: true, at: here.at, value: here.value };
    if (here.at.some((value, index) => value > (limits.upper[index] ?? Number.POSITIVE_INFINITY))) {
      return { converged: false, why: 'beyond' };
    }
    const next = stepDown(slope, here, inverse);
    if (next === null) {
      if (largest(here.gradient) <= NEARLY_LEVEL) return { converged: true, at: here.at, value: here.value };
      if (fresh) return { converged: false, why: 'stuck' };
      inverse = identity(start.length, 1 / Math.max(1, largest(here.gradient)));
      fresh = true;
      continue;
    }
    const moved = next.at.map((value, index) => value - (here.at[index] ?? 0));
    const turned = next.gradient.map((value, index) => value - (here.gradient[index] ?? 0));
    const bend = dot(moved, turned);
    if (bend > 0) {
      if (fresh) inverse = identity(start.length, bend / dot(turned, turned));
      inverse = updated(inverse, moved, turned, bend);
      fresh = false;
    }
    here = next;
  }
  return { converged: false, why: 'rounds' };
}

interface Place {
  readonly at: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

function standAt(slope: Slope, at: Float64Array): Place {
  const gradient = new Float64Array(at.length);
  return { at, value: slope(at, gradient), gradient };
}

/** The next place along the way down, or null where none is lower. */
function stepDown(slope: Slope, here: Place, inverse: readonly Float64Array[]): Place | null {
  const way = Float64Array.from(inverse, (row) => -dot(row, here.gradient));
  const descent = dot(way, here.gradient);
  if (!(descent < 0)) return null;
  const rounding = ROUNDING * Math.abs(here.value);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let length = Math.min(1, LONGEST_STEP / largest(way));
  let lower: Place | null = null;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const next = standAt(
      slope,
      here.at.map((value, index) => value + length * (way[index] ?? 0)),
    );
    if (!(next.value <= here.value + ENOUGH_DOWN * length * descent + rounding)) {
      high = length;
    } else if (dot(next.gradient, way) < SLOPE_LEFT * descent) {
      lower = next;
      low = length;
      if (length * largest(way) >= LONGEST_STEP) return next;
    } else {
      return next;
    }
    length =
      high === Number.POSITIVE_INFINITY ? Math.min(2 * low, LONGEST_STEP / largest(way)) : (low + high) / 2;
  }
  return lower;
}

const identity = (size: number, scale: number): Float64Array[] =>
  Array.from({ length: size }, (_, row) => {
    const line = new Float64Array(size);
    line[row] = scale;
    return line;
  });

/** The inverse Hessian after a step `moved` that turned the gradient by `turned` (Nocedal and Wright, 6.17). */
function updated(
  inverse: readonly Float64Array[],
  moved: Float64Array,
  turned: Float64Array,
  bend: number,
): Float64Array[] {
  const carried = Float64Array.from(inverse, (row) => dot(row, turned));
  const stretch = 1 + dot(carried, turned) / bend;
  return inverse.map((row, i) =>
    row.map((value, j) => {
      const [stepI = 0, stepJ = 0] = [moved[i], moved[j]];
      return value + (stretch * stepI * stepJ - (carried[i] ?? 0) * stepJ - stepI * (carried[j] ?? 0)) / bend;
    }),
  );
}

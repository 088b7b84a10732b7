/**
 * How a shop's members are parted by rank without parting equals: by limits. Whoever reaches a limit belongs to
 * the upper side, so equal numbers always lie on the same side.
 */

/**
 * The lowest limit that at most `most` of the numbers reach. Where equals stand across the border none of them is
 * above it: the upper side may be smaller than asked for, never larger. Above the greatest number where even
 * that is reached by too many. `ascending` is sorted, its numbers are whole.
 */
export function limitReachedBy(ascending: Float64Array | Int32Array, most: number): number {
  const count = ascending.length;
  const greatest = ascending[count - 1] ?? 0;
  if (most >= count) return ascending[0] ?? 0;
  if (most <= 0) return greatest + 1;
  const limit = ascending[count - most] ?? 0;
  const below = ascending[count - most - 1] ?? 0;
  if (below < limit) return limit;
  // Equals across the border: the next greater number begins the upper side.
  let low = count - most;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return ascending[low] ?? greatest + 1;
}

/** Those above nought, ascending; loops, for a callback a number costs more than sorting them. */
export function ascendingAboveNought(column: Float64Array): Float64Array {
  const found = new Float64Array(column.length);
  let count = 0;
  for (let i = 0; i < column.length; i++) {
    const value = column[i] ?? 0;
    if (value > 0) found[count++] = value;
  }
  return found.subarray(0, count).sort();
}

/** How many are so many per cent of `count`, rounded up: of one to five buyers, one is the best fifth. */
export const percentOf = (count: number, percent: number): number => Math.ceil((count * percent) / 100);

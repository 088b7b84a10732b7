/**
 * What every active member has bought, as columns: the one thing that all insight is computed from. Members
 * stand in the order of `n`; those who never bought are among them. Bills of member `i` are those from
 * `start[i]` up to `start[i + 1]`, in the order of their days. Days are whole days since 1970-01-01 of the
 * store's business dates. A bill that went back as a whole is not there; of one that went back in part the
 * money is what was kept.
 */
export interface Histories {
  readonly n: Int32Array;
  /** The day of joining. */
  readonly joined: Int32Array;
  /** One longer than `n`. */
  readonly start: Int32Array;
  readonly day: Int32Array;
  /** Fen paid in money and kept by the shop; whole numbers, which doubles hold exactly. */
  readonly fen: Float64Array;
}

/** How many members there are. */
export const membersOf = ({ n }: Histories): number => n.length;

/** Where the bills of member `i` after `day` begin: those before it are the ones bought up to and on `day`. */
export function billsUpTo({ start, day: days }: Histories, i: number, day: number): number {
  let low = start[i] ?? 0;
  let high = start[i + 1] ?? low;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

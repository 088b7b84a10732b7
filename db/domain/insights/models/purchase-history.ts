import { billsUpTo, type Histories, membersOf } from '../history';

/**
 * What the models know of a member, in the words of the papers: x repeat purchases, the last one at t_x, in
 * a time T since the first. A purchase is a day on which something was bought, so several bills of a day
 * are one. Columns in the order of `Histories.n`.
 */
export interface PurchaseHistory {
  /** x: purchase days after the first; `NEVER` for who had not bought. */
  readonly repeats: Int32Array;
  /** t_x: days from the first to the last purchase. */
  readonly lastDays: Int32Array;
  /** T: days from the first purchase to the as-of day. */
  readonly ageDays: Int32Array;
  /** Money of the repeat purchases together, in fen; below nothing counts as nothing. */
  readonly repeatFen: Float64Array;
}

export const NEVER = -1;

/** The day of the store's first bill of a member; `asOf` where there is none before it. */
export function firstDayOf({ start, day: days }: Histories, asOf: number): number {
  let first = asOf;
  for (let i = 0; i + 1 < start.length; i++) {
    const from = start[i] ?? 0;
    if (from < (start[i + 1] ?? 0)) first = Math.min(first, days[from] ?? first);
  }
  return first;
}

/** What every member had bought up to and on `asOf`, days since 1970-01-01. Later bills are not looked at. */
export function purchasesUpTo(histories: Histories, asOf: number): PurchaseHistory {
  const members = membersOf(histories);
  const { start, day: days, fen } = histories;
  const repeats = new Int32Array(members).fill(NEVER);
  const lastDays = new Int32Array(members);
  const ageDays = new Int32Array(members);
  const repeatFen = new Float64Array(members);
  for (let i = 0; i < members; i++) {
    const from = start[i] ?? 0;
    const end = billsUpTo(histories, i, asOf);
    if (from === end) continue;
    const first = days[from] ?? 0;
    let before = first;
    let count = 0;
    let money = 0;
    for (let at = from; at < end; at++) {
      const day = days[at] ?? 0;
      if (day === first) continue;
      if (day !== before) count++;
      before = day;
      money += fen[at] ?? 0;
    }
    repeats[i] = count;
    lastDays[i] = before - first;
    ageDays[i] = asOf - first;
    repeatFen[i] = Math.max(0, money);
  }
  return { repeats, lastDays, ageDays, repeatFen };
}

/** How many ever bought, and how many of them on a second day. */
export function buyersOf({ repeats }: PurchaseHistory): {
  readonly buyers: number;
  readonly repeatBuyers: number;
} {
  let buyers = 0;
  let repeatBuyers = 0;
  for (const count of repeats) {
    if (count !== NEVER) buyers++;
    if (count > 0) repeatBuyers++;
  }
  return { buyers, repeatBuyers };
}

/**
 * Members with one and the same history (x, t_x, T) are one group: a likelihood is computed once for all of
 * them. What the future holds depends on t_x only by P(alive), so groups that differ in nothing else share
 * a `pace` (x, T).
 */
export interface HistoryGroups {
  /** The group of each member; `NEVER` for who had not bought. */
  readonly groupOf: Int32Array;
  /** By group. */
  readonly members: Int32Array;
  readonly lastDays: Int32Array;
  readonly paceOf: Int32Array;
  /** By pace. */
  readonly repeats: Int32Array;
  readonly ageDays: Int32Array;
}

/** Groups the histories of a store; whole days make many alike. */
export function grouped({ repeats, lastDays, ageDays }: PurchaseHistory): HistoryGroups {
  const paces = numbered(repeats.length);
  const groups = numbered(repeats.length);
  const groupOf = new Int32Array(repeats.length).fill(NEVER);
  for (let i = 0; i < repeats.length; i++) {
    const count = repeats[i] ?? NEVER;
    if (count === NEVER) continue;
    groupOf[i] = groups.numberOf(paces.numberOf(count, ageDays[i] ?? 0), lastDays[i] ?? 0);
  }
  const [paceOf, lastOf] = groups.pairs();
  const [repeatsOf, ageOf] = paces.pairs();
  const members = new Int32Array(paceOf.length);
  for (const group of groupOf) if (group !== NEVER) members[group] = (members[group] ?? 0) + 1;
  return { groupOf, members, lastDays: lastOf, paceOf, repeats: repeatsOf, ageDays: ageOf };
}

/** Numbers different pairs of whole numbers from 0 up, at most `most` of them, without an object per pair. */
function numbered(most: number) {
  const mask = 2 ** Math.ceil(Math.log2(2 * most + 2)) - 1;
  const slots = new Int32Array(mask + 1); // number + 1; 0 is free
  const one = new Int32Array(most);
  const other = new Int32Array(most);
  let size = 0;
  return {
    numberOf(a: number, b: number): number {
      let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
      let slot = (mixed ^ (mixed >>> 13)) & mask;
      for (;;) {
        const found = (slots[slot] ?? 0) - 1;
        if (found < 0) break;
        if (one[found] === a && other[found] === b) return found;
        slot = (slot + 1) & mask;
      }
      one[size] = a;
      other[size] = b;
      size += 1;
      slots[slot] = size;
      return size - 1;
    },
    pairs: (): [Int32Array, Int32Array] => [one.slice(0, size), other.slice(0, size)],
  };
}

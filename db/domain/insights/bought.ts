import { billsUpTo, type Histories, membersOf } from './history';

/** What the members bought in a window: days since the last bill (-1 = nothing in it), bills, fen. */
export interface Bought {
  readonly recency: Int32Array;
  readonly bills: Int32Array;
  readonly money: Float64Array;
}

/** Both days are part of the window; recency is counted from its last one. */
export function boughtBetween(histories: Histories, from: number, to: number): Bought {
  const members = membersOf(histories);
  const recency = new Int32Array(members).fill(-1);
  const bills = new Int32Array(members);
  const money = new Float64Array(members);
  for (let i = 0; i < members; i++) {
    const first = histories.start[i] ?? 0;
    const end = billsUpTo(histories, i, to);
    let at = end;
    let paid = 0;
    while (at > first && (histories.day[at - 1] ?? 0) >= from) paid += histories.fen[--at] ?? 0;
    if (at === end) continue;
    recency[i] = to - (histories.day[end - 1] ?? to);
    bills[i] = end - at;
    money[i] = paid;
  }
  return { recency, bills, money };
}

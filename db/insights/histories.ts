import type SQLite from 'better-sqlite3';
import type { Histories } from '../domain/insights/history';
import { Digits } from './digits';
import { ledgersEnd } from './history';

/** Members whose logs are read in one statement. */
const STEP = 5000;

/** Members of the counter in the order of their numbers, each `m<n>,<day of joining>` and then the log. */
const LOGS = `
select cast(group_concat('m' || n || ',' || (unixepoch(joined_on) / 86400) || coalesce(log, ''), '') as blob)
from (select l.n, l.joined_on, h.log from member_lookup l left join member_history h on h.n = l.n
  where l.n > ? and l.n <= ? order by l.n)`;

/** Every active member's bills, as far as the histories have come. `told` hears how far it is. */
export function loadHistories(
  raw: SQLite.Database,
  told: (done: number, total: number) => void = () => undefined,
): Histories {
  const last = raw.prepare<[], number | null>('select max(n) from member_lookup').pluck().get() ?? 0;
  const logs = raw.prepare<[number, number], Buffer | null>(LOGS).pluck();
  // No bill has two entries `b`, so there are never more bills than the ledger has rows. The mark does not tell: while
  // histories are made anew it is -1, and those that are there hold what was known before.
  const reader = new LogReader(last, ledgersEnd(raw).purchaseSeq);
  for (let after = 0; after < last; after += STEP) {
    const bytes = logs.get(after, after + STEP);
    if (bytes !== null && bytes !== undefined) reader.read(bytes);
    told(Math.min(after + STEP, last), last);
  }
  return reader.histories();
}

const MEMBER = 109; // m
const BILL = 98; // b
const CHANGED = 99; // c
const GONE = 103; // g

/** Reads logs byte by byte into columns: strings of millions of bills would cost more than the bills. */
class LogReader {
  private readonly n: Int32Array;
  private readonly joined: Int32Array;
  private readonly start: Int32Array;
  private readonly day: Int32Array;
  private readonly fen: Float64Array;
  private members = 0;
  private bills = 0;

  constructor(mostMembers: number, mostBills: number) {
    this.n = new Int32Array(mostMembers);
    this.joined = new Int32Array(mostMembers);
    this.start = new Int32Array(mostMembers + 1);
    this.day = new Int32Array(mostBills);
    this.fen = new Float64Array(mostBills);
  }

  read(bytes: Uint8Array): void {
    const digits = new Digits(bytes);
    while (digits.more) this.entry(digits.letter(), digits);
  }

  histories(): Histories {
    this.endMember();
    const { members, bills } = this;
    return {
      n: this.n.subarray(0, members),
      joined: this.joined.subarray(0, members),
      start: this.start.subarray(0, members + 1),
      day: this.day.subarray(0, bills),
      fen: this.fen.subarray(0, bills),
    };
  }

  private entry(kind: number, digits: Digits): void {
    if (kind === MEMBER) {
      this.endMember();
      this.n[this.members] = digits.number();
      this.joined[this.members] = digits.number();
      this.members += 1;
      return;
    }
    const day = digits.number();
    const money = digits.number();
    if (kind === BILL) {
      this.day[this.bills] = day;
      this.fen[this.bills] = money;
      this.bills += 1;
    } else if (kind === CHANGED) this.fen[this.find(day, money)] = digits.number();
    else if (kind === GONE) this.drop(this.find(day, money));
    else throw new Error(`a log with an entry ${String.fromCharCode(kind)}`);
  }

  /** A bill of the member at hand with that day and money; the last ones are the likeliest. */
  private find(day: number, money: number): number {
    const first = this.start[this.members - 1] ?? 0;
    for (let bill = this.bills - 1; bill >= first; bill--)
      if (this.day[bill] === day && this.fen[bill] === money) return bill;
    throw new Error(
      `the history of member number ${this.n[this.members - 1]} changes a bill it does not have`,
    );
  }

  private drop(bill: number): void {
    this.day.copyWithin(bill, bill + 1, this.bills);
    this.fen.copyWithin(bill, bill + 1, this.bills);
    this.bills -= 1;
  }

  private endMember(): void {
    const { members, start, bills } = this;
    if (members > 0) sortBills(this.day, this.fen, start[members - 1] ?? 0, bills);
    start[members] = bills;
  }
}

/** From here on bills out of order are sorted as pairs; up to it they are moved into place one by one. */
const FEW = 50;

/** Bills in the order of their days, those of one day by their money: the same however they have come. */
function sortBills(day: Int32Array, fen: Float64Array, from: number, to: number): void {
  const before = (a: number, b: number) => (day[a] ?? 0) - (day[b] ?? 0) || (fen[a] ?? 0) - (fen[b] ?? 0);
  let sorted = true;
  for (let bill = from + 1; bill < to && sorted; bill++) sorted = before(bill - 1, bill) <= 0;
  if (sorted) return;
  if (to - from > FEW) sortMany(day, fen, from, to);
  else sortFew(day, fen, from, to, before);
}

function sortFew(
  day: Int32Array,
  fen: Float64Array,
  from: number,
  to: number,
  before: (a: number, b: number) => number,
): void {
  for (let next = from + 1; next < to; next++) {
    for (let at = next; at > from && before(at - 1, at) > 0; at--) {
      swap(day, at - 1, at);
      swap(fen, at - 1, at);
    }
  }
}

function swap(of: Int32Array | Float64Array, a: number, b: number): void {
  const kept = of[a] ?? 0;
  of[a] = of[b] ?? 0;
  of[b] = kept;
}

function sortMany(day: Int32Array, fen: Float64Array, from: number, to: number): void {
  const pairs = Array.from(
    { length: to - from },
    (_, at) => [day[from + at] ?? 0, fen[from + at] ?? 0] as const,
  );
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const [at, [on, money]] of pairs.entries()) {
    day[from + at] = on;
    fen[from + at] = money;
  }
}

import type SQLite from 'better-sqlite3';
import { giveWay, Slices } from '../exchange/slices';
import { billStands } from '../purchases/standing';
import type { Turn } from '../turn';
import { Digits } from './digits';
import { ledgersEnd, setMark } from './history';

/** Members, and bills, that are read in one statement. */
const MEMBERS_STEP = 5000;
const BILLS_STEP = 20_000;
/** Members whose logs are written in one statement. */
const WRITTEN = 100;

/** Each member who ever bought, then their bills by their place in the ledger, in the order of purchase. */
const PLACES = `
select cast(group_concat(bills, '') as blob) from (
  select 'm' || m.n || group_concat('b' || p.seq, '') as bills
  from member m cross join purchase p on p.member_id = m.id
  where m.n > ? and m.n <= ? group by m.n)`;

/** Every bill: its place in the ledger, its day, what was paid in money. */
const BILLS = `
select cast(group_concat('b' || seq || ',' || (unixepoch(business_date) / 86400) || ',' || paid_fen, '') as blob)
from purchase where seq > ? and seq <= ?`;

/** Bills of which something went back: what was kept, null where the whole bill is gone. */
const REFUNDED = `
select p.seq, case when ${billStands('p')} then p.paid_fen - w.back end as kept
from (select purchase_id, sum(money_back_fen + reduced_by_fen) as back from refund group by purchase_id) w
  cross join purchase p on p.id = w.purchase_id`;

const MEMBER = 109; // m

type Told = (done: number, total: number) => void;

/**
 * Makes all histories anew from the ledgers: for a store that never had any, and after an import so large that
 * row by row would take longer. Reads one picture of the store over `reader`, writes over `raw` in slices that give
 * way to the counter. While it works the mark says so; interrupted, it is begun again by the next run.
 */
export async function rebuildHistories(
  raw: SQLite.Database,
  reader: SQLite.Database,
  turn: Turn,
  told: Told = () => undefined,
): Promise<void> {
  const slices = new Slices(raw, turn);
  try {
    slices.run(() => setMark(raw, { purchaseSeq: -1, refundSeq: -1 }));
    slices.end();
    reader.exec('begin');
    const end = ledgersEnd(reader);
    const bills = readLedger(reader, end.purchaseSeq);
    reader.exec('commit');
    for (const members of writeLogs(raw, bills, slices)) {
      told(members, bills.last);
      await giveWay(turn);
    }
    slices.run(() => setMark(raw, end));
    slices.end();
  } finally {
    slices.abandon();
    if (reader.inTransaction) reader.exec('rollback');
  }
}

/** What is left of all bills, member after member. */
interface Bills {
  /** The highest number of a member. */
  readonly last: number;
  /** Bills of member number `n` are those from `start[n]` up to `start[n + 1]`. */
  readonly start: Int32Array;
  readonly day: Int32Array;
  /** NaN of a bill that is gone. */
  readonly fen: Float64Array;
}

/**
 * First whose each bill is, out of the index alone, then all bills in the order of the ledger. Reading a member's
 * bills from all over the table, or the member of each bill by its id, would take several times as long.
 */
function readLedger(reader: SQLite.Database, end: number): Bills {
  const last = reader.prepare<[], number | null>('select max(n) from member').pluck().get() ?? 0;
  const { start, placeOf, bills } = placesOf(reader, last, end);
  const [day, fen] = [new Int32Array(bills), new Float64Array(bills)];
  for (const digits of chunks(reader, BILLS, end, BILLS_STEP)) {
    while (digits.more) {
      digits.letter();
      const place = placeOf[digits.number()] ?? 0;
      day[place] = digits.number();
      fen[place] = digits.number();
    }
  }
  for (const { seq, kept } of reader.prepare<[], { seq: number; kept: number | null }>(REFUNDED).iterate())
    fen[placeOf[seq] ?? 0] = kept ?? Number.NaN;
  return { last, start, day, fen };
}

function placesOf(reader: SQLite.Database, last: number, end: number) {
  const [start, placeOf] = [new Int32Array(last + 2), new Int32Array(end + 1)];
  let [bills, next] = [0, 0];
  for (const digits of chunks(reader, PLACES, last, MEMBERS_STEP)) {
    while (digits.more) {
      const isMember = digits.letter() === MEMBER;
      const number = digits.number();
      if (isMember) while (next <= number) start[next++] = bills;
      else placeOf[number] = bills++;
    }
  }
  start.fill(bills, next);
  return { start, placeOf, bills };
}

/** What a statement over a range of numbers says, range after range up to `end`. */
function* chunks(reader: SQLite.Database, sql: string, end: number, step: number): Generator<Digits> {
  const statement = reader.prepare<[number, number], Buffer | null>(sql).pluck();
  for (let after = 0; after < end; after += step) {
    const bytes = statement.get(after, Math.min(end, after + step));
    if (bytes !== null && bytes !== undefined) yield new Digits(bytes);
  }
}

/** Writes the logs in the order of the members, each range in place of what it had; yields between two slices. */
function* writeLogs(raw: SQLite.Database, bills: Bills, slices: Slices): Generator<number, void> {
  const clear = raw.prepare('delete from member_history where n > ? and n <= ?');
  const insert = raw.prepare(insertLogs(WRITTEN));
  for (let after = 0; after < bills.last; after += WRITTEN) {
    const upTo = Math.min(bills.last, after + WRITTEN);
    const values = logsOf(bills, after + 1, upTo);
    slices.run(() => {
      clear.run(after, upTo);
      if (values.length === 2 * WRITTEN) insert.run(values);
      else if (values.length > 0) raw.prepare(insertLogs(values.length / 2)).run(values);
    });
    if (!slices.full) continue;
    slices.end();
    yield upTo;
  }
}

const insertLogs = (rows: number) =>
  `insert into member_history (n, log) values ${Array.from({ length: rows }, () => '(?, ?)').join(', ')}`;

/** Number and log of each of these members who has a bill left. */
function logsOf({ start, day, fen }: Bills, from: number, upTo: number): (number | string)[] {
  const values: (number | string)[] = [];
  for (let n = from; n <= upTo; n++) {
    let log = '';
    for (let bill = start[n] ?? 0; bill < (start[n + 1] ?? 0); bill++)
      if (!Number.isNaN(fen[bill])) log += `b${day[bill]},${fen[bill]}`;
    if (log !== '') values.push(n, log);
  }
  return values;
}

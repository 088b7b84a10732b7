import type SQLite from 'better-sqlite3';
import type { Findings } from '../domain/insights/findings';
import { NONE } from '../domain/insights/judged';
import type { BusinessDate, Instant } from '../domain/units';
import { giveWay, Slices } from '../exchange/slices';
import type { Turn } from '../turn';
import { Digits } from './digits';
import type { Mark } from './history';
import type { RowColumn } from './rows';

/** How findings are stored; a screen does not read those of another format, they are computed anew. */
export const FORMAT = 1;

/** Rows that are compared at a time, and rows that one statement writes. */
const STEP = 5000;
const WRITTEN = 50;

/** What a run has to say: the members' rows as columns, what it found, and of when it is. */
export interface RunResult {
  readonly n: Int32Array;
  readonly columns: readonly RowColumn[];
  /** All of them; a benchmark of the rows has none. */
  readonly findings: Partial<Findings>;
  readonly asOf: BusinessDate;
  readonly ruleVersion: number;
  readonly repeatBuyers: number;
  readonly mark: Mark;
  readonly tookMs: () => number;
  readonly now: Instant;
}

/**
 * Writes a run: of the members only the rows that differ, in slices that give way to the counter; then findings
 * and the run itself in one transaction. From the first row until then the store says that its rows are of two runs.
 */
export async function writeRun(
  raw: SQLite.Database,
  result: RunResult,
  turn: Turn,
  told: (done: number, total: number) => void,
): Promise<void> {
  const slices = new Slices(raw, turn);
  try {
    for (const done of changeRows(raw, result, slices)) {
      told(done, result.n.length);
      slices.end();
      await giveWay(turn);
    }
    slices.run(() => recordRun(raw, result));
    slices.end();
  } finally {
    slices.abandon();
  }
}

/** Yields where a slice is to end, with the members that have been looked at. */
function* changeRows(raw: SQLite.Database, result: RunResult, slices: Slices): Generator<number, void> {
  const { n, columns } = result;
  const broken = raw.prepare('update insight_run set whole = 0 where whole = 1');
  const remove = raw.prepare('delete from member_insight where n = ?');
  const put = upserts(raw, columns);
  for (const { changed, gone, looked } of differences(raw, n, columns)) {
    for (let at = 0; at < changed.length; at += WRITTEN) {
      const rows = changed.slice(at, at + WRITTEN);
      slices.run(() => {
        broken.run();
        put(rows.length).run(valuesOf(rows, n, columns));
      });
      if (slices.full) yield looked;
    }
    for (const number of gone) {
      slices.run(() => {
        broken.run();
        remove.run(number);
      });
    }
    yield looked; // nobody waits while the next range is compared
  }
}

interface Difference {
  /** Places of members whose row is another now, or new. */
  readonly changed: readonly number[];
  /** Numbers of rows that are nobody's any more. */
  readonly gone: readonly number[];
  /** The place of the first member who has not been looked at. */
  readonly looked: number;
}

/** What is stored beside what is to be, range after range of the members' numbers. */
function* differences(
  raw: SQLite.Database,
  n: Int32Array,
  columns: readonly RowColumn[],
): Generator<Difference, void> {
  const cells = columns.map(({ read }) => ` || ',' || coalesce(${read}, ${NONE})`).join('');
  const stored = raw
    .prepare<[number, number], Buffer | null>(
      `select cast(group_concat('m' || n${cells}, '') as blob)
       from (select * from member_insight where n > ? and n <= ? order by n)`,
    )
    .pluck();
  const last = Math.max(n.at(-1) ?? 0, lastRow(raw));
  for (let [after, i] = [0, 0]; after < last; after += STEP) {
    const digits = new Digits(stored.get(after, after + STEP) ?? new Uint8Array());
    const difference = compared(digits, { n, columns, from: i, upTo: after + STEP });
    yield difference;
    i = difference.looked;
  }
}

interface Range {
  readonly n: Int32Array;
  readonly columns: readonly RowColumn[];
  /** The place of the first member of the range, and the last number that belongs to it. */
  readonly from: number;
  readonly upTo: number;
}

/** Walks along the stored rows and the members of a range, both in the order of their numbers. */
function compared(digits: Digits, { n, columns, from, upTo }: Range): Difference {
  const [changed, gone]: [number[], number[]] = [[], []];
  let i = from;
  while (digits.more) {
    digits.letter();
    const number = digits.number();
    while (i < n.length && (n[i] ?? 0) < number) changed.push(i++);
    const theirs = n[i] === number;
    const other = differs(digits, i, columns);
    if (!theirs) gone.push(number);
    else if (other) changed.push(i);
    if (theirs) i++;
  }
  while (i < n.length && (n[i] ?? 0) <= upTo) changed.push(i++);
  return { changed, gone, looked: i };
}

const lastRow = (raw: SQLite.Database): number =>
  raw.prepare<[], number | null>('select max(n) from member_insight').pluck().get() ?? 0;

/** Reads a stored row to its end. */
function differs(digits: Digits, i: number, columns: readonly RowColumn[]): boolean {
  let differs = false;
  for (const { values, none } of columns) {
    const value = values[i] ?? NONE;
    if (digits.number() !== (value === none ? NONE : value)) differs = true;
  }
  return differs;
}

/** The rows of these members, one after the other. */
function valuesOf(
  rows: readonly number[],
  n: Int32Array,
  columns: readonly RowColumn[],
): (string | number | null)[] {
  const values: (string | number | null)[] = new Array(rows.length * (columns.length + 1));
  let at = 0;
  for (const i of rows) {
    values[at++] = n[i] ?? 0;
    for (const column of columns) {
      const value = column.values[i] ?? NONE;
      values[at++] = value === column.none ? null : column.stored(value);
    }
  }
  return values;
}

/** A statement for so many rows, prepared once. */
function upserts(raw: SQLite.Database, columns: readonly RowColumn[]) {
  const known = new Map<number, SQLite.Statement<unknown[]>>();
  const names = columns.map(({ name }) => name);
  const row = `(?${', ?'.repeat(names.length)})`;
  return (rows: number): SQLite.Statement<unknown[]> => {
    const statement =
      known.get(rows) ??
      raw.prepare<unknown[]>(
        `insert into member_insight (n, ${names.join(', ')}) values ${Array.from({ length: rows }, () => row).join(', ')}
         on conflict (n) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      );
    known.set(rows, statement);
    return statement;
  };
}

function recordRun(raw: SQLite.Database, result: RunResult): void {
  const { n, findings, asOf, ruleVersion, repeatBuyers, mark, now } = result;

  raw.exec('delete from insight_finding; delete from insight_run');
  const insert = raw.prepare('insert into insight_finding (name, finding) values (?, ?)');
  for (const [name, finding] of Object.entries(findings)) insert.run(name, JSON.stringify(finding));
  raw
    .prepare(
      `insert into insight_run (only_row, as_of, rule_version, members, repeat_buyers, purchase_seq, refund_seq, format, took_ms,
         made_at, whole) values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
    )
    .run(
      asOf,
      ruleVersion,
      n.length,
      repeatBuyers,
      mark.purchaseSeq,
      mark.refundSeq,
      FORMAT,
      result.tookMs(),
      now,
    );
}

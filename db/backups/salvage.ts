import SQLite from 'better-sqlite3';
import { codeOf } from '../store-fault';

/** A cell as SQLite holds it. */
export type Cell = string | number | bigint | Buffer | null;

export interface SalvagedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Everything of it that can be read, in slices; `lost` is right once they have been read. */
  readonly slices: () => Generator<readonly Cell[][]>;
  /** Rows that could not be read; null = nobody can say how many. */
  readonly lost: () => number | null;
}

/** What is written for the machine's sake, or is a secret: nobody can use it outside of Shuke. */
const LEFT_OUT =
  /^(sqlite_|member_lookup|member_reading|import_key|command_outcome|staff_pin|recovery_code|hq_key|hq_mark|hq_change|history_mark|daily_pass)/;
/** Tables that hold what a person wrote: not those in which SQLite keeps an index of words, named after it. */
const TABLES = `
select name, sql from sqlite_schema as t
where type = 'table' and sql like 'create table%' and not exists (
  select 1 from sqlite_schema as words
  where words.sql like 'create virtual table%'
    and substr(t.name, 1, length(words.name) + 1) = words.name || '_')
order by name`;
const SLICE = 500;
/** So many reads of one table may fail: where its root is dead, every one does. */
const MOST_FAILURES = 20_000;

/**
 * Opens a damaged store to read what can be read of it; nothing is written. Null where not even its list
 * of tables can be read. Source: trust "Durability".
 */
export function openSalvage(
  path: string,
): { readonly tables: SalvagedTable[]; readonly close: () => void } | null {
  let raw: SQLite.Database;
  try {
    raw = new SQLite(path, { readonly: true, fileMustExist: true });
  } catch {
    return null;
  }
  try {
    raw.pragma('cell_size_check = on');
    const tables = raw
      .prepare<[], { name: string; sql: string }>(TABLES)
      .all()
      .filter(({ name }) => !LEFT_OUT.test(name))
      .map(({ name, sql }) => tableOf(raw, name, /without\s+rowid/i.test(sql)));
    return { tables, close: () => raw.close() };
  } catch {
    raw.close();
    return null;
  }
}

function tableOf(raw: SQLite.Database, name: string, withoutRowid: boolean): SalvagedTable {
  const columns = raw.pragma(`table_info("${name}")`) as { name: string; pk: number }[]; // SQLite's own answer
  let lost: number | null = 0;
  const rows = new Rows(raw, name);
  return {
    name,
    columns: columns.map((column) => column.name),
    slices: function* () {
      lost = yield* withoutRowid ? rows.fromBothEnds(columns) : rows.byNumber();
    },
    lost: () => lost,
  };
}

class Rows {
  private range: SQLite.Statement<[number, number], Cell[]> | undefined;

  constructor(
    private readonly raw: SQLite.Database,
    private readonly name: string,
  ) {}

  /**
   * In the order of their numbers; where that fails, ranges of numbers that are halved until what fails is
   * one row. Answers how many failed; null where the end of the table was never found.
   */
  *byNumber(): Generator<Cell[][], number | null> {
    const onwards = this.raw
      .prepare<[number], Cell[]>(
        `select rowid, * from "${this.name}" where rowid >= ? order by rowid limit ${SLICE}`,
      )
      .raw(true);
    const budget = { failures: 0 };
    let lost = 0;
    for (let from = 0; budget.failures < MOST_FAILURES; ) {
      const rows = attempt(() => onwards.all(from));
      if (rows === null) {
        lost += yield* this.byHalves(from, from + SLICE - 1, budget);
        from += SLICE;
        continue;
      }
      if (rows.length > 0) yield rows.map(([, ...row]) => row);
      if (rows.length < SLICE) return lost;
      from = Number(rows.at(-1)?.[0]) + 1;
    }
    return null;
  }

  private *byHalves(first: number, last: number, budget: { failures: number }): Generator<Cell[][], number> {
    this.range ??= this.raw
      .prepare<[number, number], Cell[]>(`select * from "${this.name}" where rowid between ? and ?`)
      .raw(true);
    const { range } = this;
    let lost = 0;
    const waiting: [number, number][] = [[first, last]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [from, to] = next;
      const rows = attempt(() => range.all(from, to));
      if (rows !== null) {
        if (rows.length > 0) yield rows;
        continue;
      }
      budget.failures += 1;
      const middle = Math.floor((from + to) / 2);
      if (from === to) lost += 1;
      else waiting.push([middle + 1, to], [from, middle]);
    }
    return lost;
  }

  /** From the beginning as far as it goes, then from the end back to there. */
  *fromBothEnds(
    columns: readonly { readonly name: string; readonly pk: number }[],
  ): Generator<Cell[][], number | null> {
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    const places = key.map((column) => columns.indexOf(column));
    const seen = new Set<string>();
    const idOf = (row: Cell[]) => JSON.stringify(places.map((at) => String(row[at])));
    for (const direction of ['asc', 'desc']) {
      const by = key.map(({ name }) => `"${name}" ${direction}`).join(', ');
      let whole = true;
      let slice: Cell[][] = [];
      try {
        for (const row of this.raw
          .prepare<[], Cell[]>(`select * from "${this.name}" order by ${by}`)
          .raw(true)
          .iterate()) {
          const id = idOf(row);
          if (seen.has(id)) continue;
          seen.add(id);
          slice.push(row);
          if (slice.length < SLICE) continue;
          yield slice;
          slice = [];
        }
      } catch (error) {
        whole = ifDamage(error, false);
      }
      if (slice.length > 0) yield slice;
      if (whole) return 0;
    }
    return null;
  }
}

/** Reads fail by the thousand where a table is dead: to note from where each was asked takes as long as the read. */
function attempt<Result>(read: () => Result): Result | null {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return read();
  } catch (error) {
    return ifDamage(error, null);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** What a damaged file answers; anything else is a fault of ours. */
function ifDamage<Result>(error: unknown, result: Result): Result {
  if (/^SQLITE_(CORRUPT|IOERR|NOTADB)/.test(codeOf(error))) return result;
  throw error;
}

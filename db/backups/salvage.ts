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
  /^(sqlite_|member_lookup|member_reading|complaint_search|command_outcome|staff_pin|recovery_code|history_mark|daily_pass)/;
const SLICE = 500;
/** A range that fails is halved; so often at most for one table, so that a dead root ends. */
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
      .prepare<[], { name: string; sql: string }>(
        "select name, sql from sqlite_schema where type = 'table' and sql like 'create table%' order by name",
      )
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
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  let lost: number | null = 0;
  const table = new Rows(raw, name);
  return {
    name,
    columns: columns.map((column) => column.name),
    slices: function* () {
      const end = withoutRowid ? null : table.lastRowid();
      if (end !== null) lost = yield* table.byHalves(end);
      else
        lost = yield* table.fromBothEnds(
          withoutRowid ? key.map((column) => columns.indexOf(column)) : null,
          withoutRowid ? key.map((column) => `"${column.name}"`) : ['rowid'],
        );
    },
    lost: () => lost,
  };
}

class Rows {
  constructor(
    private readonly raw: SQLite.Database,
    private readonly name: string,
  ) {}

  /** Null where even the end of the table cannot be found. */
  lastRowid(): number | null {
    try {
      const last = this.raw.prepare<[], number | null>(`select max(rowid) from "${this.name}"`).pluck().get();
      return last ?? 0;
    } catch (error) {
      return ifDamage(error, null);
    }
  }

  /** Ranges of rows; one that fails is halved until what fails is one row. Answers how many failed. */
  *byHalves(last: number): Generator<Cell[][], number | null> {
    const range = this.raw
      .prepare<[number, number], Cell[]>(`select * from "${this.name}" where rowid between ? and ?`)
      .raw(true);
    let lost = 0;
    let failures = 0;
    const waiting: [number, number][] = [];
    for (let from = 1; from <= last || waiting.length > 0; ) {
      const next = waiting.pop() ?? [from, Math.min(last, from + SLICE - 1)];
      from = Math.max(from, next[1] + 1);
      const rows = attempt(() => range.all(...next));
      if (rows !== null) {
        if (rows.length > 0) yield rows;
        continue;
      }
      if (++failures > MOST_FAILURES) return null;
      if (next[0] === next[1]) lost += 1;
      else {
        const middle = Math.floor((next[0] + next[1]) / 2);
        waiting.push([middle + 1, next[1]], [next[0], middle]);
      }
    }
    return lost;
  }

  /** From the beginning as far as it goes, then from the end back to there. */
  *fromBothEnds(key: readonly number[] | null, order: readonly string[]): Generator<Cell[][], number | null> {
    const seen = new Set<string>();
    const idOf = (row: Cell[]) => JSON.stringify((key ?? [...row.keys()]).map((at) => String(row[at])));
    for (const direction of ['asc', 'desc']) {
      const by = order.map((column) => `${column} ${direction}`).join(', ');
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

function attempt<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    return ifDamage(error, null);
  }
}

/** What a damaged file answers; anything else is a fault of ours. */
function ifDamage<Result>(error: unknown, result: Result): Result {
  if (/^SQLITE_(CORRUPT|IOERR|NOTADB)/.test(codeOf(error))) return result;
  throw error;
}

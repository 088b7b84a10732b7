import type SQLite from 'better-sqlite3';

type Value = string | number | null;

/** Rows of one statement: beyond, a statement only grows. Whoever flushes so many has one statement for all of them. */
export const TOGETHER = 64;

/**
 * Rows of one table, written many to a statement: SQLite opens the table and its indexes once for all of them.
 * What is added is there only after `flush`.
 */
export class BulkInsert {
  private values: Value[] = [];
  private readonly many: SQLite.Statement<[Value[]]>;
  private readonly one: SQLite.Statement<[Value[]]>;

  constructor(
    raw: SQLite.Database,
    into: string,
    private readonly columns: readonly string[],
  ) {
    const row = `(${columns.map(() => '?').join(', ')})`;
    const insert = `insert into ${into} (${columns.join(', ')}) values`;
    this.many = raw.prepare<[Value[]]>(`${insert} ${Array<string>(TOGETHER).fill(row).join(', ')}`);
    this.one = raw.prepare<[Value[]]>(`${insert} ${row}`);
  }

  /** In the order of the columns; what is left out is NULL. */
  add(...row: readonly (Value | undefined)[]): void {
    for (const value of row) this.values.push(value ?? null);
  }

  flush(): void {
    const { values, columns } = this;
    if (values.length === 0) return;
    this.values = [];
    let from = 0;
    const write = (statement: SQLite.Statement<[Value[]]>, rows: number) => {
      const length = rows * columns.length;
      for (; from + length <= values.length; from += length)
        statement.run(length === values.length ? values : values.slice(from, from + length));
    };
    write(this.many, TOGETHER);
    write(this.one, 1);
  }
}

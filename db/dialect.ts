import type SQLite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
} from 'kysely';
import { Turn } from './turn';

/** More distinct statements than this do not occur at the counter; past it the oldest is let go. */
const KEPT_STATEMENTS = 300;

/**
 * kysely over one better-sqlite3 connection, with three differences from the stock driver:
 * transactions begin immediate (a reader that later writes would deadlock with a worker),
 * a rollback happens only while SQLite still has a transaction (after SQLITE_FULL it has none,
 * and the second error would hide the first), and statements are prepared once.
 */
export function storeDialect(raw: SQLite.Database, turn = new Turn()): Dialect {
  return {
    createAdapter: () => new StoreAdapter(raw),
    createDriver: () => new StoreDriver(raw, turn),
    createIntrospector: (db) =>
      new SqliteDialect({ database: () => Promise.reject(new Error('unused')) }).createIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Knows the connection, so that what every sale runs may go past kysely (see `prepared`). */
export class StoreAdapter extends SqliteAdapter {
  readonly prepare: SqliteDatabase['prepare'];

  constructor(raw: SQLite.Database) {
    super();
    this.prepare = withPreparedOnce(raw).prepare;
  }
}

class StoreDriver extends SqliteDriver {
  constructor(
    private readonly raw: SQLite.Database,
    private readonly turn: Turn,
  ) {
    super({ database: withPreparedOnce(raw) });
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await this.turn.take(() => connection.executeQuery(CompiledQuery.raw('begin immediate')));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.raw.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }
}

function withPreparedOnce(raw: SQLite.Database): SqliteDatabase {
  const prepared = new Map<string, SQLite.Statement<unknown[]>>();
  return {
    close: () => {
      prepared.clear();
      raw.close();
    },
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = raw.prepare<unknown[]>(sql);
      if (prepared.size >= KEPT_STATEMENTS) prepared.delete(prepared.keys().next().value ?? '');
      prepared.set(sql, statement);
      return statement;
    },
  };
}

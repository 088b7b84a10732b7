import type SQLite from 'better-sqlite3';
import { versionOf } from '../migrate';
import type { Reader } from '../schema';

/** What support needs to know of a store: sizes and numbers, and not one word that stands in it. */
export interface StoreFigures {
  readonly schemaVersion: number;
  readonly pages: number;
  readonly pageBytes: number;
  readonly freePages: number;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** What SQLite finds wrong with the file, at most ten lines; empty = nothing. */
  readonly wrong: readonly string[];
  /** Rows whose other half is missing. */
  readonly dangling: number;
}

/** Reads the whole file: for a thread of its own. */
export async function storeFigures(
  _db: Reader,
  _asked: Record<string, never>,
  raw: SQLite.Database,
): Promise<StoreFigures> {
  const one = (pragma: string) => Number(raw.pragma(pragma, { simple: true }));
  const wrong = raw.prepare('pragma quick_check(10)').pluck().all().map(String);
  return {
    schemaVersion: versionOf(raw),
    pages: one('page_count'),
    pageBytes: one('page_size'),
    freePages: one('freelist_count'),
    tables: tablesOf(raw).map((name) => ({
      name,
      rows: Number(raw.prepare(`select count(*) from "${name}"`).pluck().get()),
    })),
    wrong: wrong.filter((line) => line !== 'ok'),
    dangling: Number(raw.prepare('select count(*) from pragma_foreign_key_check').pluck().get()),
  };
}

/** Our own tables by name; what full-text search keeps for itself is no table of anybody's. */
const tablesOf = (raw: SQLite.Database): string[] =>
  raw
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%' order by name",
    )
    .pluck()
    .all()
    .map(String);

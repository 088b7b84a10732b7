import type SQLite from 'better-sqlite3';
import type { KeyKind } from './sink';

/** Which rows earlier imports have brought. None is added while an import runs: its own keys move at its end. */
export class KnownKeys {
  private readonly key: SQLite.Statement<[string, string]>;
  private readonly any: SQLite.Statement<[string]>;
  private readonly kinds = new Map<KeyKind, boolean>();

  constructor(raw: SQLite.Database) {
    this.key = raw.prepare('select 1 from import_key where kind = +? and key = +?');
    this.any = raw.prepare('select 1 from import_key where kind = +? limit 1');
  }

  has(kind: KeyKind, key: string): boolean {
    return this.hasAny(kind) && this.key.get(kind, key) !== undefined;
  }

  /** A shop's first import, its largest, has nothing to search among. */
  private hasAny(kind: KeyKind): boolean {
    const known = this.kinds.get(kind) ?? this.any.get(kind) !== undefined;
    this.kinds.set(kind, known);
    return known;
  }
}

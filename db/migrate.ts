import type SQLite from 'better-sqlite3';
import { MIGRATIONS, type Migration } from './migrations';
import { faultOf, StoreFaultError } from './store-fault';

export const latestVersion = (migrations: readonly Migration[] = MIGRATIONS): number =>
  migrations.at(-1)?.version ?? 0;

/**
 * Brings a store to the newest schema: all pending steps in one immediate transaction, a checked
 * backup first when there is something to lose. A failure leaves the old file as it was.
 * Refuses a store that a newer Shuke has written.
 */
export function migrate(
  raw: SQLite.Database,
  backUp: () => void,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const current = versionOf(raw);
  if (current > latestVersion(migrations)) throw new StoreFaultError('newer_version');
  const pending = migrations.filter((migration) => migration.version > current);
  if (pending.length === 0) return;
  if (current > 0) backUp();
  try {
    raw.transaction(() => apply(raw, pending)).immediate();
  } catch (error) {
    throw new StoreFaultError(faultOf(error) ?? 'migration_failed', { cause: error });
  }
}

function apply(raw: SQLite.Database, pending: readonly Migration[]): void {
  for (const migration of pending) {
    raw.exec(migration.sql);
    raw.pragma(`user_version = ${migration.version}`);
  }
  const broken = raw.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0)
    throw new Error(`${broken.length} rows point nowhere after the migration`);
}

export function versionOf(raw: SQLite.Database): number {
  return Number(raw.pragma('user_version', { simple: true }));
}

import SQLite from 'better-sqlite3';

/** Whose a store file is, and what shows that somebody is an owner of it. */
export interface StoreKeys {
  readonly storeId: string;
  readonly storeName: string;
  readonly schemaVersion: number;
  /** Active owners with a PIN; none = the store has no PINs. */
  readonly owners: readonly { readonly id: string; readonly name: string; readonly hash: string }[];
  /** Of the recovery code that was in use; null = there was none. */
  readonly recoveryHash: string | null;
}

/** Reads it from a file that is not open as the store; null where it cannot be read. */
export function keysIn(path: string): StoreKeys | null {
  let raw: SQLite.Database | undefined;
  try {
    raw = new SQLite(path, { readonly: true, fileMustExist: true });
    const store = raw.prepare<[], { id: string; name: string }>('select id, name from store').get();
    if (store === undefined) return null;
    const schemaVersion = Number(raw.pragma('user_version', { simple: true }));
    const hasPins = raw.prepare("select 1 from sqlite_schema where name = 'staff_pin'").get() !== undefined;
    return {
      ...{ storeId: store.id, storeName: store.name, schemaVersion },
      owners: hasPins ? raw.prepare<[], StoreKeys['owners'][number]>(OWNERS).all() : [],
      recoveryHash: hasPins
        ? (raw.prepare<[], string>('select hash from recovery_code').pluck().get() ?? null)
        : null,
    };
  } catch {
    return null;
  } finally {
    raw?.close();
  }
}

const OWNERS = `select s.id, s.name, p.hash from staff s join staff_pin p on p.staff_id = s.id
  where s.active = 1 and s.role = 'owner' order by s.created_at`;

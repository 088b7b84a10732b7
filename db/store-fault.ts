/** Why a store cannot be opened; each reason has its own screen. */
const STORE_FAULTS = [
  'newer_version',
  'not_a_database',
  'damaged',
  'read_only',
  'disk_full',
  'already_open',
  'migration_failed',
  'network_place',
  'synced_place',
] as const;
export type StoreFaultCode = (typeof STORE_FAULTS)[number];

export class StoreFaultError extends Error {
  constructor(
    readonly code: StoreFaultCode,
    options?: { cause: unknown },
  ) {
    super(`store fault: ${code}`, options);
    this.name = 'StoreFaultError';
  }
}

/** SQLite's or the system's error code, or an empty string. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Whether somebody else has the store at this moment: later it may be done. */
export const isBusy = (error: unknown): boolean => /^SQLITE_(LOCKED|BUSY)/.test(codeOf(error));

/** The person's reason behind a low-level error; undefined when it is none of the known ones. */
export function faultOf(error: unknown): StoreFaultCode | undefined {
  const code = codeOf(error);
  // An error that comes out of a worker thread keeps its name and code, but not its class.
  if (error instanceof Error && error.name === 'StoreFaultError')
    return STORE_FAULTS.find((known) => known === code);
  if (code === 'SQLITE_NOTADB') return 'not_a_database';
  if (code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk_full';
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return 'read_only';
  // SQLite's word for a folder in which it may not make its files.
  if (code.startsWith('SQLITE_CANTOPEN')) return 'read_only';
  if (code.startsWith('SQLITE_BUSY')) return 'already_open';
  return undefined;
}

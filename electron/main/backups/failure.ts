import { codeOf, faultOf } from '../../../db/store-fault';

export type WhyNotWritten = 'disk_full' | 'not_writable' | 'gone';

/** A drive that was pulled answers any of these, depending on the system. */
const GONE = new Set(['ENOENT', 'ENODEV', 'ENXIO', 'ENOTDIR', 'ESTALE', 'ENOTCONN']);
/** Errors of files whose names outlive the way out of a worker thread, where their classes do not. */
const NOT_WHOLE = new Set(['NotWholeError', 'ReadBackError']);

/** What is wrong when a backup could not be made, or read back. */
export function failureOf(error: unknown): WhyNotWritten | 'not_whole' {
  const fault = faultOf(error);
  if (fault === 'disk_full') return 'disk_full';
  // SQLite finds the store itself damaged while it copies it.
  if (fault === 'damaged' || fault === 'not_a_database') return 'not_whole';
  if (error instanceof Error && NOT_WHOLE.has(error.name)) return 'not_whole';
  return GONE.has(codeOf(error)) ? 'gone' : 'not_writable';
}

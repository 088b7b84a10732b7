import { codeOf } from '../../../db/store-fault';
import type { Failure } from './task';

/** The file cannot be cut into rows; `line` is where. */
export class UnreadableFile extends Error {
  constructor(
    readonly line: number | null,
    options?: ErrorOptions,
  ) {
    super('the file cannot be read as a table', options);
    this.name = 'UnreadableFile';
  }
}

/** The folder that was chosen for an export cannot be written; told apart from troubles of the store itself. */
export class FolderTrouble extends Error {
  constructor(options: ErrorOptions) {
    super('the folder cannot be written', options);
    this.name = 'FolderTrouble';
  }
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY']);
// A drive that was pulled answers any of these, depending on the system.
const GONE = new Set(['ENOENT', 'ENODEV', 'ENXIO', 'EIO', 'ENOTDIR', 'ESTALE', 'ENOTCONN']);

/** What an error of a job means to a person. */
export function failureOf(error: unknown): { failure: Failure; line: number | null } {
  if (error instanceof UnreadableFile) return { failure: 'file_unreadable', line: error.line };
  const cause = error instanceof FolderTrouble ? error.cause : error;
  const code = codeOf(cause);
  if (FULL.has(code)) return { failure: 'disk_full', line: null };
  if (error instanceof FolderTrouble) {
    return {
      failure: FORBIDDEN.has(code) ? 'folder_read_only' : GONE.has(code) ? 'folder_gone' : 'unexpected',
      line: null,
    };
  }
  if (code.startsWith('E')) return { failure: GONE.has(code) ? 'file_gone' : 'file_unreadable', line: null };
  return { failure: 'unexpected', line: null };
}

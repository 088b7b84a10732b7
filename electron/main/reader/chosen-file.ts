import { stat } from 'node:fs/promises';
import { codeOf } from '../../../db/store-fault';

/** Rows are read one after the other, so that only the time that it takes speaks against a larger file. */
const MAX_BYTES = 4 * 1024 ** 3;

export type FileRefusal =
  | 'file_gone'
  | 'file_empty'
  | 'file_unreadable'
  | 'file_too_large'
  | 'file_is_workbook';

/** The size of a file that somebody has chosen, or why it is none to import; opens nothing, so nothing can hold it up. */
export async function sizeOfFile(path: string): Promise<number | FileRefusal> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return 'file_unreadable';
    if (found.size === 0) return 'file_empty';
    return found.size > MAX_BYTES ? 'file_too_large' : found.size;
  } catch (error) {
    return refusalOf(error);
  }
}

export const refusalOf = (error: unknown): FileRefusal =>
  codeOf(error) === 'ENOENT' ? 'file_gone' : 'file_unreadable';

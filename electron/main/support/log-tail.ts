import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../../db/store-fault';

export const LOG_FILE = 'shuke.log';

const MOST_BYTES = 96 * 1024;
const HEAD = /^\[\d{4}-\d{2}-\d{2} [\d:.]+\] \[(\w+)\]\s+(.*)$/;
const FAULT = /^\[[0-9A-F]{6}\] /;

export interface LogTail {
  /** The newest lines, the oldest of them first. */
  readonly lines: readonly string[];
  /** One line of each fault among them: when, its reference, where, what. */
  readonly faults: readonly string[];
}

/** The end of the log; empty where there is none yet. */
export async function logTail(folder: string, most = 300): Promise<LogTail> {
  const text = await endOf(join(folder, LOG_FILE));
  const lines = text.split('\n').filter((line) => line !== '');
  return { lines: lines.slice(-most), faults: lines.filter(isFault) };
}

const isFault = (line: string): boolean => {
  const [, level, said = ''] = HEAD.exec(line) ?? [];
  return level === 'error' && FAULT.test(said);
};

/** The last bytes of the file from the beginning of a line on. */
async function endOf(path: string): Promise<string> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return '';
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - MOST_BYTES);
    const { bytesRead, buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    const text = buffer.toString('utf8', 0, bytesRead).replaceAll('\r\n', '\n');
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } finally {
    await file.close();
  }
}

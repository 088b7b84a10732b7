import { createHash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { MAX_CELL, type Reading } from '../../../db/domain/exchange/fields';
import { UnreadableFile } from '../jobs/failures';
import type { CutFile, ReadOrder } from './order';
import { readRows } from './read-rows';

type CutOrder = Pick<Extract<ReadOrder, { kind: 'cut' }>, 'path' | 'to'> & {
  readonly reading: Pick<Reading, 'encoding' | 'separator' | 'header'>;
};

/** A head is shown and written beside refused rows, never read as a value. */
const HEAD_CHARACTERS = 1000;
/** So much stays free for the sales that go on meanwhile. */
const SPARED_BYTES = 200 * 1024 ** 2;
const ASKED_EVERY_BYTES = 16 * 1024 ** 2;

/**
 * Reads a file to its end and writes its rows as lines of JSON, `[line, cell, …]`: what comes in afterwards
 * is exactly what was read here, whatever becomes of the file. A cell is kept to one character more than any
 * cell may have, so that whoever takes the rows refuses it without carrying it.
 */
export async function cutFile(
  { path, reading, to }: CutOrder,
  progress: (rows: number) => void,
): Promise<Omit<CutFile, 'path'>> {
  mkdirSync(dirname(to), { recursive: true });
  const file = openSync(to, 'wx', 0o600);
  try {
    const hash = createHash('sha256');
    const room = new Room(file, dirname(to));
    let rows = 0;
    let head: string[] | undefined = reading.header ? undefined : [];
    for await (const batch of readRows(path, reading, (bytes) => hash.update(bytes))) {
      let text = '';
      for (const { line, cells } of batch) {
        if (head === undefined) {
          head = cells.map((cell) => cell.slice(0, HEAD_CHARACTERS));
          continue;
        }
        text += `${JSON.stringify([line, ...cells.map(kept)])}\n`;
        rows++;
      }
      room.ask(text.length);
      writeFileSync(file, text);
      progress(rows);
    }
    return { rows, sha256: hash.digest('hex'), head: head ?? [] };
  } finally {
    closeSync(file);
  }
}

const kept = (cell: string): string => (cell.length > MAX_CELL ? cell.slice(0, MAX_CELL + 1) : cell);

/** Sees to it that a file of nothing but separators does not fill the drive of the store. */
class Room {
  private sinceAsked = ASKED_EVERY_BYTES;

  constructor(
    private readonly file: number,
    private readonly folder: string,
  ) {}

  ask(more: number): void {
    this.sinceAsked += more;
    if (this.sinceAsked < ASKED_EVERY_BYTES) return;
    this.sinceAsked = 0;
    const { bavail, bsize } = statfsSync(this.folder);
    if (bavail * bsize < SPARED_BYTES)
      throw Object.assign(new Error('little space left'), { code: 'ENOSPC' });
    if (fstatSync(this.file).size > MOST_BYTES) throw new UnreadableFile(null);
  }
}

/** Four times the largest file that is taken: more comes of a file that is all separators. */
const MOST_BYTES = 16 * 1024 ** 3;

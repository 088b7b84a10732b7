import { createHash, type Hash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ExportTable } from '../../../db/exchange/export-tables';
import { codeOf } from '../../../db/store-fault';
import { FolderTrouble } from './failures';

export interface WrittenFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A folder that gets its name only when everything in it has been written and read back. */
export class UnfinishedFolder {
  readonly path: string;
  private readonly part: string;

  constructor(parent: string, name: string) {
    this.path = freeName(parent, name);
    this.part = `${this.path}.part`;
    onFolder(() => mkdirSync(this.part));
  }

  /** Writes one table; `step` is told the rows of each step and answers false to stop. */
  table(table: ExportTable, step: (rows: number) => boolean): WrittenFile | undefined {
    return this.file(table.file, (write) => {
      let rows = 0;
      write(Buffer.from(`\ufeff${table.header}`));
      for (const { rows: more, bytes } of table.steps()) {
        write(bytes);
        rows += more;
        if (!step(more)) return undefined;
      }
      return rows;
    });
  }

  text(name: string, content: string): void {
    this.file(name, (write) => {
      write(Buffer.from(content));
      return 0;
    });
  }

  /** What was written is what the drive gives back, not what the system still has in hand. */
  async verify(file: WrittenFile): Promise<void> {
    const hash = createHash('sha256');
    try {
      for await (const bytes of createReadStream(join(this.part, file.name))) hash.update(bytes as Buffer);
    } catch (error) {
      throw new FolderTrouble({ cause: error });
    }
    if (hash.digest('hex') !== file.sha256)
      throw new FolderTrouble({ cause: new Error('read back differently') });
  }

  /** Gives the folder its name. A virus scanner may hold a new file for a moment. */
  async finish(): Promise<void> {
    const until = performance.now() + RETRY_MS;
    for (let delay = 10; ; delay = Math.min(100, delay * 2)) {
      try {
        flushFolder(this.part);
        renameSync(this.part, this.path);
        flushFolder(dirname(this.path));
        return;
      } catch (error) {
        if (!HELD.has(codeOf(error)) || performance.now() > until) throw new FolderTrouble({ cause: error });
        await wait(delay);
      }
    }
  }

  /** Nothing half-made stays behind; where the drive is gone there is nothing to remove. */
  discard(): void {
    try {
      rmSync(this.part, { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // The failure that led here is the one that is told.
    }
  }

  private file(
    name: string,
    fill: (write: (bytes: Buffer) => void) => number | undefined,
  ): WrittenFile | undefined {
    const hash: Hash = createHash('sha256');
    let bytes = 0;
    let rows: number | undefined;
    const file = onFolder(() => openSync(join(this.part, name), 'w'));
    try {
      rows = fill((chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
        onFolder(() => writeWhole(file, chunk));
      });
      onFolder(() => fsyncSync(file));
    } finally {
      closeSync(file);
    }
    return rows === undefined ? undefined : { name, rows, bytes, sha256: hash.digest('hex') };
  }
}

const RETRY_MS = 60_000;
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** An error of the chosen drive, told apart from one of the store. */
function onFolder<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new FolderTrouble({ cause: error });
  }
}

/** A nearly full drive may take part of a write before it refuses the rest. */
function writeWhole(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function freeName(parent: string, name: string): string {
  onFolder(() => statSync(parent));
  const taken = (path: string) => existsSync(path) || existsSync(`${path}.part`);
  let path = join(parent, name);
  for (let again = 2; taken(path); again++) path = join(parent, `${name}-${again}`);
  return path;
}

/** Windows cannot open a folder, and needs no flush of it. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

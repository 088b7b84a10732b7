import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  flushFolder,
  hashOfFileSoon,
  moveIntoPlaceSoon,
  ReadBackError,
  SCANNER_PATIENCE_MS,
  writeWhole,
} from '../../../db/durable-file';
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

  text(name: string, content: string): void {
    this.file(name, (write) => {
      write(Buffer.from(content));
      return true;
    });
  }

  /** What was written is what the drive gives back, not what the system still has in hand. */
  async verify(file: Pick<WrittenFile, 'name' | 'sha256'>): Promise<void> {
    const readBack = await hashOfFileSoon(join(this.part, file.name)).catch((error: unknown) => {
      throw new FolderTrouble({ cause: error });
    });
    if (readBack !== file.sha256) throw new FolderTrouble({ cause: new ReadBackError(file.name) });
  }

  /** Gives the folder its name. A virus scanner may hold a new file for a moment. */
  async finish(): Promise<void> {
    try {
      flushFolder(this.part);
      await moveIntoPlaceSoon(this.part, this.path, SCANNER_PATIENCE_MS);
    } catch (error) {
      throw new FolderTrouble({ cause: error });
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

  /** Writes one file as it is filled; undefined when `fill` says that it was stopped. */
  file(
    name: string,
    fill: (write: (bytes: Buffer) => void) => boolean,
  ): Omit<WrittenFile, 'rows'> | undefined {
    const hash: Hash = createHash('sha256');
    let bytes = 0;
    let finished = false;
    const file = onFolder(() => openSync(join(this.part, name), 'w'));
    try {
      finished = fill((chunk) => {
        hash.update(chunk);
        bytes += chunk.length;
        onFolder(() => writeWhole(file, chunk));
      });
      onFolder(() => fsyncSync(file));
    } finally {
      closeSync(file);
    }
    return finished ? { name, bytes, sha256: hash.digest('hex') } : undefined;
  }
}

/** An error of the chosen drive, told apart from one of the store. */
function onFolder<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new FolderTrouble({ cause: error });
  }
}

function freeName(parent: string, name: string): string {
  onFolder(() => statSync(parent));
  const taken = (path: string) => existsSync(path) || existsSync(`${path}.part`);
  let path = join(parent, name);
  for (let again = 2; taken(path); again++) path = join(parent, `${name}-${again}`);
  return path;
}

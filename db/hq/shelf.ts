import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SeenPacket } from '../domain/hq/seen';
import { makeFolder, piecesOf, SCANNER_PATIENCE_MS, writeDurably, writeDurablyNow } from '../durable-file';

/**
 * Files that head office keeps: every packet it took, by store and packet (those of a fork have one name
 * outside), and what it did not take, with the reason beside it.
 */
export class Shelf {
  constructor(private readonly folder: string) {}

  /** Keeps a packet; where it lies, below head office's folder. Done twice it changes nothing. */
  async keep(path: string, store: string, { epoch, sequence, hash, kind }: SeenPacket): Promise<string> {
    const name = `${epoch}-${String(sequence).padStart(6, '0')}-${hash.slice(0, 12)}_${kind}.shuke`;
    const file = join('packets', store, name);
    await this.copy(path, join(this.folder, file));
    return file;
  }

  async setAside(path: string, name: string, why: string): Promise<void> {
    const target = join(this.folder, 'set-aside', name);
    await this.copy(path, target);
    writeDurablyNow(`${target}.txt`, `${why}\n`, SCANNER_PATIENCE_MS);
  }

  path(file: string): string {
    return join(this.folder, file);
  }

  private async copy(from: string, to: string): Promise<void> {
    if (existsSync(to)) return;
    makeFolder(dirname(to));
    await writeDurably(to, piecesOf(from), SCANNER_PATIENCE_MS);
  }
}

import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sha256 } from '../canonical';
import { PERSON_PATIENCE_MS, writeDurably } from '../durable-file';

export const photoFolderOf = (storePath: string): string => join(dirname(storePath), 'photos');

/** Where a store keeps its pictures: beside its file, each under its own hash, so that one is there once. */
export class PhotoFolder {
  private readonly folder: string;

  constructor(storePath: string) {
    this.folder = photoFolderOf(storePath);
  }

  /**
   * Keeps a picture and answers its hash once it is on the disk; a reader never finds half of one. Throws
   * what the disk says.
   */
  async keep(jpeg: Uint8Array): Promise<string> {
    const hash = sha256(jpeg);
    if ((await this.read(hash)) !== null) return hash;
    await mkdir(this.folder, { recursive: true });
    await writeDurably(this.pathOf(hash), jpeg, PERSON_PATIENCE_MS);
    return hash;
  }

  /** Null when it is not there, or not what its hash says: somebody has tidied up, or the disk is damaged. */
  async read(hash: string): Promise<Uint8Array<ArrayBuffer> | null> {
    const jpeg = await readFile(this.pathOf(hash)).catch(absent);
    if (jpeg === null || sha256(jpeg) !== hash) return null;
    return new Uint8Array(jpeg);
  }

  /** Takes a picture away for good; nothing where it is not there. */
  async forget(hash: string): Promise<void> {
    await rm(this.pathOf(hash), { force: true });
  }

  private pathOf(hash: string): string {
    return join(this.folder, `${hash}.jpg`);
  }
}

/** Neither the file nor, where another file has taken its name, the folder. */
function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return null;
  throw error;
}

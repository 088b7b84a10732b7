import { existsSync, readFileSync, rmSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { OutboxHead } from '../domain/head-office/epoch';
import {
  hashOfFileSoon,
  makeFolder,
  PERSON_PATIENCE_MS,
  piecesOf,
  ReadBackError,
  SCANNER_PATIENCE_MS,
  writeDurably,
  writeDurablyNow,
} from '../durable-file';
import { packetRefShape } from '../packets/shapes';

/** Packets wait beside the store, outside of it: what was made is never made anew, whatever happens to the store. */
export const outboxOf = (storePath: string): string => join(dirname(storePath), 'outbox');

const headFileOf = (storePath: string): string => join(outboxOf(storePath), 'head.json');

/** The last packet that was made here; null where none was, or what is there cannot be read. */
export function outboxHead(storePath: string): OutboxHead | null {
  try {
    const kept: unknown = JSON.parse(readFileSync(headFileOf(storePath), 'utf8'));
    const ref = packetRefShape.safeParse(kept).data;
    const hasStore = typeof kept === 'object' && kept !== null && 'storeId' in kept;
    if (ref === undefined || !hasStore || typeof kept.storeId !== 'string') return null;
    return { ...ref, storeId: kept.storeId };
  } catch {
    return null;
  }
}

export function noteOutboxHead(storePath: string, head: OutboxHead): void {
  makeFolder(outboxOf(storePath));
  writeDurablyNow(headFileOf(storePath), `${JSON.stringify(head)}\n`, SCANNER_PATIENCE_MS);
}

/** A file of the outbox with what it has to be, byte for byte. */
export interface OutboxFile {
  readonly name: string;
  readonly sha256: string;
}

export const inOutbox = (storePath: string, name: string): boolean =>
  existsSync(join(outboxOf(storePath), name));

/** The outbox's own disk gives back something else than was written to it; the next full packet heals it. */
export class OutboxDamaged extends Error {
  constructor(name: string) {
    super(`the outbox does not give back ${name}`);
    this.name = 'OutboxDamaged';
  }
}

/**
 * Copies a packet to a drive or folder: beside its place, onto the disk, read back, moved there whole. One that
 * lies there already is left as it is. Throws what the drive says, and `OutboxDamaged`.
 */
export async function deliver(
  storePath: string,
  { name, sha256 }: OutboxFile,
  folder: string,
): Promise<void> {
  const [from, to] = [join(outboxOf(storePath), name), join(folder, name)];
  if ((await hashOfFileSoon(from)) !== sha256) throw new OutboxDamaged(name);
  // Where nothing is, or nothing can be read, it is written.
  const there = await hashOfFileSoon(to).catch(() => null);
  if (there !== sha256) {
    const written = await writeDurably(to, piecesOf(from), PERSON_PATIENCE_MS);
    if (written.sha256 !== sha256) throw new ReadBackError(to);
  }
  await writeDurably(`${to}.sha256`, `${sha256}  ${name}\n`, PERSON_PATIENCE_MS);
}

export function removeFromOutbox(storePath: string, name: string): void {
  for (const end of ['', '.sha256']) rmSync(join(outboxOf(storePath), name + end), { force: true });
}

const MOST_TEXT_BYTES = 1024 * 1024;

/** Acknowledgements that lie in a folder, by name; those of other stores are told apart by what they say. */
export async function acksIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.shuke-ack')).sort();
  const texts = await Promise.all(names.map((name) => smallText(join(folder, name))));
  return texts.filter((text) => text !== null);
}

/** A card, an acknowledgement or rules; null where it is longer than any of them, or cannot be read. */
export async function smallText(path: string): Promise<string | null> {
  try {
    const { size } = await stat(path);
    return size > MOST_TEXT_BYTES ? null : await readFile(path, 'utf8');
  } catch {
    return null;
  }
}

/** A folder that is there now; asked without waiting for it, a drive may sleep. */
export const folderPresent = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );

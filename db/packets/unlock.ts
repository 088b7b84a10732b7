import { createReadStream } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { decrypted } from '../age-stream';
import type { PacketCaps } from './caps';
import { Rejection } from './rejection';

const AGE = 'age-encryption.org/v1\n';
/** The last line of an age header begins so. */
const HEADER_END = '\n--- ';

/** Decrypts a packet into a new file that nobody else may read; answers its size. Throws `Rejection`. */
export async function unlock(
  path: string,
  to: string,
  { identities, caps }: { readonly identities: readonly string[]; readonly caps: PacketCaps },
): Promise<number> {
  const { size } = await stat(path);
  if (size > caps.file) throw new Rejection('too_large', `${size} bytes`);
  await checkHeader(path, caps.header);
  // What fits into the file fits into it decrypted: encryption only adds.
  const file = await open(to, 'wx', 0o600);
  try {
    return await into(file, decrypted(path, identities));
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function into(file: FileHandle, plain: AsyncGenerator<Uint8Array>): Promise<number> {
  let bytes = 0;
  for (let piece = await next(plain); piece !== null; piece = await next(plain)) {
    await file.writeFile(piece);
    bytes += piece.length;
  }
  return bytes;
}

/** What the format says about a packet is about the packet; what the disk says is not. */
async function next(plain: AsyncGenerator<Uint8Array>): Promise<Uint8Array | null> {
  try {
    const { done, value } = await plain.next();
    return done ? null : value;
  } catch (error) {
    if (!(error instanceof Error) || 'errno' in error) throw error;
    throw new Rejection(/no identity matched/.test(error.message) ? 'not_for_us' : 'damaged', error.message);
  }
}

/** An age header is read into memory line by line, by a library that takes any length. */
async function checkHeader(path: string, cap: number): Promise<void> {
  let head = '';
  for await (const piece of createReadStream(path, { encoding: 'latin1', end: cap })) head += piece;
  if (!head.startsWith(AGE)) throw new Rejection('not_a_packet', 'it is no age file');
  if (!head.includes(HEADER_END)) throw new Rejection('damaged', 'its age header has no end');
}

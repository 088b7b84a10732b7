import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from './store-fault';

/**
 * How the house writes files: beside their place, onto the disk, read back, moved there whole. What
 * was there before stays until then. Source: trust "Durability".
 */

/** A virus scanner or an indexer holds a new file for a moment; so long it is waited for. */
export const SCANNER_PATIENCE_MS = 60_000;
/** Where a person waits: a file that stays open in another program is told at once. */
export const PERSON_PATIENCE_MS = 2000;

const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
const PIECE = 1024 * 1024;

type Piece = string | Uint8Array;

/** What was read back from the disk is not what was written to it. */
export class ReadBackError extends Error {
  constructor(path: string) {
    super(`read back differently: ${path}`);
    this.name = 'ReadBackError';
  }
}

/**
 * Makes a folder, and those above it that are missing, so that it is there after a power cut: what is moved
 * into a folder whose own name is not on the disk goes with it.
 */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true });
  if (first === undefined || process.platform === 'win32') return;
  for (let made = path; ; made = dirname(made)) {
    flushFolder(dirname(made));
    if (made === first) return;
  }
}

/** Gives a written file or folder its name; whoever calls may be held up. */
export function moveIntoPlace(from: string, to: string, patienceMs: number): void {
  for (const delay of delays(patienceMs)) {
    try {
      renameSync(from, to);
      break;
    } catch (error) {
      if (delay === null || !HELD.has(codeOf(error))) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, delay);
    }
  }
  flushFolder(dirname(to));
}

/** The same for main, which goes on meanwhile. */
export async function moveIntoPlaceSoon(from: string, to: string, patienceMs: number): Promise<void> {
  for (const delay of delays(patienceMs)) {
    try {
      await rename(from, to);
      break;
    } catch (error) {
      if (delay === null || !HELD.has(codeOf(error))) throw error;
      await wait(delay);
    }
  }
  await flushFolderSoon(dirname(to));
}

/** How long to wait before each further try; null = this one was the last. */
function* delays(patienceMs: number): Generator<number | null> {
  const until = performance.now() + patienceMs;
  for (let delay = 10; performance.now() < until; delay = Math.min(100, delay * 2)) yield delay;
  yield null;
}

/** Writes a small file at once; whoever calls may be held up. */
export function writeDurablyNow(path: string, content: Piece, patienceMs: number): void {
  const part = `${path}.part`;
  try {
    const file = openSync(part, 'w');
    try {
      writeWhole(file, typeof content === 'string' ? Buffer.from(content) : content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    moveIntoPlace(part, path, patienceMs);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Writes a file piece by piece. Throws what the disk says; then nothing half-made is left. */
export async function writeDurably(
  path: string,
  content: Piece | AsyncIterable<Piece>,
  patienceMs: number,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const part = `${path}.part`;
  try {
    const written = await writePart(part, content);
    if ((await hashOfFileSoon(part)) !== written.sha256) throw new ReadBackError(path);
    await moveIntoPlaceSoon(part, path, patienceMs);
    return written;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined); // why it failed is told already
    throw error;
  }
}

async function writePart(path: string, content: Piece | AsyncIterable<Piece>) {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'w');
  try {
    const put = async (piece: Piece) => {
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
      hash.update(buffer);
      bytes += buffer.length;
      // Of a nearly full drive a single write may take a part only; this one goes on until all is there.
      await file.writeFile(buffer);
    };
    if (typeof content === 'string' || content instanceof Uint8Array) await put(content);
    else for await (const piece of content) await put(piece);
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** A file piece by piece. Opened with the first: of a stream that is not read yet nobody hears that its file cannot be. */
export async function* piecesOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for await (const piece of file.createReadStream({ highWaterMark: PIECE, autoClose: false }))
      yield piece as Buffer; // a stream without an encoding gives buffers
  } finally {
    await file.close();
  }
}

/** sha256 of a file as the disk gives it back. */
export async function hashOfFileSoon(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of piecesOf(path)) hash.update(piece);
  return hash.digest('hex');
}

/** sha256 of a file; whoever calls is held up for as long as it takes to read it. */
export function hashOfFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** A nearly full drive may take part of a write before it refuses the rest. */
export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** What the system still has in hand of a file goes onto the disk. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows cannot open a folder, and needs no flush of it; some drives know none. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch (error) {
    if (codeOf(error) !== 'EINVAL') throw error;
  } finally {
    closeSync(folder);
  }
}

async function flushFolderSoon(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    if (codeOf(error) !== 'EINVAL') throw error;
  } finally {
    await folder.close();
  }
}

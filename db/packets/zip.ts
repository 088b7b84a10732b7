import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';

/** A ZIP from outside that is not as Shuke's own writer makes it. `why` is for whoever looks into the case. */
export class NotAZip extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'NotAZip';
  }
}

export interface ZipEntry {
  readonly name: string;
  /** Bytes, as the ZIP says. */
  readonly size: number;
  readonly packed: number;
  readonly crc: number;
  /** Where its deflated bytes begin. */
  readonly at: number;
}

const END = { signature: 0x06054b50, bytes: 22 };
const CENTRAL = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
/** Sizes follow behind the data; names are UTF-8. Nothing else is allowed: no encryption, no patches. */
const SIZES_BEHIND = 0x8;
const KNOWN_FLAGS = SIZES_BEHIND | 0x800;
const DESCRIPTOR_BYTES = 16;
const DEFLATED = 8;
/** More than any packet needs; a directory is read into memory whole. */
const MOST_ENTRIES = 64;
const MOST_DIRECTORY = 64 * 1024;
/** Smaller files are inflated at once, which takes a tenth of the time of a stream. */
const AT_ONCE = 1024 * 1024;

/**
 * The files of a ZIP, strictly: its directory stands at the very end without a comment, what it names lies
 * back to back from the first byte on, each name once, deflated, and each file begins as the directory says.
 * So no two readers see two things in it, and nothing overlaps (the way of a bomb) or hides in between.
 */
export async function zipEntries(file: FileHandle, bytes: number): Promise<Map<string, ZipEntry>> {
  if (bytes < END.bytes) throw new NotAZip('too short');
  const end = await read(file, bytes - END.bytes, END.bytes);
  if (end.readUInt32LE(0) !== END.signature) throw new NotAZip('no directory at its end');
  const count = end.readUInt16LE(10);
  const size = end.readUInt32LE(12);
  const at = end.readUInt32LE(16);
  const isPlain = end.readUInt32LE(4) === 0 && end.readUInt16LE(8) === count && end.readUInt16LE(20) === 0;
  if (!isPlain || count > MOST_ENTRIES || size > MOST_DIRECTORY || at + size !== bytes - END.bytes)
    throw new NotAZip('its directory is not where it should be');
  const entries = await listed(file, await read(file, at, size), count);
  if (entries.end !== at) throw new NotAZip('something lies between the files');
  return entries.found;
}

async function listed(file: FileHandle, directory: Buffer, count: number) {
  const found = new Map<string, ZipEntry>();
  let at = 0;
  let end = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + CENTRAL.bytes > directory.length || directory.readUInt32LE(at) !== CENTRAL.signature)
      throw new NotAZip('its directory is cut off');
    const flags = directory.readUInt16LE(at + 8);
    const nameBytes = directory.readUInt16LE(at + 28);
    const name = directory.toString('latin1', at + CENTRAL.bytes, at + CENTRAL.bytes + nameBytes);
    // Extra field, comment and disk: three numbers in a row that are all nothing.
    const hasMore = directory.readUIntLE(at + 30, 6) !== 0;
    if (hasMore || (flags & ~KNOWN_FLAGS) !== 0 || directory.readUInt16LE(at + 10) !== DEFLATED)
      throw new NotAZip(`${name} is packed in a strange way`);
    if (found.has(name)) throw new NotAZip(`${name} stands in it twice`);
    if (directory.readUInt32LE(at + 42) !== end) throw new NotAZip(`${name} is not where it should be`);
    const begin = await beginOf(file, end, name);
    const packed = directory.readUInt32LE(at + 20);
    found.set(name, {
      ...{ name, packed, at: begin },
      size: directory.readUInt32LE(at + 24),
      crc: directory.readUInt32LE(at + 16),
    });
    end = begin + packed + ((flags & SIZES_BEHIND) === 0 ? 0 : DESCRIPTOR_BYTES);
    at += CENTRAL.bytes + nameBytes;
  }
  if (at !== directory.length) throw new NotAZip('its directory is longer than it says');
  return { found, end };
}

/** Where the data of a file begins whose own header stands at `at`; that one has the same name. */
async function beginOf(file: FileHandle, at: number, name: string): Promise<number> {
  const header = await read(file, at, LOCAL.bytes + name.length);
  const isIt =
    header.readUInt32LE(0) === LOCAL.signature &&
    header.readUInt16LE(26) === name.length &&
    header.readUInt16LE(28) === 0 &&
    header.toString('latin1', LOCAL.bytes) === name;
  if (!isIt) throw new NotAZip(`${name} has two names`);
  return at + LOCAL.bytes + name.length;
}

/**
 * A file of the ZIP piece by piece. Throws `NotAZip` as soon as there is more of it than the directory says,
 * and at its end when it is less, or damaged.
 */
export async function* inflated(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const seen = { size: 0, crc: 0 };
  for await (const piece of entry.size <= AT_ONCE ? atOnce(file, entry) : inPieces(file, entry)) {
    seen.size += piece.length;
    if (seen.size > entry.size) throw new NotAZip(`${entry.name} is larger than it says`);
    seen.crc = crc32(piece, seen.crc);
    yield piece;
  }
  if (seen.size !== entry.size || seen.crc !== entry.crc) throw new NotAZip(`${entry.name} is damaged`);
}

async function* atOnce(file: FileHandle, { name, at, packed, size }: ZipEntry): AsyncGenerator<Buffer> {
  // Deflate never makes more than a little out of nothing: what is packed larger is no work of a packer.
  if (packed > 2 * AT_ONCE) throw new NotAZip(`${name} is packed larger than it is`);
  const bytes = await read(file, at, packed);
  try {
    yield inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new NotAZip(`${name} does not unpack to what it says`);
  }
}

async function* inPieces(file: FileHandle, { name, at, packed }: ZipEntry): AsyncGenerator<Buffer> {
  if (packed === 0) throw new NotAZip(`${name} is empty`);
  const source = file.createReadStream({ start: at, end: at + packed - 1, autoClose: false });
  // An error of either reaches the loop below; there is nothing else to be done at the end.
  const inflate = pipeline(source, createInflateRaw(), () => undefined);
  try {
    for await (const piece of inflate) yield piece as Buffer; // a stream without an encoding gives buffers
  } catch {
    throw new NotAZip(`${name} does not unpack`);
  }
}

/** Throws `NotAZip` where the file ends before. */
async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new NotAZip('it is cut off');
  return buffer;
}

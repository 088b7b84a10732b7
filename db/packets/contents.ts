import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { FileCheck, rangesOverlap } from '../domain/packets/check';
import type { PacketFile, PacketManifest } from '../domain/packets/manifest';
import { MANIFEST_NAME, SIGNATURE_NAME } from '../domain/packets/names';
import type { PacketCaps } from './caps';
import { Rejection } from './rejection';
import { inflated, type ZipEntry } from './zip';

/** A decrypted packet. */
export interface Source {
  readonly file: FileHandle;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly caps: PacketCaps;
}

/**
 * Holds every file of a packet against its manifest. Throws `Rejection`: other files than it names, more
 * unpacked than allowed, another hash, rows that are not as declared, other sums.
 */
export async function checkFiles(source: Source, manifest: PacketManifest): Promise<void> {
  checkList(source, manifest);
  const ranges: (readonly [number, number])[] = [];
  for (const file of manifest.files) {
    const range = await checkFile(source, file, manifest);
    if (range !== null) ranges.push(range);
  }
  if (rangesOverlap(ranges)) throw new Rejection('schema', 'an entry stands in two files');
}

function checkList({ entries, caps }: Source, { files }: PacketManifest): void {
  const named = new Map(files.map((file) => [file.name, file]));
  let size = 0;
  let packed = 0;
  for (const entry of entries.values()) {
    size += entry.size;
    packed += entry.packed;
    if (entry.name === MANIFEST_NAME || entry.name === SIGNATURE_NAME) continue;
    const file = named.get(entry.name);
    if (file === undefined) throw new Rejection('hash', `${entry.name} is not of this packet`);
    if (file.bytes !== entry.size) throw new Rejection('hash', `${entry.name} has another size`);
    named.delete(entry.name);
  }
  const [missing] = named.keys();
  if (missing !== undefined) throw new Rejection('hash', `${missing} is missing`);
  if (size > caps.inflated) throw new Rejection('too_large', `${size} bytes unpacked`);
  if (size > packed * caps.ratio) throw new Rejection('too_large', `${size} bytes of ${packed} packed`);
}

/** Reads a file once; its first and last entry. What only a newer minor version knows is hashed and passed over. */
async function checkFile(source: Source, file: PacketFile, manifest: PacketManifest) {
  const hash = createHash('sha256');
  const take = (bytes: Buffer) => void hash.update(bytes);
  const check = file.kind === null ? null : new FileCheck(file.kind, file, manifest);
  const objection = await (check === null
    ? passOver(source, file.name, take)
    : read(source, check, file, take));
  // Another hash says more than what did not fit on the way there.
  if (hash.digest('hex') !== file.sha256) throw new Rejection('hash', file.name);
  if (objection !== null) throw new Rejection('schema', objection);
  const wrong = check?.objectionAtEnd() ?? null;
  if (wrong !== null) throw new Rejection('sums', wrong);
  return check?.range() ?? null;
}

async function passOver({ file, entries }: Source, name: string, take: (bytes: Buffer) => void) {
  const entry = entries.get(name);
  if (entry !== undefined) for await (const bytes of inflated(file, entry)) take(bytes);
  return null;
}

async function read(source: Source, check: FileCheck, { name }: PacketFile, take: (bytes: Buffer) => void) {
  let objection: string | null = null;
  for await (const text of wholeLines(source, name, take)) objection ??= objectionIn(check, text, name);
  return objection;
}

function objectionIn(check: FileCheck, text: string, name: string): string | null {
  try {
    for (const line of text.slice(0, -1).split('\n')) {
      const objection = check.objectionTo(JSON.parse(line));
      if (objection !== null) return objection;
    }
    return null;
  } catch {
    return `${name}: a line is no JSON`;
  }
}

/** A file in pieces of whole lines, each with its end. A last line without an end stays so. */
export async function* wholeLines(
  { file, entries, caps }: Source,
  name: string,
  take: (bytes: Buffer) => void = () => undefined,
): AsyncGenerator<string> {
  const entry = entries.get(name);
  if (entry === undefined) return;
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  for await (const bytes of inflated(file, entry)) {
    take(bytes);
    const text = rest + decoded(decoder, bytes, name);
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    if (rest.length > caps.line) throw new Rejection('too_large', `${name}: a line of ${rest.length}`);
    if (end > 0) yield text.slice(0, end);
  }
  if (rest !== '') yield rest;
}

function decoded(decoder: TextDecoder, bytes: Buffer, name: string): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new Rejection('schema', `${name} is no UTF-8`);
  }
}

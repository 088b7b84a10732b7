import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { canonical } from '@db/canonical';
import { PACKET_CAPS } from '@db/packets/caps';
import { signFor } from '@db/packets/keys';
import type { PacketManifest } from '@domain/packets/manifest';
import { Decrypter, Encrypter } from 'age-encryption';
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { aFolder, identity, opened, recipient, STORE_KEY, written } from './support';

/** A packet taken apart: what stands in its ZIP. */
export type Parts = Map<string, Buffer>;

export async function partsOf(path: string, by = identity): Promise<Parts> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(by);
  const files = unzipSync(await decrypter.decrypt(readFileSync(path)));
  return new Map(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)]));
}

let honest: Promise<Parts> | undefined;

/** Of a packet as the writer makes it. */
export async function honestParts(): Promise<Parts> {
  honest ??= written().then(({ path }) => partsOf(path));
  return new Map(await honest);
}

/** An entry of a forged ZIP: what the local header and the directory say of it may differ from what it is. */
export interface Forged {
  readonly name: string;
  readonly content: Buffer;
  readonly says?: { readonly localName?: string; readonly size?: number; readonly method?: number };
}

/** A ZIP of these entries, with the lies that they bring. */
export function zipOf(entries: readonly Forged[], between = Buffer.alloc(0)): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, says = {} } of entries) {
    const packed = says.method === 0 ? content : deflateRawSync(content);
    const common = Buffer.alloc(22);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(says.method ?? 8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(says.size ?? content.length, 18);
    const localName = Buffer.from(says.localName ?? name);
    const local = Buffer.concat([
      u32(0x04034b50),
      common,
      u16(localName.length),
      u16(0),
      localName,
      packed,
      between,
    ]);
    const central = [
      u32(0x02014b50),
      u16(20),
      common,
      u16(Buffer.byteLength(name)),
      Buffer.alloc(12),
      u32(at),
    ];
    directory.push(...central, Buffer.from(name));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = u16(entries.length);
  const end = [u32(0x06054b50), u32(0), count, count, u32(listed.length), u32(at), u16(0)];
  return Buffer.concat([...locals, listed, ...end]);
}

const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

export async function encryptedFile(content: Buffer, to = recipient): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(to);
  const path = join(aFolder(), 'forged.shuke');
  writeFileSync(path, await encrypter.encrypt(content));
  return path;
}

export interface Forgery {
  /** Changes what stands in the packet before its manifest is made anew. */
  readonly parts?: (parts: Parts) => void;
  /** Changes the manifest, which is then signed as the store would. */
  readonly manifest?: (manifest: PacketManifest) => object;
  /** How the manifest is written down. */
  readonly text?: (manifest: object) => string;
  readonly signingKey?: string;
  /** The last word: entries of the ZIP as they are written. */
  readonly entries?: (entries: Forged[]) => readonly Forged[];
}

/** A packet that a dishonest or broken store might send: right in everything but what is asked for. */
export async function forged(forgery: Forgery): Promise<string> {
  const parts = await honestParts();
  forgery.parts?.(parts);
  // Written by the writer itself a moment ago.
  const made = JSON.parse(String(parts.get('manifest.json'))) as PacketManifest;
  const manifest = forgery.manifest?.(made) ?? made;
  const text = (forgery.text ?? canonical)(manifest);
  parts.set('manifest.json', Buffer.from(text));
  parts.set('manifest.sig', Buffer.from(signFor('packet', text, forgery.signingKey ?? STORE_KEY)));
  const entries = [...parts].map(([name, content]) => ({ name, content }));
  return await encryptedFile(zipOf(forgery.entries?.(entries) ?? entries));
}

/** The manifest with one file told as it is now. */
export function retold(manifest: PacketManifest, name: string, content: Buffer, rows?: number): object {
  const files = manifest.files.map((file) =>
    file.name === name ? { ...file, ...fileOf(content), sums: file.sums, rows: rows ?? file.rows } : file,
  );
  return { ...manifest, files };
}

export const MEMBERS = 'data/member.ndjson';

/** What a manifest says of a file that has this content. */
export const fileOf = (content: string | Buffer) => ({
  bytes: Buffer.byteLength(content),
  sha256: createHash('sha256').update(content).digest('hex'),
  rows: 0,
  sums: {},
});

/** Why it was not taken; nothing of it may be left in the clear. */
export async function rejected(path: string, caps = PACKET_CAPS): Promise<string> {
  const scratch = aFolder();
  const packet = await opened(path, { scratch, caps });
  if (!('code' in packet)) {
    await packet.close();
    return 'taken';
  }
  expect(readdirSync(scratch)).toEqual([]);
  return `${packet.code}: ${packet.params.detail}`;
}

import type { FileHandle } from 'node:fs/promises';
import { z } from 'zod';
import { canonical, sha256 } from '../canonical';
import { PACKET_VERSION, type PacketManifest } from '../domain/packets/manifest';
import { MANIFEST_NAME, SIGNATURE_NAME } from '../domain/packets/names';
import type { PacketCaps } from './caps';
import { fingerprintOf, isSigned } from './keys';
import { Rejection } from './rejection';
import { manifestShape, versionShape } from './shapes';
import { inflated, type ZipEntry } from './zip';

/** What is asked of a manifest before anything in it is believed; stays the same in all versions. */
const beginShape = z.object({
  format: z.literal('shuke-packet'),
  version: versionShape,
  store: z.object({ id: z.string() }),
});

/** 64 bytes in base64. */
const SIGNATURE_BYTES = 88;

interface SaidManifest {
  /** As the packet says; nobody has verified it yet. */
  readonly storeId: string;
  /** Throws `Rejection`: not registered, not signed by this key, or not as declared. */
  readonly verified: (publicKey: string | null) => {
    readonly manifest: PacketManifest;
    readonly hash: string;
  };
}

/** Reads manifest and signature. Throws `Rejection`: no manifest, not canonical, or of a newer Shuke. */
export async function readManifest(
  file: FileHandle,
  entries: ReadonlyMap<string, ZipEntry>,
  caps: PacketCaps,
): Promise<SaidManifest> {
  const text = await textOf(file, entries.get(MANIFEST_NAME), caps.manifest);
  const signature = await textOf(file, entries.get(SIGNATURE_NAME), SIGNATURE_BYTES);
  const value = parsed(text);
  const begin = beginShape.safeParse(value);
  if (!begin.success) throw new Rejection('not_a_packet', 'its manifest is of something else');
  const { version, store } = begin.data;
  if (version.major > PACKET_VERSION.major)
    throw new Rejection('version_newer', `packet version ${version.major}.${version.minor}`);
  // Written in another way it would have another hash, and the chain could not name it.
  if (canonical(value) !== text) throw new Rejection('schema', 'its manifest is not canonical');
  return {
    storeId: store.id,
    verified: (publicKey) => {
      if (publicKey === null) throw new Rejection('unregistered', `store ${store.id}`);
      if (!isSigned('packet', text, signature, publicKey))
        throw new Rejection('signature', `not by ${fingerprintOf(publicKey)}`);
      return { manifest: checked(value, publicKey), hash: sha256(text) };
    },
  };
}

/** It is the store's own word by now; whether it makes sense is still to be seen. */
function checked(value: unknown, publicKey: string): PacketManifest {
  const { data: manifest, error } = manifestShape.safeParse(value);
  if (error !== undefined) {
    const [first] = error.issues;
    throw new Rejection('schema', `manifest: ${first?.path.join('.')}: ${first?.message}`);
  }
  const { sequence, previous, parent, kind, firstEntry, lastEntry, files, version } = manifest;
  const objections: readonly (readonly [wrong: boolean, what: string])[] = [
    [manifest.keyId !== fingerprintOf(publicKey), 'it names another key'],
    [(sequence === 1) !== (previous === null), 'only the first packet of an epoch follows none'],
    [sequence === 1 && kind !== 'full', 'the first packet of an epoch is full'],
    [parent?.epoch === manifest.epoch, 'an epoch does not follow itself'],
    [lastEntry < firstEntry - 1, 'its entries end before they begin'],
    [
      lastEntry - firstEntry + 1 !== files.reduce((all, { rows }) => all + rows, 0),
      'rows and entries differ',
    ],
    [new Set(files.map(({ name }) => name)).size !== files.length, 'it names a file twice'],
    [
      files.some(({ name, kind: of }) => of !== null && name !== `data/${of}.ndjson`),
      'a file has the name of another kind',
    ],
    // Only a newer minor version may bring kinds that are unknown here.
    [
      version.minor <= PACKET_VERSION.minor && files.some((file) => file.kind === null && file.rows > 0),
      'it brings rows of an unknown kind',
    ],
  ];
  const wrong = objections.find(([is]) => is);
  if (wrong !== undefined) throw new Rejection('schema', `manifest: ${wrong[1]}`);
  return manifest;
}

async function textOf(file: FileHandle, entry: ZipEntry | undefined, cap: number): Promise<string> {
  if (entry === undefined) throw new Rejection('not_a_packet', 'it has no signed manifest');
  if (entry.size > cap) throw new Rejection('too_large', `${entry.name}: ${entry.size} bytes`);
  const pieces: Buffer[] = [];
  for await (const piece of inflated(file, entry)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Rejection('not_a_packet', 'its manifest is no JSON');
  }
}

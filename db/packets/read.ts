import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PacketKindName } from '../domain/packets/entries';
import type { PacketManifest } from '../domain/packets/manifest';
import { makeFolder } from '../durable-file';
import { PACKET_CAPS, type PacketCaps } from './caps';
import { checkFiles, wholeLines } from './contents';
import { readManifest } from './read-manifest';
import { type RejectedPacket, Rejection } from './rejection';
import { unlock } from './unlock';
import { NotAZip, zipEntries } from './zip';

export interface OpenOrder {
  /** Of head office; one of them opens it. */
  readonly identities: readonly string[];
  /** The public key of a registered store; null when there is no such store. */
  readonly registered: (storeId: string) => string | null | Promise<string | null>;
  /** Where the packet lies decrypted while it is open; made when it is not there. */
  readonly scratch: string;
  readonly caps?: PacketCaps;
}

/** A packet that has passed every check. */
export interface OpenPacket {
  readonly manifest: PacketManifest;
  /** Of its canonical manifest, lower-case hex. */
  readonly hash: string;
  /** The NDJSON of a kind in pieces of whole lines, each with its end; nothing when there are no rows. */
  readonly lines: (kind: PacketKindName) => AsyncGenerator<string>;
  /** Removes what is decrypted. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a packet and checks all of it before anything is handed on: sizes, age, the ZIP, version, who it is
 * from, signature, hashes, columns, sums. Memory stays small whatever the size. A packet that is not as it
 * should be is answered with the reason; what the disk says is thrown. Source: exchange, "Packet".
 */
export async function openPacket(path: string, order: OpenOrder): Promise<OpenPacket | RejectedPacket> {
  const caps = order.caps ?? PACKET_CAPS;
  makeFolder(order.scratch);
  const plain = join(order.scratch, `${randomUUID()}.zip`);
  const state: { file?: FileHandle; store: string | null } = { store: null };
  const close = async () => {
    await state.file?.close();
    await rm(plain, { force: true });
  };
  try {
    const bytes = await unlock(path, plain, { identities: order.identities, caps });
    const file = await open(plain);
    state.file = file;
    const entries = await zipEntries(file, bytes);
    const said = await readManifest(file, entries, caps);
    state.store = said.storeId;
    const { manifest, hash } = said.verified(await order.registered(said.storeId));
    const source = { file, entries, caps };
    await checkFiles(source, manifest);
    return { manifest, hash, lines: (kind) => wholeLines(source, `data/${kind}.ndjson`), close };
  } catch (error) {
    await close();
    if (error instanceof NotAZip) return new Rejection('not_a_packet', error.message).refusal(state.store);
    if (error instanceof Rejection) return error.refusal(state.store);
    throw error;
  }
}

import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { Zip } from 'fflate/browser';
import { encrypted, streamOf } from '../age-stream';
import { canonical, sha256 } from '../canonical';
import { Deflated } from '../deflated';
import { PACKET_KIND_NAMES, type PacketKindName } from '../domain/packets/entries';
import { PACKET_VERSION, type PacketFile, type PacketManifest } from '../domain/packets/manifest';
import { MANIFEST_NAME, packetFileName, SCHEMA_NAME, SIGNATURE_NAME } from '../domain/packets/names';
import { EntryLines, type PacketRows } from '../domain/packets/rows';
import { makeFolder, SCANNER_PATIENCE_MS, writeDurably, writeDurablyNow } from '../durable-file';
import { fingerprintOf, publicKeyOf, signFor } from './keys';
import { packetSchema } from './schema';

/** What a store says of its packet; the rest of the manifest follows from the rows and the key. */
export type PacketHead = Omit<PacketManifest, 'format' | 'version' | 'keyId' | 'lastEntry' | 'files'>;

export interface PacketOrder {
  /** Made when it is not there. */
  readonly folder: string;
  readonly head: PacketHead;
  /** Of one read snapshot; each is gone through once, in the order of the kinds' declaration. */
  readonly rows: PacketRows;
  /** The store's own. */
  readonly signingKey: string;
  /** Head office's age recipient, and the owner's recovery recipient where there is one. */
  readonly recipients: readonly string[];
  /** Rows written up to now. */
  readonly progress: (rows: number) => void;
  readonly cancelled: () => boolean;
}

export interface WrittenPacket {
  readonly path: string;
  readonly bytes: number;
  /** Of the file, lower-case hex; `<file>.sha256` beside it says the same. */
  readonly sha256: string;
  readonly manifest: PacketManifest;
  /** What the next packet of the epoch names as `previous`. */
  readonly manifestHash: string;
}

/** A person has cancelled; nothing is left of the packet. */
export class PacketCancelled extends Error {
  constructor() {
    super('the packet was cancelled');
    this.name = 'PacketCancelled';
  }
}

/** A ZIP without its 64-bit extension holds no more, whole and of one file. */
const MOST_BYTES = 2 ** 32 - 1;
/** The first day a ZIP can name: when a packet was made stands in its manifest. */
const NO_TIME = new Date(1980, 0, 1);
/** Characters of lines that are hashed, deflated and encrypted at a time. */
const PIECE = 128 * 1024;

/**
 * Writes a packet piece by piece, whatever its size: lines, ZIP, age, disk. Nothing of it is ever on the
 * disk in the clear. It is read back before it has its name. Throws `PacketCancelled`, and what the disk says.
 * Source: exchange, "Packet".
 */
export async function writePacket(order: PacketOrder): Promise<WrittenPacket> {
  makeFolder(order.folder);
  const path = join(order.folder, packetFileName(order.head));
  const archive = new Archive(order);
  const content = encrypted(streamOf(archive.pieces()), order.recipients);
  const written = await writeDurably(path, content, SCANNER_PATIENCE_MS);
  writeDurablyNow(`${path}.sha256`, `${written.sha256}  ${basename(path)}\n`, SCANNER_PATIENCE_MS);
  return { path, ...written, ...archive.sealed() };
}

type Sealed = Pick<WrittenPacket, 'manifest' | 'manifestHash'>;

/** The ZIP inside. The manifest comes last: it says what went before. */
class Archive {
  private readonly out: Uint8Array[] = [];
  private readonly files: PacketFile[] = [];
  private readonly zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    this.out.push(bytes);
  });
  private readonly piece = Buffer.allocUnsafe(4 * PIECE);
  private entry: number;
  private bytes = 0;
  private seal: Sealed | null = null;

  constructor(private readonly order: PacketOrder) {
    this.entry = order.head.firstEntry;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for (const kind of PACKET_KIND_NAMES) {
      for (const _ of this.data(kind)) yield* this.taken();
    }
    this.schema();
    const { head, signingKey } = this.order;
    const manifest: PacketManifest = {
      ...head,
      format: 'shuke-packet',
      version: PACKET_VERSION,
      keyId: fingerprintOf(publicKeyOf(signingKey)),
      lastEntry: this.entry - 1,
      files: this.files,
    };
    const text = canonical(manifest);
    this.whole(MANIFEST_NAME, text);
    this.whole(SIGNATURE_NAME, signFor('packet', text, signingKey));
    this.zip.end();
    yield* this.taken();
    this.seal = { manifest, manifestHash: sha256(text) };
  }

  /** After the last piece. */
  sealed(): Sealed {
    if (this.seal === null) throw new Error('the packet has no manifest yet');
    return this.seal;
  }

  /** Comes back after each piece, so that it can leave memory. */
  private *data(kind: PacketKindName): Generator<void> {
    const { head, rows, progress, cancelled } = this.order;
    const lines = new EntryLines(kind, head.level.personal, this.entry);
    const name = `data/${kind}.ndjson`;
    const file = this.open(name);
    const hash = createHash('sha256');
    const before = this.entry - head.firstEntry;
    let text = '';
    const put = (last: boolean) => {
      if (cancelled()) throw new PacketCancelled();
      const bytes = this.bytesOf(text);
      text = '';
      hash.update(bytes);
      file.push(bytes, last);
      progress(before + lines.rows);
    };
    for (const row of rows[kind]) {
      text += lines.line(row);
      if (text.length < PIECE) continue;
      put(false);
      yield;
    }
    put(true);
    yield;
    this.entry += lines.rows;
    const { size: bytes } = file;
    if (bytes > MOST_BYTES) throw new Error(`${name} is larger than a packet can hold`);
    this.files.push({ name, kind, bytes, sha256: hash.digest('hex'), rows: lines.rows, sums: lines.sums });
  }

  /** In the one buffer that all pieces share: each has been hashed and deflated before the next one. */
  private bytesOf(text: string): Buffer {
    if (text.length * 3 > this.piece.length) return Buffer.from(text);
    return this.piece.subarray(0, this.piece.write(text));
  }

  private schema(): void {
    const text = packetSchema();
    const bytes = Buffer.byteLength(text);
    this.whole(SCHEMA_NAME, text);
    this.files.push({ name: SCHEMA_NAME, kind: null, bytes, sha256: sha256(text), rows: 0, sums: {} });
  }

  private whole(name: string, text: string): void {
    this.open(name).push(Buffer.from(text), true);
  }

  private open(name: string): Deflated {
    const file = new Deflated(name, NO_TIME);
    this.zip.add(file);
    return file;
  }

  private *taken(): Generator<Uint8Array> {
    for (const bytes of this.out.splice(0)) {
      this.bytes += bytes.length;
      if (this.bytes > MOST_BYTES) throw new Error('the packet is larger than a ZIP can be');
      yield bytes;
    }
  }
}

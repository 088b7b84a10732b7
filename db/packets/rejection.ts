import { type Refusal, refuse } from '../domain/refusal';

/** Why head office does not take a packet. */
const PACKET_REJECTIONS = [
  /** Something else, under any name. */
  'not_a_packet',
  /** Broken on its way: the store's outbox still has it whole. */
  'damaged',
  /** Encrypted to somebody else. */
  'not_for_us',
  /** Larger than a packet can be, as it is or unpacked. */
  'too_large',
  /** A newer Shuke has made it: update the reader. */
  'version_newer',
  'unregistered',
  /** Not signed by the key that is registered for its store. */
  'signature',
  /** What is in it is not what was signed. */
  'hash',
  /** Its rows or its manifest are not as declared. */
  'schema',
  /** Rows or sums are not what the manifest says. */
  'sums',
] as const;
export type PacketRejection = (typeof PACKET_REJECTIONS)[number];

/** `detail` in plain English, for whoever looks into the case; `store` once the packet has said whose it is. */
export type RejectedPacket = Refusal<
  PacketRejection,
  { readonly detail: string; readonly store: string | null }
>;

/** Thrown inside the reader, where a packet turns out to be none; `openPacket` answers it. */
export class Rejection extends Error {
  constructor(
    readonly code: PacketRejection,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'Rejection';
  }

  refusal(store: string | null): RejectedPacket {
    return refuse(this.code, { detail: this.detail, store });
  }
}
